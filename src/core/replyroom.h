// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

namespace core
{

/// How much is kept of what a server says in one attempt, in memory and in the file of what is
/// remembered: a server may say as much as it likes to as many recipients as there are.
class ReplyRoom
{
public:
    /// Octets as they stand in JSON. With the two longest certificates that OpenSSL takes (100 KB
    /// each) and a line of POP3 a whole record stays below 1 MB; the addresses and settings, which
    /// are the person's own, come on top.
    static constexpr qsizetype size = qsizetype{384} * 1024;

    /// As many of its lines, from the first on, as there is room for; its code in any case.
    [[nodiscard]] Reply keep(Reply reply);
    void shorten(Capabilities &capabilities);
    void shorten(TlsFacts &tls);

    [[nodiscard]] bool hasLeftOut() const { return m_leftOut; }

private:
    [[nodiscard]] bool take(qsizetype octets);
    template <typename T, typename Weight> void fit(QList<T> &list, Weight weightOf);

    qsizetype m_left = size;
    bool m_leftOut = false;
};

/// All that the server said in an attempt, the decisive first. Where something does not fit,
/// Note::RepliesLeftOut says so.
void shorten(SessionFacts &facts);

} // namespace core
