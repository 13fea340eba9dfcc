// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmime/gmime.h>

#include "mime/textpart.h"

#include "mime/quotedprintable.h"

#include <algorithm>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype shortLine = 78; // RFC 5322 2.1.1

/// CRLF at every line end, as MIME's canonical form wants it (RFC 2046 4.1.1).
QByteArray canonical(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\r', u'\n');
    text.replace(u'\u2028', u'\n');
    text.replace(u'\u2029', u'\n');
    text.replace(u'\n', "\r\n"_L1);
    return text.toUtf8();
}

bool isPlainLine(QByteArrayView line)
{
    return line.size() <= shortLine && std::all_of(line.begin(), line.end(), [](char c) {
               return (c >= ' ' && c < '\x7f') || c == '\t';
           });
}

bool isPlain(const QByteArray &text)
{
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype found = text.indexOf("\r\n", start);
        const qsizetype end = found < 0 ? text.size() : found;
        if (!isPlainLine(QByteArrayView(text).sliced(start, end - start))) {
            return false;
        }
        start = end + 2;
    }
    return true;
}

struct Encoded
{
    GMimeContentEncoding encoding;
    QByteArray octets; // not yet in base64
};

Encoded encode(const QByteArray &text)
{
    if (isPlain(text)) {
        return {GMIME_CONTENT_ENCODING_7BIT, text};
    }
    const QByteArray quoted = quotedPrintable(text);
    if (quoted.size() <= text.size() * 4 / 3) {
        return {GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, quoted};
    }
    return {GMIME_CONTENT_ENCODING_BASE64, text};
}

} // namespace

Owned<_GMimeObject> textPart(const QString &text)
{
    const Encoded encoded = encode(canonical(text));
    // Not g_mime_text_part_set_text(), which picks a charset of its own.
    GMimePart *part = g_mime_part_new_with_type("text", "plain");
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(
        encoded.octets.constData(), static_cast<size_t>(encoded.octets.size())));
    // What the content says it is already in, GMime writes as it stands.
    const bool finished = encoded.encoding != GMIME_CONTENT_ENCODING_BASE64;
    const Owned<GMimeDataWrapper> content(g_mime_data_wrapper_new_with_stream(
        stream.get(), finished ? encoded.encoding : GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, encoded.encoding);
    return Owned<GMimeObject>(GMIME_OBJECT(part));
}

} // namespace mime
