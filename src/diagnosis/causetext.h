// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/recognition.h"
#include "diagnosis/words.h"

#include <QDateTime>
#include <QString>

namespace diagnosis
{

/// The text of a row in the person's language with its places filled: {host}, {port}, {step}, ...
/// (the list stands in the .cpp). What fills a place is inert and shortened, and is never searched
/// for places itself.
QString filled(const char *source, const Case &c, const QDateTime &now, const Translate &translate);

} // namespace diagnosis
