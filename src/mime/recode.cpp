// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the message is taken apart by GMime. Each part, and each header, that cannot stay
// as it is becomes a change; so does each that had better not stay. Changes a signature would break
// under are then refused, or the signature goes; what had better not stay is left alone beside a
// signature. Then the changes are made and the whole is written anew. What is then still not as it
// was wanted stands where no encoding can reach.
#include <gmime/gmime.h>

#include "mime/recode.h"

#include "core/utf8.h"
#include "mime/gmimestream.h"
#include "mime/headerrecode.h"
#include "mime/quotedprintable.h"
#include "mime/spoolwriter.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace mime
{

namespace
{

constexpr qsizetype longestLine = 998;       // RFC 5322 2.1.1
constexpr qsizetype longestEncodedLine = 76; // RFC 2045 6.7 and 6.8
constexpr qsizetype mostQuoted =
    qsizetype{4} * 1024 * 1024; // held in memory; longer text goes in base64

/// Header fields that vouch for the message's octets (RFC 6376, RFC 8617, RFC 4870).
constexpr const char *signatureFields[] = {"DKIM-Signature", "DomainKey-Signature", "ARC-Seal",
                                           "ARC-Message-Signature", "ARC-Authentication-Results"};

/// What a part's octets are like, as they stand in the message.
struct Look
{
    qsizetype longest = 0;
    bool eightBit = false;
    bool nul = false;
};

Look lookAt(GMimePart *part)
{
    Look look;
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GMimeStream *stream = g_mime_data_wrapper_get_stream(content);
    std::array<char, 65'536> block{};
    qsizetype line = 0;
    g_mime_stream_reset(stream);
    for (ssize_t size = 0; (size = g_mime_stream_read(stream, block.data(), block.size())) > 0;) {
        const QByteArrayView octets(block.data(), size);
        look.nul = look.nul || octets.contains('\0');
        look.eightBit = look.eightBit || !core::isAscii(octets);
        for (qsizetype start = 0; start < size;) {
            const qsizetype end = octets.indexOf('\n', start);
            line += (end < 0 ? size : end) - start;
            const bool carriage = end > start && octets[end - 1] == '\r';
            look.longest = std::max(look.longest, line - (carriage ? 1 : 0));
            line = end < 0 ? line : 0;
            start = end < 0 ? size : end + 1;
        }
    }
    g_mime_stream_reset(stream);
    return look;
}

bool isText(GMimeObject *object)
{
    return g_mime_content_type_is_type(g_mime_object_get_content_type(object), "text", "*");
}

bool isProtection(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return GMIME_IS_MULTIPART_SIGNED(object) || GMIME_IS_MULTIPART_ENCRYPTED(object) ||
           g_mime_content_type_is_type(type, "application", "pkcs7-mime") ||
           g_mime_content_type_is_type(type, "application", "x-pkcs7-mime");
}

/// An object of the message, and the outermost signature or encryption around it.
struct Place
{
    GMimeObject *object = nullptr;
    GMimeObject *protection = nullptr;
    bool isTop = false; // its header is the message's own
};

/// All objects, containers first.
void collect(GMimeObject *object, GMimeObject *protection, bool isTop, QList<Place> &places)
{
    if (!object) {
        return;
    }
    if (!protection && isProtection(object)) {
        protection = object;
    }
    places.append({object, protection, isTop});
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *multipart = GMIME_MULTIPART(object);
        for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) {
            collect(g_mime_multipart_get_part(multipart, i), protection, false, places);
        }
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        if (GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object))) {
            places.append({GMIME_OBJECT(inner), protection, false});
            collect(g_mime_message_get_mime_part(inner), protection, false, places);
        }
    }
}

/// Whether its line ends are line ends, and CRLF by MIME's canonical form (RFC 2046 4.1.1, RFC 2045
/// 6.7), whatever the file has.
bool hasLines(GMimePart *part, GMimeContentEncoding encoding)
{
    return encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE ||
           (isText(GMIME_OBJECT(part)) && encoding != GMIME_CONTENT_ENCODING_BINARY &&
            encoding != GMIME_CONTENT_ENCODING_BASE64 &&
            encoding != GMIME_CONTENT_ENCODING_UUENCODE);
}

