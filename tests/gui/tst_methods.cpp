// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "filesearch.h"
#include "practising.h"
#include "program.h"
#include "testmain.h"
#include "translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using clicks::enterLogin;
using clicks::fillForm;
using clicks::rowNamed;
using clicks::select;
using core::Method;

namespace
{

constexpr int soon = 10'000;

bool openLogin(Program &program)
{
    return program.click("authButton") && QTest::qWaitFor([&program] {
               return program.find<QRadioButton>("noneRadio") != nullptr;
           });
}

bool pressOk(Program &program)
{
    const auto *buttons = program.find<QDialogButtonBox>("buttons");
    if (buttons == nullptr) {
        return false;
    }
    QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
    return QTest::qWaitFor(
        [&program] { return program.find<QRadioButton>("noneRadio") == nullptr; });
}

} // namespace

/// The methods that take no password: an access token, a client certificate. By the real buttons,
/// against a practice server that offers them.
class MethodsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations = std::make_unique<Translations>(*qApp); }
    void cleanupTestCase() { m_translations.reset(); }
    void init();
    void logsInAndIsKept_data();
    void logsInAndIsKept();
    void externalTakesAnEmptyId();
    void dialogSaysWhatTheSecretIs_data();
    void dialogSaysWhatTheSecretIs();
    void ladderIsTheMethodsOwn_data();
    void ladderIsTheMethodsOwn();
    void refusedTokenAsksForANewOne_data();
    void refusedTokenAsksForANewOne();
    void serverThatTakesNoPasswordAsksForAToken();
    void keptPasswordIsNoToken();

private:
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void MethodsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_translations->use(u"en"_s);
}

void MethodsTest::logsInAndIsKept_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Method>("method");
    QTest::addColumn<QString>("title");
    for (const char *language : {"en", "ja"}) {
        QTest::addRow("OAUTHBEARER, %s", language)
            << QString::fromLatin1(language) << Method::OAuthBearer << u"OAUTHBEARER"_s;
        QTest::addRow("XOAUTH2, %s", language)
            << QString::fromLatin1(language) << Method::XOauth2 << u"XOAUTH2"_s;
        QTest::addRow("EXTERNAL, %s", language)
            << QString::fromLatin1(language) << Method::External << u"EXTERNAL"_s;
    }
}

void MethodsTest::logsInAndIsKept()
{
    QFETCH(QString, language);
    QFETCH(Method, method);
    QFETCH(QString, title);
    m_translations->use(language);
    service::PracticeEntry server(offering({"PLAIN", "OAUTHBEARER", "XOAUTH2", "EXTERNAL"}));
    QVERIFY(server.start());
    QByteArrayList heard;
    connect(&server.server(), &practice::Server::lineReceived, this,
            [&heard](const QByteArray &line) { heard.append(line); });
    const QByteArray token = server.credentials().password.reveal();
    {
        Program program(m_folder->path());
        QVERIFY(fillForm(program, clicks::serverOf(server, u"mine"_s)));
        // The field for the secret is off with EXTERNAL; typing into it then does nothing.
        const QString secret = method == Method::External ? QString() : QString::fromUtf8(token);
        QVERIFY(enterLogin(program, {server.credentials().userId, secret, method}));
        QVERIFY(program.text("authSummary").startsWith(title));
        QVERIFY(program.click("checkButton"));
        QTRY_VERIFY2_WITH_TIMEOUT(program.text("sentenceText").contains(title) &&
                                      program.find<QPushButton>("stopButton") == nullptr,
                                  qPrintable(program.text("sentenceText")), soon);
        QVERIFY(program.find<QPushButton>("remedyButton") == nullptr);
        QVERIFY(std::any_of(heard.begin(), heard.end(), [&title](const QByteArray &line) {
            return line.startsWith("AUTH " + title.toLatin1());
        }));
        QVERIFY(program.click("saveButton"));
        QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"mine"_s) >= 0, soon);
    }
    Program program(m_folder->path());
    QTRY_VERIFY(rowNamed(program, u"mine"_s) >= 0);
    QCOMPARE(program.servers().servers().constFirst().profile.method, method);
    QVERIFY(select(program, u"mine"_s));
    QVERIFY(program.click("editButton"));
    QTRY_VERIFY(program.find<QLineEdit>("hostEdit") != nullptr);
    QVERIFY(openLogin(program));
    const char *radio = method == Method::OAuthBearer ? "oauthBearerRadio"
                        : method == Method::XOauth2   ? "xoauth2Radio"
                                                      : "externalRadio";
    QVERIFY(program.find<QRadioButton>(radio)->isChecked());
    QCOMPARE(filesWith(m_folder->path(), shapesOf(token)), QStringList());
}

