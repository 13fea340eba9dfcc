// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/attemptcommand.h"

#include "cli/choices.h"
#include "cli/jsonreport.h"
#include "cli/mailoptions.h"
#include "cli/options.h"
#include "cli/textreport.h"
#include "core/inert.h"
#include "core/timelimits.h"
#include "diagnosis/words.h"
#include "service/servers.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

/// What a goal makes of the command.
struct Kind
{
    const char *usage;
    const char *description;
    Login login;
};

const Kind &kindOf(core::Goal goal)
{
    static constexpr Kind kinds[] = {
        // in the order of core::Goal
        {"reply [NAME]",
         QT_TRANSLATE_NOOP("cli::AttemptCommand",
                           "Prints the server's EHLO reply before and after TLS, each keyword "
                           "explained, without logging in."),
         Login::Never},
        {"check [NAME]",
         QT_TRANSLATE_NOOP("cli::AttemptCommand",
                           "Connects, reads the server's reply, logs in, and sends nothing."),
         Login::IfPassword},
        {"test [NAME]",
         QT_TRANSLATE_NOOP("cli::AttemptCommand", "Sends a test mail and shows every step."),
         Login::NeedsPassword},
    };
    static_assert(std::size(kinds) == static_cast<size_t>(core::Goal::SendMail) + 1);
    return kinds[static_cast<size_t>(goal)];
}

} // namespace

AttemptCommand::AttemptCommand(core::Goal goal, const Environment &environment)
    : Command(environment.terminal, QString::fromLatin1(kindOf(goal).usage))
    , m_goal(goal)
    , m_inputs(environment.inputs)
    , m_servers(environment.servers)
    , m_patience(environment.patience)
{}

void AttemptCommand::describe(QCommandLineParser &parser)
{
    describeCommand(parser, tr(kindOf(m_goal).description));
    parser.addPositionalArgument(
        u"server"_s, tr("A saved server's name, or the built-in practice server: practice."),
        u"[NAME]"_s);
    addConnectionOptions(parser);
    if (m_goal != core::Goal::ReadReply) {
        addLoginOptions(parser);
    }
    addOutputOptions(parser);
    if (m_goal == core::Goal::SendMail) {
        addMailOptions(parser);
    }
}

void AttemptCommand::printMoreHelp()
{
    printConnectionHint(m_terminal, kindOf(m_goal).login != Login::Never);
}

void AttemptCommand::run()
{
    const QString name = m_parser.positionalArguments().value(0);
    if (!name.isEmpty() && !service::PracticeEntry::isName(name)) {
        if (const auto error = unknownServers(m_servers)) {
            fail(*error);
            return;
        }
    }
    const auto parsed = connectionOptions(m_parser, m_inputs, kindOf(m_goal).login);
    if (const auto *error = std::get_if<UsageError>(&parsed)) {
        fail(*error);
        return;
    }
    sayWhatWasTidied();
    const auto &options = std::get<ConnectionOptions>(parsed);
    service::Request request{{m_goal, options.profile, {}, {}}, options.password};
    if (options.saved) {
        m_saved = options.saved->id;
        if (m_goal == core::Goal::SendMail && !options.saved->enabled) {
            fail({tr("%1 is switched off: nothing is sent through it.").arg(name), badInputExit,
                  tr("“proserpina-cli server edit NAME --enable” switches it on.")});
            return;
        }
        if (m_goal != core::Goal::ReadReply &&
            std::holds_alternative<std::monostate>(request.password)) {
            if (const auto error = useKeptPassword(request, options)) {
                fail(*error);
                return;
            }
        }
    } else if (!options.server.isEmpty()) {
        useBuiltInServer(request, options);
        if (!m_practice) {
            return;
        }
    }
    if (m_goal == core::Goal::SendMail) {
        if (const auto error = addMail(request.job, options)) {
            fail(*error);
            return;
        }
    }
    begin(request);
}

/// The one that the way of logging in asked for now needs, and only where it has gone before.
std::optional<UsageError> AttemptCommand::useKeptPassword(service::Request &request,
                                                          const ConnectionOptions &options)
{
    core::ServerEntry used = *options.saved;
    used.profile = options.profile;
    if (const auto question = service::questionOf(*options.saved, used)) {
        return UsageError{tr("%1 Give the one for this login.")
                              .arg(question->sentence.translated(&translatedText))};
    }
    request.password = service::Servers::passwordOf(used);
    return {};
}

