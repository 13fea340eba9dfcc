// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "core/inert.h"
#include "core/profilefields.h"
#include "core/systemtext.h"
#include "service/texts.h"

#include <QCommandLineOption>

#include <span>

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

/// Beside those of core::profileFields().
constexpr OptionText loginTexts[] = {
    {"password-env", "VAR",
     QT_TRANSLATE_NOOP("cli", "The environment variable that holds the password.")},
    {"password-stdin", nullptr,
     QT_TRANSLATE_NOOP("cli", "Read the password from standard input, one line.")},
    {"password-command", "CMD",
     QT_TRANSLATE_NOOP("cli", "A program that prints the password; started without a shell.")},
    {"token-env", "VAR",
     QT_TRANSLATE_NOOP("cli", "The environment variable that holds an access token, for "
                              "oauthbearer and xoauth2.")},
    {"pop-password-env", "VAR",
     QT_TRANSLATE_NOOP("cli", "The environment variable that holds the password for POP3; default: "
                              "the other password.")},
};

constexpr OptionText outputTexts[] = {
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

/// Of mail that goes through a saved server: `send` and `autosend`.
constexpr OptionText peopleTexts[] = {
    {"from", "A",
     QT_TRANSLATE_NOOP("cli", "The sender, by address or name, one of identity list; default: the "
                              "default one.")},
    {"to", "A", QT_TRANSLATE_NOOP("cli", "A recipient; may be given several times.")},
    {"cc", "A",
     QT_TRANSLATE_NOOP("cli", "A further recipient, in Cc; may be given several times.")},
    {"bcc", "A", QT_TRANSLATE_NOOP("cli", "One whom the others do not see; the same.")},
};

/// Of `send`, beside those of a mail.
constexpr OptionText sendTexts[] = {
    {"at", "TIME",
     QT_TRANSLATE_NOOP("cli", "Not before then: 2026-12-01T08:00, or 08:00, the next time that "
                              "comes.")},
    {"wait", "SECONDS",
     QT_TRANSLATE_NOOP("cli",
                       "Wait until it is sent, or needs you; with --wait=N at most so long.")},
    {"queue-only", nullptr,
     QT_TRANSLATE_NOOP("cli", "Only keep it, even where nobody sends it now.")},
};

constexpr OptionText outboxTexts[] = {
    {"to", "A", QT_TRANSLATE_NOOP("cli", "For edit: who gets it in place of those who have not.")},
    {"cc", "A", QT_TRANSLATE_NOOP("cli", "For edit: the same, in Cc.")},
    {"bcc", "A", QT_TRANSLATE_NOOP("cli", "For edit: the same, whom the others do not see.")},
    {"server", "NAME", QT_TRANSLATE_NOOP("cli", "For pause and resume: this server's mail only.")},
    {"days", "N", QT_TRANSLATE_NOOP("cli", "For keep: how long sent mails stay in the list.")},
    {"copies", "yes|no",
     QT_TRANSLATE_NOOP("cli", "For keep: whether the text of sent mails stays too.")},
    {"arrived", nullptr, QT_TRANSLATE_NOOP("cli", "For resolve: the mail has arrived.")},
    {"again", nullptr, QT_TRANSLATE_NOOP("cli", "For resolve: it has not; send it again.")},
};

constexpr OptionText identityTexts[] = {
    {"name", "NAME", QT_TRANSLATE_NOOP("cli", "The person's name, as From shows it.")},
    {"address", "A", QT_TRANSLATE_NOOP("cli", "For edit: another address.")},
    {"server", "NAME", QT_TRANSLATE_NOOP("cli", "The saved server that its mail goes through.")},
    {"reply-to", "A", QT_TRANSLATE_NOOP("cli", "Where answers shall go.")},
    {"organisation", "TEXT", QT_TRANSLATE_NOOP("cli", "The organisation, for the header.")},
    {"signature", "TEXT", QT_TRANSLATE_NOOP("cli", "What stands below each text.")},
};

constexpr OptionText ruleTexts[] = {
    {"folder", "F", QT_TRANSLATE_NOOP("cli", "The folder to watch.")},
    {"files", "PATTERN",
     QT_TRANSLATE_NOOP("cli", "Which files, such as '*.pdf'; may be given several times. Default: "
                              "all.")},
    {"sub-folders", nullptr, QT_TRANSLATE_NOOP("cli", "Those in folders inside it, too.")},
    {"no-sub-folders", nullptr, QT_TRANSLATE_NOOP("cli", "For edit: only those directly in it.")},
    {"shared-folder", nullptr,
     QT_TRANSLATE_NOOP("cli", "Others may write to that folder, and what they put there is mailed "
                              "in your name.")},
    {"subject", "S",
     QT_TRANSLATE_NOOP("cli", "The subject; {file}, {name}, {date}, {time}, {size}, {count} and "
                              "{folder} are filled in. Default: {file}")},
    {"body-file", "F",
     QT_TRANSLATE_NOOP("cli", "The text, filled in like the subject (- for standard input).")},
    {"mail-size", "MB",
     QT_TRANSLATE_NOOP("cli", "Several files in one mail, up to that size; 0: one mail per file.")},
    {"delay", "SECONDS",
     QT_TRANSLATE_NOOP("cli", "How long a file must have been left alone; default: 3.")},
    {"afterwards", "sent|delete|leave",
     QT_TRANSLATE_NOOP("cli", "What happens to a file that was sent: it goes to sent/ in the "
                              "folder, is deleted, or stays.")},
    {"per-minute", "N", QT_TRANSLATE_NOOP("cli", "At most so many mails a minute; 0: no limit.")},
    {"brake-files", "N",
     QT_TRANSLATE_NOOP("cli", "Ask first where more files come within a minute; 0: never.")},
    {"brake-size", "MB", QT_TRANSLATE_NOOP("cli", "The same, for their size.")},
    {"pass-over", "PATTERN",
     QT_TRANSLATE_NOOP("cli", "Temporary files besides the usual ones; may be given several "
                              "times.")},
    {"existing", "send|leave",
     QT_TRANSLATE_NOOP("cli",
                       "What becomes of the files that lie there already, when a rule is made or "
                       "looks elsewhere; default: leave.")},
    {"enable", nullptr, QT_TRANSLATE_NOOP("cli", "For edit: take the rule into use again.")},
    {"disable", nullptr, QT_TRANSLATE_NOOP("cli", "For edit: keep it, but watch nothing.")},
};

/// The columns of "--allow-plaintext-password", the longest.
constexpr int widestOption = 26;

enum class Shown
{
    InHelp,
    Elsewhere, // `help connection` prints it
};

void addOption(QCommandLineParser &parser, const QString &name, const char *value,
               const QString &description, Shown shown)
{
    QCommandLineOption added(name, optionHelp(description, widestOption));
    if (shown == Shown::Elsewhere) {
        added.setFlags(QCommandLineOption::HiddenFromHelp);
    }
    if (value != nullptr) {
        added.setValueName(QString::fromLatin1(value));
    }
    parser.addOption(added);
}

void addOptions(QCommandLineParser &parser, std::span<const OptionText> texts,
                Shown shown = Shown::InHelp)
{
    for (const OptionText &option : texts) {
        addOption(parser, QString::fromLatin1(option.name), option.value,
                  Text::tr(option.description), shown);
    }
}

void addFields(QCommandLineParser &parser, bool ofLogin, Shown shown)
{
    for (const core::ProfileField &field : core::profileFields()) {
        if (field.help != nullptr &&
            field.traits.testFlag(core::ProfileField::OfLogin) == ofLogin) {
            addOption(parser, field.option, field.optionValue,
                      QCoreApplication::translate("core", field.help), shown);
        }
    }
}

void addLogin(QCommandLineParser &parser, Shown shown)
{
    addFields(parser, true, shown);
    addOptions(parser, loginTexts, shown);
}

/// The list without the line of usage and Qt's own heading.
QString listOf(const QCommandLineParser &parser)
{
    const QString all = parser.helpText();
    return all.mid(all.indexOf(u"\n  -"_s) + 1);
}

QStringList allNames()
{
    QStringList names{u"help"_s, u"version"_s, u"fault"_s, u"tour"_s};
    for (const core::ProfileField &field : core::profileFields()) {
        names.append(field.option);
    }
    for (const std::span<const OptionText> texts :
         {std::span<const OptionText>(loginTexts), std::span<const OptionText>(outputTexts),
          std::span<const OptionText>(mailTexts), std::span<const OptionText>(savingTexts),
          std::span<const OptionText>(peopleTexts), std::span<const OptionText>(sendTexts),
          std::span<const OptionText>(outboxTexts), std::span<const OptionText>(identityTexts),
          std::span<const OptionText>(ruleTexts)}) {
        for (const OptionText &option : texts) {
            names.append(QString::fromLatin1(option.name));
        }
    }
    return names;
}

bool namesAFile(const QString &option)
{
    static const QStringList options{u"attach"_s,  u"message-file"_s, u"body-file"_s,
                                     u"ca-file"_s, u"client-cert"_s,  u"client-key"_s,
                                     u"folder"_s};
    return options.contains(option);
}

bool mustNotBeAltered(const QString &option)
{
    static const QStringList options{u"id"_s,        u"pop-id"_s,           u"password-env"_s,
                                     u"token-env"_s, u"pop-password-env"_s, u"password-command"_s};
    return options.contains(option);
}

/// `option`: empty for what stands by itself.
Parsed<QString> readable(const QString &argument, const QString &option)
{
    if (!core::hasForeignOctets(argument) || namesAFile(option)) {
        return argument;
    }
    const auto text = mustNotBeAltered(option) ? std::nullopt : service::argumentText(argument);
    if (text) {
        return *text;
    }
    if (option.endsWith("-env"_L1)) {
        return UsageError{Text::tr("--%1: what was given is not UTF-8.").arg(option)};
    }
    const QString shown = core::inert(argument);
    return UsageError{option.isEmpty() ? Text::tr("“%1” is not UTF-8.").arg(shown)
                                       : Text::tr("--%1: “%2” is not UTF-8.").arg(option, shown)};
}

/// The arguments (core::fromSystem()) for a parser: octets that are no UTF-8 stay in the names of
/// files, are read by the locale in texts, and are refused in an ID and in what leads to a
/// password, which must not be altered.
Parsed<QStringList> readableArguments(const QStringList &arguments)
{
    QStringList read;
    QString option; // whose value may come next
    for (const QString &argument : arguments) {
        const bool isOption = argument.startsWith("--"_L1);
        const qsizetype equals = isOption ? argument.indexOf(u'=') : -1;
        const QString name =
            isOption ? argument.sliced(2, (equals < 0 ? argument.size() : equals) - 2) : QString();
        const auto text = readable(argument, equals > 0 ? name : option);
        if (const auto *error = std::get_if<UsageError>(&text)) {
            return *error;
        }
        // A value that may be left out, which QCommandLineParser does not know.
        read.append(argument == u"--wait"_s ? u"--wait="_s : std::get<QString>(text));
        option = equals > 0 ? QString() : name;
    }
    return read;
}

} // namespace

