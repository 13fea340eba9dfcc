// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// --proxy of the built command line.
class ProxyOptionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordIsNotRepeated_data();
    void passwordIsNotRepeated();
};

void ProxyOptionTest::passwordIsNotRepeated_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::newRow("as it should be") << u"http://me:hush@proxy.test:3128"_s;
    QTest::newRow("a space") << u"http://me:hush pw@proxy.test:3128"_s;
    QTest::newRow("a port too large") << u"http://me:hush@proxy.test:99999"_s;
    QTest::newRow("no scheme") << u"me:hush@proxy.test:3128"_s;
    QTest::newRow("no slashes") << u"http:me:hush@proxy.test"_s;
    QTest::newRow("a broken escape") << u"http://me:hush%zz@proxy.test:3128"_s;
    QTest::newRow("an @ in it") << u"http://me:hush@hush@proxy.test:99999"_s;
    QTest::newRow("another scheme") << u"ftp://me:hush@proxy.test:21"_s;
    QTest::newRow("full width") << u"http://me:hush＠proxy.test:99999"_s;
}

void ProxyOptionTest::passwordIsNotRepeated()
{
    QFETCH(QString, proxy);
    for (const QStringList &more : {QStringList(), QStringList{u"--json"_s}}) {
        const CliRun run =
            runCli(QStringList{u"check"_s, u"--host"_s, u"x"_s, u"--proxy"_s, proxy} + more);
        QCOMPARE(run.exitCode, 64);
        QVERIFY((run.out + run.error).contains("--proxy"));
        QVERIFY2(!(run.out + run.error).contains("hush"), run.error.constData());
    }
}

PROSERPINA_TEST(ProxyOptionTest)

#include "tst_proxyoption.moc"
