// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverfolder.h"

#include "answer.h"

using namespace Qt::StringLiterals;

QStringList namesOf(const store::ServerStore &store)
{
    QStringList names;
    for (const core::ServerEntry &server : store.servers()) {
        names += server.profile.name;
    }
    return names;
}

core::ServerEntry entryNamed(const QString &name)
{
    core::ServerEntry server;
    server.profile.name = name;
    server.profile.host = u"mail.example.org"_s;
    server.address = u"taro@example.org"_s;
    return server;
}

QByteArray serverJson(const QByteArray &keys)
{
    return "{\"id\": \"7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0001\", \"name\": \"first\", "
           "\"host\": \"mail.example.org\"" +
           keys + "}";
}

QByteArray serversFile(const QByteArray &servers)
{
    return "{\"version\": 2, \"servers\": [" + servers + "], \"identities\": []}";
}

core::Result<QUuid> add(store::ServerStore &store, const core::ServerEntry &entry)
{
    return answerOf<QUuid>(
        [&](QObject *context, const auto &done) { store.add(entry, context, done); });
}

core::Result<bool> update(store::ServerStore &store, const core::ServerEntry &entry)
{
    return answerOf<bool>(
        [&](QObject *context, const auto &done) { store.update(entry, context, done); });
}

core::Result<bool> remove(store::ServerStore &store, const QUuid &id)
{
    return answerOf<bool>(
        [&](QObject *context, const auto &done) { store.remove(id, context, done); });
}

core::Result<bool> change(store::ServerStore &store, const store::ServerChange &change)
{
    return answerOf<bool>(
        [&](QObject *context, const auto &done) { store.change(change, context, done); });
}

core::Result<store::RestoredFile> restore(store::ServerStore &store)
{
    return answerOf<store::RestoredFile>(
        [&](QObject *context, const auto &done) { store.restore(context, done); });
}
