// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosend/candidates.h"
#include "autosend/filelook.h"
#include "autosend/inotify.h"
#include "autosend/mountwatch.h"
#include "core/autosendrule.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace autosend
{

/// A file that can be mailed, as it was then.
struct ReadyFile
{
    QString path; // below the rule's folder
    Snapshot snapshot;

    bool operator==(const ReadyFile &) const = default;
};

/// What is in a folder and cannot be mailed yet.
struct Held
{
    int soon = 0;       // not left alone for long enough, or open in some program
    int empty = 0;      // waits for its first octet
    int unreadable = 0; // by us

    bool operator==(const Held &) const = default;
};

/// The folder of one rule: tells which of its files can be mailed, since they have been left alone
/// and nobody has them open. Whether files were mailed already is not its business. Lives in one
/// thread with an event loop; a large folder takes its time to be looked through. See "How it
/// works" in rulewatch.cpp.
class RuleWatch final : public QObject
{
    Q_OBJECT

public:
    struct Times
    {
        std::chrono::milliseconds rescan = std::chrono::minutes(5); // events get lost
        std::chrono::milliseconds poll = std::chrono::seconds(5);   // where there are none
        bool neverByEvents = false;                                 // as on a network's folder
    };

    explicit RuleWatch(const core::AutosendRule &rule, QObject *parent = nullptr);
    RuleWatch(const core::AutosendRule &rule, const Times &times, QObject *parent = nullptr);

    void start();
    /// Below the rule's folder, the longest still first. Each stays here until it changes, is gone,
    /// or take() is called.
    [[nodiscard]] QStringList ready() const;
    /// Those that wait for their first octet.
    [[nodiscard]] QStringList empty() const { return m_candidates.empty(); }
    /// As the file was when it became ready.
    [[nodiscard]] std::optional<Snapshot> snapshot(const QString &path) const
    {
        return m_candidates.snapshot(path);
    }
    /// Somebody deals with it: it is not told again until it changes.
    void take(const QString &path);
    /// The same, unless it is another one by now.
    void take(const ReadyFile &file);
    [[nodiscard]] bool isFolderThere() const { return m_id.has_value(); }

Q_SIGNALS:
    /// ready() has these besides.
    void becameReady(const QList<autosend::ReadyFile> &files);
    /// These are not, unlike before: changed, gone, or taken out of the folder.
    void noLongerReady(const QStringList &paths);
    void heldChanged(const autosend::Held &held);
    /// The folder is there, or is not there, unlike before.
    void folderChanged(bool isThere);

private:
    void scan();
    void scanFolder(const QString &below);
    void look(const QString &path);
    void forget(const QString &path);
    void forgetFolder(const QString &below);
    void lose();
    void onMounts();
    void onEvents(const QList<Inotify::Event> &events);
    void onEvent(const Inotify::Event &event);
    void check();
    void waitForNext();
    void tellHeld();
    void unready(const QString &path);
    [[nodiscard]] bool isOurs(const QString &below) const;
    [[nodiscard]] QString absolute(const QString &below) const;
    [[nodiscard]] Candidates::Time now() const { return Candidates::Time(m_clock.elapsed()); }

    const core::AutosendRule m_rule;
    const Times m_times;
    Inotify m_inotify;
    MountWatch m_mounts;
    Candidates m_candidates;
    QSet<QString> m_ready;
    QStringList m_unready;      // not told yet
    QSet<QString> m_unreadable; // of the candidates
    Held m_held;                // as it was told
    QHash<QString, Snapshot> m_taken;
    QHash<int, QString> m_folders;              // by watch, below the rule's
    QSet<QString> m_seen;                       // in a scan
    std::optional<Candidates::Time> m_scanTime; // of a scan that runs
    std::optional<FolderId> m_id;
    bool m_polls = false;
    bool m_isRemote = false; // on another computer: no leases either
    bool m_readAll = true;   // in the last scan
    QElapsedTimer m_clock;
    QTimer m_rescan;
    QTimer m_check;
};

} // namespace autosend