/// Whom a certificate stands for is the server's to know: an empty ID stays empty.
void MethodsTest::externalTakesAnEmptyId()
{
    Program program(m_folder->path());
    QVERIFY(program.type("addressEdit", u"taro@example.org"_s));
    QVERIFY(program.type("hostEdit", u"smtp.example.org"_s));
    QVERIFY(enterLogin(program, {QString(), QString(), Method::External}));
    QVERIFY(program.text("authMessage").contains(u"Advanced"_s)); // no certificate yet
    QVERIFY(program.click("advancedButton"));
    QVERIFY(program.type("certificateEdit", u"/tmp/me.pem"_s));
    QVERIFY(program.text("authMessage").isEmpty());
    QVERIFY(program.click("saveButton"));
    QTRY_COMPARE_WITH_TIMEOUT(program.servers().servers().size(), 1, soon);
    QVERIFY(program.servers().servers().constFirst().profile.userId.isEmpty());

    // Another method, and the ID is the address again.
    QTRY_VERIFY(rowNamed(program, u"smtp.example.org"_s) >= 0);
    QVERIFY(select(program, u"smtp.example.org"_s));
    QVERIFY(program.click("editButton"));
    QTRY_VERIFY(program.find<QLineEdit>("hostEdit") != nullptr);
    QVERIFY(openLogin(program));
    QVERIFY(program.click("plain1Radio"));
    QVERIFY(pressOk(program));
    QCOMPARE(program.find<QLineEdit>("idEdit")->placeholderText(), u"taro@example.org"_s);
}

void MethodsTest::dialogSaysWhatTheSecretIs_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("token");
    QTest::newRow("English") << u"en"_s << u"&Password"_s << u"&Access token"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"パスワード(&P)"_s << u"アクセストークン(&A)"_s;
}

void MethodsTest::dialogSaysWhatTheSecretIs()
{
    QFETCH(QString, language);
    QFETCH(QString, password);
    QFETCH(QString, token);
    m_translations->use(language);
    Program program(m_folder->path());
    QVERIFY(openLogin(program));
    auto *field = program.find<QLineEdit>("passwordEdit");
    const QString name = field->accessibleName();
    QCOMPARE(program.text("passwordLabel"), password);
    QVERIFY(program.text("passwordMessage").isEmpty());
    for (const char *radio : {"oauthBearerRadio", "xoauth2Radio"}) {
        QVERIFY(program.click(radio));
        QCOMPARE(program.text("passwordLabel"), token);
        QVERIFY(field->isEnabled() && field->accessibleName() != name);
        QCOMPARE(field->accessibleDescription(), program.text("passwordMessage"));
        QVERIFY(!program.text("passwordMessage").isEmpty());
    }
    QVERIFY(program.click("externalRadio"));
    QVERIFY(!field->isEnabled());
    QVERIFY(!program.find<QCheckBox>("keychainCheck")->isEnabled());
    QVERIFY(program.find<QLineEdit>("idEdit")->isEnabled());
    QVERIFY(!program.text("passwordMessage").isEmpty());
    QVERIFY(program.click("cramMd5Radio"));
    QCOMPARE(program.text("passwordLabel"), password);
    QVERIFY(field->isEnabled() && field->accessibleName() == name);
    QVERIFY(program.text("passwordMessage").isEmpty());
}

void MethodsTest::ladderIsTheMethodsOwn_data()
{
    QTest::addColumn<QByteArray>("radio");
    QTest::addColumn<QString>("used");
    QTest::addColumn<QString>("rule");
    QTest::newRow("OAUTHBEARER goes down to XOAUTH2")
        << QByteArray("oauthBearerRadio") << u"XOAUTH2 will be used"_s
        << u"OAUTHBEARER > XOAUTH2, never the other way"_s;
    QTest::newRow("XOAUTH2") << QByteArray("xoauth2Radio") << u"XOAUTH2 will be used"_s
                             << u"OAUTHBEARER > XOAUTH2, never the other way"_s;
    QTest::newRow("EXTERNAL has no other")
        << QByteArray("externalRadio") << u"no login is possible"_s
        << u"EXTERNAL has no fallback"_s;
    QTest::newRow("PLAIN2 has no other")
        << QByteArray("plain2Radio") << u"no login is possible"_s << u"PLAIN2 has no fallback"_s;
    QTest::newRow("passwords never become tokens")
        << QByteArray("scramSha256Radio") << u"LOGIN will be used"_s
        << u"SCRAM-SHA-256 > CRAM-MD5 > LOGIN > PLAIN1, never the other way"_s;
}

