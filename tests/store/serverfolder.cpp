// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverfolder.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

ServerFolder::ServerFolder()
    : m_folder(m_home.filePath(u"config/proserpina"_s))
{}

QString ServerFolder::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

void ServerFolder::put(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(m_folder));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray ServerFolder::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject ServerFolder::json() const
{
    return QJsonDocument::fromJson(content()).object();
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

QByteArray versionOne(const QByteArray &servers)
{
    return "{\"version\": 1, \"servers\": [" + servers + "]}";
}
