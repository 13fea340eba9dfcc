// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"
#include "testmain.h"
#include "violation.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Every input of corpus/ once, as ./dev fuzz starts from it: what was found stays found, and the
/// inputs stay in step with the code that reads them.
class FuzzCorpusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
    void getsThere_data();
    void getsThere();
};

namespace
{

using Target = QByteArray (*)(QByteArrayView);

const QList<std::pair<QString, Target>> targets{
    {u"reply"_s, &fuzz::runReply}, {u"smtp"_s, &fuzz::runSmtp}, {u"pop"_s, &fuzz::runPop}};

QString fileOf(const QString &name)
{
    return u"" PROSERPINA_SOURCE "/tests/fuzz/corpus/"_s + name;
}

} // namespace

void FuzzCorpusTest::holds_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<QString>("file");
    for (const auto &[name, target] : targets) {
        const QDir folder(fileOf(name));
        const QStringList files = folder.entryList(QDir::Files, QDir::Name);
        QVERIFY2(!files.isEmpty(), qPrintable(folder.path() + u" is empty"_s));
        for (const QString &file : files) {
            QTest::addRow("%s/%s", qPrintable(name), qPrintable(file))
                << target << folder.filePath(file);
        }
    }
}

void FuzzCorpusTest::holds()
{
    QFETCH(Target, target);
    QFETCH(QString, file);
    QFile input(file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    try {
        target(input.readAll());
    } catch (const fuzz::Violation &violation) {
        QFAIL(violation.what + "\n" + violation.script);
    }
}

void FuzzCorpusTest::getsThere_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("script");
    const auto row = [](const char *name, Target target, const char *file, const char *script) {
        QTest::newRow(name) << target << fileOf(QLatin1StringView(file)) << QByteArray(script);
    };
    // After a login that failed there is no MAIL, and without -ERR no QUIT but after one that
    // worked.
    row("SCRAM, a whole mail", &fuzz::runSmtp, "smtp/mail-smtps-scram",
        "BODY\nS! 250 queued\\r\\n");
    row("PLAIN1 after STARTTLS", &fuzz::runSmtp, "smtp/mail-starttls-login", "BODY\nS! 250 queued");
    row("CRAM-MD5", &fuzz::runSmtp, "smtp/login-cram-md5", "S! 235 2.7.0 welcome\\r\\n\nC: QUIT");
    row("the other spelling of SCRAM's password", &fuzz::runSmtp, "smtp/login-scram-two-spellings",
        "S! 535 no\\r\\n\nC: AUTH SCRAM-SHA-256 ");
    row("OAUTHBEARER", &fuzz::runSmtp, "smtp/login-oauthbearer",
        "S! 235 2.7.0 welcome\\r\\n\nC: QUIT");
    row("XOAUTH2's reason", &fuzz::runSmtp, "smtp/login-xoauth2-reason", "S! 535 5.7.8 no");
    row("EXTERNAL", &fuzz::runSmtp, "smtp/login-external", "C: AUTH EXTERNAL dXNlcg==");
    row("three refused logins", &fuzz::runSmtp, "smtp/login-next-method", "C: AUTH LOGIN");
    row("all or none", &fuzz::runSmtp, "smtp/mail-all-or-none-taken", "BODY\nS! 250 ok");
    row("none of all", &fuzz::runSmtp, "smtp/mail-all-or-none-refused", "C: RSET");
    row("the second of three copies", &fuzz::runSmtp, "smtp/mail-second-copy-refused",
        "S! 554 spam");
    row("notifications", &fuzz::runSmtp, "smtp/mail-notify", "NOTIFY=FAILURE");
    row("APOP", &fuzz::runPop, "pop/apop", "S! +OK in\\r\\n\nC: QUIT");
    row("USER and PASS", &fuzz::runPop, "pop/user", "S! +OK in\\r\\n\nC: QUIT");
}

/// The inputs' own honest servers are believed, so that libFuzzer starts from whole dialogues.
void FuzzCorpusTest::getsThere()
{
    QFETCH(Target, target);
    QFETCH(QString, file);
    QFETCH(QByteArray, script);
    QFile input(file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    const QByteArray played = target(input.readAll());
    QVERIFY2(played.contains(script), played);
}

PROSERPINA_TEST(FuzzCorpusTest)
#include "tst_fuzzcorpus.moc"
