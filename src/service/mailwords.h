// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/mail.h"
#include "service/report.h"

#include <QString>

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
/// In one or two words.
QString stateText(outbox::State state, const core::Translate &translate = &translatedText);

} // namespace service
