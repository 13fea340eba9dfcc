// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include <QCryptographicHash>
#include <QFile>
#include <QLocalSocket>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace
{

constexpr int patience = 500; // milliseconds; the other one may be busy starting
constexpr qsizetype longestWish = qsizetype{128} * 1024; // a link, and more than we take of it

/// The session's own folder (XDG base directory specification). In a folder for everybody another
/// user's socket could stand in the place of ours.
QByteArray runtimeFolder()
{
    const QByteArray folder = qgetenv("XDG_RUNTIME_DIR");
    struct stat info = {};
    const bool isOurs = folder.startsWith('/') && ::lstat(folder.constData(), &info) == 0 &&
                        S_ISDIR(info.st_mode) && info.st_uid == ::geteuid() &&
                        (info.st_mode & 0777) == 0700;
    return isOurs ? folder : QByteArray();
}

bool isOurs(const QLocalSocket &other)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(other.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer,
                        &size) == 0 &&
           peer.uid == ::geteuid();
}

QString socketName(const QByteArray &folder, const QString &configFolder)
{
    const QByteArray hash =
        QCryptographicHash::hash(configFolder.toUtf8(), QCryptographicHash::Sha256);
    return QFile::decodeName(folder) + QStringLiteral("/proserpina-") +
           QString::fromLatin1(hash.toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &configFolder, const QByteArray &wish, QObject *parent)
    : QObject(parent)
{
    const QByteArray folder = runtimeFolder();
    if (folder.isEmpty()) {
        return;
    }
    const QString name = socketName(folder, configFolder);
    // Before there is a window, and so nothing that could stand still.
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(patience) && isOurs(other)) {
        other.write(wish.left(longestWish) + '\n');
        other.waitForBytesWritten(patience);
        m_raisedOther = true;
        return;
    }
    QLocalServer::removeServer(name); // of one that was killed
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, this, [this, socket] { hear(socket); });
        }
    });
    m_server.listen(name);
}

/// It has said all it wants to say.
void SingleInstance::hear(QLocalSocket *socket)
{
    Q_EMIT startedAgain(socket->read(longestWish + 1).chopped(1));
    socket->deleteLater();
}
