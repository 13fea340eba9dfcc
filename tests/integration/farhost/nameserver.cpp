// SPDX-License-Identifier: GPL-3.0-or-later
#include "nameserver.h"

#include <QDataStream>
#include <QNetworkDatagram>

namespace
{

constexpr qsizetype headerSize = 12;
constexpr quint16 typeA = 1;
constexpr quint16 typeAaaa = 28;
constexpr quint16 classIn = 1;
constexpr quint16 pointerToName = 0xC000 | headerSize;

/// The name in a query, in lower case, and where its bytes end.
QByteArray nameIn(const QByteArray &query, qsizetype &at)
{
    QByteArray name;
    while (at < query.size() && query[at] != 0) {
        const auto length = static_cast<uchar>(query[at]);
        name += query.mid(at + 1, length).toLower() + '.';
        at += 1 + length;
    }
    ++at;
    name.chop(1);
    return name;
}

quint16 typeOf(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv4Protocol ? typeA : typeAaaa;
}

} // namespace

NameServer::NameServer(const QByteArray &names)
{
    for (const QByteArray &line : names.split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.size() == 2) {
            m_names[words[0]].append(QHostAddress(QString::fromLatin1(words[1])));
        }
    }
    connect(&m_socket, &QUdpSocket::readyRead, this, &NameServer::answerAll);
}

void NameServer::answerAll()
{
    while (m_socket.hasPendingDatagrams()) {
        const QNetworkDatagram query = m_socket.receiveDatagram();
        if (query.data().size() > headerSize) {
            m_socket.writeDatagram(query.makeReply(answerTo(query.data())));
        }
    }
}

QByteArray NameServer::answerTo(const QByteArray &query) const
{
    qsizetype end = headerSize;
    const QByteArray name = nameIn(query, end);
    const QByteArray question = query.mid(headerSize, end + 4 - headerSize);
    const auto type = static_cast<quint16>(static_cast<uchar>(query[end]) << 8 |
                                           static_cast<uchar>(query[end + 1]));
    QList<QHostAddress> found;
    for (const QHostAddress &address : m_names.value(name)) {
        if (typeOf(address) == type) {
            found.append(address);
        }
    }
    QByteArray answer = query.left(2);
    QDataStream out(&answer, QIODevice::Append);
    // Authoritative, recursion wanted and had; 3: no such name.
    out << static_cast<quint16>(m_names.contains(name) ? 0x8580 : 0x8583) << quint16{1}
        << static_cast<quint16>(found.size()) << quint16{0} << quint16{0};
    out.writeRawData(question.constData(), static_cast<int>(question.size()));
    for (const QHostAddress &address : found) {
        out << pointerToName << type << classIn << quint32{0};
        if (type == typeA) {
            out << quint16{4} << address.toIPv4Address();
        } else {
            const Q_IPV6ADDR octets = address.toIPv6Address();
            out << quint16{16};
            out.writeRawData(reinterpret_cast<const char *>(octets.c), 16);
        }
    }
    return answer;
}
