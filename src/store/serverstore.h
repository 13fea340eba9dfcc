// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/serverentry.h"
#include "files/filewatch.h"
#include "store/serverdocument.h"
#include "store/serverfile.h"

#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QTimer>

#include <functional>
#include <optional>

namespace store
{

/// The saved servers: servers.json in the application's configuration folder. The file is the truth
/// and other programs write it too; this is what it said when it was last read. Lives in the main
/// thread; whoever builds it owns it.
///
/// Saves queue up and run in order, from the event loop. Each waits, without stopping the loop,
/// until no other program is saving; one that is kept out for five seconds fails. Errors are of
/// kind BadInput with a whole sentence. After one, neither the file nor servers() has changed.
///
/// The answer always comes later, from the event loop of `context` (which must not be null), after
/// servers() has changed; never inside the call, and not at all once `context` is gone. The save is
/// made all the same. With an empty function nobody is told.
class ServerStore final : public QObject
{
    Q_OBJECT

public:
    /// Value: the id.
    using Added = std::function<void(const core::Result<QUuid> &)>;
    /// Value: whether anything differs now.
    using Done = std::function<void(const core::Result<bool> &)>;
    using Restored = std::function<void(const core::Result<RestoredServers> &)>;

    /// `folder` need not exist; the first save makes it.
    explicit ServerStore(const QString &folder);
    /// Makes the saves that are still queued now. While another program is saving it tries 200 ms
    /// for each, one second for all together; the answers come by the event loop as always, and
    /// what could not be saved is also logged as a warning.
    ~ServerStore() override;
    Q_DISABLE_COPY_MOVE(ServerStore)

    /// Reads the file and begins to watch it. Emits changed() only if something differs.
    void load();

    [[nodiscard]] QList<core::ServerEntry> servers() const { return m_servers; }
    [[nodiscard]] std::optional<core::ServerEntry> server(const QUuid &id) const;
    /// However the name is spaced at its ends or composed (NFC).
    [[nodiscard]] std::optional<core::ServerEntry> serverNamed(const QString &name) const;
    [[nodiscard]] QList<core::Identity> identities() const { return m_identities; }
    [[nodiscard]] const ServerProblem &problem() const { return m_problem; }
    /// problem() as a whole sentence; empty: there is none.
    [[nodiscard]] core::Text problemSentence() const;
    /// Where problem() is damage: the good servers to go back to, if there are.
    [[nodiscard]] std::optional<KeptServers> kept() const { return m_kept; }

    /// An entry without an id gets one; one with an id keeps it (Undo of a removal).
    void add(const core::ServerEntry &entry, QObject *context, Added done);
    /// Error too if the server is no longer there.
    void update(const core::ServerEntry &entry, QObject *context, const Done &done);
    /// Value: whether it was there.
    void remove(const QUuid &id, QObject *context, const Done &done);
    /// Any other change, as the file holds it at that moment.
    void change(const ServerChange &change, QObject *context, const Done &done);
    /// Goes back from a damaged or missing file to what is kept; error where it is neither. Queued
    /// with the saves.
    void restore(QObject *context, Restored done);

Q_SIGNALS:
    /// servers(), identities(), problem() or kept() differs now, by us or by another program.
    void changed();

private:
    /// Nothing: another program holds the lock.
    using Work = std::function<std::optional<ServerFile::Saved>(std::chrono::milliseconds)>;
    struct Save
    {
        Work work;
        QPointer<QObject> context;
        Done done;
        QDeadlineTimer patience;
    };

    void enqueue(const Work &work, QObject *context, const Done &done);
    void onTurn();
    void saveTheRest();
    static void answer(const Save &save, const core::Result<bool> &result);
    void take(const ServerDocument &document);

    ServerFile m_file;
    files::FileWatch m_watch;
    QList<core::ServerEntry> m_servers;
    QList<core::Identity> m_identities;
    ServerProblem m_problem;
    std::optional<KeptServers> m_kept;
    QQueue<Save> m_saves;
    QTimer m_turn;
};

} // namespace store
