// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/dialer.h"

#include "net/addressrace.h"
#include "net/httptunnel.h"

#include <QNetworkInterface>
#include <QNetworkProxy>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Stage;

namespace net
{

namespace
{

/// Behind a SOCKS5 proxy only its own word tells more: it was there, and the server was not.
Failure socksFailure(QAbstractSocket::SocketError error)
{
    const Failure failure = connectFailure(error);
    const bool unclear = failure == Failure::ConnectFailed || failure == Failure::TimedOut;
    return unclear ? Failure::ProxyFailed : failure;
}

/// Qt's words, or better ones where it calls several answers by the name of one.
core::Text socksWords(const QAbstractSocket &socket)
{
    if (socket.error() == QAbstractSocket::HostNotFoundError) {
        // RFC 1928 6, replies 1, 2 and 4: "Host not found".
        return QT_TRANSLATE_NOOP("core",
                                 "general failure, not allowed by its rules, or host unreachable");
    }
    return socket.errorString();
}

/// Whether anything but this computer itself can be reached at all.
bool hasNetwork()
{
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &one) {
        const QNetworkInterface::InterfaceFlags flags = one.flags();
        return flags.testFlag(QNetworkInterface::IsRunning) &&
               !flags.testFlag(QNetworkInterface::IsLoopBack) && !one.addressEntries().isEmpty();
    });
}

} // namespace

Dialer::Dialer(QString host, quint16 port, core::Proxy proxy, std::chrono::milliseconds time)
    : m_host(std::move(host))
    , m_port(port)
    , m_proxy(std::move(proxy))
    , m_time(time)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Dialer::onTimeout);
}

Dialer::~Dialer()
{
    stop();
}

void Dialer::start()
{
    if (m_proxy.isUsed()) {
        connectByProxy();
        return;
    }
    startStage(Stage::Dns);
    if (const QHostAddress literal(m_host); !literal.isNull()) {
        race({literal});
        return;
    }
    m_deadline.start(m_time);
    m_lookup = QHostInfo::lookupHost(m_host, this, &Dialer::onLookedUp);
}

void Dialer::stop()
{
    m_stopped = true;
    m_deadline.stop();
    if (m_race) {
        m_race->stop();
    }
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater(); // we may stand in a signal of it
    }
    if (m_lookup >= 0) {
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    }
}

QList<core::AddressAttempt> Dialer::attempts() const
{
    return m_race ? m_race->attempts() : m_proxyAttempt;
}

void Dialer::onLookedUp(const QHostInfo &info)
{
    m_lookup = -1;
    m_deadline.stop();
    if (m_stopped) {
        return;
    }
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        // B106: Qt says HostNotFound only where the resolver has answered.
        const bool unknown =
            info.error() == QHostInfo::HostNotFound || info.error() == QHostInfo::NoError;
        const Failure failure = unknown ? Failure::NameNotFound : Failure::NoResolver;
        fail(unknown || hasNetwork() ? failure : Failure::Unreachable, Stage::Dns,
             info.errorString());
        return;
    }
    race(interleaved(info.addresses()));
}

void Dialer::race(const QList<QHostAddress> &addresses)
{
    startStage(Stage::Connect);
    m_race = std::make_unique<AddressRace>(addresses, m_port, m_time);
    connect(m_race.get(), &AddressRace::attemptFailed, this, &Dialer::addressFailed);
    connect(m_race.get(), &AddressRace::won, this, [this](const core::AddressAttempt &attempt) {
        m_socket = m_race->takeSocket();
        Q_EMIT connected(attempt.address);
    });
    connect(m_race.get(), &AddressRace::lost, this,
            [this](Failure failure, const core::Text &detail) {
                fail(failure, Stage::Connect, detail);
            });
    m_race->start();
}

void Dialer::connectByProxy()
{
    startStage(Stage::Connect);
    m_proxyAttempt = {{u"%1:%2"_s.arg(m_proxy.host).arg(m_proxy.port), {}, 0, true}};
    m_deadline.start(m_time);
    m_proxyTimer.start();
    m_socket = std::make_unique<QSslSocket>();
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &Dialer::onProxyError);
    if (m_proxy.kind == core::ProxyKind::HttpConnect) {
        connectByHttpProxy();
        return;
    }
    connect(m_socket.get(), &QSslSocket::connected, this, &Dialer::onProxyConnected);
    // It gives the name to the proxy unresolved (QNetworkProxy::HostNameLookupCapability).
    m_socket->setProxy({QNetworkProxy::Socks5Proxy, m_proxy.host, m_proxy.port});
    m_socket->connectToHost(m_host, m_port);
}

/// By ourselves, because Qt reads the proxy's reply without an end (measured on 6.4.2).
void Dialer::connectByHttpProxy()
{
    connect(m_socket.get(), &QSslSocket::connected, this,
            [this] { m_socket->write(tunnelRequest(m_host, m_port)); });
    connect(m_socket.get(), &QSslSocket::readyRead, this, &Dialer::onTunnelReply);
    m_socket->setReadBufferSize(longestTunnelHeader);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->connectToHost(m_proxy.host, m_proxy.port);
}

void Dialer::onTunnelReply()
{
    const TunnelReply reply = readTunnelReply(m_socket->peek(longestTunnelHeader));
    if (reply.state == TunnelReply::State::Refused) {
        failAtProxy(Failure::ProxyFailed, reply.words);
    } else if (reply.state == TunnelReply::State::Open) {
        m_socket->read(reply.length); // the rest is the server's
        m_socket->setReadBufferSize(0);
        onProxyConnected();
    }
}

void Dialer::onProxyConnected()
{
    m_deadline.stop();
    m_socket->disconnect(this);
    m_proxyAttempt.last().ms = m_proxyTimer.elapsed();
    Q_EMIT connected(m_proxyAttempt.constLast().address);
}

void Dialer::onProxyError(QAbstractSocket::SocketError error)
{
    if (m_proxy.kind == core::ProxyKind::Socks5) {
        failAtProxy(socksFailure(error), socksWords(*m_socket));
    } else if (error == QAbstractSocket::RemoteHostClosedError) {
        failAtProxy(Failure::ProxyFailed,
                    QT_TRANSLATE_NOOP("core", "it closed the connection without a reply"));
    } else {
        failAtProxy(Failure::ProxyFailed,
                    {QT_TRANSLATE_NOOP("core", "the proxy itself cannot be reached: %1"),
                     {m_socket->errorString()}});
    }
}

void Dialer::onTimeout()
{
    if (m_lookup >= 0) {
        fail(Failure::TimedOut, Stage::Dns, {});
        return;
    }
    failAtProxy(Failure::ProxyFailed, QT_TRANSLATE_NOOP("core", "no answer in time"));
}

void Dialer::startStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT stageStarted(stage);
}

void Dialer::failAtProxy(Failure failure, const core::Text &words)
{
    core::AddressAttempt &attempt = m_proxyAttempt.last();
    attempt.error = words;
    attempt.ms = m_proxyTimer.elapsed();
    Q_EMIT addressFailed(attempt);
    fail(failure, Stage::Connect, words);
}

void Dialer::fail(Failure failure, Stage stage, const core::Text &detail)
{
    stop();
    Q_EMIT failed(failure, stage, detail);
}

} // namespace net
