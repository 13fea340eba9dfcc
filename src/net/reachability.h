// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace net
{

/// Tells when the computer comes online, as the desktop knows it (NetworkManager, GLib's portal).
/// Where nobody knows, it never does. Main thread.
class Reachability final : public QObject
{
    Q_OBJECT

public:
    explicit Reachability(QObject *parent = nullptr);

Q_SIGNALS:
    void cameOnline();
};

} // namespace net
