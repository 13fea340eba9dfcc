// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/readmessage.h"

#include "core/inert.h"
#include "mime/gmimestream.h"

#include <gmime/gmime.h>

using namespace Qt::StringLiterals;

namespace mime
{

namespace
{

struct Free
{
    void operator()(char *text) const { g_free(text); }
};

QString addresses(InternetAddressList *list)
{
    if (list == nullptr) {
        return {};
    }
    const std::unique_ptr<char, Free> text(internet_address_list_to_string(list, nullptr, false));
    return core::inert(QString::fromUtf8(text.get()));
}

QString header(const char *text)
{
    return core::inert(QString::fromUtf8(text).trimmed());
}

QString textOf(GMimeTextPart *part)
{
    const std::unique_ptr<char, Free> text(g_mime_text_part_get_text(part));
    QStringList lines = QString::fromUtf8(text.get()).split(u'\n');
    for (QString &line : lines) {
        if (line.endsWith(u'\r')) {
            line.chop(1);
        }
        line = core::inert(line);
    }
    return lines.join(u'\n');
}

/// The octets of what it stands for, not of its transfer encoding.
qint64 octetsOf(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (content == nullptr) {
        return 0;
    }
    const Owned<GMimeStream> nowhere(g_mime_stream_null_new());
    return std::max<qint64>(0, g_mime_data_wrapper_write_to_stream(content, nowhere.get()));
}

void take(GMimeObject * /*parent*/, GMimeObject *object, gpointer into)
{
    auto &read = *static_cast<ReadMessage *>(into);
    if (!GMIME_IS_PART(object)) {
        return;
    }
    GMimePart *part = GMIME_PART(object);
    GMimeContentType *type = g_mime_object_get_content_type(object);
    const bool plain = GMIME_IS_TEXT_PART(object) &&
                       g_mime_content_type_is_type(type, "text", "plain") &&
                       !g_mime_part_is_attachment(part);
    if (plain && read.text.isEmpty()) {
        read.text = textOf(GMIME_TEXT_PART(object));
        return;
    }
    const std::unique_ptr<char, Free> name(g_mime_content_type_get_mime_type(type));
    read.attachments.append(
        {header(g_mime_part_get_filename(part)), header(name.get()), octetsOf(part)});
}

} // namespace

ReadMessage readMessage(const QByteArray &message)
{
    initGMime();
    ReadMessage read;
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(
        message.constData(), static_cast<size_t>(message.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!parsed) {
        return read;
    }
    read.from = addresses(g_mime_message_get_from(parsed.get()));
    read.to = addresses(g_mime_message_get_to(parsed.get()));
    read.cc = addresses(g_mime_message_get_cc(parsed.get()));
    read.subject = header(g_mime_message_get_subject(parsed.get()));
    read.date = header(g_mime_object_get_header(GMIME_OBJECT(parsed.get()), "Date"));
    const char *messageId = g_mime_message_get_message_id(parsed.get());
    read.messageId = messageId == nullptr ? QByteArray() : QByteArray("<") + messageId + ">";
    g_mime_message_foreach(parsed.get(), &take, &read);
    return read;
}

} // namespace mime
