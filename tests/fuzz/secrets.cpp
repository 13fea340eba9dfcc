// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets.h"

#include <algorithm>

namespace fuzz
{

namespace
{

/// core::Mask masks nothing shorter: it would stand in ordinary words as well.
constexpr qsizetype shortestSecret = 4;

const QByteArray &passwordCore()
{
    static const QByteArray core("Zq7passKx9");
    return core;
}

/// In one case, and in base64's first alphabet.
QByteArray folded(const QByteArray &text)
{
    return text.toLower().replace('-', '+').replace('_', '/');
}

/// As it is, in hexadecimal digits, as in a URL, and what base64 makes of it wherever it stands:
/// octets before it shift it by one of three, and the letters at its edges depend on its
/// neighbours. All folded.
QByteArrayList shapesOf(const QByteArray &text)
{
    QByteArrayList shapes{folded(text), text.toHex(), Secrets::inUrl(text).toLower()};
    for (int before = 0; before < 3; ++before) {
        const QByteArray encoded =
            (QByteArray(before, 'x') + text).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype begin = (before * 8 + 5) / 6;
        const qsizetype end = (before + text.size()) * 8 / 6;
        shapes.append(folded(encoded.mid(begin, end - begin)));
    }
    return shapes;
}

bool holds(const QByteArray &text, const QByteArrayList &shapes)
{
    return std::any_of(
        shapes.cbegin(), shapes.cend(),
        [whole = folded(text)](const QByteArray &shape) { return whole.contains(shape); });
}

/// The length of "250-", "+OK " or "-ERR ".
qsizetype codeLength(const QByteArray &line)
{
    const QByteArray code = line.left(5).toUpper();
    const bool digits =
        code.size() > 3 && (code[3] == ' ' || code[3] == '-') &&
        std::all_of(code.cbegin(), code.cbegin() + 3, [](char c) { return c >= '0' && c <= '9'; });
    return digits || code.startsWith("+OK ") ? 4 : code == "-ERR " ? 5 : 0;
}

} // namespace

Secrets::Secrets(const QByteArray &input)
    : m_input(input)
{}

QByteArray Secrets::password(int kind)
{
    const QByteArray &core = passwordCore();
    switch (kind) {
    case 1: return core + "\xEF\xBD\xB6\xEF\xBE\x9E"; // half-width katakana
    case 2: return core.repeated(60);
    case 3: return core + QByteArray("\0z", 2);
    case 4: return core + "\r\nDELE 1";
    default: return core;
    }
}

bool Secrets::isPasswordIn(const QByteArray &text)
{
    static const QByteArrayList shapes = shapesOf(passwordCore());
    return holds(text, shapes);
}

QByteArray Secrets::inUrl(const QByteArray &text)
{
    return text.isEmpty() ? text : '%' + text.toHex('%');
}

bool Secrets::isSplit(const QByteArray &password, const QByteArray &line, const QByteArray &next)
{
    return !password.isEmpty() && holds(line + next.mid(codeLength(next)), shapesOf(password));
}

void Secrets::hide(const QByteArray &text)
{
    if (text.size() >= shortestSecret && !m_input.contains(text)) {
        m_hidden.append(text);
    }
}

bool Secrets::areIn(const QByteArray &text) const
{
    return isPasswordIn(text) ||
           std::any_of(m_hidden.cbegin(), m_hidden.cend(),
                       [&text](const QByteArray &hidden) { return text.contains(hidden); });
}

} // namespace fuzz
