// SPDX-License-Identifier: GPL-3.0-or-later
#include "burst.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

QByteArray contentOfFile(int number)
{
    return "file " + QByteArray::number(number) + '\n';
}

} // namespace

Burst sendBurst(AutosendHome &home, int files, int patience)
{
    Burst burst;
    burst.files = files;
    const AutosendHome::Program program = home.start();
    const bool watches = program && home.write(u"first"_s, "first") &&
                         QTest::qWaitFor([&] { return home.arrived.count() == 1; }, patience);
    if (!watches) {
        return burst;
    }
    const auto process = static_cast<pid_t>(program->processId());
    ::kill(process, SIGSTOP);
    for (int i = 0; i < files; ++i) {
        if (!home.write(QString::number(i), contentOfFile(i))) {
            return burst;
        }
    }
    QElapsedTimer time;
    time.start();
    ::kill(process, SIGCONT);
    const QStringList rest{u"sent"_s};
    // Its names alone are cheap to look at.
    (void)QTest::qWaitFor([&] { return home.arrived.count() > files && home.names() == rest; },
                          patience);
    burst.seconds = static_cast<double>(time.elapsed()) / 1000;
    burst.arrived = home.arrived.count() - 1;
    for (int i = 0; i < files; ++i) {
        const int times = home.arrived.times(contentOfFile(i));
        burst.once += int{times == 1};
        burst.doubled += int{times > 1};
    }
    return burst;
}
