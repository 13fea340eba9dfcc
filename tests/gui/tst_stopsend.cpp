// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "clirun.h"
#include "filecontent.h"
#include "outboxclicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using outboxclicks::mailCell;
using outboxclicks::mailRow;
using outboxclicks::save;
using outboxclicks::selectMail;
using outboxclicks::soon;
using outboxclicks::troubles;
using outboxclicks::write;

/// The page Stop send, by its buttons and by keys, against practice servers.
class StopSendTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void showsWhatHappens_data();
    void showsWhatHappens();
    void onePasswordForAllThatWaits();
    void stopsAndSendsNow_data();
    void stopsAndSendsNow();
    void stopsWhatIsBeingSent_data();
    void stopsWhatIsBeingSent();
    void unknownIsDecided_data();
    void unknownIsDecided();
    void pausesEverythingAndOneServer();
    void deletionIsTakenBack();
    void recipientsAreChanged();
    void mailIsRead();
    void listIsFiltered();
    void serverGoneOrOff();
    void besideTheCommandLine();
    void closingAsksOnce();
    void closesWhenSent();
    void staysOpenWhenItCouldNotBeSent();
    void sortsByWhatIsMeant();

private:
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
    const QString m_from = u"taro@work.example.org"_s;
    const QString m_to = u"hanako@example.org"_s;
};

void StopSendTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

void StopSendTest::showsWhatHappens_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("failed");
    QTest::newRow("English") << u"en"_s << u"sent"_s << u"failed"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"送信済み"_s << u"失敗"_s;
}

void StopSendTest::showsWhatHappens()
{
    QFETCH(QString, language);
    QFETCH(QString, sent);
    QFETCH(QString, failed);
    m_translations->use(language);
    practice::Behaviour behaviour;
    behaviour.recipients["gone@example.org"] = "550 5.1.1 No such mailbox";
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(program.showPage(StopSend));
    QVERIFY(soon([&] { return !program.text("emptyOutboxText").isEmpty(); }));
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(program.beginSending());
    QVERIFY(write(program, m_from, m_to, u"good"_s));
    QVERIFY(soon([&] { return mailCell(program, u"good"_s) == sent; }));
    QVERIFY(write(program, m_from, u"gone@example.org"_s, u"refused"_s));
    QVERIFY(soon([&] { return mailCell(program, u"refused"_s) == failed; }));
    QVERIFY(mailCell(program, u"refused"_s, 8).contains(u"No such mailbox"_s));
    QVERIFY(selectMail(program, u"refused"_s));
    QVERIFY(soon([&] { return program.text("factsText").contains(u"gone@example.org"_s); }));
    QVERIFY(soon([&] { return program.find<QPushButton>("conversationButton") != nullptr; }));
    QVERIFY(program.click("conversationButton"));
    QVERIFY(soon([&] { return program.find<QPlainTextEdit>("transcriptView") != nullptr; }));
    const auto *said = program.find<QPlainTextEdit>("transcriptView");
    QVERIFY(soon([said] { return said->toPlainText().contains(u"RCPT"_s); }));
    QVERIFY(
        !said->toPlainText().contains(QString::fromUtf8(server.credentials().password.reveal())));
    QCOMPARE(server.mailbox().size(), 1);
}

void StopSendTest::onePasswordForAllThatWaits()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    const QUuid id = save(program, server, u"work"_s, m_from, "wrong");
    QVERIFY(program.beginSending());
    QVERIFY(program.showPage(StopSend));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(write(program, m_from, m_to, u"mail %1"_s.arg(i)));
    }
    QVERIFY(soon([&] {
        return troubles(program).size() == 1 &&
               troubles(program).constFirst().contains(u"5 mails"_s);
    }));
    QVERIFY(troubles(program).constFirst().startsWith(u"work: "_s));
    QVERIFY(soon([&] {
        return program.find<QToolButton>("waitingButton")->text() == u"5 waiting for you"_s;
    }));
    // The button leads to the field; what is saved there sends them all.
    QVERIFY(program.clickText(u"Change ID or password"_s));
    QVERIFY(soon([&] { return program.find<QLineEdit>("passwordEdit") != nullptr; }));
    QVERIFY(
        program.type("passwordEdit", QString::fromUtf8(server.credentials().password.reveal())));
    QVERIFY(program.click("saveButton"));
    QVERIFY(soon([&] { return server.mailbox().size() == 5; }));
    QVERIFY(program.click("waitingButton") ||
            program.showPage(StopSend)); // it goes when nothing waits
    QVERIFY(soon([&] { return troubles(program).isEmpty(); }));
    QVERIFY(program.servers().server(id).has_value());
}

