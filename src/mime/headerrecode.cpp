// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmime/gmime.h>

#include "mime/headerrecode.h"

#include "core/utf8.h"
#include "mime/charset.h"
#include "mime/gmimestream.h"
#include "mime/headertext.h"
#include "mime/hostname.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

enum class Kind
{
    Text,
    Addresses,
    Parameters,
    Strict, // no place for anything but ASCII
};

struct KnownField
{
    const char *name;
    Kind kind;
};

constexpr KnownField knownFields[] = {
    {"from", Kind::Addresses},
    {"sender", Kind::Addresses},
    {"reply-to", Kind::Addresses},
    {"to", Kind::Addresses},
    {"cc", Kind::Addresses},
    {"resent-from", Kind::Addresses},
    {"resent-sender", Kind::Addresses},
    {"resent-reply-to", Kind::Addresses},
    {"resent-to", Kind::Addresses},
    {"resent-cc", Kind::Addresses},
    {"mail-followup-to", Kind::Addresses},
    {"mail-reply-to", Kind::Addresses},
    {"disposition-notification-to", Kind::Addresses},
    {"return-receipt-to", Kind::Addresses},
    {"errors-to", Kind::Addresses},
    {"content-type", Kind::Parameters},
    {"content-disposition", Kind::Parameters},
    {"message-id", Kind::Strict},
    {"resent-message-id", Kind::Strict},
    {"in-reply-to", Kind::Strict},
    {"references", Kind::Strict},
    {"content-id", Kind::Strict},
    {"content-transfer-encoding", Kind::Strict},
    {"mime-version", Kind::Strict},
    {"date", Kind::Strict},
    {"resent-date", Kind::Strict},
    {"return-path", Kind::Strict},
};

Kind kindOf(const QByteArray &name)
{
    const auto *found =
        std::find_if(std::begin(knownFields), std::end(knownFields), [&](const KnownField &field) {
            return name.compare(field.name, Qt::CaseInsensitive) == 0;
        });
    return found == std::end(knownFields) ? Kind::Text : found->kind;
}

core::Error badHeader(const QByteArray &name, const char *fault)
{
    return core::badInput({fault, {name}});
}

core::Result<QString> textOf(const QByteArray &name, QByteArrayView raw,
                             const QByteArrayList &charsets)
{
    std::optional<QString> text;
    if (raw.isValidUtf8()) {
        text = QString::fromUtf8(raw);
    }
    for (const QByteArray &charset : charsets) {
        text = text ? text : decodedFrom(charset, raw);
    }
    if (!text) {
        return badHeader(
            name, QT_TRANSLATE_NOOP(
                      "core",
                      "The header %1 has letters in an encoding that the message does not name."));
    }
    static const QRegularExpression fold(u"\\r?\\n(?=[ \\t])"_s); // RFC 5322 2.2.3
    return text->remove(fold).trimmed();
}

/// As GMime keeps it: what stands behind the colon, its line end included.
QByteArray rawText(const QByteArray &name, const QString &text)
{
    char *decoded = g_mime_utils_header_decode_text(nullptr, text.toUtf8().constData());
    const QByteArray encoded = encodeSubject(QString::fromUtf8(decoded));
    g_free(decoded);
    constexpr qsizetype room = 10; // beside a first word of full length
    const bool foldFirst = name.size() > room;
    return (foldFirst ? "\n " : " ") + QByteArray(encoded).replace("?= =?", "?=\n =?") + '\n';
}

std::optional<core::Error> asciiAddress(const QByteArray &name, InternetAddressMailbox *mailbox)
{
    const QByteArray address = internet_address_mailbox_get_addr(mailbox);
    const qsizetype at = address.lastIndexOf('@');
    if (!core::isAscii(address.first(std::max<qsizetype>(at, 0))) ||
        (at < 0 && !core::isAscii(address))) {
        return badHeader(
            name, QT_TRANSLATE_NOOP("core", "The header %1 has an address with letters before the "
                                            "@ that this server cannot carry (no SMTPUTF8)."));
    }
    if (!core::isAscii(address)) {
        const auto domain = domainToAscii(QString::fromUtf8(address.mid(at + 1)));
        if (!domain) {
            return badHeader(
                name,
                QT_TRANSLATE_NOOP(
                    "core", "The header %1 has an address with a domain that cannot be read."));
        }
        internet_address_mailbox_set_addr(mailbox, (address.first(at + 1) + *domain).constData());
    }
    return {};
}

