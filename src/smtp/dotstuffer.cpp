// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/dotstuffer.h"

namespace smtp
{

namespace
{

/// The end of the run from `at` that holds neither CR nor LF. Most of a message is such runs.
qsizetype runEnd(QByteArrayView piece, qsizetype at)
{
    while (at < piece.size() && piece[at] != '\r' && piece[at] != '\n') {
        ++at;
    }
    return at;
}

} // namespace

void DotStuffer::stuff(QByteArrayView piece, QByteArray &out)
{
    out.reserve(out.size() + piece.size() + piece.size() / 64 + 2);
    for (qsizetype at = 0; at < piece.size();) {
        const char c = piece[at];
        if (m_pendingCr) {
            // A CR is held back until we know whether its LF follows; alone it is a line end too.
            m_pendingCr = false;
            out += "\r\n";
            m_lineStart = true;
            if (c == '\n') {
                ++at;
                continue;
            }
        }
        if (c == '\r') {
            m_pendingCr = true;
            ++at;
        } else if (c == '\n') {
            out += "\r\n";
            m_lineStart = true;
            ++at;
        } else {
            if (m_lineStart && c == '.') {
                out += '.';
            }
            const qsizetype end = runEnd(piece, at);
            out += piece.sliced(at, end - at);
            m_lineStart = false;
            at = end;
        }
    }
}

void DotStuffer::finish(QByteArray &out)
{
    if (m_pendingCr || !m_lineStart) {
        out += "\r\n";
    }
    out += ".\r\n";
    m_pendingCr = false;
    m_lineStart = true;
}

} // namespace smtp