void StopSendTest::stopsAndSendsNow_data()
{
    QTest::addColumn<bool>("byKeys");
    QTest::newRow("by mouse") << false;
    QTest::newRow("by keyboard") << true;
}

void StopSendTest::stopsAndSendsNow()
{
    QFETCH(bool, byKeys);
    practice::Behaviour behaviour;
    behaviour.recipients["later@example.org"] = "450 4.2.0 come back later";
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(program.beginSending());
    QVERIFY(write(program, m_from, u"later@example.org"_s, u"late"_s));
    QVERIFY(soon([&] { return mailCell(program, u"late"_s) == u"put off"_s; }));
    QVERIFY(!mailCell(program, u"late"_s, 7).isEmpty()); // when it is tried next
    const auto press = [&](const char *button, const QKeySequence &key) {
        if (!byKeys) {
            return program.click(button);
        }
        auto *view = program.find<QTreeView>("mailView");
        QTest::keyClick(view, key[0].key(), key[0].keyboardModifiers());
        return true;
    };
    QVERIFY(selectMail(program, u"late"_s));
    QVERIFY(press("stopMailButton", QKeySequence(Qt::CTRL | Qt::Key_Period)));
    QVERIFY(soon([&] { return mailCell(program, u"late"_s) == u"stopped"_s; }));
    const int tries = mailCell(program, u"late"_s, 6).toInt();
    QVERIFY(tries >= 1);
    QVERIFY(press("sendNowButton", QKeySequence(Qt::CTRL | Qt::Key_Return)));
    QVERIFY(soon([&] { return mailCell(program, u"late"_s) == u"put off"_s; }));
    QCOMPARE(server.mailbox().size(), 0);
}

void StopSendTest::stopsWhatIsBeingSent_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("state");
    QTest::newRow("before the message") << u"hang-rcpt"_s << u"stopped"_s;
    QTest::newRow("in the message") << u"hang-body"_s << u"stopped"_s;
    QTest::newRow("behind its end") << u"hang-dot"_s << u"unknown whether sent"_s;
}

/// Cancelled at once; then it is what it is.
void StopSendTest::stopsWhatIsBeingSent()
{
    QFETCH(QString, fault);
    QFETCH(QString, state);
    service::PracticeEntry server(*practice::behaviourWithFault(fault));
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(program.beginSending());
    const QString file = m_folder->filePath(u"large.bin"_s);
    QVERIFY(writeFile(file, QByteArray(8'000'000, 'x')));
    program.window().writeMail();
    auto *copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(file)});
    QGuiApplication::clipboard()->setMimeData(copied);
    QTest::keyClick(program.find<QPlainTextEdit>("mailTextEdit"), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(program.type("mailToEdit", m_to));
    QVERIFY(program.type("mailSubjectEdit", u"hangs"_s));
    QVERIFY(program.click("sendMailButton"));
    // How far it is stands in its row.
    const QString here = fault == u"hang-rcpt"_s ? u"RCPT"_s : u"sending, "_s;
    QVERIFY2(soon([&] { return mailCell(program, u"hangs"_s).contains(here); }),
             qPrintable(mailCell(program, u"hangs"_s)));
    QVERIFY(selectMail(program, u"hangs"_s));
    if (fault == u"hang-dot"_s) {
        QVERIFY(soon([&] { return mailCell(program, u"hangs"_s).contains(u"100 %"_s); }));
    }
    QVERIFY(program.click("stopMailButton"));
    QVERIFY2(soon([&] { return mailCell(program, u"hangs"_s) == state; }),
             qPrintable(mailCell(program, u"hangs"_s)));
    QCOMPARE(program.delivery().running(), 0);
}

