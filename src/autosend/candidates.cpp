// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/candidates.h"

#include <algorithm>
#include <utility>

namespace autosend
{

void Candidates::see(const QString &path, const Snapshot &snapshot, Time now)
{
    const auto found = m_files.find(path);
    if (found == m_files.end() || found->snapshot != snapshot) {
        m_files.insert(path, {snapshot, now});
    }
}

void Candidates::touch(const QString &path, Time now)
{
    if (const auto found = m_files.find(path); found != m_files.end()) {
        found->since = now;
    }
}

QStringList Candidates::still(Time now) const
{
    QList<std::pair<Time, QString>> found;
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        if (file->snapshot.octets > 0 && file->since + m_stillness <= now) {
            found.append({file->since, file.key()});
        }
    }
    std::ranges::sort(found);
    QStringList paths;
    for (const auto &[since, path] : found) {
        paths.append(path);
    }
    return paths;
}

qsizetype Candidates::stillCount(Time now) const
{
    return std::ranges::count_if(m_files, [this, now](const File &file) {
        return file.snapshot.octets > 0 && file.since + m_stillness <= now;
    });
}

QStringList Candidates::empty() const
{
    QStringList paths;
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        if (file->snapshot.octets == 0) {
            paths.append(file.key());
        }
    }
    paths.sort();
    return paths;
}

qsizetype Candidates::emptyCount() const
{
    return std::ranges::count_if(m_files,
                                 [](const File &file) { return file.snapshot.octets == 0; });
}

std::optional<Candidates::Time> Candidates::next(Time now) const
{
    std::optional<Time> next;
    for (const File &file : m_files) {
        const Time due = file.since + m_stillness;
        if (file.snapshot.octets > 0 && due > now) {
            next = next ? std::min(*next, due) : due;
        }
    }
    return next;
}

std::optional<Snapshot> Candidates::snapshot(const QString &path) const
{
    const auto found = m_files.constFind(path);
    return found == m_files.cend() ? std::nullopt : std::optional(found->snapshot);
}

} // namespace autosend
