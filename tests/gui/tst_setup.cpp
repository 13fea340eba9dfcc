// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "filesearch.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace Qt::StringLiterals;
using clicks::closeDialogOf;
using clicks::enterLogin;
using clicks::fillForm;
using clicks::modelOf;
using clicks::rowNamed;
using clicks::select;

namespace
{

constexpr int soon = 10'000;

} // namespace

/// The whole main job by clicking, against a mail server on loopback, in both languages.
class SetUpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wholeJob_data();
    void wholeJob();
    void keptPasswordDoesNotGoElsewhereUnasked();
    void everythingHasAName();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Translations> m_translations;
};

void SetUpTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations = std::make_unique<Translations>(*qApp);
    m_translations->use(u"en"_s);
}

void SetUpTest::cleanup()
{
    m_translations.reset();
    m_folder.reset();
}

void SetUpTest::wholeJob_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("wrongPassword");
    QTest::addColumn<QString>("changeLogin");
    QTest::addColumn<QString>("undo");
    QTest::newRow("English") << u"en"_s << u"does not take this ID"_s << u"Change ID or password"_s
                             << u"&Undo"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"ID"_s << u"ID やパスワードを直す"_s
                              << u"元に戻す(&U)"_s;
}

void SetUpTest::wholeJob()
{
    QFETCH(QString, language);
    QFETCH(QString, wrongPassword);
    QFETCH(QString, changeLogin);
    QFETCH(QString, undo);
    m_translations->use(language);
    service::PracticeEntry server;
    QVERIFY(server.start());
    const QString id = server.credentials().userId;
    const QString password = QString::fromUtf8(server.credentials().password.reveal());
    const QString name = u"会社 Work"_s;
    {
        Program program(m_folder->path());
        // Only the practice server is there: the window opens on Add server.
        QVERIFY(program.find<QLineEdit>("hostEdit") != nullptr);
        QVERIFY(fillForm(program, clicks::serverOf(server, name)));
        QVERIFY(enterLogin(program, {id, u"wrong"_s}));
        QVERIFY(program.click("checkButton"));
        QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(wrongPassword) &&
                                     program.find<QPushButton>("remedyButton") != nullptr,
                                 soon);
        QVERIFY(!program.text("wordsText").isEmpty());

        // The one button that does it leads to the field.
        QVERIFY(program.clickText(changeLogin));
        auto *field = program.find<QLineEdit>("passwordEdit");
        QCOMPARE(field->window()->focusWidget(), field);
        QCOMPARE(field->selectedText(), u"wrong"_s);
        QVERIFY(program.type("passwordEdit", password));
        QVERIFY(program.click("checkButton"));
        QTRY_VERIFY_WITH_TIMEOUT(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s) &&
                                     program.find<QPushButton>("remedyButton") == nullptr,
                                 soon);

        QVERIFY(program.click("transcriptButton"));
        QTRY_VERIFY(program.find<QPlainTextEdit>("transcriptView") != nullptr);
        QTRY_VERIFY(
            program.find<QPlainTextEdit>("transcriptView")->toPlainText().contains(u"C: QUIT"_s));
        program.find<QPlainTextEdit>("transcriptView")->window()->close();
        QTRY_VERIFY(program.find<QPlainTextEdit>("transcriptView") == nullptr);

        QVERIFY(program.click("saveButton"));
        QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, name) >= 0, soon);
        QVERIFY(program.text("noticeText").contains(name));

        // The reply before and after TLS.
        QVERIFY(select(program, name));
        QVERIFY(program.click("seeReplyButton"));
        QTRY_VERIFY_WITH_TIMEOUT(modelOf(program, "replyView") != nullptr &&
                                     modelOf(program, "replyView")->rowCount() > 3,
                                 soon);
        QVERIFY(program.text("headText").contains(u"TLSv1.3"_s));
        QVERIFY(closeDialogOf(program, "replyView"));

        // A test mail, received.
        QVERIFY(select(program, name));
        QVERIFY(program.click("testMailButton"));
        QTRY_VERIFY(program.find<QPushButton>("sendButton") != nullptr);
        QVERIFY(program.click("sendButton"));
        QTRY_COMPARE_WITH_TIMEOUT(server.mailbox().size(), 1, soon);
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QTreeView>("recipientTree") != nullptr, soon);
        QTRY_VERIFY(
            program.find<QPlainTextEdit>("transcriptView")->toPlainText().contains(u"C: DATA"_s));
        const QString transcript = program.find<QPlainTextEdit>("transcriptView")->toPlainText();
        QVERIFY(!transcript.contains(password));
        QVERIFY(!transcript.contains(
            QString::fromLatin1(server.credentials().password.reveal().toBase64())));
        QVERIFY(program.click("closeButton"));
    }
    {
        // Another start: server, reply and result are still there, and no network is needed.
        Program program(m_folder->path());
        QTRY_VERIFY(rowNamed(program, name) >= 0);
        QVERIFY(select(program, name));
        QVERIFY(!modelOf(program, "serverView")
                     ->index(rowNamed(program, name), 6)
                     .data()
                     .toString()
                     .isEmpty());
        QVERIFY(program.click("seeReplyButton"));
        QTRY_VERIFY(modelOf(program, "replyView") != nullptr);
        QVERIFY(modelOf(program, "replyView")->rowCount() > 3);
        QVERIFY(closeDialogOf(program, "replyView"));

        QVERIFY(select(program, name));
        QVERIFY(program.click("duplicateButton"));
        const QString copy = name + u" (2)"_s;
        QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, copy) >= 0, soon);
        QVERIFY(select(program, copy));
        QVERIFY(program.click("deleteButton"));
        QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, copy) < 0, soon);
        QTRY_VERIFY_WITH_TIMEOUT(program.text("noticeText").contains(copy), soon);
        QVERIFY(program.clickText(undo));
        QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, copy) >= 0, soon);

        QVERIFY(select(program, copy));
        QVERIFY(program.click("editButton"));
        QTRY_VERIFY(program.find<QLineEdit>("nameEdit") != nullptr);
        QCOMPARE(program.find<QLineEdit>("nameEdit")->text(), copy);
        QVERIFY(program.type("nameEdit", u"renamed"_s));
        QVERIFY(program.click("saveButton"));
        QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"renamed"_s) >= 0, soon);
    }
    // No file holds the password or its base64.
    QCOMPARE(filesWith(m_folder->path(), shapesOf(server.credentials().password.reveal())),
             QStringList());
    QVERIFY(!filesWith(m_folder->path(), {name.toUtf8()}).isEmpty());
}