/// Reads the content without its encoding, as often as it is asked to.
Owned<GMimeStream> decodedContent(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GMimeStream *stream = g_mime_stream_filter_new(g_mime_data_wrapper_get_stream(content));
    const GMimeContentEncoding encoding = g_mime_data_wrapper_get_encoding(content);
    if (hasLines(part, encoding)) {
        const Owned<GMimeFilter> canonical(g_mime_filter_unix2dos_new(FALSE));
        g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream), canonical.get());
    }
    const Owned<GMimeFilter> decoder(g_mime_filter_basic_new(encoding, FALSE));
    g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream), decoder.get());
    return Owned<GMimeStream>(stream);
}

/// Nothing where it is longer than `most`.
std::optional<QByteArray> readUpTo(GMimeStream *stream, qsizetype most)
{
    QByteArray octets;
    std::array<char, 65'536> block{};
    g_mime_stream_reset(stream);
    for (ssize_t size = 0; (size = g_mime_stream_read(stream, block.data(), block.size())) > 0;) {
        octets.append(block.data(), size);
        if (octets.size() > most) {
            return {};
        }
    }
    return octets;
}

void setContent(GMimePart *part, GMimeStream *stream, GMimeContentEncoding already,
                GMimeContentEncoding encoding)
{
    const Owned<GMimeDataWrapper> content(g_mime_data_wrapper_new_with_stream(stream, already));
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, encoding);
}

