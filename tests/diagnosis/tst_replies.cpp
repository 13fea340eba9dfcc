// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/explanation.h"
#include "replycorpus.h"
#include "testmain.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using diagnosis::CauseClass;

/// Real replies (replies.tsv): how many are understood, and that what does not matter in a text
/// does not change what is understood. No row of the half that is only counted is ever printed.
class RepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpusIsWhole();
    void knownRepliesAreWhole();
    void understands_data();
    void understands();
    void staysTheSame_data();
    void staysTheSame();
};

namespace
{

const QList<CorpusRow> &rows()
{
    static const QList<CorpusRow> all =
        corpus(u"" PROSERPINA_SOURCE "/tests/diagnosis/replies.tsv"_s);
    return all;
}

CauseClass verdictOf(const CorpusRow &row)
{
    return row.reading().cause;
}

QString withoutCodes(QString text)
{
    static const QRegularExpression code(u"(^|\\n)\\s*[1-5]\\d\\d[ -]?"_s);
    return text.replace(code, u"\\1"_s);
}

QString withoutEnhanced(QString text)
{
    static const QRegularExpression code(u"\\(?#?\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b\\)?"_s);
    return text.replace(code, QString());
}

QString withOtherNames(QString text)
{
    static const QRegularExpression address(u"[\\w.+-]+@[\\w.-]+\\w"_s);
    static const QRegularExpression ip(u"\\b\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\b"_s);
    static const QRegularExpression id(u"\\b(?=[a-z0-9]*\\d[a-z]+\\d)[a-z0-9]{12,}\\b"_s);
    static const QRegularExpression host(
        u"\\b(mail|mx|mx1|smtp|host)\\.example\\.(com|org|net)\\b"_s);
    text.replace(address, u"someone.else@other-place.example"_s);
    text.replace(ip, u"203.0.113.77"_s);
    text.replace(id, u"0q9w8e7r6t5y4"_s);
    return text.replace(host, u"relay7.elsewhere.example"_s);
}

CauseClass changed(const CorpusRow &row, const std::function<QString(const QString &)> &change)
{
    return diagnosis::explained({change(row.text), core::stageOfWord(row.stageWord), {}})
        .reading.cause;
}

CauseClass inLogLine(const CorpusRow &row)
{
    static const QHash<QString, QString> commands{
        {u"ehlo"_s, u"EHLO"_s},    {u"starttls"_s, u"STARTTLS"_s}, {u"mail"_s, u"MAIL FROM"_s},
        {u"rcpt"_s, u"RCPT TO"_s}, {u"data"_s, u"DATA"_s},         {u"dot"_s, u"end of DATA"_s},
    };
    QString line = row.text;
    line.replace(u'\n', u' ');
    QString log = u"Nov 28 08:00:01 mail postfix/smtp[4711]: 4FBz9v1kQz: to=<x@y.example>, "
                  "relay=mx.y.example[192.0.2.9]:25, delay=0.9, status=bounced (host "
                  "mx.y.example[192.0.2.9] said: "_s +
                  line;
    if (commands.contains(row.stageWord)) {
        log += u" (in reply to "_s + commands[row.stageWord] + u" command)"_s;
    }
    diagnosis::Told told{log + u')', {}, {}};
    if (!commands.contains(row.stageWord)) {
        told.stage = core::stageOfWord(row.stageWord);
    }
    return diagnosis::explained(told).reading.cause;
}

} // namespace

void RepliesTest::corpusIsWhole()
{
    QVERIFY(rows().size() >= 600);
    QHash<QString, int> halves;
    QHash<QString, QString> halfOfSource;
    QSet<QString> classes;
    for (const CorpusRow &row : rows()) {
        ++halves[row.half];
        const QString name = row.cause;
        QVERIFY2(diagnosis::causeClassNamed(QLatin1StringView(name.toLatin1())), qPrintable(name));
        for (const QString &also : row.alsoRight) {
            QVERIFY2(diagnosis::causeClassNamed(QLatin1StringView(also.toLatin1())),
                     qPrintable(also));
        }
        QVERIFY2(core::stageOfWord(row.stageWord), qPrintable(row.stageWord));
        classes.insert(name);
        QString &half = halfOfSource[row.source];
        QVERIFY2(half.isEmpty() || half == row.half, qPrintable(row.source));
        half = row.half;
    }
    QCOMPARE(halves.size(), 2);
    QVERIFY(halves[u"count"_s] >= 300);
    for (int number = 0; number <= int(CauseClass::Unknown); ++number) {
        const QString name = diagnosis::causeClassName(CauseClass(number));
        QVERIFY2(classes.contains(name), qPrintable(name));
    }
}

