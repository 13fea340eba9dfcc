// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace files
{

/// Tells that files of one folder may have changed, whoever did it. Neither they nor the folder
/// need be there yet. Lives in one thread with an event loop.
class FileWatch final : public QObject
{
    Q_OBJECT

public:
    /// `names` are of files in `folder`. changed() comes `settleTime` after the first sign of a
    /// change, once for all that follow until then.
    FileWatch(const QString &folder, const QStringList &names,
              std::chrono::milliseconds settleTime);

    void start();
    /// Lets changed() come soon, without a sign.
    void nudge();

Q_SIGNALS:
    void changed();

private:
    void watch();
    void onSign();

    QString m_folder;
    QStringList m_names;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
};

} // namespace files
