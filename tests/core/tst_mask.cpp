// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mask.h"
#include "testmain.h"

#include <QTest>

/// B69: what a server repeats of a secret.
class MaskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void withoutASecretNothingChanges();
    void shortSecretsAreNoWords();
    void aThousandRecipientsShareOneReply();
    void brief();
};

void MaskTest::masks_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const QByteArray &said, const QByteArray &shown) {
        QTest::addRow("B69 %s", name) << said << shown;
    };
    const QByteArray secret = "word-pass";
    row("as it is", "535 word-pass is wrong", "535 **** is wrong");
    row("twice", "535 word-pass, word-pass", "535 ****, ****");
    row("in base64", "535 " + secret.toBase64(), "535 ****");
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
