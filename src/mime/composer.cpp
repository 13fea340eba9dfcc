// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmime/gmime.h>

#include "mime/composer.h"

#include "mime/address.h"
#include "mime/charset.h"
#include "mime/gmimestream.h"
#include "mime/headertext.h"
#include "mime/parts.h"
#include "mime/spoolwriter.h"
#include "mime/typedtext.h"

#include <QSet>
#include <QUuid>

#include <optional>
#include <utility>

namespace mime
{

namespace
{

/// Everybody the draft names, read.
struct People
{
    Mailbox from;
    QList<Mailbox> to;
    QList<Mailbox> cc;
    QList<Mailbox> bcc;
    std::optional<Mailbox> replyTo;
};

core::Result<Mailbox> parsePerson(const QString &typed)
{
    core::Result<Mailbox> mailbox = parseMailbox(typed);
    if (!mailbox && !typed.isEmpty()) {
        return core::Error{mailbox.error().failure,
                           core::Text(QT_TRANSLATE_NOOP("core", "%1 It reads: %2"),
                                      {mailbox.error().detail, typed})};
    }
    return mailbox;
}

core::Result<People> parsePeople(const core::Draft &draft)
{
    const core::Result<Mailbox> from = parsePerson(draft.from);
    if (!from) {
        return from.error();
    }
    People people{*from, {}, {}, {}, {}};
    const std::pair<const QStringList &, QList<Mailbox> &> lists[] = {
        {draft.to, people.to}, {draft.cc, people.cc}, {draft.bcc, people.bcc}};
    for (const auto &[typedOnes, read] : lists) {
        for (const QString &typed : typedOnes) {
            const core::Result<Mailbox> recipient = parsePerson(typed);
            if (!recipient) {
                return recipient.error();
            }
            read += *recipient;
        }
    }
    if (people.to.isEmpty() && people.cc.isEmpty() && people.bcc.isEmpty()) {
        return core::badInput(QT_TRANSLATE_NOOP("core", "The mail has no recipient."));
    }
    if (!draft.replyTo.isEmpty()) {
        const core::Result<Mailbox> replyTo = parsePerson(draft.replyTo);
        if (!replyTo) {
            return replyTo.error();
        }
        people.replyTo = *replyTo;
    }
    return people;
}

/// Every recipient once. Only domains are compared without case, RFC 5321 2.4.
core::Envelope envelopeOf(const People &people)
{
    core::Envelope envelope{people.from.address, {}};
    QSet<QByteArray> seen;
    for (const Mailbox &mailbox : people.to + people.cc + people.bcc) {
        const QByteArray domain = mailbox.domain();
        const QByteArray key = mailbox.address.chopped(domain.size()) + domain.toLower();
        if (!seen.contains(key)) {
            seen += key;
            envelope.to += mailbox.address;
        }
    }
    return envelope;
}

void addMailbox(GMimeMessage *message, GMimeAddressType type, const Mailbox &mailbox)
{
    const QByteArray name = encodeName(mailbox.name);
    const Owned<InternetAddress> address(internet_address_mailbox_new(
        name.isEmpty() ? nullptr : name.constData(), mailbox.address.constData()));
    internet_address_list_add(g_mime_message_get_addresses(message, type), address.get());
}

void setDate(GMimeMessage *message, const QDateTime &now)
{
    GTimeZone *zone = g_time_zone_new_offset(now.offsetFromUtc());
    GDateTime *date = g_date_time_new(zone, now.date().year(), now.date().month(), now.date().day(),
                                      now.time().hour(), now.time().minute(), now.time().second());
    g_mime_message_set_date(message, date);
    g_date_time_unref(date);
    g_time_zone_unref(zone);
}

/// GMime's own would ask for the machine's name.
QByteArray messageId(const Mailbox &from)
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + '@' + from.domain();
}

Owned<GMimeMessage> writeHeader(const People &people, const core::Draft &draft,
                                const QDateTime &now)
{
    Owned<GMimeMessage> message(g_mime_message_new(true));
    addMailbox(message.get(), GMIME_ADDRESS_TYPE_FROM, people.from);
    for (const Mailbox &recipient : people.to) {
        addMailbox(message.get(), GMIME_ADDRESS_TYPE_TO, recipient);
    }
    for (const Mailbox &recipient : people.cc) {
        addMailbox(message.get(), GMIME_ADDRESS_TYPE_CC, recipient);
    }
    if (people.replyTo) {
        addMailbox(message.get(), GMIME_ADDRESS_TYPE_REPLY_TO, *people.replyTo);
    }
    if (!draft.organisation.isEmpty()) {
        g_mime_object_set_header(GMIME_OBJECT(message.get()), "Organization",
                                 encodeSubject(draft.organisation).constData(), nullptr);
    }
    g_mime_message_set_subject(message.get(), encodeSubject(draft.subject).constData(), nullptr);
    setDate(message.get(), now);
    g_mime_message_set_message_id(message.get(), messageId(people.from).constData());
    g_mime_object_set_header(GMIME_OBJECT(message.get()), "User-Agent",
                             "Proserpina/" PROSERPINA_VERSION, nullptr);
    return message;
}

/// The text alone, or multipart/mixed of the text and the attachments.
core::Result<Owned<GMimeObject>> writeBody(const core::Draft &draft)
{
    Owned<GMimeObject> text = textPart(draft.text);
    if (draft.attachments.isEmpty()) {
        return text;
    }
    const Owned<GMimeMultipart> mixed(g_mime_multipart_new_with_subtype("mixed"));
    g_mime_multipart_add(mixed.get(), text.get());
    for (const QString &path : draft.attachments) {
        const core::Result<Owned<GMimeObject>> part = attachmentPart(path);
        if (!part) {
            return part.error();
        }
        g_mime_multipart_add(mixed.get(), part->get());
    }
    return Owned<GMimeObject>(GMIME_OBJECT(g_object_ref(mixed.get())));
}

} // namespace

core::Result<std::shared_ptr<const SpooledMessage>>
compose(const core::Draft &draft, const QDateTime &now, const std::stop_token &stop)
{
    Q_ASSERT(now.isValid());
    initGMime();
    const core::Result<People> people = parsePeople(draft);
    if (!people) {
        return people.error();
    }
    if (const auto error = controlInside(draft.subject, QT_TRANSLATE_NOOP("core", "The subject"))) {
        return *error;
    }
    if (const auto error =
            controlInside(draft.organisation, QT_TRANSLATE_NOOP("core", "The organisation"))) {
        return *error;
    }
    if (const auto error = lostInside(draft.subject, QT_TRANSLATE_NOOP("core", "The subject"))) {
        return *error;
    }
    if (const auto error = lostInside(draft.text, QT_TRANSLATE_NOOP("core", "The text"))) {
        return *error;
    }
    const core::Result<Owned<GMimeObject>> body = writeBody(draft);
    if (!body) {
        return body.error();
    }
    const Owned<GMimeMessage> message = writeHeader(*people, draft, now);
    g_mime_message_set_mime_part(message.get(), body->get());

    SpoolWriter writer(envelopeOf(*people), stop);
    const bool written = writeObject(GMIME_OBJECT(message.get()), writer);
    auto spooled = writer.finish();
    if (spooled && !written) {
        return core::Error{
            core::Failure::BodyUnreadable,
            QT_TRANSLATE_NOOP("core", "An attachment could not be read to its end.")};
    }
    return spooled;
}

} // namespace mime
