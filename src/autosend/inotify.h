// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <cstdint>
#include <memory>

namespace autosend
{

/// inotify(7) of some folders, raw: QFileSystemWatcher tells neither that a file grew nor that it
/// was closed, and loses a folder that was made again. Lives in one thread with an event loop.
class Inotify final : public QObject
{
    Q_OBJECT

public:
    struct Event
    {
        int watch = 0;
        std::uint32_t mask = 0;
        QString name; // in the folder; empty: of the folder itself
    };

    explicit Inotify(QObject *parent = nullptr);
    ~Inotify() override;
    Q_DISABLE_COPY_MOVE(Inotify)

    /// The number of the watch; negative: there is none, as beyond the system's limit.
    [[nodiscard]] int add(const QString &folder);
    void remove(int watch);

Q_SIGNALS:
    void happened(const QList<Event> &events);
    /// The system has dropped some: whatever is to be known is to be looked for.
    void overflowed();

private:
    void read();

    const int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier; // none where there is no inotify
};

} // namespace autosend
