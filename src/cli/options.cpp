// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "cli/terminal.h"
#include "cli/text.h"
#include "service/practiceentry.h"

#include <QCommandLineOption>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <cmath>

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
         "cli", "auto, scram-sha-256, cram-md5, login, plain1, plain2 or none. The server's reply "
                "may lead to a lower one of the first five, never to a higher one.")},
    {"id", "ID", QT_TRANSLATE_NOOP("cli", "The ID to log in with, often the whole mail address.")},
    {"password-env", "VAR",
     QT_TRANSLATE_NOOP("cli", "The environment variable that holds the password.")},
    {"password-stdin", nullptr,
     QT_TRANSLATE_NOOP("cli", "Read the password from standard input, one line.")},
    {"password-command", "CMD",
     QT_TRANSLATE_NOOP("cli", "A program that prints the password; started without a shell.")},
    {"ca-file", "F", QT_TRANSLATE_NOOP("cli", "Certificates (PEM) to trust beside the system's.")},
    {"ehlo", "NAME",
     QT_TRANSLATE_NOOP("cli", "The name to greet the server with; default [127.0.0.1].")},
    {"allow-plaintext-password", nullptr,
     QT_TRANSLATE_NOOP(
         "cli", "Let the password cross the network unencrypted. Anybody on the way can read it.")},
    {"timeout", "SECONDS",
     QT_TRANSLATE_NOOP("cli", "The longest time for each step, its whole reply included.")},
    {"json", nullptr, QT_TRANSLATE_NOOP("cli", "Print one JSON object and nothing else.")},
};

constexpr OptionText mailTexts[] = {
    {"from", "A", QT_TRANSLATE_NOOP("cli", "The sender.")},
    {"to", "B",
     QT_TRANSLATE_NOOP("cli", "A recipient; may be given several times. Default: the sender.")},
    {"subject", "S", QT_TRANSLATE_NOOP("cli", "The subject.")},
    {"body-file", "F", QT_TRANSLATE_NOOP("cli", "The text, UTF-8.")},
    {"attach", "F", QT_TRANSLATE_NOOP("cli", "A file to attach; may be given several times.")},
    {"message-file", "F.eml",
     QT_TRANSLATE_NOOP("cli", "Send this message as it is; only Bcc is left out.")},
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
    return names;
}

UsageError notOneOf(const QString &option, const QString &value, const QStringList &values)
{
    QString message = Text::tr("--%1 takes %2, not “%3”.").arg(option, values.join(u", "_s), value);
    if (const QString near = nearest(value, values); !near.isEmpty()) {
        message += u' ' + Text::tr("Did you mean %1?").arg(near);
    }
    return {message};
}

UsageError noSuchServer(const QString &name, const QStringList &names)
{
    QString message =
        Text::tr("There is no server called “%1”. Give --host and the other options, or the "
                 "built-in “practice”.")
            .arg(name);
    if (const QString near = nearest(name, names); !near.isEmpty()) {
        message += u' ' + Text::tr("Did you mean %1?").arg(near);
    }
    return {message};
}

/// A saved server has its own host and encryption: so its password goes nowhere else.
std::optional<UsageError> readSaved(const QCommandLineParser &parser, const Inputs &inputs,
                                    ConnectionOptions &options)
{
    options.saved = inputs.savedServer(options.server);
    if (!options.saved) {
        return noSuchServer(options.server, inputs.savedNames());
    }
    for (const char *option : {"host", "port", "security", "ca-file", "allow-plaintext-password"}) {
        if (parser.isSet(QString::fromLatin1(option))) {
            return UsageError{Text::tr("“%1” has its own settings; leave --%2 out.")
                                  .arg(options.server, QString::fromLatin1(option))};
        }
    }
    options.profile = options.saved->profile;
    return {};
}

std::optional<UsageError> readTarget(const QCommandLineParser &parser, const Inputs &inputs,
                                     ConnectionOptions &options)
{
    const QStringList names = parser.positionalArguments();
    if (names.size() > 1) {
        return UsageError{Text::tr("One server at a time: “%1” is one too many.").arg(names[1])};
    }
    options.server = names.value(0);
    if (!options.server.isEmpty() && !service::PracticeEntry::isName(options.server)) {
        return readSaved(parser, inputs, options);
    }
    if (options.server.isEmpty() && !parser.isSet(u"host"_s)) {
        return UsageError{
            Text::tr("Which server? Give a saved one's name, --host, or the built-in “practice”.")};
    }
    if (!options.server.isEmpty() && (parser.isSet(u"host"_s) || parser.isSet(u"port"_s))) {
        return UsageError{Text::tr("“%1” has its own host and port; leave --host and --port out.")
                              .arg(options.server)};
    }
    options.profile.host = parser.value(u"host"_s);
    return {};
}

