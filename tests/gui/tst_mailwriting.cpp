// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "filecontent.h"
#include "outboxclicks.h"
#include "program.h"
#include "service/mailaddresses.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QDragEnterEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using outboxclicks::save;
using outboxclicks::soon;

/// New mail: what is typed, checked, kept and sent.
class MailWritingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void wholeMail_data();
    void wholeMail();
    void badInputIsSaidAtItsField();
    void nothingTypedIsLost();
    void clearingIsUndone();
    void signatureFollowsTheSender();
    void filesComeInThreeWays();
    void sizeIsMeasuredAtTheServersLimit();
    void earlierAddressesAreOffered();
    void laterIsKept();
    void aLinkBeginsAMail();
    void languageKeepsTheMail();
    void aLinkThatNobodyTouchedIsForgotten();
    void aThousandRecipients();
    void aSenderThatVanishesIsSaid();
    void goesOnlyOnce();

private:
    void start(Program &program);

    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::PracticeEntry> m_server;
    const QString m_from = u"taro@work.example.org"_s;
};

void MailWritingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

void MailWritingTest::start(Program &program)
{
    m_server = std::make_unique<service::PracticeEntry>();
    QVERIFY(m_server->start());
    QVERIFY(!save(program, *m_server, u"work"_s, m_from).isNull());
    program.window().writeMail();
    QVERIFY(program.find<QLineEdit>("mailToEdit") != nullptr);
}

void MailWritingTest::wholeMail_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Japanese") << u"ja"_s;
}

void MailWritingTest::wholeMail()
{
    QFETCH(QString, language);
    m_translations->use(language);
    const QString file = m_folder->filePath(u"報告.txt"_s);
    QVERIFY(writeFile(file, "attached"));
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.type("mailToEdit", u"花子 <hanako@example.org>, ｊｉｒｏ＠example.org"_s));
    QVERIFY(program.type("mailCcEdit", u"saburo@example.org"_s));
    QVERIFY(program.type("mailBccEdit", u"hidden@example.org"_s));
    QVERIFY(program.type("mailSubjectEdit", u"件名"_s));
    program.find<QPlainTextEdit>("mailTextEdit")->setPlainText(u"本文\n"_s);
    // Enter in a field sends nothing.
    QTest::keyClick(program.find<QLineEdit>("mailSubjectEdit"), Qt::Key_Return);
    QVERIFY(program.find<QLineEdit>("mailToEdit") != nullptr);
    QVERIFY(program.click("sendMailButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("mailToEdit") == nullptr; }));
    QVERIFY(soon([&] { return outboxclicks::mailRow(program, u"件名"_s) >= 0; }));
    QVERIFY(program.beginSending());
    QVERIFY(soon([&] { return m_server->mailbox().size() == 1; }));
    const auto &mail = m_server->mailbox().constFirst();
    QCOMPARE(mail.to, (QByteArrayList{"hanako@example.org", "jiro@example.org",
                                      "saburo@example.org", "hidden@example.org"}));
    const auto read = service::readMessage(mail.message);
    QVERIFY(read.to.contains(u"花子 <hanako@example.org>"_s));
    QCOMPARE(read.cc, u"saburo@example.org"_s);
    QCOMPARE(read.subject, u"件名"_s);
    QCOMPARE(read.text.trimmed(), u"本文"_s);
    QVERIFY(!mail.message.contains("hidden"));
    // The next one is empty.
    program.window().writeMail();
    QVERIFY(program.find<QLineEdit>("mailToEdit")->text().isEmpty());
}

void MailWritingTest::badInputIsSaidAtItsField()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.click("sendMailButton"));
    QCOMPARE(program.text("mailToMessage"), u"Give at least one recipient."_s);
    QVERIFY(program.type("mailToEdit", u"good@example.org, bad@@example.org"_s));
    QVERIFY(program.type("mailCcEdit", u"nobody"_s));
    QVERIFY(program.click("sendMailButton"));
    QVERIFY(program.text("mailToMessage").startsWith(u"bad@@example.org: "_s));
    QVERIFY(!program.text("mailCcMessage").isEmpty());
    auto *field = program.find<QLineEdit>("mailToEdit");
    QCOMPARE(field->window()->focusWidget(), field);
    QCOMPARE(field->accessibleDescription(), program.text("mailToMessage"));
    // A control character in the subject is said as well, and what was typed stays.
    QVERIFY(program.type("mailToEdit", u"good@example.org"_s));
    QVERIFY(program.type("mailCcEdit", {}));
    program.find<QLineEdit>("mailSubjectEdit")->setText(u"a\u0007b"_s);
    QVERIFY(program.click("sendMailButton"));
    QVERIFY(soon([&] { return !program.text("noticeText").isEmpty(); }));
    QCOMPARE(program.find<QLineEdit>("mailToEdit")->text(), u"good@example.org"_s);
}

