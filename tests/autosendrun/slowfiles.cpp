// SPDX-License-Identifier: GPL-3.0-or-later
#include "slowfiles.h"

#include <QDeadlineTimer>
#include <QTest>
#include <QTimer>

#include <ctime>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 60'000;
constexpr auto shortPause = 1s;
constexpr auto delay = 3s;
constexpr auto longPause = 7s;

std::optional<std::chrono::nanoseconds> processorTime(qint64 process)
{
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(static_cast<pid_t>(process), &clock) != 0 ||
        ::clock_gettime(clock, &time) != 0) {
        return {};
    }
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// A file that gets page after page.
class Writer
{
public:
    Writer(const QString &path, std::chrono::milliseconds pause, bool keepsOpen)
        : m_file(path)
        , m_keepsOpen(keepsOpen)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { write(); });
        write();
        m_timer.start(pause);
    }

    /// Value: all that was written.
    QByteArray end()
    {
        m_timer.stop();
        m_file.close();
        return m_whole;
    }

private:
    void write()
    {
        const QByteArray page = m_file.fileName().toUtf8() + QByteArray::number(m_whole.size());
        if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly | QIODevice::Append)) {
            return;
        }
        m_whole += page;
        m_file.write(page);
        m_file.flush();
        if (!m_keepsOpen) {
            m_file.close();
        }
    }

    QFile m_file;
    bool m_keepsOpen;
    QByteArray m_whole;
    QTimer m_timer;
};

void wait(std::chrono::milliseconds time)
{
    const QDeadlineTimer end(time);
    (void)QTest::qWaitFor([&end] { return end.hasExpired(); },
                          static_cast<int>(std::chrono::milliseconds(time + 1min).count()));
}

} // namespace

SlowFiles sendSlowFiles(AutosendHome &home, std::chrono::milliseconds time)
{
    SlowFiles slow;
    home.rule.stillness = delay;
    const AutosendHome::Program program = home.save() ? home.start() : nullptr;
    if (!program) {
        return slow;
    }
    Writer open(home.path(u"kept open"_s), longPause, true);
    Writer pages(home.path(u"page by page"_s), shortPause, false);
    wait(time);
    const QByteArray first = open.end();
    const QByteArray second = pages.end();
    const QStringList rest{u"sent"_s};
    (void)QTest::qWaitFor([&] { return home.arrived.count() >= 2 && home.names() == rest; },
                          patience);
    slow.keptOpenOnce = home.arrived.times(first) == 1;
    slow.openedForPages = home.arrived.times(second) == 1;
    wait(5s); // what was just done is written down
    const auto before = processorTime(program->processId());
    wait(time);
    const auto after = processorTime(program->processId());
    slow.idle = before && after ? *after - *before : slow.idle;
    slow.arrived = home.arrived.count();
    return slow;
}
