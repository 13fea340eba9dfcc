// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <vector>

/// A TCP port of a loopback address that answers nothing, like a host behind a firewall that drops
/// packets: a listening socket whose queue is full, so that Linux drops every further SYN.
class SilentPort
{
public:
    /// Port 0 takes a free one.
    explicit SilentPort(const QHostAddress &address, quint16 port = 0);
    ~SilentPort();
    Q_DISABLE_COPY_MOVE(SilentPort)

    /// 0: the port could not be had.
    [[nodiscard]] quint16 port() const { return m_port; }
    /// How many connections somebody in this machine is trying to make to it just now.
    [[nodiscard]] int knocking() const;
    /// Takes what waits in the queue: the next SYN, sent again after a second, is answered.
    void wake();

private:
    void fill(const QHostAddress &address);

    int m_listening = -1;
    std::vector<int> m_queued;
    quint16 m_port = 0;
};