/// Neither by closing the window, nor by a crash a second later.
void MailWritingTest::nothingTypedIsLost()
{
    {
        Program program(m_folder->path());
        start(program);
        QVERIFY(program.type("mailToEdit", u"hanako@example.org"_s));
        QVERIFY(program.type("mailBccEdit", u"hidden@example.org"_s));
        QVERIFY(program.type("mailSubjectEdit", u"begun"_s));
        program.find<QPlainTextEdit>("mailTextEdit")->setPlainText(u"one\ntwo"_s);
        QVERIFY(soon([&] { return !program.servers().draft(u"mail-1"_s).isEmpty(); }));
        QVERIFY(program.click("closeMailButton"));
    }
    Program program(m_folder->path());
    program.window().writeMail();
    QCOMPARE(program.find<QLineEdit>("mailToEdit")->text(), u"hanako@example.org"_s);
    QCOMPARE(program.find<QLineEdit>("mailBccEdit")->text(), u"hidden@example.org"_s);
    QCOMPARE(program.find<QLineEdit>("mailSubjectEdit")->text(), u"begun"_s);
    QCOMPARE(program.find<QPlainTextEdit>("mailTextEdit")->toPlainText(), u"one\ntwo"_s);
    // A second window beside it has a place of its own.
    program.window().writeMail();
    QVERIFY(program.find<QLineEdit>("mailSubjectEdit")->text().isEmpty());
    QVERIFY(program.type("mailSubjectEdit", u"another"_s));
    QVERIFY(soon([&] { return !program.servers().draft(u"mail-2"_s).isEmpty(); }));
    QVERIFY(program.servers().draft(u"mail-1"_s).contains("begun"));
}

void MailWritingTest::clearingIsUndone()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.type("mailSubjectEdit", u"begun"_s));
    QVERIFY(program.click("clearMailButton"));
    QVERIFY(program.find<QLineEdit>("mailSubjectEdit")->text().isEmpty());
    QVERIFY(program.clickText(u"&Undo"_s));
    QCOMPARE(program.find<QLineEdit>("mailSubjectEdit")->text(), u"begun"_s);
}

void MailWritingTest::signatureFollowsTheSender()
{
    Program program(m_folder->path());
    start(program);
    core::Identity first = program.servers().identities().all().constFirst();
    core::Identity second = first;
    first.signature = u"First"_s;
    second.id = QUuid();
    second.isDefault = false;
    second.address = u"second@example.org"_s;
    second.signature = u"Second"_s;
    program.servers().identities().save(first, this, [](const auto &) {});
    program.servers().identities().save(second, this, [](const auto &) {});
    auto *sender = program.find<QComboBox>("senderCombo");
    QVERIFY(soon([&] { return sender->count() == 2; }));
    auto *text = program.find<QPlainTextEdit>("mailTextEdit");
    QVERIFY(soon([&] { return text->toPlainText() == u"\n-- \nFirst\n"_s; }));
    text->setPlainText(u"Hello"_s + text->toPlainText());
    sender->setCurrentIndex(1);
    QCOMPARE(text->toPlainText(), u"Hello\n-- \nSecond\n"_s);
    text->setPlainText(u"my own words"_s);
    sender->setCurrentIndex(0);
    QCOMPARE(text->toPlainText(), u"my own words"_s); // nothing of what was typed is touched
}

