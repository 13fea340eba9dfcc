// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/inotify.h"

#include "core/systemtext.h"

#include <QByteArray>

#include <sys/inotify.h>
#include <unistd.h>

namespace autosend
{

namespace
{

constexpr std::uint32_t wanted = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_TO |
                                 IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF |
                                 IN_ONLYDIR | IN_DONT_FOLLOW;
constexpr qsizetype roomForEvents = qsizetype{64} * 1024;

} // namespace

Inotify::Inotify(QObject *parent)
    : QObject(parent)
    , m_descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    if (m_descriptor >= 0) {
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read, this);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &Inotify::read);
    }
}

Inotify::~Inotify()
{
    m_notifier.reset();
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

int Inotify::add(const QString &folder)
{
    return ::inotify_add_watch(m_descriptor, core::toSystem(folder).constData(), wanted);
}

void Inotify::remove(int watch)
{
    ::inotify_rm_watch(m_descriptor, watch);
}

void Inotify::read()
{
    QByteArray buffer(roomForEvents, Qt::Uninitialized);
    const ssize_t octets = ::read(m_descriptor, buffer.data(), static_cast<size_t>(buffer.size()));
    QList<Event> events;
    bool overflow = false;
    for (qsizetype at = 0; at < octets;) {
        inotify_event event = {}; // copied, since the octets are not aligned
        memcpy(&event, buffer.constData() + at, sizeof event);
        const char *name = buffer.constData() + at + sizeof event;
        at += static_cast<qsizetype>(sizeof event + event.len);
        overflow = overflow || (event.mask & IN_Q_OVERFLOW) != 0;
        events.append(
            {event.wd, event.mask, event.len > 0 ? core::fromSystem(QByteArray(name)) : QString()});
    }
    if (overflow) {
        Q_EMIT overflowed();
    } else if (!events.isEmpty()) {
        Q_EMIT happened(events);
    }
}

} // namespace autosend
