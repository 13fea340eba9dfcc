// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile.h"
#include "testmain.h"

#include <QTest>

using core::Method;
using core::PasswordFor;

/// Which of the two passwords a server may have logs in.
class PasswordUsedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheMethod();
};

void PasswordUsedTest::followsTheMethod()
{
    const auto used = [](Method method, bool own = false) {
        core::ServerProfile profile;
        profile.method = method;
        profile.pop.ownPassword = own;
        return core::passwordUsed(profile);
    };
    QCOMPARE(used(Method::None), std::nullopt);
    QCOMPARE(used(Method::External), std::nullopt);
    QCOMPARE(used(Method::Login), PasswordFor::Smtp);
    QCOMPARE(used(Method::Login, true), PasswordFor::Smtp);
    QCOMPARE(used(Method::PopBeforeSmtp), PasswordFor::Smtp);
    QCOMPARE(used(Method::PopBeforeSmtp, true), PasswordFor::Pop);
}

PROSERPINA_TEST(PasswordUsedTest)

#include "tst_passwords.moc"
