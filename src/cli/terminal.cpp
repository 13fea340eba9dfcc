// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

struct Range
{
    char32_t first;
    char32_t last;
};

/// Blocks whose letters take two columns (Unicode East Asian Width W and F, emoji), coarsely.
constexpr Range wideBlocks[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

int columnsOf(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing) {
        return 0;
    }
    for (const Range &block : wideBlocks) {
        if (c >= block.first && c <= block.last) {
            return 2;
        }
    }
    return 1;
}

QByteArray codeOf(Terminal::Style style)
{
    switch (style) {
    case Terminal::Style::Plain:
        return {};
    case Terminal::Style::Good:
        return "\x1B[32m";
    case Terminal::Style::Bad:
        return "\x1B[31m";
    case Terminal::Style::Faint:
        return "\x1B[2m";
    case Terminal::Style::Strong:
        return "\x1B[1m";
    }
    Q_UNREACHABLE();
}

/// Takes as much of `text` as fits into `width` columns, up to a space if there is one.
QString takeLine(QString &text, int width)
{
    int used = 0;
    qsizetype end = 0;
    qsizetype space = -1;
    while (end < text.size()) {
        const bool pair = text[end].isHighSurrogate() && end + 1 < text.size();
        const char32_t c =
            pair ? QChar::surrogateToUcs4(text[end], text[end + 1]) : char32_t{text[end].unicode()};
        if (used + columnsOf(c) > width) {
            break;
        }
        if (c == U' ') {
            space = end;
        }
        used += columnsOf(c);
        end += pair ? 2 : 1;
    }
    if (end < text.size() && text[end] != u' ' && space > 0) {
        // A word that is longer than a line anyway (base64) is cut where the line ends.
        const qsizetype wordEnd = text.indexOf(u' ', end);
        const qsizetype word = (wordEnd < 0 ? text.size() : wordEnd) - space - 1;
        end = word > width ? end : space;
    }
    end = qMax<qsizetype>(end, 1);
    const QString line = text.left(end);
    text.remove(0, end);
    while (text.startsWith(u' ')) {
        text.remove(0, 1);
    }
    return line;
}

} // namespace

Terminal::Terminal(std::FILE *out, std::FILE *error)
    : m_out(out)
    , m_error(error)
    , m_colours(isatty(fileno(out)) == 1 && !qEnvironmentVariableIsSet("NO_COLOR") &&
                qgetenv("TERM") != "dumb")
{}

void Terminal::line(const QString &text, Style style)
{
    const QByteArray code = m_colours ? codeOf(style) : QByteArray();
    raw(code + text.toUtf8() + (code.isEmpty() ? "\n" : "\x1B[0m\n"));
}

void Terminal::lines(const QStringList &texts, Style style)
{
    for (const QString &text : texts) {
        line(text, style);
    }
}

void Terminal::error(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), m_error);
}

void Terminal::raw(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), m_out);
    std::fflush(m_out);
}

QStringList wrapped(const QString &text, int width, const QString &first, const QString &indent)
{
    QStringList lines;
    QString rest = text;
    QString lead = first;
    do {
        const int room = qMax(10, width - columns(lead));
        lines.append(lead + takeLine(rest, room));
        lead = indent;
    } while (!rest.isEmpty());
    return lines;
}

int columns(const QString &text)
{
    int sum = 0;
    const auto points = text.toUcs4();
    for (const uint point : points) {
        sum += columnsOf(point);
    }
    return sum;
}

} // namespace cli