void AttemptCommand::useBuiltInServer(service::Request &request, const ConnectionOptions &options)
{
    auto entry = std::make_unique<service::PracticeEntry>();
    if (const auto started = entry->start(); !started) {
        fail({tr("The practice server cannot start: %1.")
                  .arg(translatedDetail(started.error().detail)),
              unavailableExit});
        return;
    }
    const core::ServerProfile own = entry->profile(options.profile.security);
    core::ServerProfile profile = options.profile;
    profile.name = own.name;
    profile.host = own.host;
    profile.port = own.port;
    profile.pop = entry->pop(options.profile.pop);
    if (profile.caFile.isEmpty()) {
        profile.caFile = own.caFile;
    }
    if (profile.userId.isEmpty() && profile.method != core::Method::External) {
        profile.userId = own.userId;
    }
    if (m_goal != core::Goal::ReadReply &&
        std::holds_alternative<std::monostate>(request.password)) {
        request.password = entry->credentials().password;
    }
    request.job.profile = profile;
    m_practice = std::move(entry);
}

std::optional<UsageError> AttemptCommand::addMail(submission::Job &job,
                                                  const ConnectionOptions &options) const
{
    const QString address = options.saved ? options.saved->address
                            : m_practice  ? service::PracticeEntry::address()
                                          : QString();
    const auto mail = mailOptions(m_parser, address);
    if (const auto *error = std::get_if<UsageError>(&mail)) {
        return *error;
    }
    std::visit([&job](const auto &given) { job.mail = given; }, std::get<MailOptions>(mail));
    const auto delivery = deliveryOptions(m_parser);
    if (const auto *error = std::get_if<UsageError>(&delivery)) {
        return *error;
    }
    job.delivery = std::get<core::Delivery>(delivery);
    return {};
}

void AttemptCommand::begin(const service::Request &request)
{
    m_mails = request.job.delivery.copies;
    m_mailer.emplace(&m_servers.passwords());
    m_attempt.emplace(*m_mailer, m_servers);
    connect(&*m_attempt, &service::Attempt::told, this, &AttemptCommand::onTold);
    connect(&*m_attempt, &service::Attempt::finished, this, &AttemptCommand::onFinished);
    if (!m_json) {
        printOpening(request.job.profile);
        if (m_terminal.takesStatus()) {
            m_waiting = std::make_unique<WaitingLine>(
                m_terminal, core::deadlinesFor(m_goal, request.job.profile), m_patience);
        }
    }
    m_attempt->start(request, m_saved);
}

void AttemptCommand::printOpening(const core::ServerProfile &profile)
{
    const QString host = core::inert(profile.host);
    const bool literal6 = host.count(u':') > 1 && !host.startsWith(u'[');
    m_terminal.lines(wrapped(tr("%1:%2, %3")
                                 .arg(literal6 ? u'[' + host + u']' : host)
                                 .arg(profile.port)
                                 .arg(diagnosis::securityTitle(profile.security, &translatedText)),
                             textWidth),
                     Terminal::Style::Strong);
    m_terminal.line();
}

void AttemptCommand::onTold(const core::AttemptEvent &event)
{
    if (const auto *line = std::get_if<core::TranscriptLine>(&event); line != nullptr && !m_json) {
        const bool note = line->direction == core::TranscriptLine::Direction::Note;
        m_terminal.lines(transcriptLines(*line),
                         note ? Terminal::Style::Faint : Terminal::Style::Plain);
    }
    if (m_waiting) {
        m_waiting->onTold(event);
    }
}

void AttemptCommand::onFinished()
{
    m_waiting.reset();
    const core::AttemptRecord &record = m_attempt->record();
    const core::AttemptReport &report = m_attempt->report();
    const service::Report told = service::reportOf(record, report, m_mails);
    const Tried tried{record.profile, m_saved ? record.profile.name : QString(),
                      m_practice != nullptr, m_parser.optionNames()};
    if (m_json) {
        m_terminal.json(jsonReport(report, tried, told));
    } else {
        m_terminal.line();
        if (m_goal == core::Goal::ReadReply) {
            printReply(m_terminal, record);
        }
        printReport(m_terminal, told);
        printChoices(m_terminal, told.choices, tried);
        printOutcome(m_terminal, report.facts.outcome);
    }
    Q_EMIT done(told.judgement.exitCode());
}

void AttemptCommand::cancel()
{
    if (m_attempt) {
        m_attempt->stop();
    } else {
        Command::cancel();
    }
}

} // namespace cli
