// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first line of an input: the longest line (0 the program's own, 1 64 octets, 2 512), then the
// sizes of the packets, again and again; all that follows is what the server sends.
#include "input.h"
#include "targets.h"
#include "violation.h"

#include "core/inert.h"
#include "core/linebuffer.h"
#include "smtp/ehlo.h"
#include "smtp/replyparser.h"

#include <algorithm>
#include <variant>

namespace fuzz
{

namespace
{

struct Heard
{
    QByteArrayList lines;
    QList<core::Reply> replies;
    core::Failure failure = core::Failure::None;
    qsizetype lfOnly = 0;
    bool overflow = false;

    bool operator==(const Heard &) const = default;
};

qsizetype longestLine(int kind)
{
    return kind == 1 ? 64 : kind == 2 ? 512 : core::LineBuffer::defaultLimit;
}

/// As a session reads: packet by packet, to the first thing that is no reply.
Heard heard(QByteArrayView bytes, qsizetype limit, QByteArrayView packets)
{
    Heard heard;
    core::LineBuffer buffer(limit);
    smtp::ReplyParser parser;
    for (qsizetype at = 0, packet = 0; at < bytes.size(); ++packet) {
        const qsizetype wanted =
            packets.isEmpty() ? bytes.size()
                              : Input(packets.sliced(packet % packets.size())).choice(80) + 1;
        const qsizetype size = std::min(wanted, bytes.size() - at);
        buffer.append(bytes.sliced(at, size));
        at += size;
        while (const auto line = buffer.takeLine()) {
            require(line->text.size() <= limit, "a line is longer than any may be");
            require(!line->text.contains('\n'), "two lines in one");
            heard.lines.append(line->text);
            heard.lfOnly += line->lfOnly ? 1 : 0;
            if (heard.failure != core::Failure::None) {
                continue;
            }
            const auto result = parser.addLine(line->text);
            if (const auto *reply = std::get_if<core::Reply>(&result)) {
                heard.replies.append(*reply);
            } else if (const auto *failure = std::get_if<core::Failure>(&result)) {
                heard.failure = *failure;
            }
        }
        require(buffer.rest().size() <= limit, "more is held than one line may have");
    }
    heard.overflow = buffer.overflow();
    return heard;
}

void checkReply(const core::Reply &reply)
{
    require(reply.code >= 200 && reply.code < 600, "a code that no reply has");
    require(!reply.lines.isEmpty() && reply.lines.size() == reply.text.size(),
            "a reply without its lines");
    require(reply.lines.size() <= smtp::ReplyParser::maxLines, "a reply of too many lines");
    const QByteArray code = QByteArray::number(reply.code);
    require(std::all_of(reply.lines.cbegin(), reply.lines.cend(),
                        [&code](const QByteArray &line) { return line.startsWith(code); }),
            "a reply of several codes");
    require(!reply.enhanced || (reply.enhanced->status == reply.code / 100 &&
                                reply.enhanced->subject <= 999 && reply.enhanced->detail <= 999),
            "an enhanced code that does not agree with its reply");
    const QByteArray words = reply.words();
    require(words == words.toLower(), "words in upper case");
}

void checkCapabilities(const core::Reply &reply)
{
    const core::Capabilities read = smtp::capabilitiesOf(reply);
    const auto said = [&reply](const QByteArray &keyword) {
        return std::any_of(
            reply.text.cbegin() + 1, reply.text.cend(),
            [&keyword](const QByteArray &line) { return line.toUpper().contains(keyword); });
    };
    require(!read.startTls || said("STARTTLS"), "STARTTLS that was not offered");
    require(!read.pipelining || said("PIPELINING"), "PIPELINING that was not offered");
    require(!read.hasAuth || said("AUTH"), "AUTH that was not offered");
    require(read.sizeLimit >= 0, "a SIZE below nothing");
    for (const QByteArray &mechanism : read.authMechanisms) {
        require(!mechanism.isEmpty() && mechanism == mechanism.toUpper(), "no mechanism's name");
        require(read.authMechanisms.count(mechanism) == 1, "a mechanism twice");
        require(said(mechanism), "a mechanism that was not offered");
    }
}

/// Nothing a terminal or a label would obey, whatever a server sends.
void checkInert(QByteArrayView sent)
{
    const QString shown = core::inert(sent);
    const QList<uint> points = shown.toUcs4();
    require(std::none_of(points.cbegin(), points.cend(),
                         [](uint c) {
                             return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
                                    (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                                    (c >= 0x2060 && c <= 0x206F) || c == 0x61C || c == 0xFEFF ||
                                    (c >= 0xE0000 && c < 0xE0080);
                         }),
            "a control character is left");
    require(shown.isValidUtf16(), "half a character is left");
    require(core::inert(shown) == shown, "what was made harmless is not");
}

} // namespace

QByteArray runReply(QByteArrayView bytes)
{
    Input input(bytes);
    Input header(input.line());
    const qsizetype limit = longestLine(header.choice(3));
    const QByteArrayView packets = header.rest();
    const QByteArrayView sent = input.rest();
    const Heard whole = heard(sent, limit, {});
    require(whole == heard(sent, limit, packets), "how the bytes came makes a difference");
    for (const core::Reply &reply : whole.replies) {
        checkReply(reply);
        checkCapabilities(reply);
    }
    checkInert(sent);
    return whole.lines.join('\n');
}

} // namespace fuzz
