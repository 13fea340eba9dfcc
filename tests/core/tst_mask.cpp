// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mask.h"
#include "spellings.h"
#include "testmain.h"

#include <QTest>

/// B69: what a server repeats of a secret.
class MaskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void everySpelling_data();
    void everySpelling();
    void cutInTwo_data();
    void cutInTwo();
    void cutInThree_data();
    void cutInThree();
    void notAnywhereElse_data();
    void notAnywhereElse();
    void lineEndsInOnePiece();
    void aLineWithoutText();
    void withoutASecretNothingChanges();
    void shortSecretsAreNoWords();
    void aThousandRecipientsShareOneReply();
    void brief();
};

namespace
{

const QByteArray &secret = spelled::password;

/// How one line ends and the next begins.
struct Joint
{
    QByteArray name;
    QByteArray before;
    QByteArray after;
};

const QList<Joint> joints{
    {"two lines of a reply", "535-no: ", "535 "},
    {"two lines with enhanced codes", "535-5.7.8 no: ", "535 5.7.8 "},
    {"a line that is moved in", "535-5.7.8 no: ", "535     "},
    {"two replies", "535 5.7.8 no: ", "501 "},
    {"two replies, the second with a code that is none", "535 5.7.8 no: ", "199 "},
    {"two replies of POP3", "+OK ", "-ERR "},
    {"two replies of POP3 with codes", "-ERR [AUTH] ", "-ERR [AUTH] "},
    {"lines that are none", "", ""},
};

/// What is still to be seen of a `piece` of a secret, behind the known beginning of its line.
QByteArray visible(const QByteArray &shown, const QByteArray &beginning)
{
    QByteArray seen = shown.mid(beginning.size());
    seen.replace("****", "");
    while (seen.startsWith(' ') || seen.startsWith('x') || seen.startsWith('\\')) {
        seen.remove(0, 1); // what parts hexadecimal digits
    }
    return seen;
}

/// Less than half of it, an escape, and what base64's first letters have of the octets before.
qsizetype mostOf(const QByteArray &said)
{
    return said.size() / 2 + 6;
}

/// The end of base64: the letter that has less than an octet of the secret, what follows, padding.
bool isRemainder(const QByteArray &seen, const QByteArray &said)
{
    return seen.isEmpty() || (seen.size() <= 10 && said.endsWith(seen));
}

void addSpellings()
{
    QTest::addColumn<QByteArray>("said");
    for (const spelled::Spelling &spelling : spelled::all()) {
        QTest::newRow(spelling.name.constData()) << spelling.said;
    }
}

} // namespace

void MaskTest::everySpelling_data()
{
    addSpellings();
}

void MaskTest::everySpelling()
{
    QFETCH(QByteArray, said);
    const QByteArray shown = said.startsWith("0x") ? "0x****" : "****";
    core::Mask mask;
    mask.add(secret);
    QCOMPARE(mask.over("535 5.7.8 got " + said + " here"), "535 5.7.8 got " + shown + " here");
    QCOMPARE(mask.next("-ERR \"" + said + "\", no"), "-ERR \"" + shown + "\", no");
    QCOMPARE(mask.next("250-" + said), "250-" + shown);
}

void MaskTest::cutInTwo_data()
{
    addSpellings();
}

void MaskTest::cutInTwo()
{
    QFETCH(QByteArray, said);
    for (const Joint &joint : joints) {
        for (qsizetype cut = 1; cut < said.size(); ++cut) {
            core::Mask mask;
            mask.add(secret);
            core::Reply reply;
            reply.lines = {joint.before + said.first(cut), joint.after + said.mid(cut) + '!'};
            const QByteArray first = mask.next(reply.lines[0]);
            const QByteArray second = mask.next(reply.lines[1]);
            const QByteArray all = joint.name + ": " + reply.lines.join(" / ") + " is shown as " +
                                   first + " / " + second;
            QVERIFY2(visible(first, joint.before).size() <= mostOf(said), all);
            QVERIFY2(second.endsWith('!'), all);
            QVERIFY2(isRemainder(visible(second, joint.after).chopped(1), said), all);
            if (&joint == &joints.constFirst()) {
                QCOMPARE(mask.over(reply).lines, (QByteArrayList{first, second}));
            }
        }
    }
}

void MaskTest::cutInThree_data()
{
    addSpellings();
}

void MaskTest::cutInThree()
{
    QFETCH(QByteArray, said);
    for (qsizetype cut = 1; cut < said.size() - 1; ++cut) {
        for (qsizetype next = cut + 1; next < said.size(); next += 5) {
            core::Mask mask;
            mask.add(secret);
            const QByteArray first = mask.next("535-5.7.8 " + said.first(cut));
            QCOMPARE(mask.next("535-5.7.8 "), "535-5.7.8 ");
            const QByteArray second = mask.next("535-5.7.8 " + said.mid(cut, next - cut));
            const QByteArray third = mask.next("535 5.7.8 " + said.mid(next));
            const QByteArray all = first + " / " + second + " / " + third;
            const qsizetype seen =
                visible(first, "535-5.7.8 ").size() + visible(second, "535-5.7.8 ").size();
            QVERIFY2(seen <= mostOf(said), all);
            QVERIFY2(isRemainder(visible(third, "535 5.7.8 "), said), all);
        }
    }
}

