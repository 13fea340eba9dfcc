// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/practicecommand.h"

#include "cli/options.h"
#include "cli/textreport.h"
#include "core/inert.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli
{

PracticeCommand::PracticeCommand(const Environment &environment)
    : Command(environment.terminal, u"practice"_s)
    , m_servers(environment.servers)
{}

void PracticeCommand::describe(QCommandLineParser &parser)
{
    describeCommand(parser,
                    tr("Runs a mail server on this computer, to try things out. It delivers "
                       "nowhere."));
    constexpr int widest = 14; // --fault <NAME>
    const auto help = [](const QString &text) { return optionHelp(text, widest); };
    parser.addOptions(
        {{u"port"_s, help(tr("The port for STARTTLS; default: any free one.")), u"P"_s},
         {u"fault"_s, help(tr("Go wrong in one of the ways below.")), u"NAME"_s},
         {u"tour"_s,
          help(tr("Check the practice server, show its reply, send it a test mail, and end."))}});
}

void PracticeCommand::printMoreHelp()
{
    m_terminal.line();
    m_terminal.line(tr("Faults:"));
    for (const service::PracticeFault &fault : service::PracticeEntry::faults()) {
        m_terminal.lines(wrapped(QCoreApplication::translate("practice", fault.description),
                                 textWidth, u"  "_s + QString(fault.name).leftJustified(23),
                                 QString(25, u' ')));
    }
}

void PracticeCommand::run()
{
    if (!m_parser.positionalArguments().isEmpty()) {
        fail({tr("“%1” is one word too many.").arg(m_parser.positionalArguments().constFirst())});
        return;
    }
    quint16 port = 0;
    if (m_parser.isSet(u"port"_s)) {
        bool ok = false;
        port = m_parser.value(u"port"_s).toUShort(&ok);
        if (!ok || port == 0) {
            fail({tr("--port takes a number from 1 to 65535, not “%1”.")
                      .arg(m_parser.value(u"port"_s))});
            return;
        }
    }
    if (!m_parser.isSet(u"fault"_s)) {
        m_entry = std::make_unique<service::PracticeEntry>();
    } else if (!makeFaulty(m_parser.value(u"fault"_s))) {
        return;
    }
    if (const auto started = m_entry->start(port); !started) {
        fail({tr("The practice server cannot start: %1.")
                  .arg(translatedDetail(started.error().detail)),
              unavailableExit});
        return;
    }
    if (m_parser.isSet(u"tour"_s)) {
        m_mailer.emplace();
        m_attempt.emplace(*m_mailer, m_servers);
        connect(&*m_attempt, &service::Attempt::told, this,
                [this](const core::AttemptEvent &event) {
                    const auto *line = std::get_if<core::TranscriptLine>(&event);
                    if (line != nullptr && m_attempt->record().goal == core::Goal::SendMail) {
                        m_terminal.lines(transcriptLines(*line));
                    }
                });
        connect(&*m_attempt, &service::Attempt::finished, this, &PracticeCommand::onStepFinished);
        m_steps = {core::Goal::Check, core::Goal::ReadReply, core::Goal::SendMail};
        nextStep();
        return;
    }
    m_terminal.line(tr("The practice server runs until Ctrl+C. It delivers nowhere."));
    m_terminal.line(tr("STARTTLS  127.0.0.1:%1").arg(m_entry->startTlsPort()));
    m_terminal.line(tr("SMTPs     127.0.0.1:%1").arg(m_entry->smtpsPort()));
    m_terminal.line(tr("POP3      127.0.0.1:%1 (STLS)").arg(m_entry->server().popPort()));
    m_terminal.line(tr("POP3S     127.0.0.1:%1").arg(m_entry->server().pop3sPort()));
    m_terminal.line(tr("CA file   %1").arg(m_entry->caFile()));
    m_terminal.line(tr("ID        %1").arg(m_entry->credentials().userId));
    // The one password ever printed: made for this run, worth nothing elsewhere.
    m_terminal.line(
        tr("Password  %1").arg(QString::fromUtf8(m_entry->credentials().password.reveal())));
    connect(m_entry.get(), &service::PracticeEntry::mailReceived, this,
            [this](const QByteArray &from, const QByteArrayList &to, qint64 octets) {
                m_terminal.line(tr("mail from %1 to %2, %3 octets")
                                    .arg(core::inert(from), core::inert(to.join(", ")))
                                    .arg(octets));
            });
}

bool PracticeCommand::makeFaulty(const QString &fault)
{
    m_entry = service::PracticeEntry::withFault(fault);
    if (m_entry) {
        return true;
    }
    QStringList names;
    for (const service::PracticeFault &known : service::PracticeEntry::faults()) {
        names.append(known.name);
    }
    const QString near = didYouMean(fault, names);
    fail({tr("There is no fault called “%1”.").arg(fault) +
          (near.isEmpty() ? u' ' + tr("--help lists them.") : near)});
    return false;
}

void PracticeCommand::nextStep()
{
    if (m_steps.isEmpty()) {
        Q_EMIT done(0);
        return;
    }
    const core::Goal goal = m_steps.takeFirst();
    switch (goal) {
    case core::Goal::Check:
        runStep(goal, tr("1. Check the practice server: connect, encrypt, log in, send nothing"));
        break;
    case core::Goal::ReadReply: runStep(goal, tr("2. Its EHLO reply before and after TLS")); break;
    case core::Goal::SendMail: runStep(goal, tr("3. Send a test mail")); break;
    }
}

void PracticeCommand::runStep(core::Goal goal, const QString &title)
{
    m_terminal.line(title, Terminal::Style::Strong);
    m_terminal.line();
    service::Request request;
    request.job.goal = goal;
    request.job.profile = m_entry->profile(core::Security::StartTls);
    request.password = m_entry->credentials().password;
    if (goal == core::Goal::SendMail) {
        request.job.mail =
            core::Draft{service::PracticeEntry::address(),
                        {service::PracticeEntry::address()},
                        tr("Test mail from Proserpina"),
                        tr("This mail was sent by Proserpina to try a mail server.\n"),
                        {}};
    }
    m_attempt->start(request);
}

void PracticeCommand::onStepFinished()
{
    const core::AttemptRecord &record = m_attempt->record();
    const core::Goal goal = record.goal;
    const service::Report told = service::reportOf(record, m_attempt->report());
    const bool accepted = record.facts.outcome == core::Outcome::Accepted;
    if (goal == core::Goal::ReadReply && accepted) {
        printReply(m_terminal, record);
    } else {
        if (goal == core::Goal::SendMail) {
            m_terminal.line();
        }
        printReport(m_terminal, told);
        printOutcome(m_terminal, record.facts.outcome);
    }
    if (!accepted) {
        Q_EMIT done(told.judgement.exitCode());
        return;
    }
    if (!m_steps.isEmpty() && goal == core::Goal::Check) {
        m_terminal.line();
    }
    nextStep();
}

void PracticeCommand::cancel()
{
    if (m_attempt) {
        m_steps.clear();
        m_attempt->stop();
        return;
    }
    // Stopping is how serving ends.
    Q_EMIT done(m_entry ? 0 : cancelledExit);
}

} // namespace cli
