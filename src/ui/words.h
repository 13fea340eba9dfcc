// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "service/report.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <utility>

namespace ui
{

using service::translatedDetail;
using service::translatedText;

/// What a list to choose from says: "SMTPs (TLS from the first byte)".
QString securityChoice(core::Security security);

/// The languages to choose from with their codes; the first, without one, is the system's. Each
/// name is in its own language, so that whoever cannot read the present one finds it.
QList<std::pair<QString, QString>> languages();

/// "5 minutes ago" is nothing to compare by: date and time in the local zone, by locale; empty for
/// an invalid one.
QString timeText(const QDateTime &time);

/// A tool tip that shows these words as they are, whatever they look like.
QString plainToolTip(const QString &words);

/// "Accepted", "Wrong password": what a list has room for.
QString resultText(const core::AttemptRecord &record);
/// The whole sentence and what is said behind it.
QString resultSentence(const core::AttemptRecord &record);

/// The whole chain as the server sent it, one field a line, and what is wrong; plain text.
QString certificateText(const core::TlsFacts &tls);
QString fingerprintText(const QByteArray &sha256);
/// The same in rows of so many octets.
QString fingerprintRows(const QByteArray &sha256, qsizetype octets);

/// Below the field of an access token.
QString tokenHint();

/// What a person should know of logging in and encryption, in paragraphs.
QString helpText();
/// And of From addresses, the outbox and writing mail.
QString mailHelpText();
/// And of watched folders.
QString autosendHelpText();

} // namespace ui
