// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/clients.h"
#include "sasl/server.h"
#include "testmain.h"

#include <QTest>

#include <stop_token>

using core::Method;
using sasl::Server;

namespace
{

core::Credentials credentials(const QString &id, const QByteArray &password)
{
    return {id, core::Secret(password)};
}

/// Lets client and server talk; true when both are content.
bool logsIn(Method method, const core::Credentials &given, const core::Credentials &known)
{
    const auto client = sasl::makeClient(method, given);
    const QLatin1StringView mechanism = core::mechanismOf(method);
    const auto server = sasl::makeServer(
        QByteArray(mechanism.data(), mechanism.size()),
        [&](const QByteArray &id) -> std::optional<core::Secret> {
            return id == known.userId.toUtf8() ? std::optional(known.password) : std::nullopt;
        },
        "<1.2@practice.test>");
    if (!client || !server) {
        return false;
    }
    std::optional<QByteArray> response = (*client)->initialResponse();
    for (int i = 0; i < 6; ++i) {
        const Server::Step step = server->onResponse(response);
        if (step.verdict != Server::Verdict::Challenge) {
            return step.verdict == Server::Verdict::Accepted && (*client)->mayFinish();
        }
        const core::Result<QByteArray> next = (*client)->respond(step.challenge);
        if (!next) {
            return false;
        }
        response = *next;
    }
    return false;
}

} // namespace

class SaslTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void plainMessage()
    {
        const auto client = sasl::makeClient(
            Method::Plain1, credentials(QStringLiteral("tim"), "tanstaaftanstaaf"));
        QCOMPARE(*(*client)->initialResponse(), QByteArray("\0tim\0tanstaaftanstaaf", 21));
    }
    void rightBytes_data();
    void rightBytes();
    void wrongPassword_data();
    void wrongPassword();
    void scramLongId();
    void scramStops();
    void scramRounds_data();
    void scramRounds();
    void nulIsRefused()
    {
        const auto client = sasl::makeClient(
            Method::Plain1, credentials(QStringLiteral("id"), QByteArray("a\0b", 3)));
        QVERIFY(!client);
        QCOMPARE(static_cast<int>(client.error().failure),
                 static_cast<int>(core::Failure::BadInput));
    }
};

namespace
{

constexpr Method methods[] = {Method::Plain1, Method::Plain2, Method::Login, Method::CramMd5,
                              Method::ScramSha256};

} // namespace

void SaslTest::vectors_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("response");
    QTest::addRow("B65 CRAM-MD5, RFC 2195 2")
        << QStringLiteral("tim") << QByteArray("tanstaaftanstaaf")
        << QByteArray("<1896.697170952@postoffice.reston.mci.net>")
        << QByteArray("tim b913a602c7eda7a495b4e6e7334d3890");
    QTest::addRow("B65 CRAM-MD5, a key over 64 octets, RFC 2202 2 test case 6")
        << QStringLiteral("id") << QByteArray(80, '\xaa')
        << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
        << QByteArray("id 6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd");
    QTest::addRow("B65 CRAM-MD5, an ID with a space")
        << QStringLiteral("tim b") << QByteArray("tanstaaftanstaaf")
        << QByteArray("<1896.697170952@postoffice.reston.mci.net>")
        << QByteArray("tim b b913a602c7eda7a495b4e6e7334d3890");
}

void SaslTest::vectors()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, response);
    const auto client = sasl::makeClient(Method::CramMd5, credentials(id, password));
    QCOMPARE(*(*client)->respond(challenge), response);
}

void SaslTest::scramLongId()
{
    // The first message does not fit the AUTH line: the server asks for it by an empty challenge.
    const auto client =
        sasl::makeClient(Method::ScramSha256, credentials(QString(400, u'i'), "word-pass"));
    const std::optional<QByteArray> first = (*client)->initialResponse();
    QVERIFY(first->size() > 400);
    QCOMPARE(*(*client)->respond({}), *first);
    const auto again = (*client)->respond({}); // and for ever, if it were up to the server
    QVERIFY(!again);
    QCOMPARE(again.error().failure, core::Failure::BadChallenge);
}

