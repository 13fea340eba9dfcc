// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/causeclass.h"
#include "diagnosis/pattern.h"
#include "diagnosis/phrase.h"
#include "testmain.h"
#include "texts/wording.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using diagnosis::Pattern;

/// The patterns of phrases: what each sign in them stands for, and that all of each can be found.
class PhrasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void choicesDiffer();
};

void PhrasesTest::finds_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *pattern, const char *text,
                        const char *found) {
        QTest::newRow(name) << QByteArray(pattern) << QString::fromUtf8(text)
                            << QString::fromUtf8(found);
    };
    row("words", "mailbox full", "The mailbox is full", "mailbox full");
    row("words apart", "mailbox full", "mailbox very full", "");
    row("part of a word", "box full", "mailbox full", "");
    row("a beginning", "quota exceed*", "quota exceeding", "quota exceeding");
    row("one of several", "(over quota|no space) here", "no space here", "no space here");
    row("need not be there", "line (much|far)? too long", "line too long", "line too long");
    row("is there", "line (much|far)? too long", "line far too long", "line far too long");
    row("up to six words between", "too many ... hour", "too many a1 b2 c3 d4 e5 f6 hour",
        "too many a1 b2 c3 d4 e5 f6 hour");
    row("seven words between", "too many ... hour", "too many a1 b2 c3 d4 e5 f6 g7 hour", "");
    row("another sentence", "too many ... hour", "too many. Wait an hour", "");
    row("a number", "limit ... # hour", "limit of mails in 24 hours", "limit mail in # hour");
    row("a mark", "from @ip denied", "from [192.0.2.1] denied", "from @ip denied");
    row("neighbours that are one word", "(start tls) failed", "STARTTLS failed", "starttls failed");
}

void PhrasesTest::finds()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QString, text);
    const QString line = Pattern::lineOf(texts::Wording(text).words());
    QTEST(Pattern(pattern.constData()).findIn(line), "found");
}

/// Two that are read alike are one, and one that is never read is none.
void PhrasesTest::choicesDiffer()
{
    static const QRegularExpression choices(u"\\(([^)]*)\\)"_s);
    QStringList wrong;
    const auto check = [&](const char *pattern, const QString &listed) {
        QSet<QString> seen;
        for (const QString &choice : listed.split(u'|')) {
            const QString read = Pattern::readAs(choice);
            if (read.isEmpty() || seen.contains(read)) {
                wrong.append(u"%1 in %2"_s.arg(choice, QString::fromUtf8(pattern).left(60)));
            }
            seen.insert(read);
        }
    };
    for (const auto &part :
         {diagnosis::loginPhrases(), diagnosis::mailPhrases(), diagnosis::serverPhrases()}) {
        for (const diagnosis::PhraseTable &table : part) {
            for (const diagnosis::Phrase &phrase : table.phrases) {
                for (const QRegularExpressionMatch &match :
                     choices.globalMatch(QString::fromUtf8(phrase.pattern))) {
                    check(phrase.pattern, match.captured(1));
                }
                if (phrase.unless) {
                    check(phrase.pattern, QString::fromUtf8(phrase.unless));
                }
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

PROSERPINA_TEST(PhrasesTest)
#include "tst_phrases.moc"
