// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace
{

constexpr int patience = 500; // milliseconds; the other one may be busy starting

QString socketName(const QString &configFolder)
{
    const QByteArray hash =
        QCryptographicHash::hash(configFolder.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("proserpina-") + QString::fromLatin1(hash.toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &configFolder, QObject *parent)
    : QObject(parent)
{
    const QString name = socketName(configFolder);
    // Before there is a window, and so nothing that could stand still.
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(patience)) {
        m_raisedOther = true;
        return;
    }
    QLocalServer::removeServer(name); // of one that was killed
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            socket->deleteLater();
        }
        Q_EMIT startedAgain();
    });
    m_server.listen(name);
}
