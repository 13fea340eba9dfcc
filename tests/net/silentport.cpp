// SPDX-License-Identifier: GPL-3.0-or-later
#include "silentport.h"

#include <QFile>

#include <cstring>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace
{

struct SocketAddress
{
    sockaddr_storage storage = {};
    socklen_t length = 0;

    [[nodiscard]] sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 six = {};
        six.sin6_family = AF_INET6;
        six.sin6_port = htons(port);
        const Q_IPV6ADDR octets = address.toIPv6Address();
        std::memcpy(&six.sin6_addr, &octets, sizeof octets);
        std::memcpy(&result.storage, &six, sizeof six);
        result.length = sizeof six;
    } else {
        sockaddr_in four = {};
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
        four.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&result.storage, &four, sizeof four);
        result.length = sizeof four;
    }
    return result;
}

int openSocket(const QHostAddress &address)
{
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    return ::socket(six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

} // namespace

SilentPort::SilentPort(const QHostAddress &address, quint16 port)
{
    m_listening = openSocket(address);
    SocketAddress wanted = socketAddress(address, port);
    if (::bind(m_listening, wanted.get(), wanted.length) != 0 || ::listen(m_listening, 0) != 0) {
        return;
    }
    SocketAddress bound;
    bound.length = sizeof bound.storage;
    ::getsockname(m_listening, bound.get(), &bound.length);
    // The port stands at the same place in both.
    m_port = ntohs(reinterpret_cast<const sockaddr_in *>(&bound.storage)->sin_port);
    fill(address);
}

/// Connecting to loopback is done when connect() returns, or it is not done at all.
void SilentPort::fill(const QHostAddress &address)
{
    for (;;) {
        const int filler = openSocket(address);
        SocketAddress target = socketAddress(address, m_port);
        (void)::connect(filler, target.get(), target.length);
        pollfd connected{filler, POLLOUT, 0};
        if (::poll(&connected, 1, 50) <= 0) {
            ::close(filler); // the queue is full
            return;
        }
        m_queued.push_back(filler);
    }
}

SilentPort::~SilentPort()
{
    for (const int descriptor : m_queued) {
        ::close(descriptor);
    }
    ::close(m_listening);
}

int SilentPort::knocking() const
{
    // proc(5): the fourth field is the state, 02 is SYN_SENT; addresses end with ":PORT" in hex.
    const QByteArray remote = ':' + QByteArray::number(m_port, 16).rightJustified(4, '0').toUpper();
    int count = 0;
    for (const QString &name :
         {QStringLiteral("/proc/net/tcp"), QStringLiteral("/proc/net/tcp6")}) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QByteArrayList fields = line.simplified().split(' ');
            if (fields.size() > 3 && fields[2].endsWith(remote) && fields[3] == "02") {
                ++count;
            }
        }
    }
    return count;
}

void SilentPort::wake()
{
    for (;;) {
        const int taken = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (taken < 0) {
            return;
        }
        m_queued.push_back(taken);
    }
}