/// Text that is mostly ASCII stays readable; everything else is shorter in base64.
void encode(GMimePart *part)
{
    const Owned<GMimeStream> decoded = decodedContent(part);
    const bool text = isText(GMIME_OBJECT(part));
    const auto octets = text ? readUpTo(decoded.get(), mostQuoted) : std::nullopt;
    const QByteArray quoted = octets ? quotedPrintable(*octets) : QByteArray();
    if (octets && quoted.size() <= octets->size() * 4 / 3) {
        const Owned<GMimeStream> memory(g_mime_stream_mem_new_with_buffer(
            quoted.constData(), static_cast<size_t>(quoted.size())));
        setContent(part, memory.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE,
                   GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    } else {
        g_mime_stream_reset(decoded.get());
        setContent(part, decoded.get(), GMIME_CONTENT_ENCODING_DEFAULT,
                   GMIME_CONTENT_ENCODING_BASE64);
    }
}

/// Whether a part read from its file ends where its boundary begins. GMime takes the kind of line
/// end from the first line: of a file with both kinds it would cut off, or add, an octet.
bool endsAtBoundary(GMimePart *part, GMimeStream *file)
{
    GMimeStream *content = g_mime_data_wrapper_get_stream(g_mime_part_get_content(part));
    if (content->bound_end < 0 || content->bound_end <= content->bound_start) {
        return true;
    }
    std::array<char, 5> octets{}; // the part's last one and what is behind it
    const Owned<GMimeStream> edge(g_mime_stream_substream(
        file, content->bound_end - 1, content->bound_end + qint64(octets.size()) - 1));
    const ssize_t size = g_mime_stream_read(edge.get(), octets.data(), octets.size());
    const QByteArrayView behind(octets.data() + 1, std::max<ssize_t>(size, 1) - 1);
    return behind.isEmpty() || behind.startsWith("\r\n--") ||
           (behind.startsWith("\n--") && octets.front() != '\r');
}

enum class Urgency
{
    None,
    Better, // as the standards want it; servers carry it all the same
    Must,
};

Urgency urgencyOf(GMimePart *part, const Recoding &wanted)
{
    if (!g_mime_part_get_content(part)) {
        return Urgency::None;
    }
    const GMimeContentEncoding encoding = g_mime_part_get_content_encoding(part);
    const Look look = lookAt(part);
    if (encoding == GMIME_CONTENT_ENCODING_BINARY || look.nul || look.longest > longestLine ||
        (look.eightBit && wanted.sevenBitBody)) {
        return Urgency::Must;
    }
    const bool encoded = encoding == GMIME_CONTENT_ENCODING_BASE64 ||
                         encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    return encoded && look.longest > longestEncodedLine ? Urgency::Better : Urgency::None;
}

/// One message on its way from the parser to a SpoolWriter.
class Recoder
{
public:
    Recoder(Owned<GMimeMessage> message, const Recoding &wanted)
        : m_message(std::move(message))
        , m_wanted(wanted)
    {}

    /// False: nothing has to be done.
    core::Result<bool> run();
    /// Whether the octets of all parts are there.
    [[nodiscard]] bool isWhole(GMimeStream *file);
    [[nodiscard]] GMimeObject *message() const { return GMIME_OBJECT(m_message.get()); }
    [[nodiscard]] const QList<core::Note> &notes() const { return m_notes; }

private:
    struct Change
    {
        Place place;
        Urgency urgency = Urgency::None;
    };

    [[nodiscard]] bool wantsAscii(const Place &place) const;
    [[nodiscard]] bool headerMustChange(const Place &place) const;
    [[nodiscard]] Urgency urgencyAt(const Place &place) const;
    [[nodiscard]] QByteArrayList charsets(const Place &place) const;
    [[nodiscard]] bool isDkimSigned() const;
    void plan();
    [[nodiscard]] bool wouldBreak() const;
    bool openSignedParts();
    void takeSignaturesOff();
    void replace(GMimeObject *old, GMimeObject *replacement);
    std::optional<core::Error> make(const Change &change);
    void relabel();

    Owned<GMimeMessage> m_message;
    const Recoding &m_wanted;
    QList<Place> m_places;
    QList<Change> m_changes;
    QList<core::Note> m_notes;
    std::vector<Owned<GMimeObject>> m_opened; // places point to them
};

/// What stands in the header of a part counts as text to the server (RFC 6152).
bool Recoder::wantsAscii(const Place &place) const
{
    return m_wanted.asciiHeader || (!place.isTop && m_wanted.sevenBitBody);
}

bool Recoder::headerMustChange(const Place &place) const
{
    GMimeHeaderList *list = g_mime_object_get_header_list(place.object);
    for (int i = 0; i < g_mime_header_list_get_count(list); ++i) {
        if (mustRecode(g_mime_header_list_get_header_at(list, i), wantsAscii(place))) {
            return true;
        }
    }
    return false;
}

Urgency Recoder::urgencyAt(const Place &place) const
{
    if (headerMustChange(place)) {
        return Urgency::Must;
    }
    return GMIME_IS_PART(place.object) ? urgencyOf(GMIME_PART(place.object), m_wanted)
                                       : Urgency::None;
}

/// Its own charset first, then those of the others.
QByteArrayList Recoder::charsets(const Place &place) const
{
    QByteArrayList names;
    const auto add = [&names](GMimeObject *object) {
        GMimeContentType *type =
            GMIME_IS_MESSAGE(object) ? nullptr : g_mime_object_get_content_type(object);
        const char *name = type ? g_mime_content_type_get_parameter(type, "charset") : nullptr;
        if (name && !names.contains(name)) {
            names.append(name);
        }
    };
    add(place.object);
    for (const Place &other : m_places) {
        add(other.object);
    }
    return names;
}

bool Recoder::isDkimSigned() const
{
    return std::any_of(
        std::begin(signatureFields), std::end(signatureFields),
        [&](const char *field) { return g_mime_object_get_header(message(), field) != nullptr; });
}

void Recoder::replace(GMimeObject *old, GMimeObject *replacement)
{
    if (g_mime_message_get_mime_part(m_message.get()) == old) {
        g_mime_message_set_mime_part(m_message.get(), replacement);
        return;
    }
    for (const Place &place : std::as_const(m_places)) {
        if (GMIME_IS_MULTIPART(place.object)) {
            const int index = g_mime_multipart_index_of(GMIME_MULTIPART(place.object), old);
            if (index >= 0) {
                g_object_unref(
                    g_mime_multipart_replace(GMIME_MULTIPART(place.object), index, replacement));
                return;
            }
        } else if (GMIME_IS_MESSAGE(place.object) &&
                   g_mime_message_get_mime_part(GMIME_MESSAGE(place.object)) == old) {
            g_mime_message_set_mime_part(GMIME_MESSAGE(place.object), replacement);
            return;
        }
    }
}

/// Takes the contents out of the signed parts that would break; false where there are none (any
/// more).
bool Recoder::openSignedParts()
{
    QList<GMimeObject *> broken;
    for (const Change &change : std::as_const(m_changes)) {
        GMimeObject *protection = change.place.protection;
        if (change.urgency == Urgency::Must && protection &&
            GMIME_IS_MULTIPART_SIGNED(protection) && !broken.contains(protection) &&
            g_mime_multipart_get_count(GMIME_MULTIPART(protection)) > 0) {
            broken.append(protection);
        }
    }
    for (GMimeObject *signedPart : std::as_const(broken)) {
        m_opened.emplace_back(GMIME_OBJECT(g_object_ref(signedPart)));
        replace(signedPart, g_mime_multipart_get_part(GMIME_MULTIPART(signedPart), 0));
    }
    return !broken.isEmpty();
}

/// What is encrypted stays so, and only gets another transfer encoding.
void Recoder::takeSignaturesOff()
{
    bool removed = false;
    while (openSignedParts()) {
        removed = true;
        plan(); // there may be others inside
    }
    for (const char *field : signatureFields) {
        while (g_mime_object_get_header(message(), field)) {
            g_mime_object_remove_header(message(), field);
            removed = true;
        }
    }
    if (removed) {
        m_notes.append(core::Note::SignatureTakenOff);
    }
}

std::optional<core::Error> Recoder::make(const Change &change)
{
    const Place &place = change.place;
    if (const auto error = recodeHeader(place.object, wantsAscii(place), charsets(place))) {
        return error;
    }
    if (GMIME_IS_PART(place.object) &&
        urgencyOf(GMIME_PART(place.object), m_wanted) != Urgency::None) {
        encode(GMIME_PART(place.object));
    }
    return {};
}

void Recoder::plan()
{
    m_places = {{message(), nullptr, true}};
    m_changes.clear();
    collect(g_mime_message_get_mime_part(m_message.get()), nullptr, true, m_places);
    for (const Place &place : std::as_const(m_places)) {
        if (const Urgency urgency = urgencyAt(place); urgency != Urgency::None) {
            m_changes.append({place, urgency});
        }
    }
}

bool Recoder::wouldBreak() const
{
    const bool dkim = isDkimSigned();
    return std::any_of(m_changes.begin(), m_changes.end(), [&](const Change &change) {
        return change.urgency == Urgency::Must && (dkim || change.place.protection);
    });
}

core::Result<bool> Recoder::run()
{
    plan();
    if (wouldBreak()) {
        if (!m_wanted.breakSignature) {
            return core::Error{
                core::Failure::SignatureWouldBreak,
                QT_TRANSLATE_NOOP("core",
                                  "The message is signed or encrypted; re-encoding it for this "
                                  "server would break the signature.")};
        }
        takeSignaturesOff();
    } else {
        const bool dkim = isDkimSigned();
        m_changes.removeIf([&](const Change &change) {
            return change.urgency == Urgency::Better && (dkim || change.place.protection);
        });
    }
    for (const Change &change : std::as_const(m_changes)) {
        if (const auto error = make(change)) {
            return *error;
        }
    }
    if (m_changes.isEmpty()) {
        return false;
    }
    m_notes.append(core::Note::MessageReencoded);
    if (m_wanted.sevenBitBody) {
        relabel();
    }
    return true;
}

/// Containers say what is inside them (RFC 2045 6.4), and inside a 7-bit copy it is 7bit.
void Recoder::relabel()
{
    for (const Place &place : std::as_const(m_places)) {
        const bool container =
            GMIME_IS_MULTIPART(place.object) || GMIME_IS_MESSAGE_PART(place.object);
        if (container && !place.protection &&
            g_mime_object_get_header(place.object, "Content-Transfer-Encoding")) {
            g_mime_object_set_header(place.object, "Content-Transfer-Encoding", "7bit", nullptr);
        }
    }
}

bool Recoder::isWhole(GMimeStream *file)
{
    plan();
    return std::all_of(m_places.begin(), m_places.end(), [file](const Place &place) {
        GMimePart *part = GMIME_IS_PART(place.object) ? GMIME_PART(place.object) : nullptr;
        return !part || !g_mime_part_get_content(part) || endsAtBoundary(part, file);
    });
}

std::optional<core::Error> whatIsLeft(const core::MessageTraits &traits, bool sevenBitWanted)
{
    if (traits.eightBit && sevenBitWanted) {
        return core::Error{
            core::Failure::NeedsEightBit,
            QT_TRANSLATE_NOOP("core",
                              "The message holds 8-bit octets where no encoding is possible.")};
    }
    if (traits.longestLine > longestLine) {
        return core::Error{
            core::Failure::LineTooLong,
            QT_TRANSLATE_NOOP(
                "core",
                "The message holds a line of more than 998 octets in its header or between its "
                "parts.")};
    }
    return {};
}

Owned<GMimeMessage> parsed(GMimeStream *stream)
{
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

/// `message`: what it is without a change; null where it has to be written anew in any case.
core::Result<Recoded> recode(const Owned<GMimeStream> &stream,
                             std::shared_ptr<const SpooledMessage> message,
                             const core::Envelope &envelope, const Recoding &wanted,
                             const std::stop_token &stop)
{
    Owned<GMimeMessage> whole = parsed(stream.get());
    if (!whole) {
        return core::Error{core::Failure::BodyUnreadable,
                           QT_TRANSLATE_NOOP("core", "The message cannot be read as mail.")};
    }
    Recoder recoder(std::move(whole), wanted);
    if (!message && !recoder.isWhole(stream.get())) {
        return core::badInput(QT_TRANSLATE_NOOP(
            "core", "The message has a binary part, and the line ends of the file have been "
                    "changed, so the part cannot be sent as it was."));
    }
    const core::Result<bool> changed = recoder.run();
    if (!changed) {
        return changed.error();
    }
    if (!*changed && message) {
        if (const auto error = whatIsLeft(message->traits(), wanted.sevenBitBody)) {
            return *error;
        }
        return Recoded{std::move(message), {}};
    }
    // Without it nobody would decode what has just been encoded.
    if (!g_mime_object_get_header(recoder.message(), "MIME-Version")) {
        g_mime_object_set_header(recoder.message(), "MIME-Version", "1.0", nullptr);
    }
    SpoolWriter writer(envelope, stop);
    const bool written = writeObject(recoder.message(), writer);
    auto spooled = writer.finish();
    if (!spooled) {
        return spooled.error();
    }
    if (!written) {
        return core::Error{core::Failure::BodyUnreadable,
                           QT_TRANSLATE_NOOP("core", "The message could not be read to its end.")};
    }
    if (const auto error = whatIsLeft((*spooled)->traits(), wanted.sevenBitBody)) {
        return *error;
    }
    return Recoded{*spooled, recoder.notes()};
}

} // namespace

core::Result<Recoded> recoded(std::shared_ptr<const SpooledMessage> message, const Recoding &wanted,
                              const std::stop_token &stop)
{
    initGMime();
    const auto stream = openStream(message->path());
    if (!stream) {
        return stream.error();
    }
    const core::Envelope envelope = message->envelope();
    return recode(*stream, std::move(message), envelope, wanted, stop);
}

core::Result<Recoded> recodedFile(const QString &path, qint64 offset,
                                  const core::Envelope &envelope, const Recoding &wanted,
                                  const std::stop_token &stop)
{
    initGMime();
    const auto stream = openStream(path, offset);
    if (!stream) {
        return stream.error();
    }
    return recode(*stream, nullptr, envelope, wanted, stop);
}

} // namespace mime