void SetUpTest::keptPasswordDoesNotGoElsewhereUnasked()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    QByteArrayList heard;
    connect(&server.server(), &practice::Server::lineReceived, this,
            [&heard](const QByteArray &line) { heard.append(line); });
    Program program(m_folder->path());
    core::ServerEntry entry;
    entry.profile = server.profile(core::Security::StartTls);
    entry.profile.name = u"mine"_s;
    entry.profile.host = u"other.example.org"_s;
    bool saved = false;
    program.servers().save(
        entry,
        {service::PasswordChange{service::PasswordChange::Kind::Set, server.credentials().password,
                                 false}},
        this, [&saved](const core::Result<service::Saved> &done) { saved = done.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(saved, soon);
    QVERIFY(program.showPage(ServerList));
    QTRY_VERIFY_WITH_TIMEOUT(select(program, u"mine"_s), soon);
    QVERIFY(program.click("editButton"));
    QTRY_VERIFY(program.find<QLineEdit>("hostEdit") != nullptr);
    QVERIFY(program.type("hostEdit", u"localhost"_s));
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.text("noticeText").contains(u"localhost"_s));
    // Who agrees to one place has not agreed to the next.
    QVERIFY(program.type("hostEdit", u"third.example.org"_s));
    QVERIFY(program.clickText(u"Yes, use it there"_s));
    QVERIFY(program.text("noticeText").contains(u"third.example.org"_s));
    QVERIFY(program.type("hostEdit", u"localhost"_s));
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.text("noticeText").contains(u"localhost"_s));
    QVERIFY(heard.isEmpty());
    QVERIFY(program.clickText(u"Yes, use it there"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty() && heard.contains("QUIT"), soon);
    QTRY_VERIFY(program.text("sentenceText").contains(u"SCRAM-SHA-256"_s));
}

void SetUpTest::everythingHasAName()
{
    Program program(m_folder->path());
    QVERIFY(program.click("authButton"));
    QVERIFY(program.showPage(ServerList));
    QTRY_VERIFY(select(program, u"Practice server"_s));
    QVERIFY(program.click("seeReplyButton"));
    QVERIFY(program.click("testMailButton"));
    QVERIFY(program.showPage(FromAddress));
    QVERIFY(program.showPage(StopSend));
    program.window().writeMail();
    int seen = 0;
    const auto widgets = program.window().findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool internal = widget->objectName().startsWith(u"qt_"_s) ||
                              widget->parentWidget()->inherits("QAbstractSpinBox") ||
                              widget->parentWidget()->inherits("QComboBox") ||
                              widget->parentWidget()->inherits("QLineEdit") ||
                              widget->parentWidget()->inherits("QComboBoxPrivateContainer") ||
                              widget->inherits("QScrollArea") || widget->inherits("QTabBar") ||
                              widget->inherits("QTabWidget") || widget->inherits("QScrollBar") ||
                              widget->inherits("QDialog") || widget->inherits("QMenu") ||
                              widget->inherits("QMenuBar") || widget->inherits("QHeaderView") ||
                              widget->inherits("QLabel");
        if (internal || widget->focusPolicy() == Qt::NoFocus) {
            continue;
        }
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named =
            !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                   widget->objectName() + u" in "_s +
                                   widget->parentWidget()->objectName()));
        ++seen;
    }
    QVERIFY(seen > 40);
}

PROSERPINA_TEST(SetUpTest)

#include "tst_setup.moc"
