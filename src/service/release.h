// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace service
{

/// The person's word that files go although they are many: so many of those that wait, as they were
/// counted, or these.
struct Release
{
    int first = 0;
    QStringList paths = {}; // below the rule's folder; none: the first

    bool operator==(const Release &) const = default;
};

QByteArray bytesFromRelease(const Release &release);
Release releaseFromBytes(const QByteArray &bytes);

} // namespace service
