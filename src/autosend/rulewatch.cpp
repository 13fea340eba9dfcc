// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: events only say where to look. Whatever is said of a file, it is looked at, and
// what was seen goes to Candidates; so an event too many, too few or too late changes nothing but
// the time. The whole folder is looked through at the start, every few minutes, when events were
// lost, and when the folder is another one than before (renamed, deleted, made again, mounted);
// every few seconds where the system tells nothing. A folder that comes is watched before it is
// read, so no file falls between.
//
// A file that has been still for long enough is looked at once more, and is not ready while some
// program has it open for writing.
#include "autosend/rulewatch.h"

#include "autosend/filelook.h"
#include "autosend/naming.h"
#include "files/ownfiles.h"

#include <QDir>

#include <algorithm>
#include <cerrno>
#include <sys/inotify.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace autosend
{

namespace
{

constexpr auto soonest = std::chrono::milliseconds(50);
constexpr auto untilItIsBack = std::chrono::seconds(2);

} // namespace

RuleWatch::RuleWatch(const core::AutosendRule &rule, QObject *parent)
    : RuleWatch(rule, Times(), parent)
{}

RuleWatch::RuleWatch(const core::AutosendRule &rule, const Times &times, QObject *parent)
    : QObject(parent)
    , m_rule(rule)
    , m_times(times)
    , m_inotify(this)
    , m_mounts(this)
    , m_candidates(rule.stillness)
    , m_rescan(this)
    , m_check(this)
{
    m_rescan.setSingleShot(true);
    m_check.setSingleShot(true);
    connect(&m_rescan, &QTimer::timeout, this, &RuleWatch::scan);
    connect(&m_check, &QTimer::timeout, this, &RuleWatch::check);
    connect(&m_inotify, &Inotify::happened, this, &RuleWatch::onEvents);
    connect(&m_inotify, &Inotify::overflowed, this, &RuleWatch::scan);
    connect(&m_mounts, &MountWatch::changed, this, &RuleWatch::onMounts);
}

void RuleWatch::start()
{
    m_clock.start();
    scan();
}

QString RuleWatch::absolute(const QString &below) const
{
    const QString folder = QDir::cleanPath(m_rule.folder);
    return below.isEmpty() ? folder : folder + u'/' + below;
}

/// Folders that hold what was dealt with, or is nobody's files.
bool RuleWatch::isOurs(const QString &below) const
{
    core::AutosendRule any = m_rule;
    any.patterns.clear();
    any.subFolders = true;
    return takes(any, below + u"/x"_s);
}

// ---- looking

void RuleWatch::scan()
{
    const auto id = idOfFolder(absolute({}));
    if (id != m_id) {
        lose();
        m_id = id;
        m_unready.clear();
        Q_EMIT folderChanged(id.has_value());
    }
    m_isRemote = files::isRemoteFolder(absolute({}));
    m_polls = m_times.neverByEvents || m_isRemote; // others' changes there make no events
    m_seen.clear();
    m_readAll = true;
    if (id) {
        // What lies there together becomes ready together: else the first of many would be mailed
        // before there are too many.
        m_scanTime = now();
        scanFolder({});
        m_scanTime.reset();
    }
    if (id && m_readAll) {
        QStringList gone;
        for (const QString &path : m_candidates.paths() + m_taken.keys()) {
            if (!m_seen.contains(path)) {
                gone.append(path);
            }
        }
        for (const QString &path : gone) {
            forget(path);
        }
    }
    m_rescan.start(!id ? untilItIsBack : m_polls ? m_times.poll : m_times.rescan);
    waitForNext();
}

void RuleWatch::scanFolder(const QString &below)
{
    if (!m_times.neverByEvents) {
        const int watch = m_inotify.add(absolute(below));
        m_polls = m_polls || watch < 0;
        if (watch >= 0) {
            m_folders.insert(watch, below);
        }
    }
    const auto entries = entriesOf(absolute(below));
    if (!entries) {
        m_readAll = m_readAll && errno == ENOENT; // else what is there is not known
        return;
    }
    for (const Entry &entry : *entries) {
        const QString path = below.isEmpty() ? entry.name : below + u'/' + entry.name;
        if (entry.kind == Entry::Kind::File) {
            look(path);
        } else if (entry.kind == Entry::Kind::Folder && m_rule.subFolders && isOurs(path)) {
            scanFolder(path);
        }
    }
}

void RuleWatch::look(const QString &path)
{
    if (!takes(m_rule, path)) {
        return;
    }
    const auto snapshot = lookAt(absolute(path));
    if (!snapshot) {
        if (errno == 0 || errno == ENOENT || errno == ENOTDIR) {
            forget(path);
        } else {
            m_seen.insert(path); // nobody knows
        }
        return;
    }
    m_seen.insert(path);
    if (m_taken.contains(path)) {
        if (m_taken.value(path) == *snapshot) {
            return;
        }
        m_taken.remove(path);
    }
    if (m_candidates.snapshot(path) != snapshot) {
        unready(path);
    }
    m_candidates.see(path, *snapshot, m_scanTime.value_or(now()));
}

QStringList RuleWatch::ready() const
{
    QStringList ready = m_candidates.still(now());
    ready.removeIf([this](const QString &path) { return !m_ready.contains(path); });
    return ready;
}

void RuleWatch::take(const QString &path)
{
    if (const auto snapshot = m_candidates.snapshot(path)) {
        m_taken.insert(path, *snapshot);
    }
    m_candidates.forget(path);
    m_ready.remove(path);
    m_unreadable.remove(path);
}

void RuleWatch::take(const ReadyFile &file)
{
    if (m_candidates.snapshot(file.path) == file.snapshot) {
        take(file.path);
    }
}

void RuleWatch::forget(const QString &path)
{
    m_candidates.forget(path);
    m_taken.remove(path);
    m_unreadable.remove(path);
    unready(path);
}

void RuleWatch::unready(const QString &path)
{
    if (m_ready.remove(path)) {
        m_unready.append(path);
    }
}

/// With all that is below it.
void RuleWatch::forgetFolder(const QString &below)
{
    const QString prefix = below + u'/';
    for (const QString &path : m_candidates.paths() + m_taken.keys()) {
        if (path.startsWith(prefix)) {
            forget(path);
        }
    }
    for (auto folder = m_folders.begin(); folder != m_folders.end();) {
        if (*folder == below || folder->startsWith(prefix)) {
            m_inotify.remove(folder.key());
            folder = m_folders.erase(folder);
        } else {
            ++folder;
        }
    }
}

/// The folder of before is not watched any more.
void RuleWatch::lose()
{
    for (auto folder = m_folders.cbegin(); folder != m_folders.cend(); ++folder) {
        m_inotify.remove(folder.key());
    }
    m_folders.clear();
    for (const QString &path : m_candidates.paths() + m_taken.keys()) {
        forget(path);
    }
}

// ---- what the system tells

void RuleWatch::onMounts()
{
    if (idOfFolder(absolute({})) != m_id) {
        scan();
    }
}

void RuleWatch::onEvents(const QList<Inotify::Event> &events)
{
    for (const Inotify::Event &event : events) {
        onEvent(event);
    }
    waitForNext();
}

void RuleWatch::onEvent(const Inotify::Event &event)
{
    const auto folder = m_folders.constFind(event.watch);
    if (folder == m_folders.cend()) {
        return;
    }
    const QString below = *folder;
    if (event.name.isEmpty()) {
        const bool ended = (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED));
        if (ended && below.isEmpty()) {
            m_rescan.start(0); // it may be another one by now
        }
        return;
    }
    const QString path = below.isEmpty() ? event.name : below + u'/' + event.name;
    const bool goes = (event.mask & (IN_DELETE | IN_MOVED_FROM)) != 0;
    if ((event.mask & IN_ISDIR) == 0) {
        goes ? forget(path) : look(path);
    } else if (goes) {
        forgetFolder(path);
    } else if (m_rule.subFolders && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0 && isOurs(path)) {
        scanFolder(path);
        if (m_polls) {
            m_rescan.start(std::min<std::chrono::milliseconds>(m_rescan.remainingTimeAsDuration(),
                                                               m_times.poll));
        }
    }
}

