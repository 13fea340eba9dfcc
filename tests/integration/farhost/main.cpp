// SPDX-License-Identifier: GPL-3.0-or-later
//
// farhost NAMES ADDRESS PORT SMTPSPORT: the other host of TwoHostsTest. A name server on ADDRESS
// that knows the names in the file NAMES, and the practice server on both ports of every address.
// Prints "ready"; runs until it is ended.
#include "nameserver.h"

#include "practice/server.h"
#include "recordingrelay.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 5) {
        return 64;
    }
    QFile names(words[1]);
    if (!names.open(QIODevice::ReadOnly)) {
        return 1;
    }
    NameServer nameServer(names.readAll());
    practice::Behaviour behaviour;
    behaviour.authBeforeTls = true;
    practice::Server mailServer(behaviour);
    mailServer.setAccount(QStringLiteral("far"), core::Secret("far-word"));
    if (!nameServer.listen(QHostAddress(words[2])) || !mailServer.listen()) {
        return 1;
    }
    // The practice server itself never listens beyond loopback.
    const QHostAddress everywhere(QHostAddress::Any);
    const RecordingRelay relay(mailServer.startTlsPort(), everywhere, words[3].toUShort());
    const RecordingRelay tlsRelay(mailServer.smtpsPort(), everywhere, words[4].toUShort());
    if (relay.port() == 0 || tlsRelay.port() == 0) {
        return 1;
    }
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
