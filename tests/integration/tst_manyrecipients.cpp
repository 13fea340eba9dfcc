// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "realservers.h"
#include "testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// B74 with a real Postfix, which takes five recipients a mail here.
class ManyRecipientsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalTransactions();
};

void ManyRecipientsTest::severalTransactions()
{
    RealServers servers;
    QVERIFY2(servers.start(), servers.error().constData());
    const RealServers::User &who = RealServers::users()[0];
    QStringList to;
    for (qsizetype i = 0; i < 12; ++i) {
        QString name = who.name; // the addresses differ in their case only
        for (qsizetype letter = 0; letter < name.size(); ++letter) {
            if (((i >> letter) & 1) != 0) {
                name[letter] = name[letter].toUpper();
            }
        }
        to += QStringList{u"--to"_s, RealServers::addressOf(name)};
    }
    CliInput input;
    input.environment.insert(u"REAL_PASSWORD"_s, QString::fromUtf8(who.password));
    const CliRun run =
        runCli(QStringList{u"test"_s, u"--json"_s, u"--from"_s, RealServers::addressOf(who.name),
                           u"--host"_s, u"localhost"_s, u"--port"_s,
                           QString::number(servers.port(u"POSTFIX_SMTPS"_s)), u"--security"_s,
                           u"smtps"_s, u"--ca-file"_s, servers.caFile(), u"--id"_s, who.name,
                           u"--password-env"_s, u"REAL_PASSWORD"_s} +
                   to,
               input);
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QCOMPARE(run.json()[u"recipients"_s].toArray().size(), 12);
    qsizetype mails = 0;
    for (const QJsonValue line : run.json()[u"transcript"_s].toArray()) {
        mails += line[u"text"_s].toString().startsWith(u"354 "_s) ? 1 : 0;
    }
    QCOMPARE(mails, 3);
    QVERIFY(!servers.takeMail(who.name).isEmpty());
}

PROSERPINA_TEST(ManyRecipientsTest)

#include "tst_manyrecipients.moc"