// ---- what has been left alone

void RuleWatch::tellHeld()
{
    if (!m_unready.isEmpty()) {
        Q_EMIT noLongerReady(std::exchange(m_unready, {}));
    }
    const qsizetype empty = m_candidates.emptyCount();
    const qsizetype soon = m_candidates.count() - m_ready.size() - empty - m_unreadable.size();
    const Held held{static_cast<int>(soon), static_cast<int>(empty),
                    static_cast<int>(m_unreadable.size())};
    if (held != m_held) {
        m_held = held;
        Q_EMIT heldChanged(held);
    }
}

/// Never later than it is waited for already: events without a pause would put it off for good.
void RuleWatch::waitForNext()
{
    tellHeld();
    const auto next = m_candidates.next(now());
    std::optional<Candidates::Time> wait;
    if (m_candidates.stillCount(now()) > m_ready.size()) {
        wait = soonest;
    } else if (next) {
        wait = std::max<Candidates::Time>(*next - now(), soonest);
    }
    if (wait && (!m_check.isActive() || *wait < m_check.remainingTimeAsDuration())) {
        m_check.start(*wait);
    }
}

void RuleWatch::check()
{
    QList<ReadyFile> more;
    for (const QString &path : m_candidates.still(now())) {
        if (m_ready.contains(path)) {
            continue;
        }
        const auto before = m_candidates.snapshot(path);
        look(path); // no event tells of every change
        if (m_candidates.snapshot(path) != before) {
            continue;
        }
        if (!mayRead(absolute(path))) {
            m_unreadable.insert(path);
            m_candidates.touch(path, now());
            continue;
        }
        m_unreadable.remove(path);
        if (!m_isRemote && isBeingWritten(absolute(path))) {
            m_candidates.touch(path, now());
            continue;
        }
        m_ready.insert(path);
        more.append({path, *before});
    }
    if (!more.isEmpty()) {
        Q_EMIT becameReady(more);
    }
    waitForNext();
}

} // namespace autosend
