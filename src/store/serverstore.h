// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/serverentry.h"
#include "store/serverdocument.h"
#include "store/sharedfile.h"

#include <QList>
#include <QObject>
#include <QUuid>

#include <functional>
#include <optional>

namespace store
{

/// One change to what servers.json holds at the moment of the save. Value: whether anything
/// differs now; false: nothing to write.
using ServerChange = std::function<core::Result<bool>(ServerDocument &)>;

/// The saved servers: servers.json in the application's configuration folder. The file is the truth
/// and other programs write it too; this is what it said when it was last read. Lives in the main
/// thread; whoever builds it owns it. When saves are made and answered, SharedFile tells.
class ServerStore final : public QObject
{
    Q_OBJECT

public:
    /// Value: the id.
    using Added = std::function<void(const core::Result<QUuid> &)>;
    using Done = SharedFile::Done;
    using Restored = SharedFile::Restored;

    /// `folder` need not exist; the first save makes it.
    explicit ServerStore(const QString &folder);
    /// Reads the file and begins to watch it. Emits changed() only if something differs.
    void load() { m_file.load(); }

    [[nodiscard]] QList<core::ServerEntry> servers() const { return m_servers; }
    [[nodiscard]] std::optional<core::ServerEntry> server(const QUuid &id) const;
    /// However the name is spaced at its ends or composed (NFC).
    [[nodiscard]] std::optional<core::ServerEntry> serverNamed(const QString &name) const;
    [[nodiscard]] QList<core::Identity> identities() const { return m_identities; }
    [[nodiscard]] const FileProblem &problem() const { return m_file.problem(); }
    /// problem() as a whole sentence; empty: there is none.
    [[nodiscard]] core::Text problemSentence() const { return m_file.problemSentence(); }
    /// Where problem() is damage: the good servers to go back to, if there are.
    [[nodiscard]] std::optional<KeptCopy> kept() const { return m_file.kept(); }

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
    void restore(QObject *context, const Restored &done) { m_file.restore(context, done); }

Q_SIGNALS:
    /// servers(), identities(), problem() or kept() differs now, by us or by another program.
    void changed();

private:
    bool take(const ServerDocument &document);

    QList<core::ServerEntry> m_servers;
    QList<core::Identity> m_identities;
    SharedFile m_file;
};

} // namespace store
