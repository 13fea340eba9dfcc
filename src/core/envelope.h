// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace core
{

/// The envelope (RFC 5321 2.3.1): addresses without brackets and names, domains as A-labels.
struct Envelope
{
    QByteArray from; // empty: the null reverse-path
    QList<QByteArray> to;

    bool operator==(const Envelope &) const = default;
};

} // namespace core
