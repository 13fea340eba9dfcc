// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace autosend
{

/// Tells that something was mounted or unmounted, wherever that was: no event of inotify says that
/// a watched folder is another one since a disk lies over it. Lives in one thread with an event
/// loop.
class MountWatch final : public QObject
{
    Q_OBJECT

public:
    explicit MountWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    QFile m_mounts;
    std::unique_ptr<QSocketNotifier> m_notifier; // none where the system does not tell
};

} // namespace autosend
