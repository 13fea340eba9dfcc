// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "diagnosis/words.h"
#include "filesearch.h"
#include "program.h"
#include "realservers.h"
#include "testmain.h"
#include "translations.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;
using clicks::closeDialogOf;
using clicks::enterLogin;
using clicks::modelOf;
using clicks::rowNamed;
using clicks::select;

namespace
{

constexpr int soon = 20'000;
constexpr int resultColumn = 6;
const QString name = u"会社 Work"_s;
const QString copyName = u"会社 Work (2)"_s;

enum ReplyColumn
{
    BeforeTls,
    AfterTls,
};

/// The lines of one side of the reply, as they are shown.
QStringList replyLines(const Program &program, ReplyColumn column)
{
    QStringList lines;
    const QAbstractItemModel *model = modelOf(program, "replyView");
    for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
        lines.append(model->index(row, column).data().toString());
    }
    return lines;
}

} // namespace

/// The whole job by clicking, against real Postfix, in both languages: from an empty window to mail
/// that has arrived, and what is left of it at the next start, without any server.
class WindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wholeJob_data();
    void wholeJob();
    void fourFieldsByHand();

private:
    using Step = void (WindowTest::*)(Program &);
    /// In a program of its own; stops at the first that fails.
    void run(const QList<Step> &steps);

    void wrongPasswordIsSaid(Program &program);
    void rightPasswordIsTaken(Program &program);
    void isSaved(Program &program);
    void replyIsShown(Program &program);
    void mailArrives(Program &program);
    void smtpsIsSetToo(Program &program);
    void replyIsStillThere(Program &program);
    void copyIsEdited(Program &program);
    void deletionIsUndone(Program &program);

    void attach(Program &program, const QString &path);
    [[nodiscard]] static const RealServers::User &user() { return RealServers::users()[0]; }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<RealServers> m_servers;
    std::unique_ptr<Translations> m_translations;
};

void WindowTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_servers = std::make_unique<RealServers>();
    m_translations = std::make_unique<Translations>(*qApp);
    QVERIFY2(m_servers->start(), m_servers->error());
}

void WindowTest::cleanup()
{
    m_translations.reset();
    m_servers.reset();
    m_home.reset();
}

void WindowTest::wholeJob_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<core::Method>("method");      // over STARTTLS
    QTest::addColumn<core::Method>("smtpsMethod"); // over SMTPs
    QTest::addColumn<QString>("refused");
    QTest::addColumn<QString>("accepted");
    QTest::addColumn<QString>("undo");
    QTest::newRow("English, CRAM-MD5 over STARTTLS, SCRAM-SHA-256 over SMTPs")
        << u"en"_s << core::Method::CramMd5 << core::Method::ScramSha256
        << u"The server does not take this ID with this password (%1)."_s
        << u"Everything works: the server took ID and password by %1."_s << u"&Undo"_s;
    QTest::newRow("Japanese, PLAIN1 over STARTTLS, LOGIN over SMTPs")
        << u"ja"_s << core::Method::Plain1 << core::Method::Login
        << u"サーバは、この ID とパスワードの組み合わせを受け付けません (%1)。"_s
        << u"すべて正常です。サーバは %1 で ID とパスワードを受け付けました。"_s
        << u"元に戻す(&U)"_s;
}

void WindowTest::wholeJob()
{
    QFETCH(QString, language);
    m_translations->use(language);
    run({&WindowTest::wrongPasswordIsSaid, &WindowTest::rightPasswordIsTaken, &WindowTest::isSaved,
         &WindowTest::replyIsShown, &WindowTest::mailArrives, &WindowTest::smtpsIsSetToo});
    if (QTest::currentTestFailed()) {
        return;
    }
    m_servers.reset(); // the next start finds no server
    run({&WindowTest::replyIsStillThere, &WindowTest::copyIsEdited, &WindowTest::deletionIsUndone});
    if (QTest::currentTestFailed()) {
        return;
    }
    const QByteArray login = '\0' + user().name.toUtf8() + '\0' + user().password;
    QCOMPARE(filesWith(m_home->path(), shapesOf(user().password) + shapesOf(login)), QStringList());
    QVERIFY(!filesWith(m_home->path(), {name.toUtf8()}).isEmpty());
}