/// What the build learns from beside the corpus; it has no text of the rows that are only counted.
void RepliesTest::knownRepliesAreWhole()
{
    QFile file(u"" PROSERPINA_SOURCE "/resources/replies/known.tsv"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSet<QString> counted;
    for (const CorpusRow &row : rows()) {
        if (row.half == "count"_L1) {
            counted.insert(row.text);
        }
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.constFirst(), u"stage\tcause\treply"_s);
    for (const QString &line : lines.sliced(1)) {
        QStringList row = line.split(u'\t');
        QVERIFY2(row.size() == 3 && core::stageOfWord(row[0]) &&
                     diagnosis::causeClassNamed(QLatin1StringView(row[1].toLatin1())),
                 qPrintable(line));
        QVERIFY(!counted.contains(row[2].replace("\\n"_L1, "\n"_L1)));
    }
}

void RepliesTest::understands_data()
{
    QTest::addColumn<QString>("half");
    QTest::addColumn<double>("right");
    QTest::addColumn<double>("wrong");
    // What has been reached; it may only get better.
    QTest::newRow("what rules were made from") << u"learn"_s << 98.0 << 1.0;
    QTest::newRow("what nobody looked at") << u"count"_s << 95.0 << 1.5;
}

void RepliesTest::understands()
{
    QFETCH(QString, half);
    QFETCH(double, right);
    QFETCH(double, wrong);
    int sure = 0;
    int isRight = 0;
    int isWrong = 0;
    for (const CorpusRow &row : rows()) {
        if (row.half == half && row.isSure) {
            const CauseClass verdict = verdictOf(row);
            ++sure;
            isRight += row.fits(verdict) ? 1 : 0;
            isWrong += !row.fits(verdict) && verdict != CauseClass::Unknown ? 1 : 0;
        }
    }
    QVERIFY(sure > 0);
    QVERIFY2(100.0 * isRight / sure >= right, qPrintable(QString::number(100.0 * isRight / sure)));
    QVERIFY2(100.0 * isWrong / sure <= wrong, qPrintable(QString::number(100.0 * isWrong / sure)));
}

void RepliesTest::staysTheSame_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<double>("most");
    QTest::addColumn<double>("mostWrong");
    QTest::newRow("without the three-digit code") << 0 << 1.2 << 0.2;
    QTest::newRow("without the enhanced code") << 1 << 1.0 << 0.2;
    QTest::newRow("other hosts, addresses and ids") << 2 << 0.2 << 0.2;
    QTest::newRow("in capitals") << 3 << 1.0 << 0.4;
    QTest::newRow("in another program's log line") << 4 << 1.0 << 0.5;
    // What says the reason may be cut off, and what is left may name another.
    QTest::newRow("cut after 80 letters") << 5 << 3.6 << 2.0;
}

/// The verdict stays or becomes unknown. It seldom becomes another specific one, and hardly ever
/// one that is not right for the row either.
void RepliesTest::staysTheSame()
{
    QFETCH(int, change);
    QFETCH(double, most);
    QFETCH(double, mostWrong);
    const std::function<CauseClass(const CorpusRow &)> ways[] = {
        [](const CorpusRow &row) { return changed(row, withoutCodes); },
        [](const CorpusRow &row) { return changed(row, withoutEnhanced); },
        [](const CorpusRow &row) { return changed(row, withOtherNames); },
        [](const CorpusRow &row) {
            return changed(row, [](const QString &text) { return text.toUpper(); });
        },
        inLogLine,
        [](const CorpusRow &row) {
            return changed(row, [](const QString &text) { return text.left(80); });
        },
    };
    int others = 0;
    int wrong = 0;
    for (const CorpusRow &row : rows()) {
        const CauseClass before = verdictOf(row);
        const CauseClass after = ways[change](row);
        if (after != before && after != CauseClass::Unknown) {
            ++others;
            wrong += row.fits(after) ? 0 : 1;
            if (row.half == "learn"_L1) {
                qInfo("%s -> %s: %s", diagnosis::causeClassName(before).data(),
                      diagnosis::causeClassName(after).data(), qPrintable(row.text.left(300)));
            }
        }
    }
    const auto share = [](int changed) {
        return 100.0 * changed / static_cast<double>(rows().size());
    };
    QVERIFY2(share(others) <= most, qPrintable(u"%1 of %2 rows"_s.arg(others).arg(rows().size())));
    QVERIFY2(share(wrong) <= mostWrong,
             qPrintable(u"%1 of %2 rows are wrong"_s.arg(wrong).arg(rows().size())));
}

PROSERPINA_TEST(RepliesTest)
#include "tst_replies.moc"
