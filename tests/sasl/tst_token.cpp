// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/clients.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Method;

namespace
{

const QByteArray token = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==";

std::shared_ptr<core::SaslClient> client(Method method, const QString &id = u"user@example.com"_s,
                                         const QByteArray &secret = token)
{
    const auto made = sasl::makeClient(method, {id, core::Secret(secret)});
    return made ? *made : nullptr;
}

} // namespace

/// Access tokens and certificates in the password's place.
class TokenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messages_data();
    void messages();
    void tooLongForTheLine();
    void refusals_data();
    void refusals();
    void whatIsNoToken_data();
    void whatIsNoToken();
    void external();
};

void TokenTest::messages_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("OAUTHBEARER, RFC 7628 4.1 without host and port, which Bearer does not need")
        << Method::OAuthBearer << u"user@example.com"_s << token
        << QByteArray("n,a=user@example.com,\x01"
                      "auth=Bearer vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==\x01\x01");
    QTest::newRow("OAUTHBEARER, a comma and an equals sign in the ID, RFC 5801 4")
        << Method::OAuthBearer << u"a,b=c"_s << QByteArray("t")
        << QByteArray("n,a=a=2Cb=3Dc,\x01"
                      "auth=Bearer t\x01\x01");
    QTest::newRow("XOAUTH2, the example of its inventor")
        << Method::XOauth2 << u"someuser@example.com"_s
        << QByteArray("ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg")
        << QByteArray::fromBase64("dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRm"
                                  "dDRxbVRjMk52YjNSbGNr"
                                  "QmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==");
}

void TokenTest::messages()
{
    QFETCH(Method, method);
    QFETCH(QString, id);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, message);
    const auto made = client(method, id, secret);
    QVERIFY(made);
    QCOMPARE(*made->initialResponse(), message);
}

/// Real tokens are: then an empty challenge asks for the message (RFC 4954 4).
void TokenTest::tooLongForTheLine()
{
    for (const Method method : {Method::OAuthBearer, Method::XOauth2}) {
        const auto made = client(method, u"i"_s, QByteArray(2500, 't'));
        const QByteArray message = *made->initialResponse();
        QCOMPARE(*made->respond({}), message);
        QVERIFY(!made->respond(R"({"status":"401"})")->contains("ttt"));
    }
}

void TokenTest::refusals_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("reason");
    const QByteArray json =
        R"({"status":"400","schemes":"Bearer","scope":"https://mail.example/"})";
    const QString words = u"schemes: Bearer, scope: https://mail.example/, status: 400"_s;
    QTest::newRow("B66 XOAUTH2: an empty line") << Method::XOauth2 << json << QByteArray() << words;
    QTest::newRow("B66 OAUTHBEARER: AQ==")
        << Method::OAuthBearer << json << QByteArray("\x01") << words;
    QTest::newRow("B66 the reason repeats the token")
        << Method::XOauth2 << R"({"error":"bad )" + token + R"("})" << QByteArray()
        << u"error: bad ****"_s;
    QTest::newRow("B66 the reason repeats the token as \\u escapes")
        << Method::XOauth2
        << QByteArray(R"({"error":"bad \u0076F9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg=="})")
        << QByteArray() << u"error: bad ****"_s;
    QTest::newRow("B66 the reason repeats the token in base64")
        << Method::XOauth2 << R"({"error":"bad )" + token.toBase64() + R"("})" << QByteArray()
        << u"error: bad ****"_s;
    QTest::newRow("B66 the reason repeats the token in hexadecimal digits")
        << Method::XOauth2 << R"({"error":"bad )" + token.toHex() + R"("})" << QByteArray()
        << u"error: bad ****"_s;
    QTest::newRow("B66 the reason repeats the token in capital letters")
        << Method::XOauth2 << R"({"error":"bad )" + token.toUpper() + R"("})" << QByteArray()
        << u"error: bad ****"_s;
    QTest::newRow("B66 the reason repeats the token and has no room for all of it")
        << Method::XOauth2 << R"({"error":"bad )" + token.chopped(9) + R"("})" << QByteArray()
        << u"error: bad ****"_s;
    QTest::newRow("B66 no JSON") << Method::XOauth2 << QByteArray("nope") << QByteArray()
                                 << u"(no reason that can be read)"_s;
    QTest::newRow("B31 escape sequences in the reason")
        << Method::XOauth2 << QByteArray(R"({"e":"\u001b[2J"})") << QByteArray()
        << u"e: \u241b[2J"_s;
}

void TokenTest::refusals()
{
    QFETCH(Method, method);
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, answer);
    QFETCH(QString, reason);
    const auto made = client(method);
    QVERIFY(made->initialResponse().has_value());
    const auto response = made->respond(challenge);
    QVERIFY(response);
    QCOMPARE(*response, answer);
    QCOMPARE(made->serverReason().english(), reason);
    QVERIFY(!made->serverReason().english().contains(QString::fromLatin1(token)));
    QVERIFY(!made->respond(challenge)); // asked again: given up
}

void TokenTest::whatIsNoToken_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a line end behind it") << token + '\n';
    QTest::newRow("a space inside") << QByteArray("a b");
    QTest::newRow("the message's separator") << QByteArray("a\x01"
                                                           "b");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("8 bit") << QByteArray("t\xc3\xb6ken");
}

void TokenTest::whatIsNoToken()
{
    QFETCH(QByteArray, secret);
    for (const Method method : {Method::OAuthBearer, Method::XOauth2}) {
        const auto made = sasl::makeClient(method, {u"i"_s, core::Secret(secret)});
        QVERIFY(!made);
        QCOMPARE(made.error().failure, core::Failure::BadInput);
        QVERIFY(secret.size() < 3 ||
                !made.error().detail.english().contains(QString::fromUtf8(secret)));
    }
    QVERIFY(!client(Method::XOauth2, u"a\u0001b"_s)); // an ID that would part the message
}

void TokenTest::external()
{
    QCOMPARE(*client(Method::External, {}, {})->initialResponse(), QByteArray());
    const auto named = client(Method::External, u"taro"_s, {});
    QCOMPARE(*named->initialResponse(), QByteArray("taro"));
    QCOMPARE(*named->respond({}), QByteArray("taro")); // a server that takes none in the AUTH line
    QVERIFY(!named->respond({}));
}

PROSERPINA_TEST(TokenTest)

#include "tst_token.moc"