/// With the reply of a server that offers LOGIN and XOAUTH2.
void MethodsTest::ladderIsTheMethodsOwn()
{
    QFETCH(QByteArray, radio);
    QFETCH(QString, used);
    QFETCH(QString, rule);
    service::PracticeEntry server(offering({"LOGIN", "XOAUTH2"}));
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"mine"_s)));
    QVERIFY(program.click("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(!program.text("adviceText").isEmpty() &&
                                 program.find<QPushButton>("stopButton") == nullptr,
                             soon);
    QVERIFY(openLogin(program));
    QCOMPARE(program.text("xoauth2Offer"), u"offered by the server"_s);
    QCOMPARE(program.text("oauthBearerOffer"), u"not offered"_s);
    QCOMPARE(program.text("externalOffer"), u"not offered"_s);
    QVERIFY(program.click(radio.constData()));
    const QString text = program.text("ladderText");
    QVERIFY2(text.contains(used) && text.contains(rule), qPrintable(text));
}

void MethodsTest::refusedTokenAsksForANewOne_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("button");
    QTest::newRow("English") << u"en"_s << u"Enter a new access token"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"新しいアクセストークンを入力する"_s;
}

void MethodsTest::refusedTokenAsksForANewOne()
{
    QFETCH(QString, language);
    QFETCH(QString, button);
    m_translations->use(language);
    service::PracticeEntry server(offering({"OAUTHBEARER", "PLAIN"}));
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"mine"_s)));
    QVERIFY(
        enterLogin(program, {server.credentials().userId, u"stale-token"_s, Method::OAuthBearer}));
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.clickText(button));
    QTRY_COMPARE(program.window().focusWidget(), program.find<QLineEdit>("passwordEdit"));
}

void MethodsTest::serverThatTakesNoPasswordAsksForAToken()
{
    service::PracticeEntry server(*practice::behaviourWithFault(u"auth-oauth-only"_s));
    QVERIFY(server.start());
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"mine"_s)));
    QVERIFY(enterLogin(program, {server.credentials().userId, u"secret"_s}));
    QVERIFY(program.click("checkButton"));
    QVERIFY(program.clickText(u"Enter an access token"_s));
    QTRY_VERIFY(program.find<QRadioButton>("oauthBearerRadio") != nullptr);
    QVERIFY(program.text("adviceText").contains(u"OAUTHBEARER or XOAUTH2"_s));
}

/// A kept password goes out as a token only where the person says so.
void MethodsTest::keptPasswordIsNoToken()
{
    service::PracticeEntry server(offering({"PLAIN", "OAUTHBEARER"}));
    QVERIFY(server.start());
    QByteArrayList heard;
    connect(&server.server(), &practice::Server::lineReceived, this,
            [&heard](const QByteArray &line) { heard.append(line); });
    Program program(m_folder->path());
    QVERIFY(fillForm(program, clicks::serverOf(server, u"mine"_s)));
    QVERIFY(enterLogin(program, {server.credentials().userId,
                                 QString::fromUtf8(server.credentials().password.reveal())}));
    QVERIFY(program.click("saveButton"));
    QTRY_VERIFY_WITH_TIMEOUT(rowNamed(program, u"mine"_s) >= 0, soon);
    QVERIFY(select(program, u"mine"_s));
    QVERIFY(program.click("editButton"));
    QTRY_VERIFY(program.find<QLineEdit>("hostEdit") != nullptr);
    QVERIFY(openLogin(program));
    auto *field = program.find<QLineEdit>("passwordEdit");
    QVERIFY(!field->placeholderText().isEmpty()); // kept
    QVERIFY(program.click("oauthBearerRadio"));
    QVERIFY(field->placeholderText().isEmpty());
    QVERIFY(pressOk(program));
    QVERIFY(program.click("checkButton"));
    QVERIFY2(program.text("noticeText").contains(u"is a password, not an access token"_s),
             qPrintable(program.text("noticeText")));
    QVERIFY(heard.isEmpty());
    QVERIFY(program.clickText(u"Enter another"_s));
    field = program.find<QLineEdit>("passwordEdit");
    QTRY_COMPARE(program.window().focusWidget(), field);
    QVERIFY(field->placeholderText().isEmpty());
}

PROSERPINA_TEST(MethodsTest)

#include "tst_methods.moc"
