// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "mime/gmimestream.h"

#include <QString>

namespace mime
{

/// A file as a base64 part; its octets are read when the message is written. Error BadInput: no
/// such file, or it is none; BodyUnreadable: it may not be read. Both name it.
core::Result<Owned<_GMimeObject>> attachmentPart(const QString &path);

} // namespace mime