std::optional<UsageError> readSecurity(const QCommandLineParser &parser, ConnectionOptions &options)
{
    if (options.saved) {
        return {};
    }
    if (parser.isSet(u"security"_s)) {
        const QString name = parser.value(u"security"_s);
        const auto security = core::securityFromName(name);
        if (!security) {
            return notOneOf(u"security"_s, name,
                            {u"smtps"_s, u"starttls"_s, u"starttls-if-offered"_s, u"none"_s});
        }
        options.profile.security = *security;
        options.securityGiven = true;
    }
    options.profile.port = core::usualPort(options.profile.security, core::Method::None);
    if (parser.isSet(u"port"_s)) {
        bool ok = false;
        // A Japanese hand types full width.
        const QString typed = parser.value(u"port"_s).normalized(QString::NormalizationForm_KC);
        options.profile.port = typed.toUShort(&ok);
        if (!ok || options.profile.port == 0) {
            return UsageError{Text::tr("--port takes a number from 1 to 65535, not “%1”.")
                                  .arg(parser.value(u"port"_s))};
        }
    }
    return {};
}

std::optional<UsageError> readRest(const QCommandLineParser &parser, ConnectionOptions &options)
{
    if (!options.saved) {
        options.profile.caFile = parser.value(u"ca-file"_s);
        options.profile.allowPlaintextPassword = parser.isSet(u"allow-plaintext-password"_s);
    }
    if (!options.saved || parser.isSet(u"ehlo"_s)) {
        options.profile.ehloName = parser.value(u"ehlo"_s);
    }
    options.json = parser.isSet(u"json"_s);
    if (parser.isSet(u"timeout"_s)) {
        bool ok = false;
        const double seconds = parser.value(u"timeout"_s).toDouble(&ok);
        if (!ok || !std::isfinite(seconds) || seconds < 0.001 || seconds > 86400) {
            return UsageError{
                Text::tr("--timeout takes a number of seconds from 0.001 to 86400, not “%1”.")
                    .arg(parser.value(u"timeout"_s))};
        }
        options.profile.deadlines =
            core::Deadlines::all(std::chrono::milliseconds(std::llround(seconds * 1000)));
    }
    return {};
}

std::optional<UsageError> readPassword(const QCommandLineParser &parser, const Inputs &inputs,
                                       ConnectionOptions &options)
{
    const int sources = int{parser.isSet(u"password-env"_s)} +
                        int{parser.isSet(u"password-stdin"_s)} +
                        int{parser.isSet(u"password-command"_s)};
    if (sources > 1) {
        return UsageError{
            Text::tr("Give one of --password-env, --password-stdin and --password-command.")};
    }
    if (parser.isSet(u"password-env"_s)) {
        const QString name = parser.value(u"password-env"_s);
        const std::optional<QByteArray> value = inputs.environment(name);
        if (!value || value->isEmpty()) {
            return UsageError{
                Text::tr("--password-env: the variable %1 is not set or is empty.").arg(name)};
        }
        options.password = core::Secret(*value);
    } else if (parser.isSet(u"password-command"_s)) {
        options.password =
            service::PasswordCommand{QProcess::splitCommand(parser.value(u"password-command"_s))};
    } else if (parser.isSet(u"password-stdin"_s)) {
        const std::optional<QByteArray> line = inputs.passwordLine();
        if (!line) {
            return UsageError{Text::tr("Cancelled."), cancelledExit};
        }
        if (line->isEmpty()) {
            return UsageError{
                Text::tr("--password-stdin: there is no password on standard input.")};
        }
        options.password = core::Secret(*line);
    }
    return {};
}

