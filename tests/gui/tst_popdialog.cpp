// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using clicks::enterLogin;
using clicks::fillForm;
using clicks::rowNamed;
using clicks::select;

namespace
{

constexpr int soon = 10'000;

bool openPopSettings(Program &program)
{
    return program.click("authButton") && QTest::qWaitFor([&program] {
               return program.find<QRadioButton>("popRadio") != nullptr;
           }) &&
           program.click("popRadio") && program.click("popSettingsButton") &&
           QTest::qWaitFor(
               [&program] { return program.find<QLineEdit>("popHostEdit") != nullptr; });
}

/// Presses OK in the dialog in which that field stands.
bool pressOk(Program &program, const char *field)
{
    const auto *widget = program.find<QWidget>(field);
    if (widget == nullptr) {
        return false;
    }
    const auto boxes = widget->window()->findChildren<QDialogButtonBox *>();
    for (QDialogButtonBox *box : boxes) {
        if (box->window() == widget->window()) {
            QTest::mouseClick(box->button(QDialogButtonBox::Ok), Qt::LeftButton);
        }
    }
    return QTest::qWaitFor([&program, field] { return program.find<QWidget>(field) == nullptr; },
                           1000);
}

bool enterPort(Program &program, quint16 port)
{
    auto *spin = program.find<QSpinBox>("popPortSpin");
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, QString::number(port));
    return spin->value() == port;
}

bool chooseEncryption(Program &program, int index)
{
    auto *combo = program.find<QComboBox>("popSecurityCombo");
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < index; ++i) {
        QTest::keyClick(combo, Qt::Key_Down);
    }
    return combo->currentIndex() == index;
}

/// Fills the form for the practice server and its POP3.
bool fillFor(Program &program, const service::PracticeEntry &server, const QString &name)
{
    return fillForm(program, clicks::serverOf(server, name)) && openPopSettings(program) &&
           enterPort(program, server.pop({}).port) && pressOk(program, "popHostEdit") &&
           pressOk(program, "noneRadio");
}

} // namespace

/// POP before SMTP by pressing the window's buttons, against a practice server that lets one in by
/// nothing else.
class PopDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void wholeJob_data();
    void wholeJob();
    void passwordOfItsOwn();
    void portFollowsTheEncryption();
    void badHostIsSaidAtTheField();
    void hostIsTakenApart();
    void refusedMailOffersWhatHelps();
    void remedyTakesNoPasswordAlong();

private:
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void PopDialogTest::initTestCase()
{
    m_translations = std::make_unique<Translations>(*qApp);
}

void PopDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

void PopDialogTest::wholeJob_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("refused");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("checked");
    QTest::addColumn<QString>("accepted");
    QTest::newRow("English") << u"en"_s << u"The POP3 server does not take this ID"_s
                             << u"Change the POP3 login"_s
                             << u"The POP3 server took ID and password"_s
                             << u"The server took the message"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"POP3 サーバはこの ID"_s << u"POP3 ログインを変える"_s
                              << u"POP3 サーバは ID とパスワードを受け付け"_s
                              << u"サーバがメールを受け付けました"_s;
}

void PopDialogTest::wholeJob()
{
    QFETCH(QString, language);
    QFETCH(QString, refused);
    QFETCH(QString, change);
    QFETCH(QString, checked);
    QFETCH(QString, accepted);
    m_translations->use(language);
    service::PracticeEntry server(practice::popBeforeSmtp(std::chrono::minutes(5)));
    QVERIFY(server.start());
    const QString id = server.credentials().userId;
    Program program(m_folder->path());
    QVERIFY(fillFor(program, server, u"会社"_s));
    QVERIFY(enterLogin(program, {id, u"wrong"_s}));
    QVERIFY2(program.text("authSummary").contains(u"POP before SMTP"_s),
             qPrintable(program.text("authSummary")));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY2_WITH_TIMEOUT(program.text("sentenceText").contains(refused),
                              qPrintable(program.text("sentenceText")), soon);
    QVERIFY(program.text("wordsText").contains(u"-ERR"_s));
    QVERIFY(program.text("stepsText").contains(u"POP"_s));

    // The one button opens the POP3 login, with what was typed.
    QVERIFY(program.clickText(change));
    QTRY_VERIFY(program.find<QSpinBox>("popPortSpin") != nullptr);
    QCOMPARE(program.find<QSpinBox>("popPortSpin")->value(), int{server.pop({}).port});
    QVERIFY(pressOk(program, "popHostEdit"));
    QVERIFY(
        program.type("passwordEdit", QString::fromUtf8(server.credentials().password.reveal())));
    QVERIFY(pressOk(program, "noneRadio"));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY2_WITH_TIMEOUT(program.text("sentenceText").contains(checked),
                              qPrintable(program.text("sentenceText")), soon);
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"会社"_s) >= 0, soon);

    QVERIFY(select(program, u"会社"_s));
    QVERIFY(program.click("testMailButton"));
    QTRY_VERIFY(program.find<QPushButton>("sendButton") != nullptr);
    QVERIFY(program.click("sendButton"));
    QTRY_COMPARE_WITH_TIMEOUT(server.mailbox().size(), 1, soon);
    QTRY_VERIFY2_WITH_TIMEOUT(program.text("sentenceText").contains(accepted),
                              qPrintable(program.text("sentenceText")), soon);
}

