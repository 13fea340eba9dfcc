// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace mime
{

/// LF and CR LF are one kind: no reader takes either for anything but one line end.
enum class LineEnd
{
    Feed,         // LF, CR LF
    DoubleReturn, // CR CR LF: what writing CR LF in a "text mode" makes of it
    Return,       // CR alone: an old Macintosh's line end, or an octet that strayed into a text
};

/// What a line of the header begins with.
enum class HeaderLine
{
    Field,
    Continuation,
    Other,
};

/// Longer is none that we know.
inline constexpr qsizetype longestFieldName = 998;

/// RFC 5322 2.2: printable ASCII; 4.5 lets white space stand behind it.
bool isFieldName(QByteArrayView name);

/// Whether the empty line that ends a header is one beyond doubt. A file whose line ends are mixed
/// can be read in two ways, and what is header in the one is text in the other: Bcc as well.
class HeaderEnd
{
public:
    /// Each line of the header that is not empty, once it has ended.
    void onLine(HeaderLine line, LineEnd end);
    /// The empty line behind them.
    void onEmptyLine(LineEnd end);
    /// What stands in a line of the text, in pieces, and its end; nothing at the end of the file.
    void onBodyText(QByteArrayView text);
    void onBodyLine(std::optional<LineEnd> end);

    /// Some line of the header ended otherwise than by LF or CR LF.
    [[nodiscard]] bool isOdd() const { return m_doubled || m_returned; }
    [[nodiscard]] bool isDoubtful() const { return m_doubtful; }
    /// The line of the message that raised the doubt, from 1.
    [[nodiscard]] qint64 doubtfulLine() const { return m_doubtfulLine; }
    /// CR alone has been seen to end lines here and nothing else has, so a CR LF behind a CR is an
    /// empty line.
    [[nodiscard]] bool endsByReturn() const;

private:
    void doubt();
    void doubtIfFed();

    qint64 m_line = 0;
    qint64 m_doubtfulLine = 0;
    bool m_doubtful = false;
    bool m_fed = false;
    bool m_doubled = false;
    bool m_returned = false;
    bool m_returnProven = false;  // a field followed one
    bool m_feedWouldTell = false; // an LF in the text would mean that CR ended no lines before
    bool m_watching = false;      // what is text by CR alone may be header without
    QByteArray m_start;           // of the line of text that is watched
    LineEnd m_last = LineEnd::Feed;
};

} // namespace mime
