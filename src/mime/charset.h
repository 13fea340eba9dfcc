// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace mime
{

/// Text in the encoding of that name (IANA's names and the usual others, in any case). Shift_JIS is
/// read as Windows writes it, ISO-8859-1 as windows-1252 where it must be. Nothing where an octet
/// has no meaning in it or the name is unknown: nothing is ever replaced.
std::optional<QString> decodedFrom(const QByteArray &charset, QByteArrayView octets);

bool isCharset(const QByteArray &name);

/// By which encoding `octets`, which are no UTF-8, most likely make sense; empty: by none.
QByteArray likelyCharset(QByteArrayView octets);

/// The encoding that a locale names ("ja_JP.eucJP"); empty where that is UTF-8 or none.
QByteArray charsetOfLocale(const QByteArray &locale);
/// That of the environment as it was when this was first asked.
QByteArray localeCharset();

/// What a person gave as text: UTF-8, or UTF-16 or UTF-32 with a byte order mark, or what `charset`
/// names. Error BadInput: it is in another encoding, which the sentence names where it can be told;
/// or text was lost before it came here (U+FFFD).
core::Result<QString> readText(QByteArrayView octets, const QByteArray &charset = {});

/// Error BadInput where `text` has a place that was lost when something decoded it: U+FFFD, or half
/// a surrogate pair.
std::optional<core::Error> lostInside(const QString &text, const char *what);

/// The name of a file in any octets, as a person can read it: UTF-8, else by the locale, else by
/// what is likely; what is left over as %XX.
QString readableName(QByteArrayView octets, const QByteArray &locale = localeCharset());

} // namespace mime
