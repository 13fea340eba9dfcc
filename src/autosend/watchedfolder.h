// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosend/rulewatch.h"

#include <QObject>
#include <QStringList>
#include <QThread>

namespace autosend
{

/// A rule's folder, watched in a thread of its own: to look through a large one takes its time.
/// Lives in the main thread.
class WatchedFolder final : public QObject
{
    Q_OBJECT

public:
    /// `thread` runs, and outlives this.
    WatchedFolder(const core::AutosendRule &rule, const RuleWatch::Times &times, QThread &thread,
                  QObject *parent = nullptr);
    /// What is watched then may be told a last time in that thread, and never here.
    ~WatchedFolder() override;
    Q_DISABLE_COPY_MOVE(WatchedFolder)

    /// Somebody deals with them: they are not told again until they change.
    void take(const QList<ReadyFile> &files) { Q_EMIT taken(files); }

Q_SIGNALS:
    void becameReady(const QList<autosend::ReadyFile> &files);
    void noLongerReady(const QStringList &paths);
    void heldChanged(const autosend::Held &held);
    /// At the start, too, where it is there.
    void folderChanged(bool isThere);

    // to the thread
    void begun();
    void taken(const QList<autosend::ReadyFile> &files);

private:
    RuleWatch *m_watch; // deletes itself in its thread
};

} // namespace autosend