void MailWritingTest::filesComeInThreeWays()
{
    const QString dropped = m_folder->filePath(u"dropped.txt"_s);
    const QString pasted = m_folder->filePath(u"pasted.txt"_s);
    QVERIFY(writeFile(dropped, "d") && writeFile(pasted, "p"));
    Program program(m_folder->path());
    start(program);
    auto *text = program.find<QPlainTextEdit>("mailTextEdit");
    QWidget *dialog = text->window();
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(dropped)});
    QDragEnterEvent enter(dialog->rect().center(), Qt::CopyAction, &files, Qt::LeftButton,
                          Qt::NoModifier);
    QApplication::sendEvent(dialog, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(dialog->rect().center(), Qt::CopyAction, &files, Qt::LeftButton,
                    Qt::NoModifier);
    QApplication::sendEvent(dialog, &drop);
    auto *copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(pasted), QUrl(u"https://example.org/x"_s)});
    QGuiApplication::clipboard()->setMimeData(copied);
    QTest::keyClick(text, Qt::Key_V, Qt::ControlModifier);
    auto *list = program.find<QListWidget>("mailAttachmentList");
    QCOMPARE(list->count(), 2);
    QVERIFY(text->toPlainText().isEmpty());
    QGuiApplication::clipboard()->setText(u"words"_s);
    QTest::keyClick(text, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(text->toPlainText(), u"words"_s);
    list->setCurrentRow(0);
    QVERIFY(program.click("removeFileButton"));
    QCOMPARE(list->count(), 1);
    // A file that is gone when it is sent is said, and the mail is still there.
    QVERIFY(QFile::remove(pasted));
    QVERIFY(program.type("mailToEdit", u"hanako@example.org"_s));
    QVERIFY(program.click("sendMailButton"));
    QVERIFY(soon([&] { return program.text("noticeText").contains(u"pasted.txt"_s); }));
}

