// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace service
{

/// How it stands with a rule, as the program that watches its folder tells it to the others.
struct RuleStatus
{
    bool isFolderThere = false;
    int ready = 0; // files that can be mailed
    qint64 readyOctets = 0;
    int soon = 0; // not left alone for long enough, or open in some program
    int empty = 0;
    int unreadable = 0;
    bool isBraked = false; // too many at once: the person is to say whether they go
    QString problem;       // why nothing is taken, a sentence; empty: it is

    /// Everything that is not mail yet.
    [[nodiscard]] int waiting() const { return ready + soon + empty + unreadable; }
    bool operator==(const RuleStatus &) const = default;
};

QByteArray bytesFromStatus(const RuleStatus &status);
/// Nothing where the bytes are none of this version.
std::optional<RuleStatus> statusFromBytes(const QByteArray &bytes);

} // namespace service