void StopSendTest::unknownIsDecided_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::newRow("it arrived") << true;
    QTest::newRow("send again") << false;
}

void StopSendTest::unknownIsDecided()
{
    QFETCH(bool, arrived);
    service::PracticeEntry server(*practice::behaviourWithFault(u"lost-after-dot"_s));
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(program.beginSending());
    QVERIFY(write(program, m_from, m_to, u"doubt"_s));
    QVERIFY(soon([&] { return mailCell(program, u"doubt"_s).startsWith(u"unknown"_s); }));
    QVERIFY(selectMail(program, u"doubt"_s));
    QVERIFY(soon([&] { return program.find<QPushButton>("arrivedButton") != nullptr; }));
    const QString facts = program.text("factsText");
    QVERIFY2(facts.contains(u"Message-ID: <"_s) && facts.contains(u"last octets went out"_s),
             qPrintable(facts));
    QVERIFY(!program.find<QPushButton>("sendNowButton")->isEnabled());
    QSignalSpy settled(&program.delivery(), &service::Delivery::settled);
    QVERIFY(program.click(arrived ? "arrivedButton" : "againButton"));
    if (arrived) {
        QVERIFY(soon([&] { return mailCell(program, u"doubt"_s) == u"sent"_s; }));
        QCOMPARE(settled.size(), 0);
    } else {
        QVERIFY(soon([&] { return settled.size() == 1; })); // the same way again
        QVERIFY(soon([&] { return mailCell(program, u"doubt"_s).startsWith(u"unknown"_s); }));
    }
}

void StopSendTest::pausesEverythingAndOneServer()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(program.beginSending());
    QVERIFY(program.showPage(StopSend));
    QVERIFY(program.click("pauseButton"));
    QVERIFY(soon([&] { return troubles(program).size() == 1; }));
    QVERIFY(write(program, m_from, m_to, u"held"_s));
    QVERIFY(soon([&] { return mailCell(program, u"held"_s) == u"paused"_s; }));
    QCOMPARE(program.find<QPushButton>("pauseButton")->text(), u"&Go on"_s);
    QVERIFY(program.clickText(u"Go on"_s));
    QVERIFY(soon([&] { return server.mailbox().size() == 1; }));
    // One server alone.
    auto *servers = program.find<QComboBox>("serverCombo");
    servers->setCurrentIndex(servers->findText(u"work"_s));
    QVERIFY(program.click("pauseButton"));
    QVERIFY(soon([&] { return troubles(program) == QStringList{u"work is paused."_s}; }));
    QVERIFY(write(program, m_from, m_to, u"held too"_s));
    QVERIFY(soon([&] { return mailCell(program, u"held too"_s) == u"paused"_s; }));
    QVERIFY(selectMail(program, u"held too"_s));
    QVERIFY(program.click("sendNowButton")); // goes all the same
    QVERIFY(soon([&] { return server.mailbox().size() == 2; }));
}

void StopSendTest::deletionIsTakenBack()
{
    Program program(m_folder->path()); // sends nothing
    service::PracticeEntry server;
    QVERIFY(server.start());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(write(program, m_from, m_to, u"first"_s));
    QVERIFY(write(program, m_from, m_to, u"second"_s));
    QVERIFY(selectMail(program, u"first"_s));
    QVERIFY(program.click("deleteMailButton"));
    QVERIFY(soon([&] { return mailRow(program, u"first"_s) < 0; }));
    QVERIFY(mailRow(program, u"second"_s) >= 0);
    QVERIFY(program.clickText(u"&Undo"_s));
    QVERIFY(soon([&] { return mailRow(program, u"first"_s) >= 0; }));
    QVERIFY(selectMail(program, u"first"_s));
    auto *view = program.find<QTreeView>("mailView");
    view->selectAll();
    QTest::keyClick(view, Qt::Key_Delete);
    QVERIFY(soon([&] { return view->model()->rowCount() == 0; }));
    QVERIFY(soon([&] { return program.text("noticeText").contains(u"Deleted 2 mails"_s); }));
    QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(soon([&] { return view->model()->rowCount() == 2; }));
}

