// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httptunnel.h"

#include <QHostAddress>

#include <algorithm>

namespace net
{

namespace
{

using State = TunnelReply::State;

/// One behind the empty line that ends a header, or -1. A line may end with LF alone (RFC
/// 9112 2.2).
qsizetype endOfHeader(const QByteArray &received, qsizetype begin)
{
    const auto behind = [&received, begin](QByteArrayView emptyLine) {
        const qsizetype at = received.indexOf(emptyLine, begin);
        return at < 0 ? at : at + emptyLine.size();
    };
    const qsizetype crlf = behind("\n\r\n");
    const qsizetype lf = behind("\n\n");
    return crlf < 0 || lf < 0 ? std::max(crlf, lf) : std::min(crlf, lf);
}

} // namespace

QByteArray tunnelRequest(const QString &host, quint16 port)
{
    const bool isIPv6 = QHostAddress(host).protocol() == QAbstractSocket::IPv6Protocol;
    const QString name = isIPv6 ? u'[' + host + u']' : host;
    const QByteArray authority = name.toLatin1() + ':' + QByteArray::number(port);
    return "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n";
}

TunnelReply readTunnelReply(const QByteArray &received)
{
    constexpr QByteArrayView version = "HTTP/1.";
    for (qsizetype begin = 0;;) {
        const QByteArrayView rest = QByteArrayView(received).sliced(begin);
        if (!version.startsWith(rest.first(std::min(rest.size(), version.size())))) {
            return {State::Refused, 0, QT_TRANSLATE_NOOP("core", "its reply is not HTTP")};
        }
        const qsizetype end = endOfHeader(received, begin);
        if ((end < 0 ? received.size() : end) >= longestTunnelHeader) {
            return {State::Refused, 0,
                    QT_TRANSLATE_NOOP("core", "the header of its reply has more than 16 KB")};
        }
        if (end < 0) {
            return {};
        }
        // HTTP/1.1 200 Connection established
        const QByteArray line = received.sliced(begin, received.indexOf('\n', begin) - begin);
        const QByteArray status = line.mid(line.indexOf(' ')).trimmed();
        const int kind = status.left(3).toInt() / 100;
        if (kind == 1) {
            begin = end; // RFC 9110 15.2: another one follows
        } else if (kind == 2) {
            return {State::Open, end};
        } else {
            return {State::Refused, 0, {QT_TRANSLATE_NOOP("core", "it replied %1"), {status}}};
        }
    }
}

} // namespace net
