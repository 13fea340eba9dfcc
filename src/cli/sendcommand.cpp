// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the mail is accepted first, and with that the command has done what it promises.
// Where a window or the background unit sends, it is theirs; else it is tried once here. --wait
// goes on looking at it until it is over or needs somebody.
#include "cli/sendcommand.h"

#include "cli/mailoptions.h"
#include "cli/mailprint.h"
#include "cli/options.h"
#include "cli/textreport.h"
#include "service/servers.h"

#include <QTime>

using namespace Qt::StringLiterals;
using outbox::State;

namespace cli
{

namespace
{

constexpr auto lookTime = std::chrono::milliseconds(500);

/// "2026-12-01T08:00" or "08:00", the next time that comes.
QDateTime timeFrom(const QString &typed, const QDateTime &now)
{
    const QString text = typed.trimmed().normalized(QString::NormalizationForm_KC);
    const QTime time = QTime::fromString(text, u"H:mm"_s);
    if (time.isValid()) {
        const QDateTime today(now.date(), time);
        return today > now ? today : today.addDays(1);
    }
    const QDateTime whole = QDateTime::fromString(text, Qt::ISODate);
    return whole.isValid() ? whole : QDateTime::fromString(text, u"yyyy-MM-dd H:mm"_s);
}

/// What other commands have, and why it is not here.
QList<std::pair<QString, QString>> refusedOptions()
{
    const QString saved = SendCommand::tr(
        "Mail of the outbox goes through saved servers only, since it may be sent later, by "
        "another program. Save this one with proserpina-cli server add.");
    return {{u"host"_s, saved},
            {u"port"_s, saved},
            {u"password-env"_s, saved},
            {u"token-env"_s,
             SendCommand::tr("A token from the environment is gone when the mail is sent later. "
                             "Give the saved server a --password-command that prints one.")},
            {u"count"_s, SendCommand::tr("Each send puts one mail into the outbox. To send a mail "
                                         "many times: proserpina-cli test --count.")}};
}

} // namespace

SendCommand::SendCommand(const Environment &environment)
    : Command(environment.terminal, u"send"_s)
    , m_servers(environment.servers)
    , m_delivery(environment.delivery)
{
    m_look.setInterval(lookTime);
    connect(&m_look, &QTimer::timeout, this, &SendCommand::lookAtMail);
}

void SendCommand::describe(QCommandLineParser &parser)
{
    describeCommand(parser,
                    tr("Put a mail into the outbox. It is sent through the server of its sender "
                       "(see identity list): by the window or the background unit where one runs, "
                       "else by this command before it ends. What a server puts off stays in the "
                       "outbox and is tried again. Exit code 0: the mail is kept safely."));
    addSendOptions(parser);
    addOutputOptions(parser);
    for (const auto &[option, reason] : refusedOptions()) {
        QCommandLineOption refused(option, {}, u"X"_s);
        refused.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(refused);
    }
}

void SendCommand::run()
{
    if (const QStringList words = m_parser.positionalArguments(); !words.isEmpty()) {
        fail({words.constFirst() == u"practice"_s
                  ? tr("Mail of the outbox goes through saved servers only. To try out a mail with "
                       "the practice server: proserpina-cli test practice.")
                  : tr("“%1” is one word too many.").arg(words.constFirst())});
        return;
    }
    for (const auto &[option, reason] : refusedOptions()) {
        if (m_parser.isSet(option)) {
            fail({reason});
            return;
        }
    }
    const auto mail = readMail();
    if (const auto *error = std::get_if<UsageError>(&mail)) {
        fail(*error);
        return;
    }
    m_waits = m_parser.isSet(u"wait"_s);
    if (const QString seconds = m_parser.value(u"wait"_s); !seconds.isEmpty()) {
        bool ok = false;
        const int patience = seconds.normalized(QString::NormalizationForm_KC).toInt(&ok);
        if (!ok || patience < 1) {
            fail({tr("--wait takes a number of seconds, not “%1”.").arg(seconds)});
            return;
        }
        m_patience.setRemainingTime(std::chrono::seconds(patience));
    }
    m_delivery().accept(std::get<service::OutgoingMail>(mail), this,
                        [this](const core::Result<outbox::MailId> &id) {
                            if (m_cancelled) {
                                return;
                            }
                            if (id) {
                                onAccepted(*id);
                            } else {
                                fail({id.error().detail.translated(&translatedText), badInputExit});
                            }
                        });
}

Parsed<core::Identity> SendCommand::readIdentity() const
{
    service::Identities &identities = m_servers.identities();
    if (!m_parser.isSet(u"from"_s)) {
        const auto usual = identities.usual();
        return usual ? Parsed<core::Identity>(*usual)
                     : UsageError{tr("There is no sender yet. Save a server with an address first: "
                                     "proserpina-cli server add.")};
    }
    const QString from = m_parser.value(u"from"_s);
    const QList<core::Identity> found = identities.named(from);
    if (found.size() == 1) {
        return found.constFirst();
    }
    if (found.isEmpty()) {
        return UsageError{tr("No sender has the address or name “%1”. See proserpina-cli identity "
                             "list.")
                              .arg(from)};
    }
    return UsageError{tr("Several senders are called “%1”; give name and address: \"Name "
                         "<address>\".")
                          .arg(from)};
}

Parsed<service::OutgoingMail> SendCommand::readMail() const
{
    const auto identity = readIdentity();
    if (const auto *error = std::get_if<UsageError>(&identity)) {
        return *error;
    }
    const auto &sender = std::get<core::Identity>(identity);
    const auto mail = sentMailOptions(m_parser, sender);
    if (const auto *error = std::get_if<UsageError>(&mail)) {
        return *error;
    }
    const auto delivery = deliveryOptions(m_parser);
    if (const auto *error = std::get_if<UsageError>(&delivery)) {
        return *error;
    }
    service::OutgoingMail outgoing{sender.id, {}, std::get<core::Delivery>(delivery), {}};
    std::visit([&outgoing](const auto &one) { outgoing.mail = one; }, std::get<MailOptions>(mail));
    if (m_parser.isSet(u"at"_s)) {
        const QString typed = m_parser.value(u"at"_s);
        outgoing.notBefore = timeFrom(typed, QDateTime::currentDateTime());
        if (!outgoing.notBefore.isValid()) {
            return UsageError{
                tr("--at takes a time such as 2026-12-01T08:00 or 08:00, not “%1”.").arg(typed)};
        }
    }
    return outgoing;
}

void SendCommand::onAccepted(outbox::MailId id)
{
    m_id = id;
    m_delivery().ask(
        this, [](outbox::Outbox &outbox) { return outbox.otherSender(); },
        [this](const std::optional<outbox::Lifeline::Kind> &other) {
            m_other = other;
            if (m_parser.isSet(u"queue-only"_s) || m_parser.isSet(u"at"_s) || other) {
                m_waits ? m_look.start() : lookAtMail();
            } else {
                deliver();
            }
        });
}

void SendCommand::deliver()
{
    m_delivers = true;
    service::Delivery &delivery = m_delivery();
    delivery.sendOnly(*m_id);
    connect(&delivery, &service::Delivery::idle, this, &SendCommand::lookAtMail);
    delivery.begin(outbox::Lifeline::Kind::Command, this,
                   [this](const core::Result<bool> &begun) { onSending(begun); });
}

void SendCommand::onSending(const core::Result<bool> &begun)
{
    if (!begun) {
        m_terminal.error(begun.error().detail.translated(&translatedText));
        m_delivers = false;
        lookAtMail();
    }
}

void SendCommand::lookAtMail()
{
    m_delivery().ask(
        this, [id = *m_id](outbox::Outbox &outbox) { return outbox.mail(id); },
        [this](const core::Result<std::optional<outbox::Mail>> &found) {
            if (found && *found) {
                finish(**found);
            } else {
                fail({tr("Mail %1 was accepted, and is not in the outbox any more.").arg(*m_id),
                      outputExit});
            }
        });
}

void SendCommand::finish(const outbox::Mail &mail)
{
    const State state = service::wordsOf(mail, m_servers).state;
    const bool over = outbox::isOver(state) || state == State::WaitingForYou;
    if (m_cancelled || over || !m_waits || m_patience.hasExpired()) {
        const QString hint =
            over                                        ? QString()
            : m_other == outbox::Lifeline::Kind::Window ? tr("The window sends it.")
            : m_other == outbox::Lifeline::Kind::Unit
                ? tr("The background unit sends it.")
                : tr("Nobody sends it until the window is opened, the background unit is "
                     "switched on, or proserpina-cli outbox run is called.");
        end(mail, hint);
        return;
    }
    m_look.start();
}

void SendCommand::end(const outbox::Mail &mail, const QString &hint)
{
    m_look.stop();
    const service::MailWords words = service::wordsOf(mail, m_servers);
    if (m_json) {
        QJsonObject json = jsonOf(mail, words);
        json[u"sender"_s] = m_other == outbox::Lifeline::Kind::Window ? u"window"_s
                            : m_other == outbox::Lifeline::Kind::Unit ? u"unit"_s
                            : m_delivers                              ? u"command"_s
                                                                      : u"nobody"_s;
        m_terminal.json(json);
    } else {
        m_terminal.lines(wrapped(lineOf(mail, words), textWidth, {}, u"    "_s),
                         words.state == State::Sent ? Terminal::Style::Good
                                                    : Terminal::Style::Plain);
        printParagraphs(m_terminal, {words.why, words.advice, hint});
    }
    const int waiting = m_waits ? static_cast<int>(diagnosis::Exit::TryAgain) : 0;
    Q_EMIT done(outbox::isOver(words.state) ? words.exitCode : waiting);
}

void SendCommand::cancel()
{
    const bool again = std::exchange(m_cancelled, true);
    if (!m_id || again) {
        Command::cancel();
        return;
    }
    if (m_delivers) {
        m_delivery().end(this, [this] { lookAtMail(); });
    } else {
        lookAtMail();
    }
}

} // namespace cli