void StopSendTest::recipientsAreChanged()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(write(program, m_from, u"Hanako <wrong@example.org>"_s, u"redirected"_s));
    QVERIFY(selectMail(program, u"redirected"_s));
    QVERIFY(program.click("recipientsButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("newToEdit") != nullptr; }));
    QVERIFY(program.find<QLineEdit>("newToEdit")->text().contains(u"wrong@example.org"_s));
    const auto press = [&] {
        const auto *buttons = program.find<QDialogButtonBox>("buttons");
        QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
    };
    QVERIFY(program.type("newToEdit", u"no address"_s));
    press();
    QVERIFY(!program.text("newToMessage").isEmpty());
    QVERIFY(program.type("newToEdit", u"right@example.org"_s));
    QVERIFY(program.type("newBccEdit", u"hidden@example.org"_s));
    press();
    QVERIFY(soon([&] { return program.find<QLineEdit>("newToEdit") == nullptr; }));
    QVERIFY(soon([&] {
        return mailCell(program, u"redirected"_s, 1) == u"right@example.org, hidden@example.org"_s;
    }));
    QVERIFY(program.beginSending());
    QVERIFY(soon([&] { return server.mailbox().size() == 1; }));
    const auto &mail = server.mailbox().constFirst();
    QCOMPARE(mail.to, (QByteArrayList{"right@example.org", "hidden@example.org"}));
    QVERIFY(mail.message.contains("To: right@example.org"));
    QVERIFY(!mail.message.contains("wrong") && !mail.message.contains("hidden"));
}

void StopSendTest::mailIsRead()
{
    Program program(m_folder->path());
    service::PracticeEntry server;
    QVERIFY(server.start());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(write(program, m_from, m_to, u"件名 subject"_s));
    QVERIFY(selectMail(program, u"件名 subject"_s));
    QTest::keyClick(program.find<QTreeView>("mailView"), Qt::Key_Return);
    QVERIFY(soon([&] { return program.find<QPlainTextEdit>("mailText") != nullptr; }));
    QVERIFY(program.find<QPlainTextEdit>("mailText")->toPlainText().contains(u"件名 subject"_s));
    QVERIFY(program.click("sourceCheck"));
    QVERIFY(program.find<QPlainTextEdit>("mailText")->toPlainText().contains(u"Message-I"_s));
}

void StopSendTest::listIsFiltered()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(!save(program, server, u"other"_s, u"jiro@other.example.org"_s).isNull());
    QVERIFY(write(program, m_from, m_to, u"alpha"_s));
    QVERIFY(write(program, u"jiro@other.example.org"_s, u"saburo@example.org"_s, u"beta"_s));
    QVERIFY(soon([&] { return mailRow(program, u"beta"_s) >= 0; }));
    QVERIFY(mailRow(program, u"alpha"_s) >= 0);
    QVERIFY(program.type("mailFilterEdit", u"ＨＡＮＡＫＯ"_s)); // full width, upper case
    QVERIFY(mailRow(program, u"alpha"_s) >= 0 && mailRow(program, u"beta"_s) < 0);
    QVERIFY(program.type("mailFilterEdit", {}));
    auto *servers = program.find<QComboBox>("serverCombo");
    servers->setCurrentIndex(servers->findText(u"other"_s));
    QVERIFY(mailRow(program, u"alpha"_s) < 0 && mailRow(program, u"beta"_s) >= 0);
    servers->setCurrentIndex(0);
    auto *states = program.find<QComboBox>("stateCombo");
    states->setCurrentIndex(states->findText(u"sent"_s));
    QVERIFY(mailRow(program, u"alpha"_s) < 0);
    QVERIFY(!program.text("emptyOutboxText").isEmpty());
    states->setCurrentIndex(states->findText(u"waiting"_s));
    QVERIFY(mailRow(program, u"alpha"_s) >= 0);
    // Sorted by subject, backwards.
    auto *view = program.find<QTreeView>("mailView");
    view->sortByColumn(2, Qt::DescendingOrder);
    QCOMPARE(mailRow(program, u"beta"_s), 0);
    QCOMPARE(mailRow(program, u"alpha"_s), 1);
}