std::optional<core::Error> asciiList(const QByteArray &name, InternetAddressList *list)
{
    for (int i = 0; i < internet_address_list_length(list); ++i) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (const char *title = internet_address_get_name(address)) {
            const QByteArray encoded = encodeName(QString::fromUtf8(title));
            internet_address_set_name(address, encoded.constData());
        }
        const auto error =
            INTERNET_ADDRESS_IS_GROUP(address)
                ? asciiList(name,
                            internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)))
                : asciiAddress(name, INTERNET_ADDRESS_MAILBOX(address));
        if (error) {
            return error;
        }
    }
    return {};
}

core::Result<QByteArray> rawAddresses(const QByteArray &name, const QString &text)
{
    const Owned<InternetAddressList> list(
        internet_address_list_parse(nullptr, text.toUtf8().constData()));
    if (!list || internet_address_list_length(list.get()) == 0) {
        return badHeader(name,
                         QT_TRANSLATE_NOOP("core", "The header %1 cannot be read as addresses."));
    }
    if (const auto error = asciiList(name, list.get())) {
        return *error;
    }
    GString *line = g_string_new((name + ':').constData());
    internet_address_list_encode(list.get(), nullptr, line);
    const QByteArray raw(line->str + name.size() + 1);
    g_string_free(line, TRUE);
    const QByteArray led = raw.startsWith(' ') ? raw : ' ' + raw;
    return led.endsWith('\n') ? led : led + '\n';
}

void setParameters(GMimeParamList *parameters)
{
    for (int i = 0; i < g_mime_param_list_length(parameters); ++i) {
        GMimeParam *parameter = g_mime_param_list_get_parameter_at(parameters, i);
        if (!core::isAscii(g_mime_param_get_value(parameter))) {
            g_mime_param_set_charset(parameter, "utf-8");
            g_mime_param_set_encoding_method(parameter, GMIME_PARAM_ENCODING_METHOD_RFC2231);
        }
    }
}

void setParameters(GMimeObject *object, const QByteArray &name, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (name.compare("content-type", Qt::CaseInsensitive) == 0) {
        const Owned<GMimeContentType> type(g_mime_content_type_parse(nullptr, utf8.constData()));
        setParameters(g_mime_content_type_get_parameters(type.get()));
        g_mime_object_set_content_type(object, type.get());
    } else {
        const Owned<GMimeContentDisposition> disposition(
            g_mime_content_disposition_parse(nullptr, utf8.constData()));
        setParameters(g_mime_content_disposition_get_parameters(disposition.get()));
        g_mime_object_set_content_disposition(object, disposition.get());
    }
}

std::optional<core::Error> recodeOne(GMimeObject *object, GMimeHeader *header,
                                     const QByteArrayList &charsets)
{
    const QByteArray name = g_mime_header_get_name(header);
    const Kind kind = kindOf(name);
    if (kind == Kind::Strict) {
        return badHeader(
            name,
            QT_TRANSLATE_NOOP(
                "core", "The header %1 has letters outside ASCII, which no mail may have there."));
    }
    const core::Result<QString> text = textOf(name, g_mime_header_get_raw_value(header), charsets);
    if (!text) {
        return text.error();
    }
    if (kind == Kind::Parameters) {
        setParameters(object, name, *text);
        return {};
    }
    if (kind == Kind::Text) {
        g_mime_header_set_raw_value(header, rawText(name, *text).constData());
        return {};
    }
    const core::Result<QByteArray> raw = rawAddresses(name, *text);
    if (!raw) {
        return raw.error();
    }
    g_mime_header_set_raw_value(header, raw->constData());
    return {};
}

} // namespace

bool mustRecode(GMimeHeader *header, bool wantAscii)
{
    const QByteArrayView raw = g_mime_header_get_raw_value(header);
    return !core::isAscii(raw) && (wantAscii || !raw.isValidUtf8());
}

std::optional<core::Error> recodeHeader(GMimeObject *object, bool wantAscii,
                                        const QByteArrayList &charsets)
{
    GMimeHeaderList *list = g_mime_object_get_header_list(object);
    for (int i = 0; i < g_mime_header_list_get_count(list); ++i) {
        GMimeHeader *header = g_mime_header_list_get_header_at(list, i);
        if (mustRecode(header, wantAscii)) {
            if (const auto error = recodeOne(object, header, charsets)) {
                return error;
            }
        }
    }
    return {};
}

} // namespace mime
