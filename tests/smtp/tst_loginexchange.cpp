// SPDX-License-Identifier: GPL-3.0-or-later
#include "onepart.h"
#include "sasl/clients.h"
#include "smtp/loginexchange.h"
#include "testmain.h"

#include <QTest>

using core::Failure;
using core::Method;

Q_DECLARE_METATYPE(core::Failure)

/// The login by itself; the whole dialogues stand in SessionTest.
class LoginExchangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logins_data();
    void logins();
    void nobodyToLogIn();
    void whyItWasGivenUp();
    void whatIsSecret();
};

namespace
{

smtp::SessionSettings settings(Method method, bool encrypted = true)
{
    smtp::SessionSettings settings;
    settings.security = encrypted ? core::Security::Smtps : core::Security::None;
    settings.method = method;
    settings.credentials = core::Credentials{QStringLiteral("id"), core::Secret("word-pass")};
    return settings;
}

core::Result<std::shared_ptr<core::SaslClient>> client(Method method,
                                                       const core::Credentials &credentials)
{
    return sasl::makeClient(method, credentials);
}

core::Capabilities offering(const QByteArrayList &mechanisms)
{
    core::Capabilities offered;
    offered.hasAuth = true;
    offered.authMechanisms = mechanisms;
    return offered;
}

} // namespace

void LoginExchangeTest::logins_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<QByteArrayList>("offered");
    QTest::addColumn<QByteArrayList>("dialogue"); // ours and the server's in turn
    QTest::addColumn<Failure>("failure");         // None: logged in
    const QByteArray plain = "AUTH PLAIN AGlkAHdvcmQtcGFzcw==";
    QTest::newRow("at once") << Method::Plain1 << true << QByteArrayList{"PLAIN"}
                             << QByteArrayList{plain, "235 ok"} << Failure::None;
    QTest::newRow("in steps") << Method::Login << true << QByteArrayList{"LOGIN"}
                              << QByteArrayList{"AUTH LOGIN",       "334 VXNlcm5hbWU6", "aWQ=",
                                                "334 UGFzc3dvcmQ6", "d29yZC1wYXNz",     "235 ok"}
                              << Failure::None;
    QTest::newRow("the method is not known after all")
        << Method::Login << true << QByteArrayList{"PLAIN", "LOGIN"}
        << QByteArrayList{"AUTH LOGIN", "504 no", plain, "235 ok"} << Failure::None;
    QTest::newRow("refused") << Method::Plain1 << true << QByteArrayList{"PLAIN", "LOGIN"}
                             << QByteArrayList{plain, "535 no"} << Failure::ReplyRefused;
    QTest::newRow("not offered") << Method::Plain1 << true << QByteArrayList{"GSSAPI"}
                                 << QByteArrayList{} << Failure::MethodNotOffered;
    QTest::newRow("nothing offered") << Method::Plain1 << true << QByteArrayList{}
                                     << QByteArrayList{} << Failure::LoginNotOffered;
    QTest::newRow("a password in the open")
        << Method::Plain1 << false << QByteArrayList{"PLAIN"} << QByteArrayList{}
        << Failure::PlaintextPasswordNotAllowed;
    QTest::newRow("asked on and on")
        << Method::Login << true << QByteArrayList{"LOGIN"}
        << QByteArrayList{"AUTH LOGIN",   "334 VXNlcm5hbWU6", "aWQ=", "334 UGFzc3dvcmQ6",
                          "d29yZC1wYXNz", "334 UGFzc3dvcmQ6", "*",    "501 given up"}
        << Failure::BadChallenge;
}

void LoginExchangeTest::logins()
{
    QFETCH(Method, method);
    QFETCH(bool, encrypted);
    QFETCH(QByteArrayList, offered);
    QFETCH(QByteArrayList, dialogue);
    QFETCH(Failure, failure);
    OnePart part(settings(method, encrypted), offering(offered), encrypted);
    int loggedIn = 0;
    smtp::LoginExchange login(part, &client, [&] { ++loggedIn; });
    login.start();
    for (qsizetype i = 0; i < dialogue.size(); i += 2) {
        QCOMPARE(part.sent(), dialogue.sliced(i, 1));
        part.say(dialogue[i + 1]);
    }
    QCOMPARE(part.sent(), QByteArrayList());
    QCOMPARE(loggedIn, failure == Failure::None ? 1 : 0);
    QCOMPARE(part.facts().loggedIn, loggedIn == 1);
    QCOMPARE(static_cast<int>(part.facts().failure), static_cast<int>(failure));
}

void LoginExchangeTest::nobodyToLogIn()
{
    for (const bool check : {false, true}) {
        smtp::SessionSettings none = settings(check ? Method::Plain1 : Method::None);
        none.credentials.reset();
        OnePart part(none, {}, true);
        int loggedIn = 0;
        smtp::LoginExchange login(part, {}, [&] { ++loggedIn; });
        login.start();
        QCOMPARE(part.sent(), QByteArrayList());
        QCOMPARE(loggedIn, 1);
        QVERIFY(!part.facts().loggedIn);
        QCOMPARE(part.facts().notes.contains(core::Note::LoginSkippedNoPassword), check);
    }
}

/// No answer to the giving up makes another cause of it, until another exchange begins.
void LoginExchangeTest::whyItWasGivenUp()
{
    OnePart part(settings(Method::CramMd5), offering({"CRAM-MD5", "PLAIN"}), true);
    smtp::LoginExchange login(part, &client, [] {});
    login.start();
    QCOMPARE(part.sent(), QByteArrayList{"AUTH CRAM-MD5"});
    QVERIFY(!login.givenUp());
    part.say("334 no base64!");
    QCOMPARE(part.sent(), QByteArrayList{"*"});
    QCOMPARE(static_cast<int>(login.givenUp()->failure), static_cast<int>(Failure::BadChallenge));
    part.say("501 given up");
    QCOMPARE(part.sent().size(), 1);
    QVERIFY(!login.givenUp());
}

void LoginExchangeTest::whatIsSecret()
{
    for (const auto &[method, secret] :
         {std::pair(Method::ScramSha256, true), std::pair(Method::OAuthBearer, true),
          std::pair(Method::CramMd5, false)}) {
        OnePart part(settings(method), {}, true);
        part.facts().method = method;
        const smtp::LoginExchange login(part, {}, [] {});
        QCOMPARE(login.isSecret("334 cj1hYmM="), secret);
        QVERIFY(!login.isSecret("334 "));
        QVERIFY(!login.isSecret("535 no"));
    }
}

PROSERPINA_TEST(LoginExchangeTest)

#include "tst_loginexchange.moc"