QString optionHelp(const QString &description, int widest)
{
    constexpr int spaces = 3;
    return wrapped(description, helpWidth - spaces - widest).join(u'\n');
}

void addConnectionOptions(QCommandLineParser &parser)
{
    addFields(parser, false, Shown::Elsewhere);
}

void addLoginOptions(QCommandLineParser &parser)
{
    addLogin(parser, Shown::Elsewhere);
}

void addOutputOptions(QCommandLineParser &parser)
{
    addOptions(parser, outputTexts);
}

void addMailOptions(QCommandLineParser &parser)
{
    addOptions(parser, mailTexts);
}

void addSavingOptions(QCommandLineParser &parser)
{
    addOptions(parser, savingTexts);
}

/// Those of a mail but --count: each mail of the outbox is one.
void addSendOptions(QCommandLineParser &parser)
{
    for (const OptionText &option : mailTexts) {
        const bool isTest = qstrcmp(option.name, "count") == 0 ||
                            qstrcmp(option.name, "from") == 0 || qstrcmp(option.name, "to") == 0;
        if (!isTest) {
            addOptions(parser, {&option, 1});
        }
    }
    addOptions(parser, peopleTexts);
    addOptions(parser, sendTexts);
}

void addOutboxOptions(QCommandLineParser &parser)
{
    addOptions(parser, outboxTexts);
}

