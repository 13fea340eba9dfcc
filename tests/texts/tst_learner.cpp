// SPDX-License-Identifier: GPL-3.0-or-later
#include "learn/learner.h"
#include "testmain.h"
#include "texts/likeness.h"
#include "texts/traits.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What is learnt from a few texts, and how a new one is compared with them.
class LearnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsExamples();
    void knowsAnotherTextByItsWords();
    void saysWhichWords();
    void saysNothingOfWhatItNeverSaw();
    void sharesAddUp();
    void learnsTheSameAgain();
};

namespace
{

struct Pair
{
    const char *text;
    const char *cause;
};

constexpr Pair pairs[] = {
    {"mailbox full", "full"},
    {"the mailbox is full, no room", "full"},
    {"no room left in mailbox", "full"},
    {"user unknown", "unknown-user"},
    {"unknown user here", "unknown-user"},
    {"no such user, unknown", "unknown-user"},
};

QStringList traits(const char *text)
{
    return texts::traitsOf(texts::Wording(QString::fromUtf8(text)), {});
}

std::vector<Example> examples()
{
    std::vector<Example> all;
    for (const Pair &pair : pairs) {
        Example example;
        for (const QString &trait : traits(pair.text)) {
            example.traits.push_back(texts::numberOf(trait));
        }
        example.cause = pair.cause;
        all.push_back(example);
    }
    return all;
}

const Learnt &learnt()
{
    static const Learnt all = learn(examples());
    return all;
}

QList<texts::Likeness> likenesses(const char *text)
{
    static const std::vector<const char *> causes = [] {
        std::vector<const char *> names;
        for (const std::string &name : learnt().causes) {
            names.push_back(name.c_str());
        }
        return names;
    }();
    const texts::Knowledge knowledge{
        causes,          learnt().leanings, learnt().traits,  learnt().rarities,
        learnt().starts, learnt().owners,   learnt().weights, learnt().unit};
    return texts::likenesses(traits(text), knowledge);
}

} // namespace

void LearnerTest::knowsItsExamples()
{
    for (const Pair &pair : pairs) {
        QCOMPARE(likenesses(pair.text).constFirst().cause, QString::fromLatin1(pair.cause));
    }
}

void LearnerTest::knowsAnotherTextByItsWords()
{
    QCOMPARE(likenesses("sorry, that mailbox has no room").constFirst().cause, u"full"_s);
    QCOMPARE(likenesses("recipient is an unknown user").constFirst().cause, u"unknown-user"_s);
}

void LearnerTest::saysWhichWords()
{
    const QStringList words = likenesses("sorry, mailbox overdrawn").constFirst().words;
    QVERIFY2(words.contains(u"mailbox"_s) && !words.join(u' ').contains("overdrawn"_L1),
             qPrintable(words.join(u'|')));
}

void LearnerTest::saysNothingOfWhatItNeverSaw()
{
    QVERIFY(likenesses("zzz").isEmpty());
    QVERIFY(likenesses("").isEmpty());
}

void LearnerTest::sharesAddUp()
{
    double sum = 0;
    for (const texts::Likeness &one : likenesses("user mailbox")) {
        QVERIFY(one.share > 0 && one.share < 1);
        sum += one.share;
    }
    QVERIFY(sum > 0.99 && sum < 1.01);
}

/// A build gives the same program as the one before.
void LearnerTest::learnsTheSameAgain()
{
    const Learnt again = learn(examples());
    QVERIFY(again.weights == learnt().weights);
    QVERIFY(again.traits == learnt().traits);
    QVERIFY(again.leanings == learnt().leanings);
}

PROSERPINA_TEST(LearnerTest)
#include "tst_learner.moc"
