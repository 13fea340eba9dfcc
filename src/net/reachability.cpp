// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/reachability.h"

#include <QNetworkInformation>

namespace net
{

Reachability::Reachability(QObject *parent)
    : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        return;
    }
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability now) {
                if (now == QNetworkInformation::Reachability::Online) {
                    Q_EMIT cameOnline();
                }
            });
}

} // namespace net
