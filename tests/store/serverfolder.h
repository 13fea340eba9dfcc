// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "configfolder.h"
#include "core/result.h"
#include "core/serverentry.h"
#include "store/serverstore.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

/// For servers.json.
class ServerFolder : public ConfigFolder
{
public:
    ServerFolder()
        : ConfigFolder(QStringLiteral("servers.json"))
    {}
};

/// Of the servers in the store, in their order.
QStringList namesOf(const store::ServerStore &store);
/// A server as a person begins it.
core::ServerEntry entryNamed(const QString &name);
/// A server of the file with the id ...0001 and the name "first"; `keys` begin with a comma.
QByteArray serverJson(const QByteArray &keys = {});
/// A whole servers.json.
QByteArray serversFile(const QByteArray &servers);

// A save and its answer, as answerOf() has it.

core::Result<QUuid> add(store::ServerStore &store, const core::ServerEntry &entry);
core::Result<bool> update(store::ServerStore &store, const core::ServerEntry &entry);
core::Result<bool> remove(store::ServerStore &store, const QUuid &id);
core::Result<bool> change(store::ServerStore &store, const store::ServerChange &change);
core::Result<store::RestoredFile> restore(store::ServerStore &store);
