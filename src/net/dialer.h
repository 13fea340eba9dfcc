// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/failure.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QList>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <chrono>

namespace net
{

/// Reaches a host: looks the name up and connects to one address after the other until one answers.
/// Look-up and connecting have the given time each, however many addresses there are. Works on a
/// socket of its owner and hears its signals only until it is connected. Used once.
class Dialer final : public QObject
{
    Q_OBJECT

public:
    Dialer(QSslSocket &socket, QString host, quint16 port, std::chrono::milliseconds time,
           QObject *parent = nullptr);
    ~Dialer() override;

    void start();
    /// No signal follows.
    void stop();
    [[nodiscard]] const QList<core::AddressAttempt> &attempts() const { return m_attempts; }

Q_SIGNALS:
    void stageStarted(core::Stage stage);
    void addressFailed(const core::AddressAttempt &attempt);
    void connected();
    void failed(core::Failure failure, core::Stage stage, const QString &detail);

private:
    void onLookedUp(const QHostInfo &info);
    void connectToNext();
    void onConnected();
    void onAddressFailed(core::Failure failure, const QString &detail);
    void onTimeout();
    void fail(core::Failure failure, core::Stage stage, const QString &detail);

    QSslSocket &m_socket;
    QString m_host;
    quint16 m_port;
    std::chrono::milliseconds m_time;
    QTimer m_deadline;
    QElapsedTimer m_stageTimer;
    QElapsedTimer m_attemptTimer;
    QList<QHostAddress> m_candidates; // not yet tried
    QList<core::AddressAttempt> m_attempts;
    int m_lookup = -1;
    bool m_stopped = false;
};

} // namespace net
