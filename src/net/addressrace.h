// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/failure.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace net
{

/// RFC 8305 4: the addresses in the resolver's order, but the families taking turns.
QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses);

/// Connects to the first of several addresses that answers (RFC 8305 5): the next attempt starts
/// when one has failed or has not answered for 250 ms, and the others go on meanwhile. One race,
/// then it is of no more use.
class AddressRace final : public QObject
{
    Q_OBJECT

public:
    static constexpr auto attemptDelay = std::chrono::milliseconds(250);

    /// `time` is for the whole race.
    AddressRace(const QList<QHostAddress> &addresses, quint16 port, std::chrono::milliseconds time);
    ~AddressRace() override;

    void start();
    /// No signal follows.
    void stop();
    /// In the order in which they were started.
    [[nodiscard]] const QList<core::AddressAttempt> &attempts() const { return m_attempts; }
    /// The connected socket, once won() came.
    [[nodiscard]] std::unique_ptr<QSslSocket> takeSocket() { return std::move(m_winner); }

Q_SIGNALS:
    void attemptFailed(const core::AddressAttempt &attempt);
    void won(const core::AddressAttempt &attempt);
    /// Every address failed; the failure is the one that says most about the server.
    void lost(core::Failure failure, const core::Text &detail);

private:
    struct Runner
    {
        std::unique_ptr<QSslSocket> socket;
        QElapsedTimer timer;
    };

    void startNext();
    void onConnected(qsizetype index);
    void onFailed(qsizetype index, core::Failure failure, const core::Text &detail);
    void onTimeout();
    void release(qsizetype index);
    [[nodiscard]] bool anyRunning() const;

    QList<QHostAddress> m_waiting;
    quint16 m_port;
    std::chrono::milliseconds m_time;
    QTimer m_next;
    QTimer m_deadline;
    std::vector<Runner> m_runners; // beside m_attempts
    QList<core::AddressAttempt> m_attempts;
    core::Failure m_failure = core::Failure::None;
    core::Text m_detail;
    std::unique_ptr<QSslSocket> m_winner;
    bool m_over = false;
};

/// What a socket's error while connecting means.
core::Failure connectFailure(QAbstractSocket::SocketError error);

} // namespace net
