// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mailwords.h"

#include "service/keptattempt.h"
#include "service/servers.h"

using namespace Qt::StringLiterals;
using outbox::State;

namespace service
{

namespace
{

constexpr int unknownExit = static_cast<int>(diagnosis::Exit::InputOutput);
constexpr int stoppedExit = static_cast<int>(diagnosis::Exit::Interrupted);

const char *sourceOf(State state)
{
    static constexpr const char *texts[]{
        QT_TRANSLATE_NOOP("core", "queued"),  QT_TRANSLATE_NOOP("core", "sending"),
        QT_TRANSLATE_NOOP("core", "put off"), QT_TRANSLATE_NOOP("core", "waiting for you"),
        QT_TRANSLATE_NOOP("core", "sent"),    QT_TRANSLATE_NOOP("core", "sent to some"),
        QT_TRANSLATE_NOOP("core", "failed"),  QT_TRANSLATE_NOOP("core", "unknown whether sent"),
        QT_TRANSLATE_NOOP("core", "stopped")};
    return texts[static_cast<size_t>(state)];
}

/// What hinders the mail before any attempt does.
core::Text obstacle(const outbox::Mail &mail, const std::optional<core::ServerEntry> &server)
{
    if (mail.state == State::Failed && !mail.hasBody) {
        return QT_TRANSLATE_NOOP("core", "Its message is missing from the outbox, or was cut off.");
    }
    if (mail.state == State::Unknown && mail.record.isEmpty()) {
        return QT_TRANSLATE_NOOP("core", "The program ended while the message's end was being "
                                         "sent: it may have arrived or not.");
    }
    if (outbox::isOver(mail.state)) {
        return {};
    }
    if (!server) {
        return QT_TRANSLATE_NOOP("core", "Its server is not there any more.");
    }
    return server->enabled ? core::Text()
                           : core::Text(QT_TRANSLATE_NOOP("core", "Its server, “%1”, is switched "
                                                                  "off."),
                                        {server->profile.name});
}

} // namespace

diagnosis::Judgement judgementOf(const core::AttemptRecord &record,
                                 const core::Translate &translate)
{
    return diagnosis::judge(record.facts, record.profile, record.goal, record.at, translate);
}

QHash<QUuid, SenderRefusal> refusedSenders(const QList<outbox::Mail> &last)
{
    static const QStringList classes{u"sender-not-allowed"_s, u"sender-unverified"_s,
                                     u"sender-domain-bad"_s};
    QHash<QUuid, SenderRefusal> refusals;
    for (const outbox::Mail &mail : last) {
        const auto attempt = attemptFromBytes(mail.record);
        if (mail.state == State::Failed && attempt &&
            classes.contains(judgementOf(attempt->record).causeClass)) {
            refusals.insert(mail.identity, {mail.server, mail.envelope.from, mail.lastReply});
        }
    }
    return refusals;
}

QString stateText(State state, const core::Translate &translate)
{
    return core::Text(sourceOf(state)).translated(translate);
}

QString resultText(outbox::FileResult result, const core::Translate &translate)
{
    using outbox::FileResult;
    switch (result) {
    case FileResult::Going: break;
    case FileResult::Sent: return stateText(State::Sent, translate);
    case FileResult::Partial: return stateText(State::Partial, translate);
    case FileResult::Failed: return stateText(State::Failed, translate);
    case FileResult::Unknown: return stateText(State::Unknown, translate);
    case FileResult::Stopped: return stateText(State::Stopped, translate);
    case FileResult::Old:
        return core::Text(QT_TRANSLATE_NOOP("core", "left as it is")).translated(translate);
    }
    return core::Text(QT_TRANSLATE_NOOP("core", "on its way")).translated(translate);
}

MailWords wordsOf(const outbox::Mail &mail, const Servers &servers,
                  const core::Translate &translate)
{
    const auto server = servers.server(mail.server);
    MailWords words{mail.state, {}, server ? server->profile.name : QString(), {}, {}, 0};
    const bool waits = mail.state == State::Queued || mail.state == State::Deferred;
    if (waits && (!server || !server->enabled)) {
        words.state = State::WaitingForYou;
    }
    words.stateText = stateText(words.state, translate);
    words.why = obstacle(mail, server).translated(translate);
    const auto attempt = attemptFromBytes(mail.record);
    const bool tells = mail.state != State::Sent && mail.state != State::Stopped;
    if (words.why.isEmpty() && attempt && tells) {
        const diagnosis::Judgement judgement = judgementOf(attempt->record, translate);
        words.why = judgement.sentence;
        words.advice = judgement.advice;
        words.exitCode = judgement.exitCode();
    }
    if (mail.state == State::Unknown) {
        words.exitCode = unknownExit;
        words.advice = core::Text(QT_TRANSLATE_NOOP(
                                      "core", "Look for it in the recipient's mailbox or your "
                                              "provider's Sent folder, by its Message-ID, and then "
                                              "say whether it arrived or is to be sent again."))
                           .translated(translate);
    } else if (mail.state == State::Stopped) {
        words.exitCode = stoppedExit;
    } else if (mail.state == State::Sent) {
        words.exitCode = 0;
    }
    return words;
}

} // namespace service