void PopDialogTest::passwordOfItsOwn()
{
    service::PracticeEntry server(practice::popBeforeSmtp(std::chrono::minutes(5)));
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillFor(program, server, u"old"_s));
    QVERIFY(openPopSettings(program));
    QVERIFY(!program.find<QLineEdit>("popPasswordEdit")->isEnabled());
    QVERIFY(program.click("ownPasswordCheck"));
    QVERIFY(!pressOk(program, "popHostEdit")); // it is empty
    QVERIFY(!program.text("popPasswordMessage").isEmpty());
    QVERIFY(
        program.type("popPasswordEdit", QString::fromUtf8(server.credentials().password.reveal())));
    QVERIFY(program.type("popIdEdit", server.credentials().userId));
    QVERIFY(pressOk(program, "popHostEdit"));
    QVERIFY(pressOk(program, "noneRadio"));
    const auto *id = program.find<QLineEdit>("idEdit");
    QVERIFY(!id->isEnabled());
    QCOMPARE(id->placeholderText(), server.credentials().userId);
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"old"_s) >= 0, soon);
    const auto entry = program.servers().serverNamed(u"old"_s);
    QVERIFY(entry->profile.pop.ownPassword);
    QCOMPARE(entry->profile.method, core::Method::PopBeforeSmtp);

    QVERIFY(select(program, u"old"_s));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY2_WITH_TIMEOUT(
        program.text("sentenceText").contains(u"The POP3 server took ID and password"_s),
        qPrintable(program.text("sentenceText")), soon);
}

void PopDialogTest::portFollowsTheEncryption()
{
    Program program(m_folder->path());
    QVERIFY(openPopSettings(program));
    const auto *port = program.find<QSpinBox>("popPortSpin");
    QCOMPARE(port->value(), 995);
    QVERIFY(chooseEncryption(program, 1));
    QCOMPARE(port->value(), 110);
    QVERIFY(enterPort(program, 1100));
    QVERIFY(chooseEncryption(program, 0));
    QCOMPARE(port->value(), 1100);
    QVERIFY(program.click("usualPopPortButton"));
    QCOMPARE(port->value(), 995);
}

void PopDialogTest::badHostIsSaidAtTheField()
{
    Program program(m_folder->path());
    QVERIFY(openPopSettings(program));
    QVERIFY(program.type("popHostEdit", u"pop..example.org"_s));
    QVERIFY(!pressOk(program, "popHostEdit"));
    QVERIFY(program.text("popHostMessage").contains(u"dot"_s));
    QCOMPARE(program.find<QLineEdit>("popHostEdit")->text(), u"pop..example.org"_s);
    QVERIFY(program.type("popHostEdit", u"ｐｏｐ．ｅｘａｍｐｌｅ．ｊｐ"_s));
    QVERIFY(pressOk(program, "popHostEdit"));
    QVERIFY2(program.text("ladderText").contains(u"pop.example.jp"_s),
             qPrintable(program.text("ladderText")));
}

