// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/gmimestream.h"

#include <QString>

namespace mime
{

/// The text of a mail as a text/plain part in UTF-8: as it is where it is ASCII in short lines,
/// else in quoted-printable or base64, whichever is shorter.
Owned<_GMimeObject> textPart(const QString &text);

} // namespace mime