void addIdentityOptions(QCommandLineParser &parser)
{
    addOptions(parser, identityTexts);
}

void addRuleOptions(QCommandLineParser &parser)
{
    addOptions(parser, peopleTexts);
    addOptions(parser, ruleTexts);
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
    const QString usage = Text::tr("Usage: proserpina-cli %1 [options]").arg(command);
    return wrapped(usage, helpWidth, {}, u"    "_s).join(u'\n') + all.mid(all.indexOf(u'\n'));
}

QString connectionHelp()
{
    QCommandLineParser connection;
    addFields(connection, false, Shown::InHelp);
    QCommandLineParser login;
    addLogin(login, Shown::InHelp);
    const QString intro =
        wrapped(Text::tr(
                    "Options for reaching a server (check, reply, test, server add, server edit):"),
                helpWidth)
            .join(u'\n');
    return intro + u"\n\n"_s + listOf(connection) + u'\n' +
           Text::tr("Options for logging in (not for reply):") + u"\n\n"_s + listOf(login);
}

void printConnectionHint(Terminal &terminal, bool logsIn)
{
    const QString hint =
        logsIn ? Text::tr("Options for reaching a server and logging in: "
                          "proserpina-cli help connection")
               : Text::tr("Options for reaching a server: proserpina-cli help connection");
    terminal.line();
    terminal.lines(wrapped(hint, helpWidth));
}

std::optional<UsageError> parseArguments(QCommandLineParser &parser, const QStringList &arguments)
{
    const auto readable = readableArguments(arguments);
    if (const auto *error = std::get_if<UsageError>(&readable)) {
        return *error;
    }
    // QCommandLineParser takes the first word for the program's name.
    const QStringList program{u"proserpina-cli"_s};
    if (parser.parse(program + std::get<QStringList>(readable))) {
        return {};
    }
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty()) {
        return UsageError{parser.errorText()};
    }
    const QString &option = unknown.constFirst();
    QString message = Text::tr("There is no option --%1 here.").arg(option);
    if (const QString near = nearest(option, allNames()); near == option) {
        message = Text::tr("--%1 is an option of another command.").arg(option);
    } else if (!near.isEmpty()) {
        message += u' ' + Text::tr("Did you mean --%1?").arg(near);
    }
    return UsageError{message};
}

} // namespace cli