/// A server that nobody knows, on a port of its own, of a certificate that this computer trusts:
/// address, password, ID, and the host with its port; Enter; Save.
void WindowTest::fourFieldsByHand()
{
    m_translations->use(u"en"_s);
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore =
        qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });
    QSslConfiguration known = before;
    QVERIFY(known.addCaCertificates(m_servers->caFile()));
    QSslConfiguration::setDefaultConfiguration(known);
    Program program(m_home->path());
    QVERIFY(program.type("addressEdit", RealServers::addressOf(user().name)));
    QVERIFY(program.type("passwordEdit", QString::fromUtf8(user().password)));
    QVERIFY(program.type("idEdit", user().name));
    QVERIFY(program.type("hostEdit", u"localhost:%1"_s.arg(m_servers->port(u"POSTFIX_SMTPS"_s))));
    QTest::keyClick(program.find<QLineEdit>("hostEdit"), Qt::Key_Return);
    QTRY_VERIFY2_WITH_TIMEOUT(program.text("sentenceText").startsWith(u"Everything works"_s),
                              qPrintable(program.text("sentenceText")), soon);
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"localhost"_s) >= 0, soon);
}

void WindowTest::run(const QList<Step> &steps)
{
    Program program(m_home->path());
    for (const Step step : steps) {
        (this->*step)(program);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void WindowTest::wrongPasswordIsSaid(Program &program)
{
    QFETCH(core::Method, method);
    QFETCH(QString, refused);
    QVERIFY(clicks::fillForm(program,
                             {name, RealServers::addressOf(user().name), core::Security::StartTls,
                              m_servers->port(u"POSTFIX_STARTTLS"_s), m_servers->caFile()}));
    QVERIFY(enterLogin(program, {user().name, u"wrong-word"_s, method}));
    QVERIFY(program.click("checkButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.text("sentenceText"),
                              refused.arg(diagnosis::methodTitle(method)), soon);
    QVERIFY2(program.text("wordsText").contains(u"535 5.7.8 Error: authentication failed"_s),
             qPrintable(program.text("wordsText")));
    QVERIFY(program.find<QPushButton>("remedyButton") != nullptr);
}

void WindowTest::rightPasswordIsTaken(Program &program)
{
    QFETCH(core::Method, method);
    QFETCH(QString, accepted);
    QVERIFY(enterLogin(program, {user().name, QString::fromUtf8(user().password)}));
    QVERIFY(program.click("checkButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.text("sentenceText"),
                              accepted.arg(diagnosis::methodTitle(method)), soon);
    QVERIFY(program.text("wordsText").isEmpty());
    QVERIFY(program.find<QPushButton>("remedyButton") == nullptr);
}

void WindowTest::isSaved(Program &program)
{
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, name) >= 0, soon);
    QVERIFY(program.text("noticeText").contains(name));
}

void WindowTest::replyIsShown(Program &program)
{
    QVERIFY(select(program, name));
    QVERIFY(program.click("seeReplyButton"));
    QTRY_VERIFY_WITH_TIMEOUT(!replyLines(program, AfterTls).isEmpty(), soon);
    const QStringList before = replyLines(program, BeforeTls);
    const QStringList after = replyLines(program, AfterTls);
    for (const QStringList &side : {before, after}) {
        QVERIFY2(side.constFirst() == u"250-mx.example.test"_s, qPrintable(side.join(u'\n')));
        QVERIFY2(side.contains(u"250-PIPELINING"_s), qPrintable(side.join(u'\n')));
        QVERIFY2(side.contains(u"250-8BITMIME"_s), qPrintable(side.join(u'\n')));
    }
    QVERIFY(before.contains(u"250-STARTTLS   (\u2212)"_s));
    QVERIFY(after.filter(u"STARTTLS"_s).isEmpty());
    QVERIFY(
        after.contains(u"250-AUTH PLAIN LOGIN CRAM-MD5 SCRAM-SHA-256 OAUTHBEARER XOAUTH2   (+)"_s));
    QVERIFY(before.filter(u"AUTH"_s).isEmpty());
    QVERIFY(program.text("headText").contains(u"TLSv1.3"_s));
    QVERIFY(closeDialogOf(program, "replyView"));
}

void WindowTest::attach(Program &program, const QString &path)
{
    QVERIFY(program.click("addAttachmentButton"));
    QTRY_VERIFY(program.find<QFileDialog>("QFileDialog") != nullptr);
    QVERIFY(program.type("fileNameEdit", path));
    auto *buttons = program.find<QDialogButtonBox>("buttonBox");
    QTRY_VERIFY(buttons->button(QDialogButtonBox::Open)->isEnabled());
    QTest::mouseClick(buttons->button(QDialogButtonBox::Open), Qt::LeftButton);
    QTRY_VERIFY(program.find<QFileDialog>("QFileDialog") == nullptr);
    QCOMPARE(modelOf(program, "attachmentList")->rowCount(), 1);
}

void WindowTest::mailArrives(Program &program)
{
    const QByteArray content = QByteArray::fromHex("00010d0a2e0d0a0aff").repeated(1'000);
    const QTemporaryDir elsewhere;
    QFile file(elsewhere.filePath(u"添付.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();

    QVERIFY(select(program, name));
    QVERIFY(program.click("testMailButton"));
    QTRY_VERIFY(program.find<QPushButton>("sendButton") != nullptr);
    QVERIFY(program.type("subjectEdit", u"By clicking"_s));
    attach(program, file.fileName());
    if (QTest::currentTestFailed()) {
        return;
    }
    QVERIFY(program.click("sendButton"));
    const QByteArray mail = m_servers->takeMail(user().name);
    QVERIFY2(mail.contains("\nSubject: By clicking\n"), mail.left(2000));
    QVERIFY(RealServers::attachmentIn(mail) == content);

    QTRY_VERIFY_WITH_TIMEOUT(modelOf(program, "recipientTree") != nullptr, soon);
    QVERIFY(program.text("wordsText").contains(u"250 2.0.0 Ok: queued as"_s));
    // Many lines in a moment are shown a little later, all at once.
    const auto transcript = [&program] {
        return program.find<QPlainTextEdit>("transcriptView")->toPlainText();
    };
    QTRY_VERIFY2(transcript().contains(u"C: QUIT"_s), qPrintable(transcript()));
    QVERIFY2(transcript().contains(u"354 End data with"_s), qPrintable(transcript()));
    for (const QByteArray &shape : shapesOf(user().password)) {
        QVERIFY(!transcript().toUtf8().contains(shape));
    }
    QVERIFY(program.click("closeButton"));
    QTRY_VERIFY(program.find<QPushButton>("sendButton") == nullptr);
}

void WindowTest::smtpsIsSetToo(Program &program)
{
    QFETCH(core::Method, smtpsMethod);
    QFETCH(QString, accepted);
    QVERIFY(select(program, name));
    QVERIFY(program.click("duplicateButton"));
    // Selected when its password has been copied too.
    QTRY_COMPARE_WITH_TIMEOUT(clicks::currentName(program), copyName, soon);
    QVERIFY(program.click("editButton"));
    QTRY_VERIFY(program.find<QLineEdit>("nameEdit") != nullptr);
    // The kept password serves; only method and encryption are other ones.
    QVERIFY(enterLogin(program, {user().name, QString(), smtpsMethod, true}));
    QVERIFY(clicks::choosePort(program, m_servers->port(u"POSTFIX_SMTPS"_s)));
    QVERIFY(program.click("checkButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.text("sentenceText"),
                              accepted.arg(diagnosis::methodTitle(smtpsMethod)), soon);
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, copyName) >= 0, soon);
}

void WindowTest::replyIsStillThere(Program &program)
{
    QTRY_VERIFY(rowNamed(program, name) >= 0);
    const QAbstractItemModel *servers = modelOf(program, "serverView");
    QVERIFY(!servers->index(rowNamed(program, name), resultColumn).data().toString().isEmpty());
    QVERIFY(select(program, name));
    QVERIFY(program.click("seeReplyButton"));
    QTRY_VERIFY(modelOf(program, "replyView") != nullptr);
    QVERIFY(program.find<QPushButton>("stopButton") == nullptr); // nothing is being read
    QVERIFY(replyLines(program, BeforeTls).contains(u"250-PIPELINING"_s));
    QVERIFY(
        replyLines(program, AfterTls)
            .contains(u"250-AUTH PLAIN LOGIN CRAM-MD5 SCRAM-SHA-256 OAUTHBEARER XOAUTH2   (+)"_s));
    QVERIFY(closeDialogOf(program, "replyView"));
}

void WindowTest::copyIsEdited(Program &program)
{
    QVERIFY(select(program, copyName));
    QVERIFY(program.click("editButton"));
    QTRY_VERIFY(program.find<QLineEdit>("nameEdit") != nullptr);
    QCOMPARE(program.find<QLineEdit>("nameEdit")->text(), copyName);
    QVERIFY(program.type("nameEdit", u"renamed"_s));
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"renamed"_s) >= 0, soon);
    QVERIFY(rowNamed(program, copyName) < 0);
}

void WindowTest::deletionIsUndone(Program &program)
{
    QFETCH(QString, undo);
    QVERIFY(select(program, name));
    QVERIFY(program.click("deleteButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, name) < 0, soon);
    QTRY_VERIFY_WITH_TIMEOUT(program.text("noticeText").contains(name), soon);
    QVERIFY(program.clickText(undo));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, name) >= 0, soon);
    // With what belongs to it.
    QVERIFY(select(program, name));
    QVERIFY(program.click("seeReplyButton"));
    QTRY_VERIFY(replyLines(program, BeforeTls).contains(u"250-PIPELINING"_s));
    QVERIFY(closeDialogOf(program, "replyView"));
}

PROSERPINA_TEST(WindowTest)

#include "tst_window.moc"
