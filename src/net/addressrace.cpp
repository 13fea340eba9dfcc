// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/addressrace.h"

#include <QNetworkProxy>

#include <algorithm>

using core::Failure;

namespace net
{

namespace
{

/// How much a failure says about the server itself: an address family that this network does not
/// have fails at once and says nothing.
int weightOf(Failure failure)
{
    static const QList<Failure> rising{Failure::None, Failure::Unreachable, Failure::ConnectFailed,
                                       Failure::TimedOut, Failure::ConnectionRefused};
    return static_cast<int>(rising.indexOf(failure));
}

} // namespace

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

QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> one;
    QList<QHostAddress> other;
    for (const QHostAddress &address : addresses) {
        const bool likeTheFirst = address.protocol() == addresses.constFirst().protocol();
        (likeTheFirst ? one : other).append(address);
    }
    QList<QHostAddress> mixed;
    for (qsizetype i = 0; i < std::max(one.size(), other.size()); ++i) {
        mixed += one.mid(i, 1) + other.mid(i, 1);
    }
    return mixed;
}

AddressRace::AddressRace(const QList<QHostAddress> &addresses, quint16 port,
                         std::chrono::milliseconds time)
    : m_waiting(addresses)
    , m_port(port)
    , m_time(time)
{
    for (QTimer *timer : {&m_next, &m_deadline}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_next, &QTimer::timeout, this, &AddressRace::startNext);
    connect(&m_deadline, &QTimer::timeout, this, &AddressRace::onTimeout);
}

AddressRace::~AddressRace()
{
    stop();
}

void AddressRace::start()
{
    m_deadline.start(m_time);
    startNext();
}

void AddressRace::stop()
{
    m_over = true;
    m_next.stop();
    m_deadline.stop();
    for (qsizetype i = 0; i < m_attempts.size(); ++i) {
        if (const Runner &runner = m_runners[static_cast<std::size_t>(i)];
            runner.socket && m_attempts[i].error.isEmpty()) {
            // No error would mean that it answered.
            m_attempts[i].error = QT_TRANSLATE_NOOP("core", "given up");
            m_attempts[i].ms = runner.timer.elapsed();
        }
        release(i);
    }
}

void AddressRace::startNext()
{
    if (m_over || m_waiting.isEmpty()) {
        return;
    }
    const QHostAddress address = m_waiting.takeFirst();
    const qsizetype index = m_attempts.size();
    m_attempts.append({address.toString(), {}, 0});
    Runner &runner = m_runners.emplace_back();
    runner.socket = std::make_unique<QSslSocket>();
    runner.timer.start();
    QSslSocket &socket = *runner.socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    connect(&socket, &QSslSocket::connected, this, [this, index] { onConnected(index); });
    connect(&socket, &QSslSocket::errorOccurred, this,
            [this, index, &socket](QAbstractSocket::SocketError error) {
                onFailed(index, connectFailure(error), socket.errorString());
            });
    if (!m_waiting.isEmpty()) {
        m_next.start(attemptDelay);
    }
    socket.connectToHost(address, m_port); // may fail before it returns
}

void AddressRace::onConnected(qsizetype index)
{
    if (m_over) {
        return;
    }
    Runner &runner = m_runners[static_cast<std::size_t>(index)];
    m_attempts[index].ms = runner.timer.elapsed();
    runner.socket->disconnect(this);
    m_winner = std::move(runner.socket);
    for (qsizetype i = 0; i < m_attempts.size(); ++i) {
        const Runner &other = m_runners[static_cast<std::size_t>(i)];
        if (other.socket) {
            m_attempts[i].error =
                QT_TRANSLATE_NOOP("core", "given up: another address answered first");
            m_attempts[i].ms = other.timer.elapsed();
            Q_EMIT attemptFailed(m_attempts[i]);
        }
    }
    stop();
    Q_EMIT won(m_attempts[index]);
}

void AddressRace::onFailed(qsizetype index, Failure failure, const core::Text &detail)
{
    if (m_over) {
        return;
    }
    core::AddressAttempt &attempt = m_attempts[index];
    attempt.error = detail;
    attempt.ms = m_runners[static_cast<std::size_t>(index)].timer.elapsed();
    if (weightOf(failure) > weightOf(m_failure)) {
        m_failure = failure;
        m_detail = detail;
    }
    release(index);
    Q_EMIT attemptFailed(attempt);
    if (!m_waiting.isEmpty()) {
        m_next.start(0);
    } else if (!anyRunning()) {
        stop();
        Q_EMIT lost(m_failure, m_detail);
    }
}

void AddressRace::onTimeout()
{
    m_waiting.clear();
    for (qsizetype i = 0; i < m_attempts.size() && !m_over; ++i) {
        if (m_runners[static_cast<std::size_t>(i)].socket) {
            onFailed(i, Failure::TimedOut, QT_TRANSLATE_NOOP("core", "no answer in time"));
        }
    }
}

void AddressRace::release(qsizetype index)
{
    Runner &runner = m_runners[static_cast<std::size_t>(index)];
    if (runner.socket) {
        runner.socket->disconnect(this);
        runner.socket->abort();
        runner.socket.release()->deleteLater(); // we may stand in a signal of it
    }
}

bool AddressRace::anyRunning() const
{
    return std::any_of(m_runners.begin(), m_runners.end(),
                       [](const Runner &runner) { return runner.socket != nullptr; });
}

} // namespace net
