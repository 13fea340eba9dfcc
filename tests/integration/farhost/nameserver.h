// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QUdpSocket>

/// A DNS server (RFC 1035) over UDP that knows some names by heart and says NXDOMAIN of all others.
/// Only A and AAAA.
class NameServer final : public QObject
{
    Q_OBJECT

public:
    /// `names`: a line for each "NAME ADDRESS", in the order in which they are told.
    explicit NameServer(const QByteArray &names);

    [[nodiscard]] bool listen(const QHostAddress &address) { return m_socket.bind(address, 53); }

private:
    void answerAll();
    [[nodiscard]] QByteArray answerTo(const QByteArray &query) const;

    QHash<QByteArray, QList<QHostAddress>> m_names;
    QUdpSocket m_socket;
};
