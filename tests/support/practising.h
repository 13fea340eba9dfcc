// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/behaviour.h"

#include <QByteArrayList>
#include <QTcpServer>

/// A practice server that offers these login methods and no others.
inline practice::Behaviour offering(const QByteArrayList &mechanisms)
{
    practice::Behaviour behaviour;
    behaviour.mechanisms = mechanisms;
    return behaviour;
}

/// A port on which nobody listens.
inline quint16 closedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}