void MaskTest::notAnywhereElse_data()
{
    QTest::addColumn<QByteArray>("hidden");
    QTest::addColumn<QByteArrayList>("lines");
    const auto row = [](const char *name, const QByteArray &hidden, const QByteArrayList &lines) {
        QTest::newRow(name) << hidden << lines;
    };
    row("less than half at a line's end", "password1", {"535 5.7.8 you shall not pass", "250 ok"});
    row("a beginning in the middle of a line", "password1", {"535 your password is wrong"});
    row("an end at a line's beginning", "password1", {"535 no", "501 word1"});
    row("a beginning and another end", "password1", {"535 you may pass", "501 by road1"});
    row("a line in between", "password1", {"535 you may pass", "250 ok", "250 word1"});
    row("one letter", "a", {"250 a mail a day YQ== 61"});
    row("three letters", "abc", {"250 abc", "250 ab", "250 c"});
    row("digits of a queue ID", "password1", {"250 2.0.0 Ok: queued as 7061737"});
    row("words of hexadecimal digits", "b\xC3\xA4\xC3\xA4", {"250 a bad face, decade added"});
}

/// Ordinary words stay: to mask them would tell more than it hides.
void MaskTest::notAnywhereElse()
{
    QFETCH(QByteArray, hidden);
    QFETCH(QByteArrayList, lines);
    core::Mask mask;
    mask.add(hidden);
    core::Reply reply;
    reply.lines = lines;
    QCOMPARE(mask.over(reply).lines, lines);
    for (const QByteArray &line : lines) {
        QCOMPARE(mask.next(line), line);
    }
}

/// Bytes that come at once, as an injected reply does.
void MaskTest::lineEndsInOnePiece()
{
    core::Mask mask;
    mask.add("word-pass");
    QCOMPARE(mask.next("220-go word-\r\n220 pass\r\n250 word-pass\r\n"),
             "220-go ****\r\n220 ****\r\n250 ****\r\n");
    QCOMPARE(mask.next("220 wor\n"), "220 wor\n");
    QCOMPARE(mask.next("220 d-pass"), "220 ****");
}

void MaskTest::aLineWithoutText()
{
    core::Mask mask;
    mask.add("word-pass");
    for (const char *line : {"", "250", "250-", "250 ", "+OK", "-ERR", "250 2.0.0", "[AUTH]"}) {
        QCOMPARE(mask.next(line), line);
        QCOMPARE(mask.next("250 wo"), "250 wo");
        QCOMPARE(mask.next(line), line);
    }
}

void MaskTest::masks_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const QByteArray &said, const QByteArray &shown) {
        QTest::addRow("B69 %s", name) << said << shown;
    };
    const QByteArray password = "word-pass";
    row("as it is", "535 word-pass is wrong", "535 **** is wrong");
    row("twice", "535 word-pass, word-pass", "535 ****, ****");
    row("in base64", "535 " + password.toBase64(), "535 ****");
    row("in PLAIN's message", "535 " + QByteArray("\0id\0word-pass", 13).toBase64() + " no",
        "535 **** no");
    row("in JSON in base64", "334 " + QByteArray(R"({"t":"word-pass"})").toBase64(), "334 ****");
    row("in base64 that ends early",
        "535 " + QByteArray("xx word-pass").toBase64().chopped(0) + '.', "535 ****.");
    row("other words stay", "535 5.7.8 password wrong (AbCdEfGh1234)",
        "535 5.7.8 password wrong (AbCdEfGh1234)");
}

void MaskTest::masks()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, shown);
    core::Mask mask;
    mask.add("word-pass");
    QCOMPARE(mask.over(said), shown);
    core::Reply reply;
    reply.lines = reply.text = {said};
    QCOMPARE(mask.over(reply).lines, QByteArrayList{shown});
    QCOMPARE(mask.over(reply).text, QByteArrayList{shown});
}

void MaskTest::withoutASecretNothingChanges()
{
    const core::Mask mask;
    QCOMPARE(mask.over(QByteArray("535 d29yZC1wYXNz")), QByteArray("535 d29yZC1wYXNz"));
}

/// "****" in place of "ok" would say what the password is.
void MaskTest::shortSecretsAreNoWords()
{
    core::Mask mask;
    mask.add("ok");
    mask.add("");
    QCOMPARE(mask.over(QByteArray("250 ok b2s=")), QByteArray("250 ok b2s="));
}

void MaskTest::aThousandRecipientsShareOneReply()
{
    core::Mask mask;
    mask.add("word-pass");
    core::Reply reply;
    reply.lines = reply.text = {"250 2.1.5 ok"};
    const core::Reply masked = mask.over(reply);
    QVERIFY(masked.lines.constData() == reply.lines.constData()); // not copied
}

void MaskTest::brief()
{
    core::Reply reply;
    reply.code = 550;
    for (int i = 0; i < 50; ++i) {
        reply.lines.append("550-" + QByteArray(2000, 'x'));
        reply.text.append(QByteArray(2000, 'x'));
    }
    const core::Reply brief = reply.brief();
    QCOMPARE(brief.code, 550);
    QCOMPARE(brief.lines.size(), 10);
    QCOMPARE(brief.text.size(), 10);
    QCOMPARE(brief.lines.constFirst().size(), 512);
    reply.lines = {"550 no"};
    reply.text = {"no"};
    QCOMPARE(reply.brief(), reply);
}

PROSERPINA_TEST(MaskTest)

#include "tst_mask.moc"
