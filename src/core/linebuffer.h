// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace core
{

/// Cuts a stream into lines. A line ends with LF; the CR before it may have come in an earlier
/// piece. A line longer than the limit is never held in memory whole: overflow() turns true and
/// stays so.
class LineBuffer
{
public:
    /// RFC 5321 4.5.3.1.5 says 512 octets a reply line, RFC 4954 4 up to 12,288 for a challenge;
    /// nobody sends megabytes honestly.
    static constexpr qsizetype defaultLimit = 16384;

    explicit LineBuffer(qsizetype limit = defaultLimit)
        : m_limit(limit)
    {}

    struct Line
    {
        QByteArray text;
        bool lfOnly = false;
    };

    /// For the lines to come.
    void setLimit(qsizetype limit) { m_limit = limit; }
    void append(QByteArrayView bytes);
    /// The next whole line without its line end, or nothing yet.
    std::optional<Line> takeLine();

    [[nodiscard]] bool isEmpty() const { return m_start == m_bytes.size(); }
    [[nodiscard]] bool overflow() const { return m_overflow; }
    /// What stands there without a line end yet, for the transcript.
    [[nodiscard]] QByteArray rest() const { return m_bytes.mid(m_start); }
    void clear();

private:
    QByteArray m_bytes;
    qsizetype m_start = 0;
    qsizetype m_limit;
    bool m_overflow = false;
};

} // namespace core
