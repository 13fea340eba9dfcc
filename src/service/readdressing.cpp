// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/readdressing.h"

#include "mime/address.h"
#include "mime/readdress.h"

#include <optional>

namespace service
{

void Readdressing::start(outbox::MailId id, const core::Draft &people,
                         const Delivery::Changed &done)
{
    struct Found
    {
        std::optional<outbox::Mail> mail;
        QString path;
    };
    const auto find = [id](outbox::Outbox &outbox) {
        return Found{outbox.mail(id).valueOr({}), outbox.pathOf(id).valueOr({})};
    };
    m_delivery.read(&m_writing, find, [this, id, people, done](const Found &found) {
        if (!found.mail || found.path.isEmpty()) {
            done(core::badInput(
                QT_TRANSLATE_NOOP("core", "This mail is not in the outbox any more.")));
        } else if (found.mail->isWrittenHere) {
            core::Draft next = people;
            next.from = found.mail->from;
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
