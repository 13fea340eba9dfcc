// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/textreport.h"
#include "pseudoterminal.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// A failure's own words stand in the text once.
class ReasonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isPrintedOnce_data();
    void isPrintedOnce();
};

void ReasonTest::init()
{
    qputenv("NO_COLOR", "1");
}

void ReasonTest::isPrintedOnce_data()
{
    QTest::addColumn<core::Failure>("failure");
    QTest::addColumn<core::Stage>("stage");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("ofAnAddress");
    QTest::addColumn<bool>("onItsOwn");
    using core::Failure;
    using core::Stage;
    QTest::addRow("the resolver's")
        << Failure::NameNotFound << Stage::Dns << u"Host not found"_s << false << true;
    QTest::addRow("with a full stop")
        << Failure::NameNotFound << Stage::Dns << u"Host not found."_s << false << true;
    QTest::addRow("beside the address it is of")
        << Failure::ConnectionRefused << Stage::Connect << u"Connection refused"_s << true << false;
    QTest::addRow("of no address")
        << Failure::ConnectionRefused << Stage::Connect << u"Connection refused"_s << false << true;
    QTest::addRow("in the sentence") << Failure::CaFileUnreadable << Stage::Tls
                                     << u"ca.pem: Permission denied"_s << false << false;
    QTest::addRow("longer than the sentence takes")
        << Failure::CaFileUnreadable << Stage::Tls << u"word "_s.repeated(60) << false << true;
    QTest::addRow("none") << Failure::TimedOut << Stage::Greeting << QString() << false << false;
}

void ReasonTest::isPrintedOnce()
{
    QFETCH(core::Failure, failure);
    QFETCH(core::Stage, stage);
    QFETCH(QString, detail);
    QFETCH(bool, ofAnAddress);
    QFETCH(bool, onItsOwn);
    core::AttemptReport report;
    report.facts.failure = failure;
    report.facts.stage = stage;
    report.facts.detail = core::Text(detail);
    if (ofAnAddress) {
        report.addresses.append({u"192.0.2.1"_s, core::Text(detail), 1});
    }
    PseudoTerminal screen;
    QVERIFY(screen.isOpen());
    cli::Terminal terminal(screen.file(), screen.file());
    cli::printReport(terminal,
                     service::reportOf({core::Goal::Check, {}, {}, report.facts}, report));
    const QString printed = QString::fromUtf8(screen.written()).simplified();
    QString words = detail.simplified();
    words.chop(words.endsWith(u'.') ? 1 : 0);
    QCOMPARE(printed.contains(u"Reason "_s), onItsOwn);
    QVERIFY(printed.contains(words));
    QCOMPARE(printed.count(words), detail.isEmpty() ? printed.count(words) : 1);
}

PROSERPINA_TEST(ReasonTest)

#include "tst_reason.moc"