void PopDialogTest::hostIsTakenApart()
{
    Program program(m_folder->path());
    QVERIFY(program.type("hostEdit", u"smtp.example.jp"_s));
    QVERIFY(openPopSettings(program));
    auto *host = program.find<QLineEdit>("popHostEdit");
    QVERIFY(program.type("popHostEdit", u"pop3s://pop.example.jp:1995/"_s));
    Q_EMIT host->editingFinished();
    QCOMPARE(host->text(), u"pop.example.jp"_s);
    QCOMPARE(program.find<QSpinBox>("popPortSpin")->value(), 1995);
    // A port that was set is not overruled, nor is the encryption.
    QVERIFY(program.type("popHostEdit", u"pop.example.jp:110"_s));
    Q_EMIT host->editingFinished();
    QVERIFY(program.text("popHostMessage").contains(u"1995"_s));
    QCOMPARE(program.find<QSpinBox>("popPortSpin")->value(), 1995);
    QVERIFY(chooseEncryption(program, 1));
    QVERIFY(program.type("popHostEdit", u"pop3s://pop.example.jp"_s));
    Q_EMIT host->editingFinished();
    QVERIFY(program.text("popHostMessage").contains(u"pop3s://"_s));
    QVERIFY(program.type("popHostEdit", u"smtp://pop.example.jp"_s));
    Q_EMIT host->editingFinished();
    QVERIFY(program.text("popHostMessage").contains(u"smtp://"_s));
}

/// B104 in the window: what helps is a click.
void PopDialogTest::refusedMailOffersWhatHelps()
{
    service::PracticeEntry server(practice::popBeforeSmtp(std::chrono::milliseconds(0)));
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillFor(program, server, u"old"_s));
    QVERIFY(openPopSettings(program));
    program.find<QSpinBox>("waitSpin")->setValue(0);
    QVERIFY(pressOk(program, "popHostEdit"));
    QVERIFY(
        program.type("passwordEdit", QString::fromUtf8(server.credentials().password.reveal())));
    QVERIFY(program.type("idEdit", server.credentials().userId));
    QVERIFY(pressOk(program, "noneRadio"));
    QVERIFY(program.click("testMailButton"));
    QTRY_VERIFY(program.find<QPushButton>("sendButton") != nullptr);
    QVERIFY(program.click("sendButton"));
    QTRY_VERIFY2_WITH_TIMEOUT(
        program.text("sentenceText").contains(u"The POP3 login was accepted"_s),
        qPrintable(program.text("sentenceText")), soon);
    QVERIFY(program.clickText(u"Change the POP3 login"_s));
    QTRY_VERIFY(program.find<QSpinBox>("waitSpin") != nullptr);
}

/// From POP before SMTP to SMTP-AUTH by a click in the test mail's dialog: the POP3 login's own
/// password stays where it is.
void PopDialogTest::remedyTakesNoPasswordAlong()
{
    practice::Behaviour behaviour;
    behaviour.popLetsInFor = std::chrono::milliseconds(0);
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    QByteArrayList heard;
    connect(&server.server(), &practice::Server::lineReceived, this,
            [&heard](const QByteArray &line) { heard.append(line); });
    Program program(m_folder->path());
    QVERIFY(fillFor(program, server, u"old"_s));
    QVERIFY(openPopSettings(program));
    program.find<QSpinBox>("waitSpin")->setValue(0);
    QVERIFY(program.click("ownPasswordCheck"));
    QVERIFY(
        program.type("popPasswordEdit", QString::fromUtf8(server.credentials().password.reveal())));
    QVERIFY(program.type("popIdEdit", server.credentials().userId));
    QVERIFY(pressOk(program, "popHostEdit"));
    QVERIFY(pressOk(program, "noneRadio"));
    QVERIFY(program.click("testMailButton"));
    QTRY_VERIFY(program.find<QPushButton>("sendButton") != nullptr);
    QVERIFY(program.click("sendButton"));
    QTRY_VERIFY2_WITH_TIMEOUT(
        program.text("sentenceText").contains(u"The POP3 login was accepted"_s),
        qPrintable(program.text("sentenceText")), soon);
    QVERIFY(program.clickText(u"Use SMTP-AUTH instead"_s));
    QTRY_VERIFY(program.find<QPushButton>("sendButton") == nullptr); // the page goes on
    QTRY_VERIFY2_WITH_TIMEOUT(program.text("sentenceText").contains(u"No password was given"_s),
                              qPrintable(program.text("sentenceText")), soon);
    QVERIFY(std::none_of(heard.begin(), heard.end(),
                         [](const QByteArray &line) { return line.startsWith("AUTH"); }));
}

PROSERPINA_TEST(PopDialogTest)

#include "tst_popdialog.moc"
