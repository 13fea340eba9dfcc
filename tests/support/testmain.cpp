// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QCoreApplication>
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
    QCoreApplication application(argc, argv);
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
