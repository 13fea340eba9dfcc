// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace core
{

/// The length of the valid UTF-8 sequence at `at`, or 0 (RFC 3629: no overlong forms, no
/// surrogates).
qsizetype utf8SequenceLength(QByteArrayView octets, qsizetype at);

/// Whether no octet has its eighth bit set.
bool isAscii(QByteArrayView octets);

} // namespace core