void MailWritingTest::sizeIsMeasuredAtTheServersLimit()
{
    const QString large = m_folder->filePath(u"large.bin"_s);
    QVERIFY(writeFile(large, QByteArray(200'000, 'x')));
    Program program(m_folder->path());
    practice::Behaviour behaviour;
    behaviour.keywords = {"PIPELINING", "SIZE 100000"};
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    QVERIFY(!save(program, server, u"work"_s, m_from).isNull());
    QVERIFY(program.showPage(ServerList));
    QVERIFY(clicks::select(program, u"work"_s));
    QVERIFY(program.click("checkButton"));
    QVERIFY(soon([&] { return !program.servers().lastResults().isEmpty(); }));
    program.window().writeMail();
    QVERIFY2(program.text("sizeText").contains(u"takes up to"_s),
             qPrintable(program.text("sizeText")));
    QVERIFY(!program.text("sizeText").contains(u"too large"_s));
    auto *copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(large)});
    QGuiApplication::clipboard()->setMimeData(copied);
    QTest::keyClick(program.find<QPlainTextEdit>("mailTextEdit"), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(program.text("sizeText").contains(u"too large"_s));
}

void MailWritingTest::earlierAddressesAreOffered()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.type("mailToEdit", u"花子 <hanako@example.org>"_s));
    QVERIFY(program.click("sendMailButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("mailToEdit") == nullptr; }));
    QCOMPARE(service::MailAddresses(program.servers()).all(),
             QStringList{u"花子 <hanako@example.org>"_s});
    program.window().writeMail();
    auto *edit = program.find<QLineEdit>("mailToEdit");
    edit->setText(u"jiro@example.org, hana"_s);
    QCompleter *completer = edit->completer();
    completer->setCompletionPrefix(edit->text());
    QCOMPARE(completer->completionCount(), 1);
    QCOMPARE(completer->pathFromIndex(completer->currentIndex()),
             u"jiro@example.org, 花子 <hanako@example.org>"_s);
    // They can be forgotten.
    for (QAction *action : program.window().findChildren<QAction *>()) {
        if (action->menuRole() == QAction::PreferencesRole) {
            action->trigger();
        }
    }
    QVERIFY(program.click("forgetAddressesButton"));
    QVERIFY(service::MailAddresses(program.servers()).all().isEmpty());
    QVERIFY(!program.find<QPushButton>("forgetAddressesButton")->isEnabled());
}

void MailWritingTest::laterIsKept()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.beginSending());
    QVERIFY(program.type("mailToEdit", u"hanako@example.org"_s));
    QVERIFY(program.type("mailSubjectEdit", u"later"_s));
    QVERIFY(!program.find<QDateTimeEdit>("atEdit")->isEnabled());
    QVERIFY(program.click("atCheck"));
    program.find<QDateTimeEdit>("atEdit")->setDateTime(QDateTime::currentDateTime().addDays(2));
    QVERIFY(program.click("sendMailButton"));
    QVERIFY(soon([&] { return outboxclicks::mailCell(program, u"later"_s) == u"scheduled"_s; }));
    QVERIFY(!outboxclicks::mailCell(program, u"later"_s, 7).isEmpty());
    QVERIFY(outboxclicks::selectMail(program, u"later"_s));
    QVERIFY(program.click("sendNowButton"));
    QVERIFY(soon([&] { return m_server->mailbox().size() == 1; }));
}

void MailWritingTest::aLinkBeginsAMail()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.type("mailSubjectEdit", u"begun before"_s));
    core::Draft proposed;
    proposed.to = {u"shop@example.org"_s};
    proposed.bcc = {u"spy@example.org"_s};
    proposed.subject = u"Order"_s;
    program.window().writeMail(proposed);
    QCOMPARE(program.find<QLineEdit>("mailSubjectEdit")->text(), u"Order"_s);
    QCOMPARE(program.find<QLineEdit>("mailBccEdit")->text(), u"spy@example.org"_s); // to be seen
    QVERIFY(program.find<QComboBox>("senderCombo")->currentText().contains(m_from));
    QCOMPARE(outboxclicks::mailRow(program, u"Order"_s), -1); // nothing is sent by itself
    QVERIFY(program.click("closeMailButton"));
    QVERIFY(soon([&] {
        const auto *subject = program.find<QLineEdit>("mailSubjectEdit");
        return subject != nullptr && subject->text() == u"begun before"_s;
    }));
}

void MailWritingTest::languageKeepsTheMail()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.type("mailSubjectEdit", u"begun"_s));
    m_translations->use(u"ja"_s);
    program.rebuildWindow();
    QVERIFY(program.find<QLineEdit>("mailSubjectEdit") != nullptr);
    QCOMPARE(program.find<QLineEdit>("mailSubjectEdit")->text(), u"begun"_s);
    QCOMPARE(program.find<QPushButton>("sendMailButton")->text(), u"送信(&S)"_s);
}

