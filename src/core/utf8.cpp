// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utf8.h"

#include <algorithm>

namespace core
{

namespace
{

qsizetype announcedLength(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

} // namespace

qsizetype utf8SequenceLength(QByteArrayView octets, qsizetype at)
{
    const auto octet = [&](qsizetype i) { return static_cast<unsigned char>(octets[at + i]); };
    const unsigned char first = octet(0);
    const qsizetype length = announcedLength(first);
    if (length < 2) {
        return length;
    }
    if (at + length > octets.size()) {
        return 0;
    }
    for (qsizetype i = 1; i < length; ++i) {
        if ((octet(i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    const unsigned char second = octet(1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
        (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) {
        return 0;
    }
    return length;
}

bool isAscii(QByteArrayView octets)
{
    return std::none_of(octets.begin(), octets.end(), [](char c) { return (c & 0x80) != 0; });
}

} // namespace core
