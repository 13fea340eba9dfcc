// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/readdressing.h"

#include "mime/address.h"
#include "mime/readdress.h"

#include <optional>

namespace service
{

namespace
{

struct Found
{
    std::optional<outbox::Mail> mail;
    QString path;
    mime::Recipients header; // of a mail that was written here
};

Found find(outbox::Outbox &outbox, outbox::MailId id)
{
    Found found{outbox.mail(id).valueOr({}), outbox.pathOf(id).valueOr({}), {}};
    if (found.mail && found.mail->isWrittenHere) {
        found.header = mime::recipientsIn(found.path);
    }
    return found;
}

core::Error gone()
{
    return core::badInput(QT_TRANSLATE_NOOP("core", "This mail is not in the outbox any more."));
}

Addressed addressed(const Found &found)
{
    const outbox::Mail &mail = *found.mail;
    Addressed now{mail.id,
                  mail.isWrittenHere,
                  mail.state == outbox::State::Stopped,
                  found.header.to,
                  found.header.cc,
                  {},
                  {}};
    QByteArrayList named;
    for (const QString &one : now.to + now.cc) {
        const auto mailbox = mime::parseMailbox(one);
        named.append(mailbox ? mailbox->address : QByteArray());
    }
    for (const core::RecipientResult &recipient : mail.recipients) {
        const QString address = QString::fromUtf8(recipient.address);
        if (recipient.outcome == core::Outcome::Accepted) {
            now.done.append(address);
        } else if (!named.contains(recipient.address)) {
            (mail.isWrittenHere ? now.bcc : now.to).append(address);
        }
    }
    return now;
}

} // namespace

void Readdressing::ask(outbox::MailId id,
                       const std::function<void(const core::Result<Addressed> &)> &done)
{
    m_delivery.read(
        &m_writing, [id](outbox::Outbox &outbox) { return find(outbox, id); },
        [done](const Found &found) { done(found.mail ? core::Result(addressed(found)) : gone()); });
}

void Readdressing::start(outbox::MailId id, const core::Draft &people,
                         const Delivery::Changed &done)
{
    m_delivery.read(
        &m_writing, [id](outbox::Outbox &outbox) { return find(outbox, id); },
        [this, id, people, done](const Found &found) {
            if (!found.mail || found.path.isEmpty()) {
                done(gone());
            } else if (found.mail->isWrittenHere) {
                core::Draft next = people;
                next.from = QString::fromUtf8(found.mail->envelope.from);
                rewrite(id, found.path, next, done);
            } else {
                setRecipients(id, people.to + people.cc + people.bcc, done);
            }
        });
}

void Readdressing::rewrite(outbox::MailId id, const QString &path, const core::Draft &people,
                           const Delivery::Changed &done)
{
    m_writing.run(
        &m_writing,
        [path, people, stop = m_stop.get_token()] { return mime::readdressed(path, people, stop); },
        [this, id, done](const core::Result<std::shared_ptr<const mime::SpooledMessage>> &message) {
            if (!message) {
                done(message.error());
                return;
            }
            outbox::NewMail made;
            made.envelope = (*message)->envelope();
            made.traits = (*message)->traits();
            made.open = [message = *message] { return message->open(); };
            m_delivery.change(
                [id, made](outbox::Outbox &outbox) { return outbox.replace(id, made); }, &m_writing,
                done);
        });
}

void Readdressing::setRecipients(outbox::MailId id, const QStringList &typed,
                                 const Delivery::Changed &done)
{
    QList<QByteArray> addresses;
    for (const QString &one : typed) {
        const auto mailbox = mime::parseMailbox(one);
        if (!mailbox) {
            done(mailbox.error());
            return;
        }
        addresses.append(mailbox->address);
    }
    m_delivery.change(
        [id, addresses](outbox::Outbox &outbox) { return outbox.setRecipients(id, addresses); },
        &m_writing, done);
}

} // namespace service
