// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogue.h"

/// What the scripts about logging in share: the ID is "id", the password or token "word-pass".
namespace dialogue
{

inline std::function<void(smtp::SessionSettings &)> logIn(core::Method method,
                                                          const char *password = "word-pass")
{
    return [method, password](smtp::SessionSettings &s) {
        s.goal = core::Goal::Check;
        s.security = core::Security::Smtps;
        s.method = method;
        s.credentials = core::Credentials{QStringLiteral("id"), core::Secret(password)};
    };
}

inline QByteArray offers(const QByteArray &mechanisms)
{
    return "TLS\nS: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH " + mechanisms + "\n";
}

inline std::function<bool(const smtp::Session &)> loggedInBy(const QList<core::Method> &methods)
{
    return [methods](const smtp::Session &s) {
        QList<core::Method> tried;
        for (const core::AuthAttempt &attempt : s.facts().attempts) {
            tried.append(attempt.method);
        }
        return s.facts().loggedIn && tried == methods && s.facts().method == methods.constLast();
    };
}

// "id" and "word-pass" as the methods write them
inline const QByteArray plain = "C: AUTH PLAIN AGlkAHdvcmQtcGFzcw==\n";
inline const QByteArray welcome = "S: 235 2.7.0 welcome\nC: QUIT\nCLOSE";
inline const QByteArray loginAnswers = "C: aWQ=\nS: 334 UGFzc3dvcmQ6\nC: d29yZC1wYXNz\n";
inline const QByteArray login = "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\n" + loginAnswers;
inline const QByteArray scram = "C: AUTH SCRAM-SHA-256 c2NyYW0tZmlyc3Q=\nS: 334 c2VydmVyLWZpcnN0\n"
                                "C: c2NyYW0tZmluYWw=\nS: 334 c2VydmVyLWZpbmFs\nC: \n";
inline const QByteArray scramRefused =
    "C: AUTH SCRAM-SHA-256 c2NyYW0tZmlyc3Q=\nS: 334 c2VydmVyLWZpcnN0\n"
    "C: c2NyYW0tZmluYWw=\nS: 535 5.7.8 no\n";
inline const QByteArray cram = "C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\n"
                               "C: aWQgMDA3YThjNDZmNDk2MWVlYjllZDE4ZDZmNTg3ZmI0MjQ=\n";

} // namespace dialogue