void StopSendTest::serverGoneOrOff()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    const QUuid id = save(program, server, u"work"_s, m_from);
    QVERIFY(!save(program, server, u"other"_s, u"jiro@other.example.org"_s).isNull());
    QVERIFY(write(program, m_from, m_to, u"stranded"_s));
    auto entry = *program.servers().server(id);
    entry.enabled = false;
    program.servers().save(entry, {}, this, [](const auto &) {});
    QVERIFY(soon([&] { return mailCell(program, u"stranded"_s) == u"waiting for you"_s; }));
    QVERIFY(soon([&] { return troubles(program).size() == 1; }));
    QVERIFY(program.clickText(u"Switch it on"_s));
    QVERIFY(soon([&] { return troubles(program).isEmpty(); }));
    // Deleting its server says what hangs on it, and offers another one.
    QVERIFY(program.showPage(ServerList));
    QVERIFY(clicks::select(program, u"work"_s));
    QVERIFY(program.click("deleteButton"));
    QVERIFY(soon([&] { return program.text("noticeText").contains(u"1 mail of the outbox"_s); }));
    QVERIFY(program.clickText(u"Send them through another server ..."_s));
    QVERIFY(soon([] { return QApplication::activeModalWidget() != nullptr; }));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Return);
    QVERIFY(program.beginSending());
    QVERIFY(soon([&] { return server.mailbox().size() == 1; }));
    // Its sender moved, too.
    const auto senders = program.servers().identities().named(m_from);
    QCOMPARE(senders.size(), 1);
    QCOMPARE(program.servers().identities().serverOf(senders.constFirst())->profile.name,
             u"other"_s);
}

/// What one does shows in the other.
void StopSendTest::besideTheCommandLine()
{
    const QString home = m_folder->path();
    Program program(home + u"/proserpina"_s, home + u"/proserpina"_s);
    service::PracticeEntry server;
    QVERIFY(server.start());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(program.showPage(StopSend));
    CliInput input;
    input.home = home;
    input.standardInput = "text\n";
    const CliRun sent =
        runCli({u"send"_s, u"--from"_s, m_from, u"--to"_s, m_to, u"--subject"_s, u"by command"_s,
                u"--body-file"_s, u"-"_s, u"--queue-only"_s, u"--json"_s},
               input);
    QVERIFY2(sent.exitCode == 0, (sent.error + sent.out).constData());
    QVERIFY(soon([&] { return mailRow(program, u"by command"_s) >= 0; }));
    QVERIFY(write(program, m_from, m_to, u"by window"_s));
    const auto listed = [&input] {
        QStringList subjects;
        const CliRun list = runCli({u"outbox"_s, u"list"_s, u"--json"_s}, input);
        const QJsonArray mails = QJsonDocument::fromJson(list.out).array();
        for (const QJsonValue mail : mails) {
            subjects.append(mail[u"subject"_s].toString());
        }
        return subjects;
    };
    QCOMPARE(listed(), (QStringList{u"by command"_s, u"by window"_s}));
    QVERIFY(runCli({u"outbox"_s, u"stop"_s, u"1"_s}, input).exitCode == 0);
    QVERIFY(soon([&] { return mailCell(program, u"by command"_s) == u"stopped"_s; }));
    QVERIFY(runCli({u"outbox"_s, u"delete"_s, u"1"_s}, input).exitCode == 0);
    QVERIFY(soon([&] { return mailRow(program, u"by command"_s) < 0; }));
}

