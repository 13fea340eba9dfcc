// SPDX-License-Identifier: GPL-3.0-or-later
#include "pop/greeting.h"

#include <QByteArrayList>
#include <QCryptographicHash>

#include <algorithm>

namespace pop
{

namespace
{

/// An atom's letters and the dot between atoms (RFC 822 3.3).
bool isDotAtom(const QByteArray &text)
{
    constexpr QByteArrayView specials("()<>@,;:\\\"[]");
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [specials](char c) {
        return c > ' ' && c < 0x7F && !specials.contains(c);
    });
}

} // namespace

QByteArray stampOf(const QByteArray &greeting)
{
    const qsizetype begin = greeting.indexOf('<');
    const qsizetype end = greeting.indexOf('>', begin);
    if (begin < 0 || end < 0) {
        return {};
    }
    const QByteArray inner = greeting.mid(begin + 1, end - begin - 1);
    const qsizetype at = inner.indexOf('@');
    return at > 0 && isDotAtom(inner.first(at)) && isDotAtom(inner.sliced(at + 1))
               ? '<' + inner + '>'
               : QByteArray();
}

QByteArray apopDigest(const QByteArray &stamp, const QByteArray &password)
{
    return QCryptographicHash::hash(stamp + password, QCryptographicHash::Md5).toHex();
}

bool isTemporary(const QByteArray &line)
{
    const QByteArray code = line.mid(5).trimmed().toUpper();
    static const QByteArrayList codes{"[IN-USE]", "[LOGIN-DELAY]", "[SYS/TEMP"};
    return std::any_of(codes.cbegin(), codes.cend(),
                       [&code](const QByteArray &known) { return code.startsWith(known); });
}

} // namespace pop
