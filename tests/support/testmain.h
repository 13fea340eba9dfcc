// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

/// A test program holds several test classes; ctest names the one to run as the first argument, and
/// without one all run. Each class registers itself by PROSERPINA_TEST(Class) at the end of its
/// .cpp.
namespace testsupport
{

using TestFactory = std::function<std::unique_ptr<QObject>()>;

bool registerTest(const char *name, TestFactory factory);

} // namespace testsupport

#define PROSERPINA_TEST(Class)                                                                     \
    static const bool registered##Class =                                                          \
        testsupport::registerTest(#Class, [] { return std::make_unique<Class>(); });
