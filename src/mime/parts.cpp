// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmime/gmime.h>

#include "mime/parts.h"

#include "mime/quotedprintable.h"
#include "mime/systemfile.h"

#include <QFile>
#include <QMimeDatabase>

#include <algorithm>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray contentType(const QString &path)
{
    QFile file;
    openForReading(file, path);
    const QByteArray type =
        QMimeDatabase().mimeTypeForFileNameAndData(fileTitle(path), &file).name().toLatin1();
    // message/* and multipart/* may not be in base64 (RFC 2045 6.4).
    if (type.startsWith("message/") || type.startsWith("multipart/")) {
        return "application/octet-stream";
    }
    return type;
}

/// The name in UTF-8, which GMime would otherwise write in a charset of its own choice.
void setName(GMimeParamList *parameters, const char *parameter, const QString &name)
{
    g_mime_param_list_set_parameter(parameters, parameter, name.toUtf8().constData());
    GMimeParam *param = g_mime_param_list_get_parameter(parameters, parameter);
    g_mime_param_set_charset(param, "utf-8");
    g_mime_param_set_encoding_method(param, GMIME_PARAM_ENCODING_METHOD_RFC2231);
}

/// A file may be called anything; a name that its recipients can use has no line breaks in it.
QString withoutControls(QString name)
{
    std::ranges::replace_if(
        name, [](QChar one) { return one.category() == QChar::Other_Control; }, u'_');
    return name;
}

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

core::Result<Owned<_GMimeObject>> attachmentPart(const QString &path)
{
    const FileKind kind = fileKind(path);
    if (kind == FileKind::Missing) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "The attachment does not exist: %1"), {path}});
    }
    if (kind == FileKind::Other) {
        return core::badInput({QT_TRANSLATE_NOOP("core", "The attachment is no file: %1"), {path}});
    }
    const core::Result<Owned<GMimeStream>> stream = openStream(path);
    if (!stream) {
        return core::Error{
            core::Failure::BodyUnreadable,
            core::Text(QT_TRANSLATE_NOOP("core", "The attachment cannot be read: %1: %2"),
                       {path, stream.error().detail})};
    }
    const QByteArrayList type = contentType(path).split('/');
    GMimePart *part = g_mime_part_new_with_type(type.first().constData(), type.last().constData());
    Owned<GMimeObject> object(GMIME_OBJECT(part));
    g_mime_object_set_disposition(object.get(), GMIME_DISPOSITION_ATTACHMENT);
    setName(g_mime_content_disposition_get_parameters(
                g_mime_object_get_content_disposition(object.get())),
            "filename", withoutControls(fileTitle(path)));
    const Owned<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(stream->get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64);
    return object;
}

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
