// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSslConfiguration>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using clicks::fillForm;
using clicks::rowNamed;
using clicks::select;

namespace
{

constexpr int soon = 10'000;

core::ServerEntry serverCalled(const QString &name)
{
    core::ServerEntry entry;
    entry.address = u"taro@example.org"_s;
    entry.profile.name = name;
    entry.profile.host = u"smtp.example.org"_s;
    return entry;
}

} // namespace

/// What leads a newcomer, and what a wrong move costs.
class LeadingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void init();
    void welcomes_data();
    void welcomes();
    void twoFieldsAndEnter_data() { welcomes_data(); }
    void twoFieldsAndEnter();
    void enterOnAButtonIsThatButton();
    void clearedHostStaysCleared();
    void idAndPasswordAreTheDialogs();
    void tokenIsAskedForWhereAPasswordWouldBe();
    void secondServerOnAHostHasItsOwnName();
    void undoBringsBackWhatWasCleared();
    void undoSelectsWhatWasDeleted();
    void blankCellSaysWhy();
    void mailIsShownAsMail();

private:
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void LeadingTest::init()
{
    m_translations->use(u"en"_s);
    m_folder = std::make_unique<QTemporaryDir>();
}

void LeadingTest::welcomes_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("practice");
    QTest::newRow("English") << u"en"_s << u"Try the practice server"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"練習用サーバで試す"_s;
}

void LeadingTest::welcomes()
{
    QFETCH(QString, language);
    QFETCH(QString, practice);
    m_translations->use(language);
    Program program(m_folder->path());
    QCOMPARE(program.window().focusWidget(), program.find<QLineEdit>("addressEdit"));
    QVERIFY(!program.text("noticeText").isEmpty());
    const int top = program.find<QLineEdit>("addressEdit")->mapTo(&program.window(), QPoint()).y();
    QVERIFY(program.type("addressEdit", u"t"_s));
    QVERIFY(program.text("noticeText").isEmpty());
    // Nothing has moved.
    QCOMPARE(program.find<QLineEdit>("addressEdit")->mapTo(&program.window(), QPoint()).y(), top);
    QVERIFY(program.type("addressEdit", QString()));
    QVERIFY(program.clickText(practice));
    QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s), soon);
}

/// From nothing to a proven and saved server of a known provider: two fields, Enter, Save.
void LeadingTest::twoFieldsAndEnter()
{
    QFETCH(QString, language);
    m_translations->use(language);
    service::PracticeEntry server;
    QVERIFY(server.start());
    QVERIFY(QDir(m_folder->path()).mkpath(u"config"_s));
    QFile presets(m_folder->filePath(u"config/presets.json"_s));
    QVERIFY(presets.open(QIODevice::WriteOnly));
    presets.write(
        R"({"format": 1, "providers": [{"id": "mine", "name": "Mine", "domains": ["practice.test"],
        "host": "localhost", "ways": [{"security": "starttls", "login": "auth", "port": )" +
        QByteArray::number(server.startTlsPort()) +
        R"(}], "userId": "local", "asOf": "2026-11", "source": "this test"}]})");
    presets.close();
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore =
        qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });
    QSslConfiguration known = before;
    QVERIFY(known.addCaCertificates(server.caFile()));
    QSslConfiguration::setDefaultConfiguration(known);
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", service::PracticeEntry::address()));
    QVERIFY(
        program.type("passwordEdit", QString::fromUtf8(server.credentials().password.reveal())));
    QTest::keyClick(program.find<QLineEdit>("passwordEdit"), Qt::Key_Return);
    QTRY_VERIFY2_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s) &&
                                  program.find<QPushButton>("stopButton") == nullptr,
                              qPrintable(program.text("sentenceText")), soon);
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"localhost"_s) >= 0, soon);
}

void LeadingTest::enterOnAButtonIsThatButton()
{
    Program program(m_folder->path());
    auto *button = program.find<QAbstractButton>("advancedButton");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QVERIFY(button->isChecked());
    QVERIFY(program.text("hostMessage").isEmpty()); // nothing was checked
    auto *host = program.find<QLineEdit>("hostEdit");
    host->setFocus();
    QTest::keyClick(host, Qt::Key_Enter);
    QVERIFY(!program.text("hostMessage").isEmpty());
}

void LeadingTest::clearedHostStaysCleared()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"taro@gmail.com"_s));
    auto *host = program.find<QLineEdit>("hostEdit");
    QCOMPARE(host->text(), u"smtp.gmail.com"_s);
    host->setFocus();
    host->selectAll();
    QTest::keyClick(host, Qt::Key_Backspace);
    QCOMPARE(host->text(), QString());
    QTest::keyClicks(host, u"mail.example.org"_s);
    QCOMPARE(host->text(), u"mail.example.org"_s);
    QVERIFY(program.type("hostEdit", QString()));
    QVERIFY(program.type("addressEdit", u"hanako@gmail.com"_s));
    QCOMPARE(host->text(), QString());
}

void LeadingTest::idAndPasswordAreTheDialogs()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"taro@example.org"_s));
    QVERIFY(program.type("idEdit", u"own"_s));
    QVERIFY(program.type("passwordEdit", u"secret"_s));
    auto *id = program.find<QLineEdit>("idEdit");
    auto *password = program.find<QLineEdit>("passwordEdit");
    QVERIFY(program.click("authButton"));
    QTRY_VERIFY(program.find<QLineEdit>("idEdit") != id);
    QCOMPARE(program.find<QLineEdit>("idEdit")->text(), u"own"_s);
    QCOMPARE(program.find<QLineEdit>("passwordEdit")->text(), u"secret"_s);
    QVERIFY(clicks::closeDialogOf(program, "commandEdit"));
    QVERIFY(clicks::enterLogin(program, {u"other"_s, u"changed"_s}));
    QCOMPARE(id->text(), u"other"_s);
    QCOMPARE(password->text(), u"changed"_s);
}

