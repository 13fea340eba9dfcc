// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/dialer.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Stage;

namespace net
{

namespace
{

Failure connectFailure(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::ConnectionRefusedError) {
        return Failure::ConnectionRefused;
    }
    if (error == QAbstractSocket::SocketTimeoutError) {
        return Failure::TimedOut;
    }
    // "Network unreachable" and "no route to host" come as NetworkError.
    return error == QAbstractSocket::NetworkError ? Failure::Unreachable : Failure::ConnectFailed;
}

} // namespace

Dialer::Dialer(QSslSocket &socket, QString host, quint16 port, std::chrono::milliseconds time,
               QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_host(std::move(host))
    , m_port(port)
    , m_time(time)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Dialer::onTimeout);
    connect(&m_socket, &QSslSocket::connected, this, &Dialer::onConnected);
    connect(&m_socket, &QSslSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) {
                onAddressFailed(connectFailure(error), m_socket.errorString());
            });
}

Dialer::~Dialer()
{
    stop();
}

void Dialer::start()
{
    Q_EMIT stageStarted(Stage::Dns);
    m_deadline.start(m_time);
    const QHostAddress literal(m_host);
    if (!literal.isNull()) {
        m_candidates = {literal};
        m_stageTimer.start();
        connectToNext();
        return;
    }
    m_lookup = QHostInfo::lookupHost(m_host, this, &Dialer::onLookedUp);
}

void Dialer::stop()
{
    m_stopped = true;
    m_deadline.stop();
    m_socket.disconnect(this);
    if (m_lookup >= 0) {
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    }
}

void Dialer::onLookedUp(const QHostInfo &info)
{
    m_lookup = -1;
    if (m_stopped) {
        return;
    }
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        const bool unknown =
            info.error() == QHostInfo::HostNotFound || info.error() == QHostInfo::NoError;
        fail(unknown ? Failure::NameNotFound : Failure::NoResolver, Stage::Dns, info.errorString());
        return;
    }
    m_candidates = info.addresses();
    m_stageTimer.start();
    connectToNext();
}

void Dialer::connectToNext()
{
    if (m_stopped || m_candidates.isEmpty()) {
        return;
    }
    {
        const QSignalBlocker blocker(m_socket);
        m_socket.abort();
    }
    Q_EMIT stageStarted(Stage::Connect);
    const QHostAddress address = m_candidates.takeFirst();
    m_attempts.append({address.toString(), {}, 0});
    m_attemptTimer.start();
    // The time is for the stage: each address gets its share of what is left.
    const std::chrono::milliseconds left =
        m_time - std::chrono::milliseconds(m_stageTimer.elapsed());
    m_deadline.start(std::max(left, std::chrono::milliseconds(1)) / (m_candidates.size() + 1));
    m_socket.connectToHost(address, m_port);
}

void Dialer::onConnected()
{
    m_attempts.last().ms = m_attemptTimer.elapsed();
    stop();
    Q_EMIT connected();
}

void Dialer::onAddressFailed(Failure failure, const QString &detail)
{
    m_deadline.stop();
    core::AddressAttempt &attempt = m_attempts.last();
    attempt.error = detail;
    attempt.ms = m_attemptTimer.elapsed();
    Q_EMIT addressFailed(attempt);
    if (m_candidates.isEmpty()) {
        fail(failure, Stage::Connect, detail);
    } else {
        // Queued: we may stand in a signal of the socket that is to start anew.
        QMetaObject::invokeMethod(this, &Dialer::connectToNext, Qt::QueuedConnection);
    }
}

void Dialer::onTimeout()
{
    if (m_lookup >= 0) {
        fail(Failure::TimedOut, Stage::Dns, {});
        return;
    }
    {
        const QSignalBlocker blocker(m_socket);
        m_socket.abort();
    }
    onAddressFailed(Failure::TimedOut, u"no answer in time"_s);
}

void Dialer::fail(Failure failure, Stage stage, const QString &detail)
{
    stop();
    Q_EMIT failed(failure, stage, detail);
}

} // namespace net
