// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "cli/arguments.h"
#include "cli/terminal.h"
#include "cli/text.h"

#include <QCommandLineOption>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

/// As wide as the list of options that Qt lays out.
constexpr int helpWidth = 79;

struct OptionText
{
    const char *name;
    const char *value; // nullptr: a switch
    const char *description;
};

constexpr OptionText connectionTexts[] = {
    {"host", "H", QT_TRANSLATE_NOOP("cli", "The server's host name or address.")},
    {"port", "P",
     QT_TRANSLATE_NOOP("cli", "Its port; usual: 465 for smtps, 587 for starttls, 25 for none.")},
    {"security", "KIND",
     QT_TRANSLATE_NOOP("cli", "smtps, starttls (default), starttls-if-offered or none.")},
    {"auth", "METHOD",
     QT_TRANSLATE_NOOP(
         "cli",
         "auto, scram-sha-256, cram-md5, login, plain1, plain2, oauthbearer or xoauth2 (an access "
         "token), external (a certificate), pbs (POP before SMTP) or none. The server's reply may "
         "lead to a lower one of the first five, never to a higher one.")},
    {"id", "ID", QT_TRANSLATE_NOOP("cli", "The ID to log in with, often the whole mail address.")},
    {"password-env", "VAR",
     QT_TRANSLATE_NOOP("cli", "The environment variable that holds the password.")},
    {"password-stdin", nullptr,
     QT_TRANSLATE_NOOP("cli", "Read the password from standard input, one line.")},
    {"password-command", "CMD",
     QT_TRANSLATE_NOOP("cli", "A program that prints the password; started without a shell.")},
    {"token-env", "VAR",
     QT_TRANSLATE_NOOP("cli", "The environment variable that holds an access token, for "
                              "oauthbearer and xoauth2.")},
    {"pop-host", "H",
     QT_TRANSLATE_NOOP("cli", "For pbs: the POP3 server; default: the SMTP server's host.")},
    {"pop-port", "P", QT_TRANSLATE_NOOP("cli", "Its port; usual: 995 for pop3s, else 110.")},
    {"pop-security", "KIND", QT_TRANSLATE_NOOP("cli", "pop3s (default), stls or none.")},
    {"pop-auth", "WAY",
     QT_TRANSLATE_NOOP("cli", "auto (APOP where it is offered), apop or user (USER and PASS).")},
    {"pop-id", "ID", QT_TRANSLATE_NOOP("cli", "The ID for POP3; default: that of --id.")},
    {"pop-password-env", "VAR",
     QT_TRANSLATE_NOOP("cli", "The environment variable that holds the password for POP3; default: "
                              "the other password.")},
    {"pop-wait", "SECONDS",
     QT_TRANSLATE_NOOP("cli", "How long to wait after the POP3 login; default 1.")},
    {"pop-pin", "SHA256", QT_TRANSLATE_NOOP("cli", "As --pin, for the POP3 server's certificate.")},
    {"ca-file", "F", QT_TRANSLATE_NOOP("cli", "Certificates (PEM) to trust beside the system's.")},
    {"pin", "SHA256",
     QT_TRANSLATE_NOOP("cli", "Trust the one certificate with this fingerprint, whatever is wrong "
                              "with it, and no other.")},
    {"client-cert", "F",
     QT_TRANSLATE_NOOP("cli", "A certificate (PEM) of one's own to show to the server.")},
    {"client-key", "F",
     QT_TRANSLATE_NOOP("cli", "Its key (PEM); default: in the certificate's file.")},
    {"allow-old-tls", nullptr,
     QT_TRANSLATE_NOOP("cli", "Take TLS 1.0 and 1.1 too, which can be broken.")},
    {"proxy", "URL",
     QT_TRANSLATE_NOOP("cli",
                       "Connect by this proxy: socks5://HOST:PORT or http://HOST:PORT "
                       "(CONNECT). Without it none is used, whatever the environment says.")},
    {"ehlo", "NAME",
     QT_TRANSLATE_NOOP("cli", "The name to greet the server with; default [127.0.0.1].")},
    {"allow-plaintext-password", nullptr,
     QT_TRANSLATE_NOOP(
         "cli", "Let the password cross the network unencrypted. Anybody on the way can read it.")},
    {"try-next-method", nullptr,
     QT_TRANSLATE_NOOP("cli", "After a refused login try the next method that is offered by "
                              "itself, over verified TLS only.")},
    {"timeout", "SECONDS",
     QT_TRANSLATE_NOOP("cli", "The longest time for each step, its whole reply included.")},
    {"json", nullptr, QT_TRANSLATE_NOOP("cli", "Print one JSON object and nothing else.")},
};

