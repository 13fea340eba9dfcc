// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"
#include "diagnosis/explanation.h"
#include "testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Stage;
using diagnosis::CauseClass;
using diagnosis::explained;
using diagnosis::Explanation;

/// What another program was told.
class ExplanationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheRow_data();
    void namesTheRow();
    void claimsNothingOfOurs();
    void findsReplyAndStage_data();
    void findsReplyAndStage();
    void hidesCredentials_data();
    void hidesCredentials();
    void saysWhetherItIsForNow();
    void knowsStageWords();
    void readsOtherProgramsLogs();
    void takesAnyText_data();
    void takesAnyText();
};

void ExplanationTest::namesTheRow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("id");
    for (const ToldCase &told : toldCases()) {
        QTest::addRow("%s", told.text)
            << QString::fromUtf8(told.text) << QString::fromUtf8(told.stage) << told.id;
    }
}

void ExplanationTest::namesTheRow()
{
    QFETCH(QString, text);
    QFETCH(QString, stage);
    QFETCH(QString, id);
    const Explanation explanation = explained({text, core::stageOfWord(stage)});
    QCOMPARE(explanation.judgement.id, id);
    QVERIFY(explanation.judgement.remedies.isEmpty());
}

/// Whatever the text, no sentence speaks of settings and attempts that are not there.
void ExplanationTest::claimsNothingOfOurs()
{
    for (const std::span<const diagnosis::CauseRow> part : diagnosis::causeTable()) {
        for (const diagnosis::CauseRow &row : part) {
            const Explanation explanation =
                explained({u"550 5.0.0 "_s + diagnosis::causeClassTitle(row.verdict.causeClass)});
            for (const QString &text :
                 {explanation.judgement.sentence, explanation.judgement.advice}) {
                for (const QLatin1StringView ours :
                     {"was sent"_L1, "was chosen"_L1, "was not sent"_L1, "SCRAM-SHA-256)"_L1,
                      "[127.0.0.1]"_L1, "not said"_L1, " ."_L1, "{"_L1}) {
                    QVERIFY2(!text.contains(ours), qPrintable(text));
                }
            }
        }
    }
}

void ExplanationTest::findsReplyAndStage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reply");
    QTest::addColumn<int>("stage");
    QTest::newRow("Postfix's log")
        << u"Nov 28 08:00:01 mail postfix/smtp[123]: 4ABC: to=<x@example.com>, "
           "relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host "
           "mx.example.com[192.0.2.1] said: 550 5.1.1 <x@example.com>: User unknown (in reply to "
           "RCPT TO command))"_s
        << u"550 5.1.1 <x@example.com>: User unknown"_s << int(Stage::Rcpt);
    QTest::newRow("Python's exception")
        << u"Traceback (most recent call last):\n  File \"send.py\", line 550, in login\n"
           "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Error: authentication failed')"_s
        << u"535 5.7.8 Error: authentication failed"_s << int(Stage::Auth);
    QTest::newRow("a transcript")
        << u"C: EHLO pc.example.org\nS: 250 mail.example.com\nC: MAIL FROM:<a@example.org>\n"
           "S: 250 2.1.0 Ok\nC: RCPT TO:<x@example.com>\nS: 554 5.7.1 Relay access denied"_s
        << u"554 5.7.1 Relay access denied"_s << int(Stage::Rcpt);
    QTest::newRow("several lines") << u"<** 550-5.7.1 first\n<** 550 5.7.1 second"_s
                                   << u"550-5.7.1 first\n550 5.7.1 second"_s << -1;
    QTest::newRow("ports and times are no codes")
        << u"smtp.example.com:587 line 535 at 08:00:550"_s << QString() << -1;
    QTest::newRow("POP3") << u"-ERR [AUTH] bad password"_s << u"-ERR [AUTH] bad password"_s
                          << int(Stage::PopLogin);
}

void ExplanationTest::findsReplyAndStage()
{
    QFETCH(QString, text);
    QFETCH(QString, reply);
    QFETCH(int, stage);
    const Explanation explanation = explained({text});
    QCOMPARE(explanation.reply, reply.isEmpty() ? text : reply);
    QCOMPARE(explanation.stage ? int(*explanation.stage) : -1, stage);
}

void ExplanationTest::hidesCredentials_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const QString coded = u"AHVzZXJAZXhhbXBsZS5jb20AZXhhbXBsZS1wYXNzd29yZA=="_s;
    QTest::newRow("AUTH PLAIN") << u"C: AUTH PLAIN "_s + coded << coded;
    QTest::newRow("AUTH LOGIN, step by step")
        << u"-> AUTH LOGIN\n<- 334 VXNlcm5hbWU6\n-> dXNlckBleGFtcGxlLmNvbQ==\n<- 334 "
           "UGFzc3dvcmQ6\n-> ZXhhbXBsZS1wYXNzd29yZA==\n<- 535 5.7.8 Error"_s
        << u"ZXhhbXBsZS1wYXNzd29yZA=="_s;
    QTest::newRow("a line of its own") << u"334 UGFzc3dvcmQ6\n"_s + coded << coded;
    QTest::newRow("POP3") << u"PASS example-password"_s << u"example-password"_s;
    QTest::newRow("an object") << u"auth: { user: 'a', pass: 'example-password' }"_s
                               << u"example-password"_s;
    QTest::newRow("JSON") << u"{\"password\":\"example-password\"}"_s << u"example-password"_s;
    QTest::newRow("a token") << u"Authorization: Bearer ya29.example-token"_s
                             << u"ya29.example-token"_s;
    QTest::newRow("XOAUTH2") << u"AUTH XOAUTH2 dXNlcj1hQGV4YW1wbGUuY29tAWF1dGg9QmVhcmVyIHgBAQ=="_s
                             << u"dXNlcj1hQGV4YW1wbGUuY29tAWF1dGg9QmVhcmVyIHgBAQ=="_s;
}

