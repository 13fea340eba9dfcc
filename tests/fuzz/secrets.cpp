// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets.h"

#include <algorithm>

namespace fuzz
{

namespace
{

/// smtp::Session masks nothing shorter: it would stand in ordinary words as well.
constexpr qsizetype shortestSecret = 4;

const QByteArray &passwordCore()
{
    static const QByteArray core("Zq7passKx9");
    return core;
}

/// As it is, and what base64 makes of it wherever it stands: octets before it shift it by one of
/// three, and the letters at its edges depend on its neighbours.
QByteArrayList shapesOf(const QByteArray &text)
{
    QByteArrayList shapes{text};
    for (int before = 0; before < 3; ++before) {
        const QByteArray encoded =
            (QByteArray(before, 'x') + text).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype begin = (before * 8 + 5) / 6;
        const qsizetype end = (before + text.size()) * 8 / 6;
        shapes.append(encoded.mid(begin, end - begin));
    }
    return shapes;
}

} // namespace

Secrets::Secrets(const QByteArray &input)
    : m_input(input)
{}

QByteArray Secrets::password(int kind)
{
    const QByteArray &core = passwordCore();
    switch (kind) {
    case 1:
        return core + "\xEF\xBD\xB6\xEF\xBE\x9E"; // half-width katakana
    case 2:
        return core.repeated(60);
    case 3:
        return core + QByteArray("\0z", 2);
    case 4:
        return core + "\r\nDELE 1";
    default:
        return core;
    }
}

bool Secrets::isPasswordIn(const QByteArray &text)
{
    static const QByteArrayList shapes = shapesOf(passwordCore());
    return std::any_of(shapes.cbegin(), shapes.cend(),
                       [&text](const QByteArray &shape) { return text.contains(shape); });
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
