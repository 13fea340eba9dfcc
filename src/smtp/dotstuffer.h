// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace smtp
{

/// Makes a message fit for DATA piece by piece (RFC 5321 4.5.2): a dot that begins a line is
/// doubled, a bare CR or LF becomes CRLF, so that no server can see a line end where another sees
/// none (SMTP smuggling, B82).
class DotStuffer
{
public:
    /// Appends the wire form of `piece` to `out`.
    void stuff(QByteArrayView piece, QByteArray &out);
    /// Appends what ends the message: a line end if the last line has none, and the final dot.
    void finish(QByteArray &out);

private:
    bool m_lineStart = true;
    bool m_pendingCr = false;
};

} // namespace smtp