void SaslTest::scramStops()
{
    std::stop_source source;
    const auto client = sasl::makeClient(
        Method::ScramSha256, credentials(QStringLiteral("id"), "word-pass"), source.get_token());
    const QByteArray nonce = (*client)->initialResponse()->split('=').constLast();
    source.request_stop();
    const auto stopped = (*client)->respond("r=" + nonce + "x,s=c2FsdHNhbHQ=,i=1000000");
    QVERIFY(!stopped);
    QCOMPARE(static_cast<int>(stopped.error().failure), static_cast<int>(core::Failure::Cancelled));

    const auto other =
        sasl::makeClient(Method::ScramSha256, credentials(QStringLiteral("id"), "word-pass"));
    const QByteArray otherNonce = (*other)->initialResponse()->split('=').constLast();
    const auto tooMany = (*other)->respond("r=" + otherNonce + "x,s=c2FsdHNhbHQ=,i=1000001");
    QVERIFY(!tooMany);
    QCOMPARE(static_cast<int>(tooMany.error().failure),
             static_cast<int>(core::Failure::UnexpectedReply));
}

void SaslTest::scramRounds_data()
{
    QTest::addColumn<QByteArray>("rounds");
    QTest::addColumn<int>("failure");
    const int tooFew = static_cast<int>(core::Failure::TooFewRounds);
    for (const char *rounds : {"1", "2", "1000", "4095", "0001"}) {
        QTest::addRow("%s rounds are refused", rounds) << QByteArray(rounds) << tooFew;
    }
    for (const char *rounds : {"4096", "4097", "10000"}) {
        QTest::addRow("%s rounds are answered", rounds) << QByteArray(rounds) << 0;
    }
    QTest::newRow("none at all is no challenge")
        << QByteArray("0") << static_cast<int>(core::Failure::BadChallenge);
}

/// RFC 7677 4.
void SaslTest::scramRounds()
{
    QFETCH(QByteArray, rounds);
    const auto client =
        sasl::makeClient(Method::ScramSha256, credentials(QStringLiteral("id"), "word-pass"));
    const QByteArray nonce = (*client)->initialResponse()->split('=').constLast();
    const auto answer = (*client)->respond("r=" + nonce + "x,s=c2FsdHNhbHQ=,i=" + rounds);
    QTEST(answer ? 0 : static_cast<int>(answer.error().failure), "failure");
    QVERIFY(!answer || answer->contains(",p="));
}

void SaslTest::rightBytes_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("password");
    const auto rows = [](const char *name, const QString &id, const QByteArray &password) {
        for (const Method method : methods) {
            QTest::addRow("B64 %s, %s", name, core::wordOf(method).data())
                << static_cast<int>(method) << id << password;
        }
    };
    const QString id = QStringLiteral("taro@example.org");
    rows("simple", id, "word-pass");
    rows("quotes, backslash, spaces", id, R"( a"b'c\d e )");
    rows("half-width katakana", id, "ﾊﾟｽﾜｰﾄﾞ");
    rows("emoji", id, "pass📧word");
    rows("TAB and soft hyphen", id,
         "a\tb\xC2\xAD"
         "c");
    rows("200 long", id, QByteArray(200, 'x'));
    rows("300 long", id, QByteArray(300, 'y'));
    rows("an ID with comma and equals sign", QStringLiteral("a,b=c"), "word-pass");
}

void SaslTest::rightBytes()
{
    QFETCH(int, method);
    QFETCH(QString, id);
    QFETCH(QByteArray, password);
    QVERIFY(
        logsIn(static_cast<Method>(method), credentials(id, password), credentials(id, password)));
}

void SaslTest::wrongPassword_data()
{
    QTest::addColumn<int>("method");
    for (const Method method : methods) {
        QTest::addRow("%s", core::wordOf(method).data()) << static_cast<int>(method);
    }
}

void SaslTest::wrongPassword()
{
    QFETCH(int, method);
    const auto known = credentials(QStringLiteral("id"), "word-pass");
    QVERIFY(
        !logsIn(static_cast<Method>(method), credentials(QStringLiteral("id"), "other"), known));
    QVERIFY(!logsIn(static_cast<Method>(method), credentials(QStringLiteral("who"), "word-pass"),
                    known));
}

PROSERPINA_TEST(SaslTest)
#include "tst_sasl.moc"
