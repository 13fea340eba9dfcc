// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/serverentry.h"
#include "store/serverdocument.h"

#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace store
{

/// The saved servers: servers.json in the application's configuration folder. The file is the truth
/// and other programs write it too; this is what it said when it was last read. Lives in the main
/// thread; whoever builds it owns it.
///
/// Errors are of kind BadInput with a whole sentence. After one, neither the file nor servers() has
/// changed.
class ServerStore final : public QObject
{
    Q_OBJECT

public:
    /// `folder` need not exist; the first save makes it.
    explicit ServerStore(const QString &folder, QObject *parent = nullptr);

    /// Reads the file and begins to watch it. Emits changed() only if something differs.
    void load();

    [[nodiscard]] QList<core::ServerEntry> servers() const { return m_servers; }
    [[nodiscard]] const ServerProblem &problem() const { return m_problem; }
    [[nodiscard]] QString filePath() const;

    /// A save waits for another program's save, at most five seconds.
    /// An entry without an id gets one; one with an id keeps it (Undo of a removal).
    core::Result<QUuid> add(const core::ServerEntry &entry);
    /// Value: whether anything differed. Error too if the server is no longer there.
    core::Result<bool> update(const core::ServerEntry &entry);
    /// Value: whether it was there.
    core::Result<bool> remove(const QUuid &id);

Q_SIGNALS:
    /// servers() or problem() differs now, by us or by another program.
    void changed();

private:
    /// Applies our one change to what the file holds now. False: nothing to save.
    using Change = std::function<core::Result<bool>(ServerDocument &)>;

    core::Result<bool> save(const Change &change);
    core::Result<bool> write(ServerDocument &document, const QByteArray &before);
    void take(const ServerDocument &document);
    void watch();
    void onFileSystemChanged();

    QString m_folder;
    QList<core::ServerEntry> m_servers;
    ServerProblem m_problem;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
};

} // namespace store