void MailWritingTest::aLinkThatNobodyTouchedIsForgotten()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.click("closeMailButton"));
    core::Draft proposed;
    proposed.to = {u"shop@example.org"_s};
    proposed.bcc = {u"spy@example.org"_s};
    program.window().writeMail(proposed);
    QCOMPARE(program.find<QLineEdit>("mailToEdit")->text(), u"shop@example.org"_s);
    QVERIFY(program.click("closeMailButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("mailToEdit") == nullptr; }));
    program.window().writeMail();
    QVERIFY(program.find<QLineEdit>("mailToEdit")->text().isEmpty());
    QVERIFY(program.find<QLineEdit>("mailBccEdit")->text().isEmpty());
}

void MailWritingTest::aThousandRecipients()
{
    QStringList many;
    for (int i = 0; i < 2000; ++i) {
        many.append(u"recipient-number-%1@example.org"_s.arg(i));
    }
    {
        Program program(m_folder->path());
        start(program);
        program.find<QLineEdit>("mailToEdit")->setText(many.join(u", "_s));
        QVERIFY(program.click("closeMailButton"));
    }
    Program program(m_folder->path());
    program.window().writeMail();
    QCOMPARE(program.find<QLineEdit>("mailToEdit")->text(), many.join(u", "_s));
    QVERIFY(program.type("mailSubjectEdit", u"many"_s));
    QVERIFY(program.click("sendMailButton"));
    QVERIFY(soon([&] { return outboxclicks::mailRow(program, u"many"_s) >= 0; }));
    QCOMPARE(service::MailAddresses(program.servers()).all(), many.first(500));
    // And so when they are changed.
    QVERIFY(outboxclicks::selectMail(program, u"many"_s));
    QVERIFY(program.click("recipientsButton"));
    QVERIFY(soon([&] { return program.find<QLineEdit>("newToEdit") != nullptr; }));
    QCOMPARE(program.find<QLineEdit>("newToEdit")->text(), many.join(u", "_s));
    QVERIFY(program.find<QLineEdit>("newBccEdit")->text().isEmpty());
}

void MailWritingTest::aSenderThatVanishesIsSaid()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(!save(program, *m_server, u"second"_s, u"second@example.org"_s).isNull());
    auto *sender = program.find<QComboBox>("senderCombo");
    QVERIFY(soon([&] { return sender->count() == 2; }));
    sender->setCurrentIndex(1);
    QVERIFY(program.type("mailToEdit", u"hanako@example.org"_s));
    const QUuid gone = program.servers().identities().all()[1].id;
    program.servers().identities().remove(gone, this, [](const auto &) {});
    QVERIFY(soon([&] { return sender->count() == 1; }));
    QCOMPARE(sender->currentIndex(), -1);
    QCOMPARE(program.text("senderMessage"), u"This sender is not there any more."_s);
    QVERIFY(program.click("sendMailButton")); // says so, and sends nothing
    QVERIFY(program.find<QLineEdit>("mailToEdit") != nullptr);
    QVERIFY(program.find<QPushButton>("sendMailButton")->isEnabled());
    sender->setCurrentIndex(0);
    QVERIFY(program.text("senderMessage").isEmpty());
}

/// However often and whatever is pressed while it goes into the outbox.
void MailWritingTest::goesOnlyOnce()
{
    Program program(m_folder->path());
    start(program);
    QVERIFY(program.type("mailToEdit", u"hanako@example.org"_s));
    QVERIFY(program.type("mailSubjectEdit", u"once"_s));
    auto *send = program.find<QPushButton>("sendMailButton");
    QTest::mouseClick(send, Qt::LeftButton);
    QTest::mouseClick(send, Qt::LeftButton);
    send->window()->close();
    QTest::keyClick(send->window(), Qt::Key_Escape);
    QVERIFY(send->window()->isVisible());
    program.rebuildWindow(); // as another language does
    QVERIFY(program.find<QLineEdit>("mailToEdit") == nullptr);
    QVERIFY(soon([&] { return program.servers().draft(u"mail-1"_s).isEmpty(); }));
    QVERIFY(program.showPage(StopSend));
    QVERIFY(soon([&] { return outboxclicks::mailRow(program, u"once"_s) >= 0; }));
    QCOMPARE(clicks::modelOf(program, "mailView")->rowCount(), 1);
}

PROSERPINA_TEST(MailWritingTest)

#include "tst_mailwriting.moc"
