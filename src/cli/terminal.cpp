// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include "core/inert.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <string>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

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
    case Terminal::Style::Plain: return {};
    case Terminal::Style::Good: return "\x1B[32m";
    case Terminal::Style::Bad: return "\x1B[31m";
    case Terminal::Style::Faint: return "\x1B[2m";
    case Terminal::Style::Strong: return "\x1B[1m";
    }
    Q_UNREACHABLE();
}

/// Goes there and empties the line (ECMA-48: CR, EL).
constexpr const char *startOfLine = "\r\x1B[K";

/// The columns of the terminal, or the usual ones where it does not tell.
int screenWidth(int descriptor)
{
    winsize size{};
    const bool told = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return told ? size.ws_col : textWidth;
}

/// The letter at `at`, or a space behind the end.
char32_t letterAt(std::u32string_view letters, size_t at)
{
    return at < letters.size() ? letters[at] : U' ';
}

struct Piece
{
    size_t end;
    int columns;
};

/// The piece of text from `start` on that cannot be broken, or as much of it as shows that it is
/// wider than `room`: a word of a million letters is not measured for each line of it.
Piece pieceAt(std::u32string_view letters, size_t start, int room)
{
    Piece piece{start, 0};
    do {
        piece.columns += columnsOf(letters[piece.end]);
        ++piece.end;
    } while (
        piece.columns <= room && piece.end < letters.size() &&
        !mayBreak(letters[piece.end - 1], letters[piece.end], letterAt(letters, piece.end + 1)));
    return piece;
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

/// Whether the word behind the spaces at `start` is.
bool isWiderThan(std::u32string_view letters, size_t start, int width)
{
    const size_t word = letters.find_first_not_of(U' ', start);
    return word != std::u32string_view::npos && pieceAt(letters, word, width).columns > width;
}

/// Takes as much of `rest` as fits into `width` columns, in whole pieces where it can be.
QString takeLine(std::u32string_view &rest, int width)
{
    size_t end = 0;
    size_t phrase = 0; // a good end in the last third of the line
    int used = 0;
    while (end < rest.size()) {
        const Piece piece = pieceAt(rest, end, width - used);
        if (used + piece.columns > width) {
            break;
        }
        used += piece.columns;
        end = piece.end;
        if (used * 3 > width * 2 &&
            isPhraseEnd(rest[end - 1], letterAt(rest, end), letterAt(rest, end + 1))) {
            phrase = end;
        }
    }
    // A word that is longer than a line anyway (base64) is cut where the line ends.
    if (end < rest.size() && (end == 0 || isWiderThan(rest, end, width))) {
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
    , m_takesStatus(isatty(fileno(out)) == 1 && qgetenv("TERM") != "dumb")
    , m_colours(m_takesStatus && !qEnvironmentVariableIsSet("NO_COLOR"))
{}

void Terminal::line(const QString &text, Style style)
{
    const QByteArray code = m_colours ? codeOf(style) : QByteArray();
    raw(code + core::inert(text).toUtf8() + (code.isEmpty() ? "\n" : "\x1B[0m\n"));
}

void Terminal::lines(const QStringList &texts, Style style)
{
    for (const QString &text : texts) {
        line(text, style);
    }
}

void Terminal::error(const QString &text)
{
    clearStatus();
    const QByteArray bytes = wrapped(text, textWidth).join(u'\n').toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), m_error);
}

void Terminal::json(const QJsonDocument &json)
{
    // QJsonDocument escapes what is below U+0020 only. What is left stands in strings.
    const QString text = QString::fromUtf8(json.toJson());
    QString escaped;
    escaped.reserve(text.size());
    for (const QChar c : text) {
        const QChar::Category category = c.category();
        const bool obeyed = category == QChar::Other_Control || category == QChar::Other_Format ||
                            category == QChar::Separator_Line ||
                            category == QChar::Separator_Paragraph;
        if (obeyed && c != u'\n') {
            escaped += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            escaped += c;
        }
    }
    raw(escaped.toUtf8());
}

void Terminal::raw(const QByteArray &bytes)
{
    clearStatus();
    write(bytes);
}

void Terminal::showStatus(const QString &text)
{
    if (!m_takesStatus) {
        return;
    }
    const std::u32string letters = core::inert(text).toStdU32String();
    std::u32string_view rest = letters;
    // In the last column some terminals begin the next line.
    const QString line = takeLine(rest, screenWidth(fileno(m_out)) - 1);
    write(startOfLine + (m_colours ? codeOf(Style::Faint) : QByteArray()) + line.toUtf8() +
          (m_colours ? "\x1B[0m" : ""));
    m_statusShown = true;
}

void Terminal::clearStatus()
{
    if (std::exchange(m_statusShown, false)) {
        write(startOfLine);
    }
}

void Terminal::write(const QByteArray &bytes)
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
    const std::u32string letters = core::inert(text).toStdU32String();
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
