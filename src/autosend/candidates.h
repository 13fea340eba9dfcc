// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace autosend
{

/// A file as it was seen.
struct Snapshot
{
    quint64 inode = 0;
    qint64 octets = 0;
    qint64 changed = 0; // nanoseconds since 1970, of its content

    bool operator==(const Snapshot &) const = default;
};

/// The files of a rule that may be mailed once they have been left alone for long enough: pure. The
/// time is any that never goes back.
class Candidates
{
public:
    using Time = std::chrono::milliseconds;

    explicit Candidates(std::chrono::milliseconds stillness)
        : m_stillness(stillness)
    {}

    /// It is there like this now; a change begins its time anew.
    void see(const QString &path, const Snapshot &snapshot, Time now);
    /// Somebody has it open for writing, or had it a moment ago.
    void touch(const QString &path, Time now);
    /// It is not there any more, or on its way into a mail.
    void forget(const QString &path) { m_files.remove(path); }

    /// Those that have not changed for long enough and are not empty, the longest still first.
    [[nodiscard]] QStringList still(Time now) const;
    /// How many these are.
    [[nodiscard]] qsizetype stillCount(Time now) const;
    /// Those that wait for their first octet.
    [[nodiscard]] QStringList empty() const;
    [[nodiscard]] qsizetype emptyCount() const;
    /// When still() may have something that it has not now; nothing: not by time.
    [[nodiscard]] std::optional<Time> next(Time now) const;
    [[nodiscard]] qsizetype count() const { return m_files.size(); }
    [[nodiscard]] QStringList paths() const { return m_files.keys(); }
    /// As it was seen last.
    [[nodiscard]] std::optional<Snapshot> snapshot(const QString &path) const;

private:
    struct File
    {
        Snapshot snapshot;
        Time since; // when it was first seen like this
    };

    const std::chrono::milliseconds m_stillness;
    QHash<QString, File> m_files;
};

} // namespace autosend