constexpr OptionText mailTexts[] = {
    {"from", "A", QT_TRANSLATE_NOOP("cli", "The sender.")},
    {"to", "B",
     QT_TRANSLATE_NOOP("cli", "A recipient; may be given several times. Default: the sender.")},
    {"subject", "S", QT_TRANSLATE_NOOP("cli", "The subject.")},
    {"body-file", "F",
     QT_TRANSLATE_NOOP("cli", "The text: UTF-8, or UTF-16 with a byte order mark; - for standard "
                              "input.")},
    {"body-charset", "NAME",
     QT_TRANSLATE_NOOP("cli", "The encoding of --body-file, such as Shift_JIS.")},
    {"attach", "F", QT_TRANSLATE_NOOP("cli", "A file to attach; may be given several times.")},
    {"message-file", "F.eml",
     QT_TRANSLATE_NOOP("cli", "Send this message. Bcc is left out; what the server cannot take is "
                              "re-encoded.")},
    {"break-signature", nullptr,
     QT_TRANSLATE_NOOP("cli", "If a signed message must be re-encoded, send it without its "
                              "signature.")},
    {"all-or-none", nullptr,
     QT_TRANSLATE_NOOP("cli", "Where one recipient is refused, send it to nobody.")},
    {"notify", "WHEN",
     QT_TRANSLATE_NOOP("cli", "Ask for notifications of delivery: success, failure, delay (several "
                              "with commas) or never.")},
    {"count", "N",
     QT_TRANSLATE_NOOP("cli", "Send the mail N times over one connection; up to 10000.")},
};

constexpr OptionText savingTexts[] = {
    {"name", "NAME", QT_TRANSLATE_NOOP("cli", "Its name in the list; for edit: a new one.")},
    {"address", "A",
     QT_TRANSLATE_NOOP("cli", "The sender's mail address; also the ID where no --id is given.")},
    {"enable", nullptr, QT_TRANSLATE_NOOP("cli", "Take it into use again.")},
    {"disable", nullptr, QT_TRANSLATE_NOOP("cli", "Keep it, but do not send through it.")},
    {"keep-password", nullptr,
     QT_TRANSLATE_NOOP("cli",
                       "Let the kept password go to the new host, or over less encryption.")},
    {"forget-password", nullptr,
     QT_TRANSLATE_NOOP("cli", "Take the password out of the keychain.")},
    {"unset", "OPTION",
     QT_TRANSLATE_NOOP("cli", "Take back what an option has set (allow-old-tls, pin, proxy, ...); "
                              "may be given several times.")},
};

/// The columns of "--allow-plaintext-password", the longest.
constexpr int widestOption = 26;

template <size_t N> void addOptions(QCommandLineParser &parser, const OptionText (&texts)[N])
{
    for (const OptionText &option : texts) {
        QCommandLineOption added(QString::fromLatin1(option.name),
                                 optionHelp(Text::tr(option.description), widestOption));
        if (option.value != nullptr) {
            added.setValueName(QString::fromLatin1(option.value));
        }
        parser.addOption(added);
    }
}

QStringList allNames()
{
    QStringList names{u"help"_s, u"version"_s, u"fault"_s, u"tour"_s};
    for (const OptionText &option : connectionTexts) {
        names.append(QString::fromLatin1(option.name));
    }
    for (const OptionText &option : mailTexts) {
        names.append(QString::fromLatin1(option.name));
    }
    for (const OptionText &option : savingTexts) {
        names.append(QString::fromLatin1(option.name));
    }
    return names;
}

} // namespace

QString optionHelp(const QString &description, int widest)
{
    constexpr int spaces = 3;
    return wrapped(description, helpWidth - spaces - widest).join(u'\n');
}

void addConnectionOptions(QCommandLineParser &parser)
{
    addOptions(parser, connectionTexts);
}

void addMailOptions(QCommandLineParser &parser)
{
    addOptions(parser, mailTexts);
}

void addSavingOptions(QCommandLineParser &parser)
{
    addOptions(parser, savingTexts);
}

void describeCommand(QCommandLineParser &parser, const QString &description)
{
    parser.setApplicationDescription(wrapped(description, helpWidth).join(u'\n'));
    parser.addOption({{u"h"_s, u"help"_s}, Text::tr("Print this.")});
}

QString helpText(const QCommandLineParser &parser, const QString &command)
{
    // The parser knows programs, not commands: its first line names the file that was started.
    const QString all = parser.helpText();
    return Text::tr("Usage: proserpina-cli %1 [options]").arg(command) +
           all.mid(all.indexOf(u'\n'));
}

std::optional<UsageError> parseArguments(QCommandLineParser &parser, const QStringList &arguments)
{
    const auto readable = readableArguments(arguments);
    if (const auto *error = std::get_if<UsageError>(&readable)) {
        return *error;
    }
    // QCommandLineParser takes the first word for the program's name.
    if (parser.parse(QStringList{u"proserpina-cli"_s} + std::get<QStringList>(readable))) {
        return {};
    }
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty()) {
        return UsageError{parser.errorText()};
    }
    const QString option = unknown.constFirst();
    QString message = Text::tr("There is no option --%1 here.").arg(option);
    if (const QString near = nearest(option, allNames()); near == option) {
        message = Text::tr("--%1 is an option of another command.").arg(option);
    } else if (!near.isEmpty()) {
        message += u' ' + Text::tr("Did you mean --%1?").arg(near);
    }
    return UsageError{message};
}

} // namespace cli
