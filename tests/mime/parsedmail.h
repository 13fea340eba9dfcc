// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GMime first: its headers and Qt's are only friends in this order.
#include <gmime/gmime.h>

#include "mime/spooledmessage.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

/// A message read back by GMime, as its recipient would read it.
class ParsedMail
{
public:
    explicit ParsedMail(const mime::SpooledMessage &message)
        : ParsedMail(message.path())
    {}

    explicit ParsedMail(const QString &path)
    {
        g_mime_init();
        GMimeStream *stream =
            g_mime_stream_file_open(QFile::encodeName(path).constData(), "r", nullptr);
        GMimeParser *parser = g_mime_parser_new_with_stream(stream);
        m_message.reset(g_mime_parser_construct_message(parser, nullptr));
        g_object_unref(parser);
        g_object_unref(stream);
    }

    [[nodiscard]] GMimeMessage *message() const { return m_message.get(); }

    [[nodiscard]] QString subject() const
    {
        return QString::fromUtf8(g_mime_message_get_subject(message()));
    }
    [[nodiscard]] InternetAddressMailbox *recipient(int index) const
    {
        InternetAddressList *list = g_mime_message_get_to(message());
        return INTERNET_ADDRESS_MAILBOX(internet_address_list_get_address(list, index));
    }
    [[nodiscard]] QString recipientName(int index) const
    {
        return QString::fromUtf8(internet_address_get_name(INTERNET_ADDRESS(recipient(index))));
    }
    [[nodiscard]] QByteArray recipientAddress(int index) const
    {
        return internet_address_mailbox_get_addr(recipient(index));
    }
    /// The body itself, or part `index` of its multipart; null where there is none.
    [[nodiscard]] GMimePart *part(int index = 0) const
    {
        GMimeObject *body = g_mime_message_get_mime_part(message());
        if (GMIME_IS_MULTIPART(body)) {
            body = g_mime_multipart_get_part(GMIME_MULTIPART(body), index);
        } else if (index > 0) {
            return nullptr;
        }
        return GMIME_IS_PART(body) ? GMIME_PART(body) : nullptr;
    }
    [[nodiscard]] static QByteArray content(GMimePart *part)
    {
        GMimeStream *memory = g_mime_stream_mem_new();
        g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(part), memory);
        const GByteArray *octets = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
        const QByteArray copy(reinterpret_cast<const char *>(octets->data), octets->len);
        g_object_unref(memory);
        return copy;
    }
    [[nodiscard]] static QByteArray header(GMimePart *part, const char *name)
    {
        return g_mime_object_get_header(GMIME_OBJECT(part), name);
    }
    [[nodiscard]] static QByteArray type(GMimePart *part)
    {
        char *type =
            g_mime_content_type_get_mime_type(g_mime_object_get_content_type(GMIME_OBJECT(part)));
        const QByteArray copy(type);
        g_free(type);
        return copy;
    }

private:
    struct Unref
    {
        void operator()(void *object) const { g_object_unref(object); }
    };
    std::unique_ptr<GMimeMessage, Unref> m_message;
};
