// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/application.h"

#include "cli/attemptcommand.h"
#include "cli/autosendcommand.h"
#include "cli/backgroundcommand.h"
#include "cli/causescommand.h"
#include "cli/explaincommand.h"
#include "cli/identitycommand.h"
#include "cli/jsonreport.h"
#include "cli/options.h"
#include "cli/outboxcommand.h"
#include "cli/practicecommand.h"
#include "cli/presetcommand.h"
#include "cli/sendcommand.h"
#include "cli/servercommand.h"
#include "cli/usage.h"

using namespace Qt::StringLiterals;

namespace cli
{

Application::Application(const Environment &environment)
    : m_environment(environment)
{}

QStringList Application::commandNames()
{
    return {u"check"_s,      u"reply"_s,    u"test"_s,   u"server"_s, u"preset"_s,
            u"causes"_s,     u"practice"_s, u"send"_s,   u"outbox"_s, u"identity"_s,
            u"background"_s, u"autosend"_s, u"explain"_s};
}

void Application::start(const QStringList &arguments)
{
    const QString first = arguments.value(0);
    if (first == u"help"_s && arguments.size() > 1) {
        help(arguments[1]);
        return;
    }
    if (first.isEmpty() || first == u"--help"_s || first == u"-h"_s || first == u"help"_s) {
        m_environment.terminal.raw(helpText().toUtf8());
        Q_EMIT ended(first.isEmpty() ? usageExit : 0);
        return;
    }
    if (first == u"--version"_s || first == u"-v"_s) {
        m_environment.terminal.line(u"proserpina-cli " PROSERPINA_VERSION ""_s);
        Q_EMIT ended(0);
        return;
    }
    m_command = makeCommand(first);
    if (!m_command) {
        const QString message =
            first.startsWith(u'-')
                ? tr("The command comes first: %1.").arg(commandNames().join(u", "_s))
                : tr("There is no command “%1”.").arg(first);
        failUsage(message + didYouMean(first, commandNames()), arguments.contains(u"--json"_s));
        return;
    }
    connect(m_command.get(), &Command::done, this, &Application::ended);
    m_command->start(arguments.mid(1));
}

void Application::help(const QString &topic)
{
    const QString connection = u"connection"_s;
    if (topic == connection) {
        m_environment.terminal.raw(connectionHelp().toUtf8());
        Q_EMIT ended(0);
    } else if (commandNames().contains(topic)) {
        start({topic, u"--help"_s});
    } else {
        failUsage(tr("There is no help on “%1”.").arg(topic) +
                      didYouMean(topic, commandNames() + QStringList{connection}),
                  false);
    }
}

void Application::cancel()
{
    if (m_command) {
        m_command->cancel();
    }
}

std::unique_ptr<Command> Application::makeCommand(const QString &name)
{
    if (name == u"check"_s) {
        return std::make_unique<AttemptCommand>(core::Goal::Check, m_environment);
    }
    if (name == u"reply"_s) {
        return std::make_unique<AttemptCommand>(core::Goal::ReadReply, m_environment);
    }
    if (name == u"test"_s) {
        return std::make_unique<AttemptCommand>(core::Goal::SendMail, m_environment);
    }
    if (name == u"server"_s) {
        return std::make_unique<ServerCommand>(m_environment);
    }
    if (name == u"causes"_s) {
        return std::make_unique<CausesCommand>(m_environment);
    }
    if (name == u"explain"_s) {
        return std::make_unique<ExplainCommand>(m_environment);
    }
    if (name == u"preset"_s) {
        return std::make_unique<PresetCommand>(m_environment);
    }
    if (name == u"send"_s) {
        return std::make_unique<SendCommand>(m_environment);
    }
    if (name == u"outbox"_s) {
        return std::make_unique<OutboxCommand>(m_environment);
    }
    if (name == u"identity"_s) {
        return std::make_unique<IdentityCommand>(m_environment);
    }
    if (name == u"autosend"_s) {
        return std::make_unique<AutosendCommand>(m_environment);
    }
    if (name == u"background"_s) {
        return std::make_unique<BackgroundCommand>(m_environment);
    }
    if (name == u"practice"_s) {
        return std::make_unique<PracticeCommand>(m_environment);
    }
    return nullptr;
}

QString Application::helpText() const
{
    return tr("proserpina-cli: set up the sending of mail, see what the server really answers.\n"
              "\n"
              "  proserpina-cli check     connect, encrypt, log in; send nothing\n"
              "  proserpina-cli reply     the server's EHLO reply, before and after TLS\n"
              "  proserpina-cli test      send a test mail and show every step\n"
              "  proserpina-cli server    the saved servers: list, show, add, edit, remove,\n"
              "                           restore\n"
              "  proserpina-cli send      put a mail into the outbox, which sends it\n"
              "  proserpina-cli outbox    the mail that waits: list, show, stop, retry, ...\n"
              "  proserpina-cli identity  who mail is from, and through which server it goes\n"
              "  proserpina-cli autosend  files put into a folder are mailed by themselves\n"
              "  proserpina-cli background\n"
              "                           send what waits, watch folders, until it is ended\n"
              "  proserpina-cli preset    what is known of a mail provider\n"
              "  proserpina-cli explain   what a reply or an error of any mail program means\n"
              "  proserpina-cli causes    every cause an attempt may end with\n"
              "  proserpina-cli practice  run a mail server on this computer to try things out\n"
              "\n"
              "To begin without a server of your own:\n"
              "\n"
              "  proserpina-cli check practice\n"
              "  proserpina-cli test practice\n"
              "\n"
              "With one:\n"
              "\n"
              "  proserpina-cli check --host smtp.example.org --security smtps \\\n"
              "      --id taro@example.org --password-stdin\n"
              "\n"
              "Each command explains its options: proserpina-cli check --help; the options for\n"
              "reaching a server and logging in: proserpina-cli help connection.\n"
              "Exit codes: 0 accepted, 64 wrong usage, 65 message or input, 67 recipients,\n"
              "68 unknown host, 69 connection or TLS, 74 unknown whether it arrived,\n"
              "75 try again later, 76 protocol, 77 login, 130 cancelled.\n");
}

void Application::failUsage(const QString &message, bool json)
{
    if (json) {
        m_environment.terminal.json(jsonUsageError({message}));
    } else {
        m_environment.terminal.error(message);
    }
    Q_EMIT ended(usageExit);
}

} // namespace cli
