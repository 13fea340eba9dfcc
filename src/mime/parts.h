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

/// The text of a mail as a text/plain part in UTF-8: as it is where it is ASCII in short lines,
/// else in quoted-printable or base64, whichever is shorter.
Owned<_GMimeObject> textPart(const QString &text);

} // namespace mime
