// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/outbox.h"

#include <QBuffer>
#include <QTemporaryDir>

/// An outbox in a folder of its own, with a clock that stands until it is moved.
class OutboxFolder
{
public:
    OutboxFolder()
        : clock(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)
    {}

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("outbox")); }
    [[nodiscard]] outbox::Surroundings surroundings() const
    {
        return {[this] { return clock; }, isRemote, freeSpace};
    }
    void wait(std::chrono::milliseconds time) { clock = clock.addDuration(time); }

    QDateTime clock;
    database::Database::IsRemote isRemote;
    outbox::Spool::FreeSpace freeSpace;

private:
    QTemporaryDir m_folder;
};

inline outbox::NewMail newMail(const QUuid &server, const QByteArrayList &to = {"a@example.org"},
                               const QByteArray &text = "Subject: s\r\n\r\ntext\r\n")
{
    outbox::NewMail mail;
    mail.server = server;
    mail.from = QStringLiteral("Taro <taro@example.org>");
    mail.subject = QStringLiteral("s");
    mail.messageId = "<1@example.org>";
    mail.envelope = {"taro@example.org", to};
    mail.traits.size = text.size();
    mail.open = [text] {
        auto device = std::make_unique<QBuffer>();
        device->setData(text);
        device->open(QIODevice::ReadOnly);
        return device;
    };
    return mail;
}

inline core::Reply replyOf(int code, const QByteArray &text)
{
    core::Reply reply;
    reply.code = code;
    reply.text = {text};
    reply.lines = {QByteArray::number(code) + ' ' + text};
    reply.enhanced = core::enhancedCodeOf(code, text);
    return reply;
}

/// What a session found out that ended at `stage` with a reply.
inline core::SessionFacts refusedAt(core::Stage stage, const core::Reply &reply,
                                    const outbox::Mail &mail)
{
    core::SessionFacts facts;
    facts.stage = stage;
    facts.reply = reply;
    facts.failure =
        reply.isTemporary() ? core::Failure::ReplyDeferred : core::Failure::ReplyRefused;
    facts.outcome = reply.isTemporary() ? core::Outcome::Deferred : core::Outcome::Refused;
    facts.loggedIn = stage >= core::Stage::Mail;
    if (stage >= core::Stage::Mail) {
        for (const qsizetype i : mail.remaining()) {
            facts.recipients.append({mail.envelope.to[i], facts.outcome, reply});
        }
    }
    return facts;
}

inline core::SessionFacts failedAt(core::Stage stage, core::Failure failure,
                                   const outbox::Mail &mail)
{
    core::SessionFacts facts = refusedAt(stage, {}, mail);
    facts.reply.reset();
    facts.failure = failure;
    facts.outcome =
        failure == core::Failure::LostAfterDot ? core::Outcome::Unknown : core::Outcome::Failed;
    for (core::RecipientResult &recipient : facts.recipients) {
        recipient.outcome = facts.outcome;
        recipient.reply.reset();
    }
    return facts;
}

inline core::SessionFacts acceptedFor(const outbox::Mail &mail)
{
    core::SessionFacts facts = refusedAt(core::Stage::Quit, replyOf(250, "2.0.0 queued"), mail);
    facts.failure = core::Failure::None;
    facts.outcome = core::Outcome::Accepted;
    for (core::RecipientResult &recipient : facts.recipients) {
        recipient.outcome = core::Outcome::Accepted;
    }
    return facts;
}

inline outbox::Verdict verdictOn(const outbox::Mail &mail, const core::SessionFacts &facts,
                                 const QDateTime &now)
{
    return outbox::verdictOn(mail, facts, diagnosis::judge(facts, {}, core::Goal::SendMail, now),
                             now);
}