std::optional<UsageError> readLogin(const QCommandLineParser &parser, const Inputs &inputs,
                                    bool loginNeedsPassword, ConnectionOptions &options)
{
    if (!options.saved || parser.isSet(u"id"_s)) {
        options.profile.userId = parser.value(u"id"_s);
    }
    if (const auto error = readPassword(parser, inputs, options)) {
        return error;
    }
    const bool hasPassword = !std::holds_alternative<std::monostate>(options.password);
    const bool wantsLogin = parser.isSet(u"id"_s) || hasPassword;
    if (options.saved && !parser.isSet(u"auth"_s)) {
        return {};
    }
    const QString name = parser.isSet(u"auth"_s) ? parser.value(u"auth"_s) : u"auto"_s;
    if (name == u"auto"_s) {
        options.profile.method = core::Method::ScramSha256;
    } else if (const auto method = core::methodFromName(name)) {
        options.profile.method = *method;
    } else {
        return notOneOf(u"auth"_s, name,
                        {u"auto"_s, u"scram-sha-256"_s, u"cram-md5"_s, u"login"_s, u"plain1"_s,
                         u"plain2"_s, u"none"_s});
    }
    if (!options.server.isEmpty()) {
        return {}; // a built-in server knows its ID and password
    }
    if (options.profile.method == core::Method::None) {
        return wantsLogin ? std::optional(UsageError{
                                Text::tr("--auth none goes with no ID and no password.")})
                          : std::nullopt;
    }
    if (hasPassword && options.profile.userId.isEmpty()) {
        return UsageError{Text::tr("There is a password but no ID: add --id.")};
    }
    if (loginNeedsPassword && !hasPassword && (wantsLogin || parser.isSet(u"auth"_s))) {
        return UsageError{
            Text::tr("To log in, a password is needed: add --password-env, --password-stdin or "
                     "--password-command%1.")
                .arg(parser.isSet(u"id"_s) ? QString() : Text::tr(" and --id"))};
    }
    if (loginNeedsPassword && !wantsLogin) {
        options.profile.method = core::Method::None;
    }
    return {};
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
    // QCommandLineParser takes the first word for the program's name.
    if (parser.parse(QStringList{u"proserpina-cli"_s} + arguments)) {
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

Parsed<ConnectionOptions> connectionOptions(const QCommandLineParser &parser, const Inputs &inputs,
                                            bool loginNeedsPassword)
{
    ConnectionOptions options;
    if (const auto error = readTarget(parser, inputs, options)) {
        return *error;
    }
    if (const auto error = readSecurity(parser, options)) {
        return *error;
    }
    if (const auto error = readRest(parser, options)) {
        return *error;
    }
    if (const auto error = readLogin(parser, inputs, loginNeedsPassword, options)) {
        return *error;
    }
    return options;
}

Parsed<MailOptions> mailOptions(const QCommandLineParser &parser, const QString &defaultAddress)
{
    const QString from = parser.isSet(u"from"_s) ? parser.value(u"from"_s) : defaultAddress;
    if (from.isEmpty()) {
        return UsageError{Text::tr("Who sends? Give --from.")};
    }
    const QStringList to = parser.isSet(u"to"_s) ? parser.values(u"to"_s) : QStringList{from};
    if (parser.isSet(u"message-file"_s)) {
        for (const char *other : {"subject", "body-file", "attach"}) {
            if (parser.isSet(QString::fromLatin1(other))) {
                return UsageError{Text::tr("--message-file is sent as it is; leave --%1 out.")
                                      .arg(QString::fromLatin1(other))};
            }
        }
        return service::MessageFile{parser.value(u"message-file"_s), from, to};
    }
    core::Draft draft{from, to, Text::tr("Test mail from Proserpina"),
                      Text::tr("This mail was sent by Proserpina to try a mail server.\n"),
                      parser.values(u"attach"_s)};
    if (parser.isSet(u"subject"_s)) {
        draft.subject = parser.value(u"subject"_s);
    }
    if (parser.isSet(u"body-file"_s)) {
        QFile file(parser.value(u"body-file"_s));
        if (QFileInfo(file).exists() && !QFileInfo(file).isFile()) {
            return UsageError{
                Text::tr("--body-file: %1 is not a regular file.").arg(file.fileName()),
                badInputExit};
        }
        if (!file.open(QIODevice::ReadOnly)) {
            return UsageError{
                Text::tr("--body-file: %1: %2.").arg(file.fileName(), file.errorString()),
                badInputExit};
        }
        draft.text = QString::fromUtf8(file.readAll());
    }
    return draft;
}

} // namespace cli
