// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogue.h"

/// What the scripts about mails share.
namespace dialogue
{

inline std::function<void(smtp::SessionSettings &)> mail(const QByteArray &from,
                                                         const QList<QByteArray> &to)
{
    return [from, to](smtp::SessionSettings &s) {
        s.goal = core::Goal::SendMail;
        s.mail = smtp::Mail{{from, to}, {}};
    };
}

inline const QByteArray a = "a@example.org";
inline const QByteArray b = "b@example.org";
inline const QByteArray c = "c@example.org";
inline const QByteArray d = "d@example.org";

inline QByteArray greets(const QByteArray &keyword)
{
    return "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 " + keyword + "\n";
}

inline const QByteArray pipelined = greets("PIPELINING");
inline const QByteArray lockStep = greets("HELP");
inline const QByteArray from = "C: MAIL FROM:<a@example.org>\n";
inline const QByteArray toB = "C: RCPT TO:<b@example.org>\n";
inline const QByteArray toC = "C: RCPT TO:<c@example.org>\n";
inline const QByteArray toD = "C: RCPT TO:<d@example.org>\n";
inline const QByteArray data = "C: DATA\n";
inline const QByteArray group = from + toB + toC + toD + data;

inline std::function<bool(const smtp::Session &)> results(const QList<core::Outcome> &outcomes)
{
    return [outcomes](const smtp::Session &s) {
        QList<core::Outcome> found;
        for (const core::RecipientResult &recipient : s.facts().recipients) {
            found.append(recipient.outcome);
        }
        return found == outcomes;
    };
}

// As it stands in Row by default, and what two transactions make of it.
inline const QByteArray oneMessage = "Subject: test\r\n\r\nHello.\r\n";
inline const QByteArray twoOnTheWire = oneMessage + ".\r\n" + oneMessage + ".\r\n";

} // namespace dialogue
