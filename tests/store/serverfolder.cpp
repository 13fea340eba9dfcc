// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverfolder.h"

#include "filecontent.h"
#include "store/serverstore.h"

#include <QDir>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;

namespace
{

template <typename T, typename Start> core::Result<T> answerOf(const Start &start)
{
    QEventLoop loop;
    std::optional<core::Result<T>> answer;
    start(&loop, [&](const core::Result<T> &result) {
        answer = result;
        loop.quit();
    });
    if (answer) {
        return core::Error{core::Failure::BadInput, u"the call itself gave the answer"_s};
    }
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    loop.exec();
    return answer.value_or(core::Error{core::Failure::BadInput, u"there was no answer"_s});
}

} // namespace

ServerFolder::ServerFolder()
    : m_folder(m_home.filePath(u"config/proserpina"_s))
{}

QString ServerFolder::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

void ServerFolder::put(const QByteArray &bytes, const QString &name) const
{
    QVERIFY(QDir().mkpath(m_folder));
    QVERIFY(writeFile(path(name), bytes));
}

QByteArray ServerFolder::content(const QString &name) const
{
    return contentOf(path(name));
}

QJsonObject ServerFolder::json() const
{
    return QJsonDocument::fromJson(content()).object();
}

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

core::Result<store::RestoredServers> restore(store::ServerStore &store)
{
    return answerOf<store::RestoredServers>(
        [&](QObject *context, const auto &done) { store.restore(context, done); });
}
