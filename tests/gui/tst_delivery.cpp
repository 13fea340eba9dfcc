// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace
{

constexpr int soon = 10'000;

/// The dialog for a test mail with that server's settings, filled in.
bool openTestMail(Program &program, const service::PracticeEntry &server, const QString &to)
{
    return clicks::fillForm(program, clicks::serverOf(server, u"mine"_s)) &&
           clicks::enterLogin(program,
                              {server.credentials().userId,
                               QString::fromUtf8(server.credentials().password.reveal())}) &&
           program.click("testMailButton") &&
           QTest::qWaitFor([&program] { return program.find<QLineEdit>("toEdit") != nullptr; }) &&
           program.type("toEdit", to);
}

/// True once it has ended.
bool send(Program &program)
{
    return program.click("sendButton") &&
           QTest::qWaitFor(
               [&program] { return program.find<QPushButton>("stopButton") == nullptr; }, soon);
}

} // namespace

/// How a test mail is to be given to the server: to all or nobody, with which report.
class DeliveryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void allOrNobody_data();
    void allOrNobody();
    void reportIsAskedFor_data();
    void reportIsAskedFor();
    void serverWithoutReportsIsSaid();
    void choicesAreKept();

private:
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DeliveryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

void DeliveryTest::allOrNobody_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("notSent");
    QTest::newRow("English") << u"en"_s << u"not sent"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"送っていません"_s;
}

void DeliveryTest::allOrNobody()
{
    QFETCH(QString, language);
    QFETCH(QString, notSent);
    m_translations->use(language);
    practice::Behaviour behaviour;
    behaviour.recipients["gone@example.org"] = "550 5.1.1 no such mailbox";
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(openTestMail(program, server, u"hanako@example.org, gone@example.org"_s));
    QVERIFY(program.click("allOrNoneCheck"));
    QVERIFY(send(program));
    QCOMPARE(server.mailbox().size(), 0);
    const auto *table = program.find<QTreeWidget>("recipientTree");
    QCOMPARE(table->topLevelItemCount(), 2);
    QCOMPARE(table->topLevelItem(0)->text(1), notSent);
    QVERIFY(table->topLevelItem(1)->text(2).startsWith(u"550"_s));
    // The same without it: the good one gets it.
    QVERIFY(program.click("allOrNoneCheck"));
    QVERIFY(send(program));
    QCOMPARE(server.mailbox().size(), 1);
    QCOMPARE(server.mailbox().constFirst().to, QByteArrayList{"hanako@example.org"});
}

void DeliveryTest::reportIsAskedFor_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("as the server likes") << 0 << QByteArray();
    QTest::newRow("when it cannot be delivered") << 1 << QByteArray("NOTIFY=FAILURE,DELAY");
    QTest::newRow("in any case") << 2 << QByteArray("NOTIFY=SUCCESS,FAILURE,DELAY");
    QTest::newRow("never") << 3 << QByteArray("NOTIFY=NEVER");
}

void DeliveryTest::reportIsAskedFor()
{
    QFETCH(int, choice);
    QFETCH(QByteArray, asked);
    practice::Behaviour behaviour;
    behaviour.keywords += "DSN";
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    QByteArrayList heard;
    connect(&server.server(), &practice::Server::lineReceived, this,
            [&heard](const QByteArray &line) { heard.append(line); });
    Program program(m_folder->path());
    QVERIFY(openTestMail(program, server, u"hanako@example.org"_s));
    QVERIFY(clicks::choose(program, "notifyCombo", choice));
    QVERIFY(send(program));
    QCOMPARE(server.mailbox().size(), 1);
    QByteArray recipient;
    for (const QByteArray &line : std::as_const(heard)) {
        if (line.startsWith("RCPT")) {
            recipient = line;
        }
    }
    QVERIFY2(asked.isEmpty() ? !recipient.contains("NOTIFY")
                             : QByteArrayList(recipient.split(' ')).contains(asked),
             recipient.constData());
}

void DeliveryTest::serverWithoutReportsIsSaid()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(openTestMail(program, server, u"hanako@example.org"_s));
    QVERIFY(clicks::choose(program, "notifyCombo", 2));
    QVERIFY(send(program));
    QCOMPARE(server.mailbox().size(), 1);
    QVERIFY2(program.text("adviceText").contains(u"no DSN"_s),
             qPrintable(program.text("adviceText")));
}

/// What was chosen and not sent is there again, as what was typed is.
void DeliveryTest::choicesAreKept()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(openTestMail(program, server, u"hanako@example.org"_s));
    QVERIFY(clicks::choose(program, "notifyCombo", 2));
    QVERIFY(program.click("allOrNoneCheck"));
    QVERIFY(clicks::closeDialogOf(program, "notifyCombo"));
    QVERIFY(program.click("testMailButton"));
    QTRY_VERIFY(program.find<QComboBox>("notifyCombo") != nullptr);
    QCOMPARE(program.find<QComboBox>("notifyCombo")->currentIndex(), 2);
    QVERIFY(program.find<QCheckBox>("allOrNoneCheck")->isChecked());
}

PROSERPINA_TEST(DeliveryTest)

#include "tst_delivery.moc"
