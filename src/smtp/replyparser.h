// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/reply.h"

#include <QByteArray>

#include <variant>

namespace smtp
{

/// Puts the lines of a reply together (RFC 5321 4.2.1). Fed one line at a time, so that how the
/// bytes came in packets cannot matter.
class ReplyParser
{
public:
    static constexpr qsizetype maxLines = 512;
    static constexpr qsizetype maxOctets = qsizetype{256} * 1024;

    struct Incomplete
    {};
    /// Incomplete: the reply goes on. Failure: MalformedReply, MixedReplyCodes or ReplyTooLong; the
    /// connection is of no more use then.
    using Result = std::variant<Incomplete, core::Reply, core::Failure>;

    Result addLine(const QByteArray &line);
    /// The reply that goes on; behind MixedReplyCodes with the code of its last line.
    [[nodiscard]] const core::Reply &unfinished() const { return m_reply; }
    void clear();

private:
    core::Reply m_reply;
    qsizetype m_octets = 0;
};

} // namespace smtp
