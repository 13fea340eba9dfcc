// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/serverentry.h"
#include "store/serverfile.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace store
{
class ServerStore;
} // namespace store

/// A configuration folder that is not made yet, in a home that goes with the test.
class ServerFolder
{
public:
    ServerFolder();

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString path(const QString &name = QStringLiteral("servers.json")) const;
    /// Writes the file as another program would, in place.
    void put(const QByteArray &bytes, const QString &name = QStringLiteral("servers.json")) const;
    [[nodiscard]] QByteArray content(const QString &name = QStringLiteral("servers.json")) const;
    [[nodiscard]] QJsonObject json() const;

private:
    QTemporaryDir m_home;
    QString m_folder;
};

/// Of the servers in the store, in their order.
QStringList namesOf(const store::ServerStore &store);
/// A server as a person begins it.
core::ServerEntry entryNamed(const QString &name);
/// A server of the file with the id ...0001 and the name "first"; `keys` begin with a comma.
QByteArray serverJson(const QByteArray &keys = {});
/// A whole servers.json.
QByteArray serversFile(const QByteArray &servers);

/// A save and its answer, waited for in an event loop. An answer inside the call, or none in 30 s,
/// is an error "... answer".
core::Result<QUuid> add(store::ServerStore &store, const core::ServerEntry &entry);
core::Result<bool> update(store::ServerStore &store, const core::ServerEntry &entry);
core::Result<bool> remove(store::ServerStore &store, const QUuid &id);
core::Result<bool> change(store::ServerStore &store, const store::ServerChange &change);
core::Result<store::RestoredServers> restore(store::ServerStore &store);
