// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: every part that no signature covers is given to GMime to re-encode, the others are
// written as they are. What is then still not 7-bit must be inside a protected part, or where no
// encoding can reach.
#include <gmime/gmime.h>

#include "mime/sevenbitcopy.h"

#include "mime/gmimestream.h"
#include "mime/spoolwriter.h"

#include <optional>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

bool isProtected(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return GMIME_IS_MULTIPART_SIGNED(object) || GMIME_IS_MULTIPART_ENCRYPTED(object) ||
           g_mime_content_type_is_type(type, "application", "pkcs7-mime") ||
           g_mime_content_type_is_type(type, "application", "x-pkcs7-mime");
}

/// Containers say what is inside them (RFC 2045 6.4), and inside it is 7bit from now on.
void relabel(GMimeObject *container)
{
    if (g_mime_object_get_header(container, "Content-Transfer-Encoding")) {
        g_mime_object_set_header(container, "Content-Transfer-Encoding", "7bit", nullptr);
    }
}

/// GMime believes the labels "7bit" and "binary" and would leave such parts alone; many a "7bit"
/// part has lines over 998 or 8-bit octets, so everything not yet encoded goes through as 8bit.
void encode(GMimePart *part)
{
    const GMimeContentEncoding before = g_mime_part_get_content_encoding(part);
    if (before == GMIME_CONTENT_ENCODING_7BIT || before == GMIME_CONTENT_ENCODING_BINARY) {
        g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_8BIT);
    }
    g_mime_object_encode(GMIME_OBJECT(part), GMIME_ENCODING_CONSTRAINT_7BIT);
    const bool plain = g_mime_part_get_content_encoding(part) == GMIME_CONTENT_ENCODING_DEFAULT;
    if (plain && before != GMIME_CONTENT_ENCODING_DEFAULT) {
        g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_7BIT);
    }
}

/// Whether a protected part was met, and left as it is.
bool encodeUnprotected(GMimeObject *object)
{
    if (!object) {
        return false;
    }
    if (isProtected(object)) {
        return true;
    }
    bool met = false;
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *multipart = GMIME_MULTIPART(object);
        for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) {
            met |= encodeUnprotected(g_mime_multipart_get_part(multipart, i));
        }
        relabel(object);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        met = inner && encodeUnprotected(g_mime_message_get_mime_part(inner));
        relabel(object);
    } else if (GMIME_IS_PART(object)) {
        encode(GMIME_PART(object));
    }
    return met;
}

core::Result<Owned<GMimeMessage>> parse(const SpooledMessage &message)
{
    const core::Result<Owned<GMimeStream>> stream = openStream(message.path());
    if (!stream) {
        return stream.error();
    }
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream->get()));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    Owned<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!parsed) {
        return core::Error{core::Failure::BodyUnreadable, u"The message cannot be read as mail."_s};
    }
    return parsed;
}

std::optional<core::Error> whatIsLeft(const core::MessageTraits &traits, bool metProtected)
{
    const bool tooLong = traits.longestLine > 998;
    if (!traits.eightBit && !tooLong) {
        return {};
    }
    if (metProtected) {
        return core::Error{core::Failure::BadInput,
                           u"The message is signed or encrypted; re-encoding it for this server "
                           "would break the signature."_s};
    }
    if (traits.eightBit) {
        return core::Error{core::Failure::NeedsEightBit,
                           u"The message holds 8-bit octets where no encoding is possible."_s};
    }
    return core::Error{core::Failure::LineTooLong,
                       u"The message holds a header line of more than 998 octets."_s};
}

} // namespace

core::Result<std::shared_ptr<const SpooledMessage>> sevenBitCopy(const SpooledMessage &message,
                                                                 const std::stop_token &stop)
{
    initGMime();
    const core::Result<Owned<GMimeMessage>> parsed = parse(message);
    if (!parsed) {
        return parsed.error();
    }
    GMimeObject *object = GMIME_OBJECT(parsed->get());
    const bool metProtected = encodeUnprotected(g_mime_message_get_mime_part(parsed->get()));
    // Without it nobody would decode what has just been encoded.
    if (!g_mime_object_get_header(object, "MIME-Version")) {
        g_mime_object_set_header(object, "MIME-Version", "1.0", nullptr);
    }
    SpoolWriter writer(message.envelope(), stop);
    const bool written = writeObject(object, writer);
    auto spooled = writer.finish();
    if (spooled && !written) {
        return core::Error{core::Failure::BodyUnreadable,
                           u"The message could not be read to its end."_s};
    }
    if (spooled) {
        if (const auto error = whatIsLeft(spooled.value()->traits(), metProtected)) {
            return *error;
        }
    }
    return spooled;
}

} // namespace mime
