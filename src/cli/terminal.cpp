// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <string>
#include <string_view>
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
    const bool wide =
        std::any_of(std::begin(wideBlocks), std::end(wideBlocks),
                    [c](const Range &block) { return c >= block.first && c <= block.last; });
    return wide ? 2 : 1;
}

/// What must not begin a line (JIS X 4051), wide and narrow.
constexpr QStringView neverFirst = u"、。，．・：；！？）］｝」』】〉》〕ー々ゝゞヽヾ゛゜…‥"
                                   "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
                                   ",.:;!?)]}”’";
/// What must not end one.
constexpr QStringView neverLast = u"（［｛「『【〈《〔([{“‘";

bool isOneOf(char32_t c, QStringView letters)
{
    return c < 0x10000 && letters.contains(QChar(static_cast<char16_t>(c)));
}

/// Whether a line may end between two letters: before a space, and beside a wide letter. `next` is
/// what follows `after`. A number keeps its counter: "5 秒".
bool mayBreak(char32_t before, char32_t after, char32_t next)
{
    if (after == U' ') {
        return before != U' ' && !(QChar::isDigit(before) && columnsOf(next) == 2);
    }
    return before != U' ' && columnsOf(after) > 0 &&
           (columnsOf(before) == 2 || columnsOf(after) == 2) && !isOneOf(after, neverFirst) &&
           !isOneOf(before, neverLast);
}

bool isHiragana(char32_t c)
{
    return c >= U'\u3041' && c <= U'\u309F';
}

/// Whether a break reads well: behind a stop, and where a word seems to begin after the particles
/// or endings of the one before.
bool isPhraseEnd(char32_t before, char32_t after, char32_t next)
{
    if (after == U' ') {
        return !isHiragana(next);
    }
    return isOneOf(before, u"、。：；）］」』】") ||
           (isHiragana(before) && !isHiragana(after) && before != U'お' && before != U'ご');
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

/// The letter at `at`, or a space behind the end.
char32_t letterAt(std::u32string_view letters, size_t at)
{
    return at < letters.size() ? letters[at] : U' ';
}

/// Where the piece of text that begins at `start` and cannot be broken ends.
size_t pieceEnd(std::u32string_view letters, size_t start)
{
    size_t end = start + 1;
    while (end < letters.size() &&
           !mayBreak(letters[end - 1], letters[end], letterAt(letters, end + 1))) {
        ++end;
    }
    return end;
}

/// Without those at its beginning.
std::u32string_view withoutSpaces(std::u32string_view letters)
{
    return letters.substr(std::min(letters.find_first_not_of(U' '), letters.size()));
}

int columnsOf(std::u32string_view letters)
{
    int sum = 0;
    for (const char32_t c : letters) {
        sum += columnsOf(c);
    }
    return sum;
}

/// Takes as much of `rest` as fits into `width` columns, in whole pieces where it can be.
QString takeLine(std::u32string_view &rest, int width)
{
    size_t end = 0;
    size_t phrase = 0; // a good end in the last third of the line
    int used = 0;
    const auto piece = [&rest](size_t start) {
        return rest.substr(start, pieceEnd(rest, start) - start);
    };
    while (end < rest.size() && used + columnsOf(piece(end)) <= width) {
        const std::u32string_view fits = piece(end);
        used += columnsOf(fits);
        end += fits.size();
        if (used * 3 > width * 2 &&
            isPhraseEnd(rest[end - 1], letterAt(rest, end), letterAt(rest, end + 1))) {
            phrase = end;
        }
    }
    // A word that is longer than a line anyway (base64) is cut where the line ends.
    if (end < rest.size() && (end == 0 || columnsOf(withoutSpaces(piece(end))) > width)) {
        while (end < rest.size() && (end == 0 || used + columnsOf(rest[end]) <= width)) {
            used += columnsOf(rest[end]);
            ++end;
        }
    } else if (end < rest.size() && phrase > 0) {
        end = phrase;
    }
    const std::u32string_view line = rest.substr(0, end);
    rest = withoutSpaces(rest.substr(end));
    return QString::fromUcs4(line.data(), static_cast<qsizetype>(line.size()));
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
    const auto size = static_cast<size_t>(bytes.size());
    const bool written =
        std::fwrite(bytes.constData(), 1, size, m_out) == size && std::fflush(m_out) == 0;
    if (!written && m_writeError == 0 && errno != EPIPE) {
        m_writeError = errno;
    }
}

QStringList wrapped(const QString &text, int width, const QString &first, const QString &indent)
{
    QStringList lines;
    const std::u32string letters = text.toStdU32String();
    std::u32string_view rest = letters;
    QString lead = first;
    do {
        const int room = qMax(10, width - columns(lead));
        lines.append(lead + takeLine(rest, room));
        lead = indent;
    } while (!rest.empty());
    return lines;
}

int columns(const QString &text)
{
    return columnsOf(text.toStdU32String());
}

} // namespace cli
