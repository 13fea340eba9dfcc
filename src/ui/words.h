// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attemptrecord.h"
#include "core/transcript.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <utility>

namespace ui
{

/// The core::Translate of this edge.
QString translatedText(const char *context, const char *source);
QString translatedDetail(const core::Text &text);

/// What a list to choose from says: "SMTPs (TLS from the first byte)".
QString securityChoice(core::Security security);

/// The languages to choose from with their codes; the first, without one, is the system's. Each
/// name is in its own language, so that whoever cannot read the present one finds it.
QList<std::pair<QString, QString>> languages();

/// "5 minutes ago" is nothing to compare by: date and time in the local zone, by locale; empty for
/// an invalid one.
QString timeText(const QDateTime &time);
QString dateText(const QDateTime &time);

/// "Accepted", "Wrong password": what a list has room for.
QString resultText(const core::AttemptRecord &record);
/// The whole sentence and the advice behind it.
QString resultSentence(const core::AttemptRecord &record);

/// One line of a transcript, its server text inert.
QString transcriptText(const core::TranscriptLine &line);

/// The whole chain as the server sent it, one field a line, and what is wrong; plain text.
QString certificateText(const core::TlsFacts &tls);
QString fingerprintText(const QByteArray &sha256);
/// The same in rows of so many octets.
QString fingerprintRows(const QByteArray &sha256, qsizetype octets);

} // namespace ui
