// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/mail.h"
#include "outbox/mailedfile.h"
#include "service/report.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

namespace service
{

class Servers;

/// A mail of the outbox as a person is told of it. Server text is inert.
struct MailWords
{
    outbox::State state = outbox::State::Queued; // where its server is gone or off, it waits
    QString stateText;
    QString server; // its name; empty: it is gone
    QString why;    // why it is not sent, a sentence; empty: nothing is wrong
    QString advice;
    int exitCode = 0; // of a mail that is over
};

MailWords wordsOf(const outbox::Mail &mail, const Servers &servers,
                  const core::Translate &translate = &translatedText);
diagnosis::Judgement judgementOf(const core::AttemptRecord &record,
                                 const core::Translate &translate = &translatedText);
/// A server's word against a sender: not this one, not unverified.
struct SenderRefusal
{
    QUuid server;
    QByteArray address;
    QByteArray reply;
};

/// By the last mail of each identity; identities that were not refused have none.
QHash<QUuid, SenderRefusal> refusedSenders(const QList<outbox::Mail> &last);
/// In one or two words.
QString stateText(outbox::State state, const core::Translate &translate = &translatedText);

/// What became of a file, the same.
QString resultText(outbox::FileResult result, const core::Translate &translate = &translatedText);

} // namespace service