void ExplanationTest::hidesCredentials()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const Explanation explanation = explained({text});
    QVERIFY2(!explanation.shown.contains(secret), qPrintable(explanation.shown));
    QVERIFY2(!explanation.reply.contains(secret), qPrintable(explanation.reply));
    QVERIFY2(!explanation.judgement.sentence.contains(secret),
             qPrintable(explanation.judgement.sentence));
    QVERIFY(explanation.shown.contains(u'●'));
}

void ExplanationTest::saysWhetherItIsForNow()
{
    using diagnosis::Again;
    const auto judgement = [](const QString &text) { return explained({text}).judgement; };
    const auto forNow = judgement(u"450 4.1.1 <x@example.com>: User unknown"_s);
    QCOMPARE(forNow.again, Again::Later);
    QVERIFY2(forNow.sentence.contains("temporary"_L1), qPrintable(forNow.sentence));
    const auto forGood = judgement(u"550 5.7.0 Too many messages this hour"_s);
    QVERIFY2(forGood.sentence.contains("permanent"_L1), qPrintable(forGood.sentence));
    const auto plain = judgement(u"550 5.1.1 <x@example.com>: User unknown"_s);
    QVERIFY2(!plain.sentence.contains("temporary"_L1), qPrintable(plain.sentence));
}

void ExplanationTest::knowsStageWords()
{
    for (const QString &word : diagnosis::stageWords()) {
        QVERIFY2(core::stageOfWord(word), qPrintable(word));
    }
    QCOMPARE(core::stageOfWord(u"dot"_s), Stage::Body);
    QCOMPARE(core::stageOfWord(u"RCPT"_s), Stage::Rcpt);
    QVERIFY(!core::stageOfWord(u"nowhere"_s));
}

/// Lines of other programs' logs: mostly understood, seldom wrongly, and no login comes out.
void ExplanationTest::readsOtherProgramsLogs()
{
    QFile file(u"" PROSERPINA_SOURCE "/tests/diagnosis/excerpts.tsv"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    lines.removeFirst();
    int right = 0;
    int wrong = 0;
    for (const QByteArray &line : lines) {
        const QStringList cells = QString::fromUtf8(line).split(u'\t');
        QCOMPARE(cells.size(), 6);
        QString text = cells[1];
        text.replace("\\n"_L1, "\n"_L1);
        const Explanation explanation = explained({text});
        const QString verdict = explanation.judgement.causeClass;
        const bool isRight = verdict == cells[3] || cells[4].split(u',').contains(verdict);
        right += isRight ? 1 : 0;
        wrong += !isRight && verdict != "unknown"_L1 ? 1 : 0;
        for (const QLatin1StringView secret :
             {"AHVzZXJA"_L1, "ZXhhbXBsZS1w"_L1, "dXNlcj1"_L1, "dXNlckBl"_L1, "dXNlci9l"_L1}) {
            QVERIFY2(!explanation.shown.contains(secret), qPrintable(cells[5]));
            QVERIFY2(!explanation.reply.contains(secret), qPrintable(cells[5]));
        }
        if (!isRight) {
            qInfo("%s: %s -> %s", qPrintable(cells[0]), qPrintable(cells[3]), qPrintable(verdict));
        }
    }
    QVERIFY(lines.size() >= 40);
    QVERIFY2(100 * right >= 88 * lines.size(), qPrintable(QString::number(right)));
    QVERIFY2(100 * wrong <= 6 * lines.size(), qPrintable(QString::number(wrong)));
}

void ExplanationTest::takesAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \n\t "_s;
    QTest::newRow("a code") << u"550"_s;
    QTest::newRow("control characters") << u"550 \u001b[31m\u202e\u0000x"_s;
    QTest::newRow("half a surrogate") << QString(QChar(0xd800)) + u"550 5.1.1 x"_s;
    QTest::newRow("a long word") << QString(300'000, u'a');
    QTest::newRow("many lines") << u"550 5.1.1 x\n"_s.repeated(20'000);
    QTest::newRow("many brackets") << u"(((<[{"_s.repeated(20'000);
    QTest::newRow("dots") << u"1.1.1."_s.repeated(20'000);
}

void ExplanationTest::takesAnyText()
{
    QFETCH(QString, text);
    const Explanation explanation = explained({text});
    QVERIFY(!explanation.judgement.sentence.isEmpty());
    QVERIFY2(explanation.judgement.sentence.size() < 400,
             qPrintable(explanation.judgement.sentence));
}

PROSERPINA_TEST(ExplanationTest)
#include "tst_explanation.moc"
