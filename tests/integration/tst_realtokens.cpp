// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "realservers.h"
#include "testmain.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr const char *methods[] = {"oauthbearer", "xoauth2"};

/// A token expires this many seconds from now.
QJsonObject claimsFor(const QString &address, qint64 seconds)
{
    return {{u"sub"_s, address}, {u"exp"_s, QDateTime::currentSecsSinceEpoch() + seconds}};
}

/// The token, its secret part alone, or the base64 of it as it crosses the wire, wherever in a
/// group of three octets it may begin there.
bool holdsTheToken(const CliRun &run, const QByteArray &token)
{
    const QByteArray shown = run.out + run.error;
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray encoded = (QByteArray(before, ' ') + token).toBase64();
        if (shown.contains(encoded.mid(4, encoded.size() - 8))) {
            return true;
        }
    }
    return shown.contains(token) || shown.contains(token.mid(token.lastIndexOf('.') + 1));
}

} // namespace

/// Access tokens (RFC 7628, and Google's older form) against Dovecot's own checking of them, behind
/// Dovecot's submission server and behind Postfix.
class RealTokensTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void bestByItself();
    void notOverPlainLink();

private:
    [[nodiscard]] CliRun run(const QString &command, const QStringList &options,
                             const QByteArray &token) const;

    RealServers m_servers;
    const QString m_user = RealServers::users()[0].name;
    const QString m_address = RealServers::addressOf(m_user);
};

void RealTokensTest::initTestCase()
{
    QVERIFY2(m_servers.start(), m_servers.error().constData());
}

CliRun RealTokensTest::run(const QString &command, const QStringList &options,
                           const QByteArray &token) const
{
    CliInput input;
    input.environment.insert(u"REAL_TOKEN"_s, QString::fromLatin1(token));
    return runCli(QStringList{command, u"--json"_s, u"--host"_s, u"localhost"_s, u"--ca-file"_s,
                              m_servers.caFile(), u"--id"_s, m_address, u"--token-env"_s,
                              u"REAL_TOKEN"_s} +
                      options,
                  input);
}

void RealTokensTest::accepted_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("padding");
    for (const auto &port : RealServers::loginPorts) {
        for (const char *method : methods) {
            const auto row = [&](const char *size, int padding) {
                QTest::addRow("%s, %s, %s token", port.name, method, size)
                    << QString::fromLatin1(port.key) << QString::fromLatin1(port.security)
                    << QString::fromLatin1(method) << padding;
            };
            row("short", 0);
            row("long", 1500); // too long for the AUTH line: after a 334
        }
    }
}

void RealTokensTest::accepted()
{
    QFETCH(QString, key);
    QFETCH(QString, security);
    QFETCH(QString, method);
    QFETCH(int, padding);
    QJsonObject claims = claimsFor(m_address, 600);
    claims.insert(u"scope"_s, QString(padding, u'x'));
    const QByteArray token = m_servers.token(claims);
    const CliRun sent =
        run(u"test"_s,
            {u"--port"_s, QString::number(m_servers.port(key)), u"--security"_s, security,
             u"--auth"_s, method, u"--from"_s, m_address, u"--subject"_s, method},
            token);
    QVERIFY2(sent.exitCode == 0, sent.out + sent.error);
    QCOMPARE(sent.json()[u"method"_s].toString(), method);
    QCOMPARE(sent.json()[u"attempts"_s].toArray().size(), 1);
    QCOMPARE(sent.json()[u"loggedIn"_s].toBool(), true);
    QVERIFY(!holdsTheToken(sent, token));
    QVERIFY(m_servers.takeMail(m_user).contains("\nSubject: " + method.toLatin1() + "\n"));
}

void RealTokensTest::refused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("token");
    const struct
    {
        const char *name;
        QByteArray token;
    } tokens[] = {
        {"expired", m_servers.token(claimsFor(m_address, -600))},
        {"signed by another", jsonWebToken(claimsFor(m_address, 600), newTokenKey())},
        {"of another user", m_servers.token(claimsFor(u"long@example.test"_s, 600))},
        {"no such thing", "ya29.no-such-token"},
    };
    for (const auto &port : RealServers::loginPorts) {
        for (const char *method : methods) {
            for (const auto &token : tokens) {
                if (&port != &RealServers::loginPorts[2] && &token != &tokens[0]) {
                    continue; // half a second each, in Dovecot's code
                }
                QTest::addRow("B66 %s, %s, %s", port.name, method, token.name)
                    << QString::fromLatin1(port.key) << QString::fromLatin1(port.security)
                    << QString::fromLatin1(method) << token.token;
            }
        }
    }
}

void RealTokensTest::refused()
{
    QFETCH(QString, key);
    QFETCH(QString, security);
    QFETCH(QString, method);
    QFETCH(QByteArray, token);
    const CliRun checked = run(u"check"_s,
                               {u"--port"_s, QString::number(m_servers.port(key)), u"--security"_s,
                                security, u"--auth"_s, method},
                               token);
    const QJsonObject json = checked.json();
    QVERIFY2(checked.exitCode == 77, checked.out + checked.error);
    QCOMPARE(json[u"causeId"_s].toString(), u"token-refused"_s);
    QCOMPARE(json[u"stage"_s].toString(), u"AUTH"_s);
    QCOMPARE(json[u"outcome"_s].toString(), u"refused"_s);
    QCOMPARE(json[u"attempts"_s].toArray().size(), 1);
    QVERIFY2(json[u"detail"_s].toString().contains(u"status: "_s), checked.out);
    QVERIFY2(json[u"cause"_s].toString().contains(json[u"detail"_s].toString()), checked.out);
    QVERIFY(!holdsTheToken(checked, token));
    qInfo().noquote() << json[u"detail"_s].toString();
}

/// Both servers offer both mechanisms.
void RealTokensTest::bestByItself()
{
    const QByteArray token = m_servers.token(claimsFor(m_address, 600));
    for (const auto &port : RealServers::loginPorts) {
        const CliRun checked =
            run(u"check"_s,
                {u"--port"_s, QString::number(m_servers.port(QString::fromLatin1(port.key))),
                 u"--security"_s, QString::fromLatin1(port.security)},
                token);
        QVERIFY2(checked.exitCode == 0, checked.out + checked.error);
        QCOMPARE(checked.json()[u"method"_s].toString(), u"oauthbearer"_s);
        QVERIFY(!holdsTheToken(checked, token));
    }
}

void RealTokensTest::notOverPlainLink()
{
    const QByteArray token = m_servers.token(claimsFor(m_address, 600));
    for (const char *method : methods) {
        const CliRun refused =
            run(u"check"_s,
                {u"--port"_s, QString::number(m_servers.port(u"POSTFIX_PLAINAUTH"_s)),
                 u"--security"_s, u"none"_s, u"--auth"_s, QString::fromLatin1(method)},
                token);
        QCOMPARE(refused.exitCode, 77);
        QCOMPARE(refused.json()[u"causeId"_s].toString(), u"plaintext-password-not-allowed"_s);
        QVERIFY(!refused.out.contains("\"AUTH "));
        QVERIFY(!holdsTheToken(refused, token));
    }
}

PROSERPINA_TEST(RealTokensTest)

#include "tst_realtokens.moc"
