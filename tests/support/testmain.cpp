// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#ifdef PROSERPINA_GUI_TESTS
#include <QApplication>
#else
#include <QCoreApplication>
#endif
#include <QStandardPaths>
#include <QTest>

#include <cstdio>
#include <map>
#include <string>
#include <utility>

namespace
{

std::map<std::string, testsupport::TestFactory> &registry()
{
    static std::map<std::string, testsupport::TestFactory> tests;
    return tests;
}

} // namespace

namespace testsupport
{

bool registerTest(const char *name, TestFactory factory)
{
    registry().emplace(name, std::move(factory));
    return true;
}

} // namespace testsupport

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
#ifdef PROSERPINA_GUI_TESTS
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // No keychain: what tests keep stays in memory.
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("XDG_RUNTIME_DIR");
    QApplication application(argc, argv);
#else
    QCoreApplication application(argc, argv);
#endif
    QStringList arguments = application.arguments();
    std::string wanted;
    if (arguments.size() > 1 && !arguments[1].startsWith(u'-')) {
        wanted = arguments.takeAt(1).toStdString();
        if (!registry().contains(wanted)) {
            std::fprintf(stderr, "no test class %s in this program\n", wanted.c_str());
            return 1;
        }
    }
    int failures = 0;
    for (const auto &[name, factory] : registry()) {
        if (wanted.empty() || wanted == name) {
            failures += QTest::qExec(factory().get(), arguments);
        }
    }
    return failures == 0 ? 0 : 1;
}
