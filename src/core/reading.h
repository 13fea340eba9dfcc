// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace core
{

/// A text as it reads to somebody who looks for a word in it: its letters, and for each of them
/// where in the text it stands. Letters are folded(), so that a search is for folded() words.
struct Reading
{
    QByteArray letters;
    QList<qsizetype> begins;
    QList<qsizetype> ends;
    /// Where an escape begins that the end of the text cuts off, or the end of the text.
    qsizetype cutOff = 0;

    void add(char letter, qsizetype begin, qsizetype end);
};

/// One case for all letters (ASCII, and the Latin, Greek and Cyrillic ones of two octets in UTF-8),
/// one spelling for the two alphabets of base64 (RFC 4648 4 and 5), and the plus that URLs have for
/// a space. As long as it was.
QByteArray folded(const QByteArray &text);

/// As it stands there.
Reading plainly(QByteArrayView text);
/// With every escape of a URL, of quoted-printable, of C, JSON or HTML replaced by what it stands
/// for.
Reading withoutEscapes(QByteArrayView text);
/// Only the hexadecimal digits, whatever parts their pairs: "77:6F", "\x77\x6f", "0x77, 0x6f". What
/// parts more than pairs is one letter that is no digit. What stands before `from` is not read.
Reading hexDigits(QByteArrayView text, qsizetype from);

} // namespace core
