// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filewatch.h"

#include <QDir>
#include <QFileInfo>

namespace files
{

FileWatch::FileWatch(const QString &folder, const QStringList &names,
                     std::chrono::milliseconds settleTime)
    : m_folder(QDir::cleanPath(folder))
    , m_names(names)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &FileWatch::changed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::onSign);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::onSign);
}

void FileWatch::start()
{
    watch();
}

void FileWatch::nudge()
{
    // Not started anew: a program that writes without a pause would put it off for good.
    if (!m_settle.isActive()) {
        m_settle.start();
    }
}

void FileWatch::onSign()
{
    watch();
    nudge();
}

/// A file replaced by another has to be watched anew, and the watcher does not tell that its own is
/// dead. Where the folder is missing, the nearest one above it tells of its coming. What may not be
/// read cannot be watched either; the folder it is in tells when that changes.
void FileWatch::watch()
{
    QString folder = m_folder;
    const auto canBeWatched = [](const QFileInfo &info) {
        return info.isDir() && info.isReadable();
    };
    while (!canBeWatched(QFileInfo(folder)) && folder != QFileInfo(folder).path()) {
        folder = QFileInfo(folder).path();
    }
    const QStringList folders = m_watcher.directories();
    for (const QString &path : folders) {
        if (path != folder) {
            m_watcher.removePath(path);
        }
    }
    if (!folders.contains(folder)) {
        m_watcher.addPath(folder);
    }
    if (const QStringList files = m_watcher.files(); !files.isEmpty()) {
        m_watcher.removePaths(files);
    }
    for (const QString &name : m_names) {
        if (const QFileInfo file(m_folder + u'/' + name); file.isFile() && file.isReadable()) {
            m_watcher.addPath(file.filePath());
        }
    }
}

} // namespace files
