// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/spoolwriter.h"

#include "spooled.h"
#include "testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using testmime::octetsOf;
using testmime::Spooled;

/// Where a header ends, whatever ends its lines: as it is meant, or refused. Never is a Bcc taken
/// for text.
class HeaderEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
    void refused_data();
    void refused();
    void everyMixture();
};

namespace
{

const QByteArray whole = "From: a@x.org\r\nSubject: hi\r\n\r\nText\r\nmore\r\n";

Spooled spool(const QByteArray &given, qsizetype piece)
{
    mime::SpoolWriter writer({"a@x.org", {"b@x.org"}});
    for (qsizetype at = 0; at < given.size(); at += piece) {
        writer.write(QByteArrayView(given).sliced(at, std::min(piece, given.size() - at)));
    }
    return writer.finish();
}

} // namespace

void HeaderEndTest::read_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("spooled");
    const QByteArray bcc = "From: a@x.org\r\nBcc: s@x.org\r\nSubject: hi\r\n\r\nText\r\nmore\r\n";
    for (const auto &[name, end] :
         {std::pair{"LF", "\n"}, std::pair{"CR LF", "\r\n"}, std::pair{"CR CR LF", "\r\r\n"},
          std::pair{"CR", "\r"}, std::pair{"CR CR CR LF", "\r\r\r\n"}}) {
        QTest::newRow(name) << QByteArray(whole).replace("\r\n", end) << whole;
        QTest::addRow("Bcc, %s", name) << QByteArray(bcc).replace("\r\n", end) << whole;
    }
    QTest::newRow("LF and CR LF are one kind")
        << QByteArray("From: a@x.org\nBcc: s@x.org\r\nSubject: hi\n\r\nText\nmore\r\n") << whole;
    QTest::newRow("CR CR LF in the header, the text with LF")
        << QByteArray("From: a@x.org\r\r\nBcc: s@x.org\r\r\nSubject: hi\r\r\n\r\r\nText\nmore\n")
        << whole;
    QTest::newRow("CR CR LF in the header, CR LF ends it")
        << QByteArray("From: a@x.org\r\r\nSubject: hi\r\r\n\r\nText\r\nmore\r\n") << whole;
    QTest::newRow("CR CR LF in the text alone")
        << QByteArray("From: a@x.org\r\nSubject: hi\r\n\r\nText\r\r\nmore\r\n") << whole;
    QTest::newRow("CR in the header, CR LF ends it and the text")
        << QByteArray("From: a@x.org\rBcc: s@x.org\rSubject: hi\r\r\nText\r\nmore\r\n") << whole;
    QTest::newRow("CR in the header and at its end, CR LF in the text")
        << QByteArray("From: a@x.org\rSubject: hi\r\rText\r\nmore\r\n") << whole;
    QTest::newRow("a field behind CR alone, else CR LF")
        << QByteArray("From: a@x.org\rSubject: hi\r\n\r\nText\r\nmore\r\n") << whole;
    QTest::newRow("Bcc behind CR alone, else CR LF")
        << QByteArray("From: a@x.org\rBcc: s@x.org\r\nSubject: hi\r\n\r\nText\r\nmore\r\n")
        << whole;
    QTest::newRow("Bcc with its colon on the next line")
        << QByteArray("From: a@x.org\r\nBcc\r\n : s@x.org\r\nSubject: hi\r\n\r\nText\r\nmore\r\n")
        << whole;
}

void HeaderEndTest::read()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, spooled);
    for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(3), given.size()}) {
        QCOMPARE(octetsOf(spool(given, piece)), spooled);
    }
}

void HeaderEndTest::refused_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("line");
    QTest::newRow("CR CR ends a header of CR LF")
        << QByteArray("From: a@x.org\r\nSubject: hi\r\rBcc: s@x.org\r\nTo: b@x.org\r\n\r\nText")
        << 3;
    QTest::newRow("CR CR ends a header of LF")
        << QByteArray("From: a@x.org\nSubject: hi\r\rText\n") << 3;
    QTest::newRow("CR CR in the first line of a file with LF")
        << QByteArray("Subject: a\r\rBcc: s@x.org\nTo: b@x.org\n\nText\n") << 3;
    QTest::newRow("LF CR ends it") << QByteArray("From: a@x.org\n\rBcc: s@x.org\n\nText\n") << 2;
    QTest::newRow("one CR CR LF among CR LF")
        << QByteArray("From: a@x.org\r\nSubject: hi\r\r\nBcc: s@x.org\r\n\r\nText\r\n") << 2;
    QTest::newRow("CR CR LF, then text at once")
        << QByteArray("Subject: hi\r\r\nDear all\r\r\n") << 2;
    QTest::newRow("CR, then no field")
        << QByteArray("From: a@x.org\r\nSubject: hi\rthere\r\n\r\nText\r\n") << 3;
    QTest::newRow("CR CR LF behind CR, then more header")
        << QByteArray("A: a\rB: b\r\r\nBcc: s@x.org\n\nText\n") << 5;
    QTest::newRow("CR CR LF in a folded Bcc")
        << QByteArray("A: a\rBcc: s@x.org,\r\r\n too@x.org\r\n") << 4;
    QTest::newRow("CR and CR CR LF") << QByteArray("A: a\rB: b\r\nC: c\r\r\nBcc: d\n\nText") << 3;
}

void HeaderEndTest::refused()
{
    QFETCH(QByteArray, given);
    QFETCH(int, line);
    for (const qsizetype piece : {qsizetype(1), given.size()}) {
        const Spooled result = spool(given, piece);
        QVERIFY2(!result.ok(), octetsOf(result).constData());
        QCOMPARE(result.error().failure, core::Failure::BadInput);
        QVERIFY2(result.error().detail.english().endsWith(u" line %1."_s.arg(line)),
                 qPrintable(result.error().detail.english()));
    }
}

/// Each of four line ends at each of seven places: the secret recipients are in none of them.
void HeaderEndTest::everyMixture()
{
    const QByteArrayList ends{"\n", "\r\n", "\r\r\n", "\r"};
    const QByteArrayList lines{
        "From: a@x.org", "To: b@x.org", "Bcc: secret@x.org,", " too@x.org", "X: y", "", "Text"};
    int read = 0;
    for (int mixture = 0; mixture < 1 << (2 * lines.size()); ++mixture) {
        QByteArray given;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            given += lines[i] + ends[(mixture >> (2 * i)) & 3];
        }
        const Spooled result = spool(given, given.size());
        if (result) {
            ++read;
            const QByteArray octets = octetsOf(result);
            QVERIFY2(!octets.contains("secret") && !octets.contains("too@"), octets.constData());
            // CR and LF behind it are one line end, wherever they came from.
            static const QRegularExpression merged(u"X: y\r+\nText"_s);
            if (!merged.match(QString::fromLatin1(given)).hasMatch()) {
                QCOMPARE(octets,
                         QByteArray("From: a@x.org\r\nTo: b@x.org\r\nX: y\r\n\r\nText\r\n"));
            }
        } else {
            QCOMPARE(result.error().failure, core::Failure::BadInput);
        }
    }
    qInfo("%d of %d read, the others refused", read, 1 << (2 * lines.size()));
    QVERIFY(read > 1000);
}

PROSERPINA_TEST(HeaderEndTest)

#include "tst_headerend.moc"
