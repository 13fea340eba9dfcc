// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/replyparser.h"

#include <utility>

namespace smtp
{

namespace
{

constexpr int userPrompt = 334;

/// The three digits at the start, or 0. RFC 5321 4.2: the first is 2 to 5.
int codeOf(const QByteArray &line)
{
    if (line.size() < 3 || line[0] < '2' || line[0] > '5') {
        return 0;
    }
    int code = 0;
    for (int i = 0; i < 3; ++i) {
        if (line[i] < '0' || line[i] > '9') {
            return 0;
        }
        code = code * 10 + (line[i] - '0');
    }
    return code;
}

} // namespace

ReplyParser::Result ReplyParser::addLine(const QByteArray &line)
{
    const int code = codeOf(line);
    const char separator = line.size() > 3 ? line[3] : ' ';
    // Servers exist that forget the space after 334 (B62); with any other code that is no reply.
    const bool spaceForgotten = code == userPrompt && separator != ' ' && separator != '-';
    if (code == 0 || (separator != ' ' && separator != '-' && !spaceForgotten)) {
        return core::Failure::MalformedReply;
    }
    if (m_reply.code != 0 && m_reply.code != code) {
        // RFC 5321 4.2.1: the code is the same on every line.
        m_reply.code = code;
        m_reply.lines.append(line);
        m_reply.text.append(line.mid(4));
        m_reply.enhanced = core::enhancedCodeOf(code, m_reply.text.constLast());
        return core::Failure::MixedReplyCodes;
    }
    m_octets += line.size();
    if (m_reply.lines.size() >= maxLines || m_octets > maxOctets) {
        return core::Failure::ReplyTooLong;
    }
    m_reply.code = code;
    m_reply.lines.append(line);
    m_reply.text.append(line.mid(spaceForgotten ? 3 : 4));
    if (separator == '-') {
        return Incomplete{};
    }
    m_reply.enhanced = core::enhancedCodeOf(code, m_reply.text.constFirst());
    m_octets = 0;
    return std::exchange(m_reply, {});
}

void ReplyParser::clear()
{
    m_reply = {};
    m_octets = 0;
}

} // namespace smtp
