// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/failure.h"
#include "core/profile.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QList>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <memory>

namespace net
{

class AddressRace;

/// Reaches a host: looks its name up and races its addresses; or asks a proxy, which is given the
/// name. Look-up and connecting have the given time each. Used once.
class Dialer final : public QObject
{
    Q_OBJECT

public:
    Dialer(QString host, quint16 port, core::Proxy proxy, std::chrono::milliseconds time);
    ~Dialer() override;

    void start();
    /// No signal follows.
    void stop();
    /// Looking up or connecting.
    [[nodiscard]] core::Stage stage() const { return m_stage; }
    [[nodiscard]] QList<core::AddressAttempt> attempts() const;
    /// Once connected() came.
    [[nodiscard]] std::unique_ptr<QSslSocket> takeSocket() { return std::move(m_socket); }

Q_SIGNALS:
    void stageStarted(core::Stage stage);
    void addressFailed(const core::AddressAttempt &attempt);
    /// `address` is what answered; the socket is to be taken.
    void connected(const QString &address);
    void failed(core::Failure failure, core::Stage stage, const core::Text &detail);

private:
    void onLookedUp(const QHostInfo &info);
    void race(const QList<QHostAddress> &addresses);
    void connectByProxy();
    void connectByHttpProxy();
    void onTunnelReply();
    void onProxyConnected();
    void onProxyError(QAbstractSocket::SocketError error);
    void onTimeout();
    void startStage(core::Stage stage);
    void failAtProxy(core::Failure failure, const core::Text &words);
    void fail(core::Failure failure, core::Stage stage, const core::Text &detail);

    QString m_host;
    quint16 m_port;
    core::Proxy m_proxy;
    std::chrono::milliseconds m_time;
    QTimer m_deadline; // of the look-up, or of the proxy
    std::unique_ptr<AddressRace> m_race;
    QElapsedTimer m_proxyTimer;
    QList<core::AddressAttempt> m_proxyAttempt;
    std::unique_ptr<QSslSocket> m_socket;
    core::Stage m_stage = core::Stage::Dns;
    int m_lookup = -1;
    bool m_stopped = false;
};

} // namespace net
