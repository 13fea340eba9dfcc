// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace
{

std::array<int, 2> ends{-1, -1};

/// All that is allowed in a signal handler: a write.
void onSignal(int number)
{
    const char octet = static_cast<char>(number);
    [[maybe_unused]] const auto written = write(ends[1], &octet, 1);
    std::signal(number, SIG_DFL);
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char octet = 0;
        [[maybe_unused]] const auto got = read(ends[0], &octet, 1);
        Q_EMIT interrupted();
    });
    // No SA_RESTART: a read that waits for a password must notice.
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGHUP, &action, nullptr); // the terminal was closed
    // A reader that has gone away is an error of that write, not our end.
    std::signal(SIGPIPE, SIG_IGN);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    close(ends[0]);
    close(ends[1]);
}
