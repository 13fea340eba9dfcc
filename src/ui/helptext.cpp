// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/helptext.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui
{

namespace
{

constexpr const char *paragraphs[] = {
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Method: leave SCRAM-SHA-256 if you do not know which one your server takes. "
        "The reply of the server decides: what it does not offer is left out, and the "
        "next lower one is used, SCRAM-SHA-256 > CRAM-MD5 > LOGIN > PLAIN1. It never "
        "goes the other way round, and after a refused password no weaker method is "
        "tried without your click, unless you allow that under Advanced."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "PLAIN1 sends ID and password in the first line, PLAIN2 waits until the server "
        "asks. PLAIN2 is used only where you choose it."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "POP before SMTP is the older way: the login goes to the POP3 server, and for "
        "some minutes the server for sending then takes mail from this computer without "
        "another one. Where it does not, the login is made once more."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "OAUTHBEARER and XOAUTH2 take an access token in the password's place: a long "
        "text that a provider such as Gmail or Microsoft gives a program for an hour or "
        "so. A token command can fetch it. EXTERNAL logs in by a client certificate, "
        "which is set under Advanced."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "ID: the whole mail address with most providers (Gmail), only the part before "
        "the @ with some (Yahoo! Mail Japan), or something of its own."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "SSL3/TLS1 (SMTPs): encrypts from the first byte, usually on port 465. Today it "
        "means TLS 1.2 or newer. Without it, STARTTLS on port 587 encrypts after a few "
        "lines."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Port: 465 with SMTPs, 587 with a login, 25 without either; another one if your "
        "provider says so."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Password: kept in the system's keychain, or in memory until you quit; never in "
        "a file, never in what is shown or copied."),
    QT_TRANSLATE_NOOP(
        "ui::HelpText",
        "Advanced: what few servers need. A CA file is for a server whose certificate "
        "an issuer of your own signed; a client certificate and a proxy, where the "
        "operator or your network wants them. Leave TLS 1.0 and 1.1 and the password "
        "without encryption off, except for an old device of your own.")};

} // namespace

QString helpText()
{
    QStringList texts;
    for (const char *paragraph : paragraphs) {
        texts.append(QCoreApplication::translate("ui::HelpText", paragraph));
    }
    return texts.join(QStringLiteral("\n\n"));
}

} // namespace ui