void LeadingTest::tokenIsAskedForWhereAPasswordWouldBe()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"taro@outlook.com"_s));
    QVERIFY(program.text("authSummary").contains(u"XOAUTH2"_s));
    QCOMPARE(program.text("passwordLabel"), u"Access to&ken"_s);
    QVERIFY(program.text("passwordMessage").contains(u"access token"_s, Qt::CaseInsensitive));
    QVERIFY(program.type("addressEdit", u"taro@example.org"_s));
    QCOMPARE(program.text("passwordLabel"), u"Pass&word"_s);
    QVERIFY(program.text("passwordMessage").isEmpty());
}

void LeadingTest::secondServerOnAHostHasItsOwnName()
{
    Program program(m_folder->path());
    for (const QString &name :
         {u"smtp.example.org"_s, u"taro@example.org"_s, u"smtp.example.org (2)"_s}) {
        QVERIFY(program.showPage(AddServer));
        QVERIFY(program.type("addressEdit", u"taro@example.org"_s));
        QVERIFY(program.type("hostEdit", u"smtp.example.org"_s));
        QCOMPARE(program.find<QLineEdit>("nameEdit")->placeholderText(), name);
        QVERIFY(program.click("saveButton"));
        QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, name) >= 0, soon);
    }
    // A copy too.
    QVERIFY(select(program, u"smtp.example.org"_s));
    QVERIFY(program.click("editButton"));
    QVERIFY(program.click("saveAsNewButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"smtp.example.org (3)"_s) >= 0, soon);
}

void LeadingTest::undoBringsBackWhatWasCleared()
{
    Program program(m_folder->path());
    QVERIFY(program.type("hostEdit", u"smtp.example.org"_s));
    QVERIFY(program.click("clearButton"));
    auto *host = program.find<QLineEdit>("hostEdit");
    QVERIFY(host->text().isEmpty());
    QVERIFY(program.clickText(u"&Undo"_s));
    QCOMPARE(host->text(), u"smtp.example.org"_s);
    QVERIFY(program.click("clearButton"));
    QTest::keyClick(program.window().focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(host->text(), u"smtp.example.org"_s);
    // What is typed since is not given up for it.
    QVERIFY(program.click("clearButton"));
    QVERIFY(program.type("addressEdit", u"taro@example.org"_s));
    QVERIFY(program.text("noticeText").isEmpty());
}

void LeadingTest::undoSelectsWhatWasDeleted()
{
    Program program(m_folder->path());
    for (const QString &name : {u"One"_s, u"Two"_s}) {
        program.servers().save(serverCalled(name), {}, &program.window(), [](const auto &) {});
    }
    QTRY_VERIFY_WITH_TIMEOUT(program.servers().servers().size() == 2, soon);
    QVERIFY(program.showPage(ServerList));
    QVERIFY(select(program, u"Two"_s));
    QVERIFY(program.click("deleteButton"));
    QTRY_VERIFY_WITH_TIMEOUT(!program.text("noticeText").isEmpty(), soon);
    QVERIFY(rowNamed(program, u"Two"_s) < 0);
    QTest::keyClick(program.find<QTreeView>("serverView"), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"Two"_s) >= 0, soon);
    QTRY_COMPARE(clicks::currentName(program), u"Two"_s);
}

void LeadingTest::blankCellSaysWhy()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"taro@gmail.com"_s));
    QVERIFY(program.text("titleText").contains(u"Gmail"_s));
    auto *view = program.find<QTableView>("settableView");
    view->setCurrentIndex(view->model()->index(2, 1));
    QVERIFY2(program.text("settableMessage").contains(u"Gmail is not known to take"_s),
             qPrintable(program.text("settableMessage")));
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(program.text("settableMessage").isEmpty());
}

void LeadingTest::mailIsShownAsMail()
{
    Program program(m_folder->path());
    QVERIFY(program.showPage(ServerList));
    QVERIFY(select(program, u"Practice server"_s));
    QVERIFY(program.click("testMailButton"));
    QTRY_VERIFY(program.find<QPushButton>("sendButton") != nullptr);
    QVERIFY(program.type("subjectEdit", u"件名 héllo"_s));
    QVERIFY(program.click("sendButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.practice().mailbox().size(), 1, soon);
    QTRY_VERIFY_WITH_TIMEOUT(program.find<QPushButton>("stopButton") == nullptr, soon);
    QVERIFY(program.click("closeButton"));
    QVERIFY(select(program, u"Practice server"_s));
    QVERIFY(program.click("mailboxButton"));
    QTRY_VERIFY(program.find<QPlainTextEdit>("mailText") != nullptr);
    const auto *text = program.find<QPlainTextEdit>("mailText");
    QVERIFY2(text->toPlainText().contains(u"Subject: 件名 héllo\n"_s),
             qPrintable(text->toPlainText()));
    QVERIFY(!text->toPlainText().contains(u"Content-Type"_s));
    QTest::mouseClick(program.find<QAbstractButton>("sourceCheck"), Qt::LeftButton, {},
                      QPoint(5, 5));
    QVERIFY(text->toPlainText().contains(u"Content-Type"_s));
    QVERIFY(clicks::closeDialogOf(program, "mailText"));
}

PROSERPINA_TEST(LeadingTest)

#include "tst_leading.moc"