void StopSendTest::closingAsksOnce()
{
    Program program(m_folder->path());
    service::PracticeEntry server;
    QVERIFY(server.start());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QSignalSpy closing(&program.window(), &ui::MainWindow::closing);
    QVERIFY(write(program, m_from, m_to, u"waits"_s));
    QVERIFY(soon([&] { return program.find<QToolButton>("waitingButton") != nullptr; }));
    program.window().close();
    QVERIFY(soon([&] { return program.find<QAbstractButton>("quitButton") != nullptr; }));
    QCOMPARE(program.text("waitingText"), u"1 mail in the outbox has not been sent yet."_s);
    QVERIFY(program.window().isVisible());
    QVERIFY(clicks::closeDialogOf(program, "quitButton")); // no answer: it stays
    QCOMPARE(closing.size(), 0);
    program.window().close();
    QVERIFY(soon([&] { return program.find<QAbstractButton>("quitButton") != nullptr; }));
    QVERIFY(program.click("quitButton"));
    QVERIFY(soon([&] { return closing.size() == 1; }));
}

void StopSendTest::closesWhenSent()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QSignalSpy closing(&program.window(), &ui::MainWindow::closing);
    QVERIFY(write(program, m_from, m_to, u"waits"_s));
    QVERIFY(soon([&] { return program.find<QToolButton>("waitingButton") != nullptr; }));
    program.window().close();
    QVERIFY(soon([&] { return program.find<QAbstractButton>("waitButton") != nullptr; }));
    QVERIFY(program.click("waitButton"));
    QVERIFY(soon([&] { return program.text("noticeText").contains(u"closes when"_s); }));
    QVERIFY(program.window().isVisible());
    QVERIFY(program.beginSending());
    QVERIFY(soon([&] { return closing.size() == 1; }));
    QCOMPARE(server.mailbox().size(), 1);
}

void StopSendTest::staysOpenWhenItCouldNotBeSent()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(!save(program, server, u"work"_s, m_from, "wrong").isNull());
    QSignalSpy closing(&program.window(), &ui::MainWindow::closing);
    QVERIFY(write(program, m_from, m_to, u"waits"_s));
    QVERIFY(soon([&] { return program.find<QToolButton>("waitingButton") != nullptr; }));
    program.window().close();
    QVERIFY(soon([&] { return program.find<QAbstractButton>("waitButton") != nullptr; }));
    QVERIFY(program.click("waitButton"));
    QVERIFY(program.beginSending());
    QVERIFY(soon([&] { return program.text("noticeText").contains(u"stays open"_s); }));
    QCOMPARE(closing.size(), 0);
    QVERIFY(program.window().isVisible());
}

void StopSendTest::sortsByWhatIsMeant()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    const QString file = m_folder->filePath(u"large.bin"_s);
    QVERIFY(writeFile(file, QByteArray(2'000'000, 'x')));
    auto *copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(file)});
    QGuiApplication::clipboard()->setMimeData(copied);
    program.window().writeMail();
    QTest::keyClick(program.find<QPlainTextEdit>("mailTextEdit"), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(program.type("mailToEdit", m_to));
    QVERIFY(program.type("mailSubjectEdit", u"large"_s));
    QVERIFY(program.click("sendMailButton"));
    QVERIFY(soon([&] { return mailRow(program, u"large"_s) >= 0; }));
    QVERIFY(write(program, m_from, m_to, u"<b>small</b>"_s));
    QVERIFY(soon([&] { return mailRow(program, u"<b>small</b>"_s) >= 0; }));
    auto *view = program.find<QTreeView>("mailView");
    view->sortByColumn(5, Qt::DescendingOrder); // "900 bytes" is less than "2.6 MiB"
    QCOMPARE(mailRow(program, u"large"_s), 0);
    const QModelIndex small = view->model()->index(1, 2);
    QCOMPARE(small.data(Qt::ToolTipRole).toString(), u"<span>&lt;b&gt;small&lt;/b&gt;</span>"_s);
}

PROSERPINA_TEST(StopSendTest)

#include "tst_stopsend.moc"
