// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/words.h"
#include "testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

/// The words for stages, notes, kinds of encryption, methods and certificate faults.
class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentences();
    void titles();
    void sizes();
};

void WordsTest::sentences()
{
    QStringList all;
    for (int i = 0; i <= int(core::Note::PasswordEndsUnseen); ++i) {
        all.append(diagnosis::noteSentence(core::Note(i)));
    }
    for (int i = 0; i <= int(core::Security::None); ++i) {
        all.append(diagnosis::securitySentence(core::Security(i)));
    }
    for (int i = 0; i <= int(core::CertificateFault::Other); ++i) {
        all.append(diagnosis::certificateFaultSentence(core::CertificateFault(i)));
    }
    for (const QString &text : all) {
        QVERIFY2(text.endsWith(u'.') && text.front().isUpper(), qPrintable(text));
        QVERIFY2(!text.contains(u'!') && text.size() <= 200, qPrintable(text));
    }
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
}

void WordsTest::titles()
{
    using core::Method;
    using core::Security;

    QCOMPARE(diagnosis::methodTitle(Method::None), u"no authentication"_s);
    QCOMPARE(diagnosis::methodTitle(Method::Plain1), u"PLAIN1"_s);
    QCOMPARE(diagnosis::methodTitle(Method::Plain2), u"PLAIN2"_s);
    QCOMPARE(diagnosis::methodTitle(Method::Login), u"LOGIN"_s);
    QCOMPARE(diagnosis::methodTitle(Method::CramMd5), u"CRAM-MD5"_s);
    QCOMPARE(diagnosis::methodTitle(Method::ScramSha256), u"SCRAM-SHA-256"_s);
    QCOMPARE(diagnosis::securityTitle(Security::Smtps), u"SMTPs"_s);
    QCOMPARE(diagnosis::securityTitle(Security::StartTls), u"STARTTLS"_s);
    QCOMPARE(diagnosis::securityTitle(Security::StartTlsIfOffered), u"STARTTLS if offered"_s);
    QCOMPARE(diagnosis::securityTitle(Security::None), u"no encryption"_s);
    for (int i = 0; i <= int(core::Stage::Quit); ++i) {
        QVERIFY(!diagnosis::stageTitle(core::Stage(i)).isEmpty());
        QCOMPARE(diagnosis::stageWord(core::Stage(i)), core::stageName(core::Stage(i)));
    }
}

void WordsTest::sizes()
{
    QCOMPARE(diagnosis::sizeText(0), u"0 bytes"_s);
    QCOMPARE(diagnosis::sizeText(1500), u"1.5 kB"_s);
    QCOMPARE(diagnosis::sizeText(35882577), u"35.9 MB"_s);
    QCOMPARE(diagnosis::serverCount(0), u"no server"_s);
    QCOMPARE(diagnosis::serverCount(1), u"1 server"_s);
    QCOMPARE(diagnosis::serverCount(12), u"12 servers"_s);
}

PROSERPINA_TEST(WordsTest)
#include "tst_words.moc"
