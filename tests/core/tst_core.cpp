// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inert.h"
#include "core/linebuffer.h"
#include "core/reply.h"
#include "core/secret.h"
#include "testmain.h"

#include <QTest>

#include <type_traits>

class InertTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
};

void InertTest::shows_data()
{
    QTest::addColumn<QByteArray>("untrusted");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QByteArray &untrusted, const char16_t *shown) {
        QTest::addRow("%s", name) << untrusted << QString::fromUtf16(shown);
    };
    row("plain words stay", "250 all well", u"250 all well");
    row("Japanese and emoji stay", "\xE9\x80\x81\xE4\xBF\xA1 \xF0\x9F\x93\xA7", u"送信 📧");
    row("B31 NUL", QByteArray("a\0b", 3), u"a␀b");
    row("B31 ANSI escape", "\x1B[31mred", u"␛[31mred");
    row("B31 CR and LF", "a\r\nb", u"a␍␊b");
    row("B31 DEL", "a\x7F", u"a␡");
    row("B31 a C1 control", "a\xC2\x9B", u"a<U+009B>");
    row("B31 bidi override",
        "\xE2\x80\xAE"
        "abc",
        u"<U+202E>abc");
    row("B31 zero width and BOM", "a\xE2\x80\x8B\xEF\xBB\xBF", u"a<U+200B><U+FEFF>");
    row("B31 line separator", "a\xE2\x80\xA8", u"a<U+2028>");
    row("B31 8 bit that is no UTF-8", "caf\xE9", u"caf<E9>");
    row("B31 overlong slash", "\xC0\xAF", u"<C0><AF>");
    row("B31 surrogate", "\xED\xA0\x80", u"<ED><A0><80>");
    row("B31 cut in the middle of a letter", "\xE9\x80", u"<E9><80>");
    row("B31 HTML stays letters", "<b>", u"<b>");
}

void InertTest::shows()
{
    QFETCH(QByteArray, untrusted);
    QFETCH(QString, shown);
    QCOMPARE(core::inert(untrusted), shown);
}

class LineBufferTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsCrLfAnywhere()
    {
        core::LineBuffer buffer;
        buffer.append(QByteArrayView("a\r"));
        QVERIFY(!buffer.takeLine());
        buffer.append(QByteArrayView("\nb\n"));
        const auto first = buffer.takeLine();
        QVERIFY(first);
        QCOMPARE(first->text, QByteArray("a"));
        QVERIFY(!first->lfOnly);
        const auto second = buffer.takeLine();
        QVERIFY(second);
        QCOMPARE(second->text, QByteArray("b"));
        QVERIFY(second->lfOnly);
        QVERIFY(buffer.isEmpty());
    }
    void capsALineWithoutEnd()
    {
        core::LineBuffer buffer(10);
        for (int i = 0; i < 1000; ++i) {
            buffer.append(QByteArrayView("xxxxx"));
            QVERIFY(!buffer.takeLine());
            if (buffer.overflow()) {
                break;
            }
        }
        QVERIFY(buffer.overflow());
        QVERIFY(buffer.rest().size() <= 10);
        buffer.append(QByteArrayView("xxxxx")); // by whoever has not looked
        QVERIFY(!buffer.takeLine());
        QVERIFY(buffer.rest().size() <= 10);
    }
};

class ReplyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enhancedCodes()
    {
        QCOMPARE(core::enhancedCodeOf(535, "5.7.8 wrong"), (core::EnhancedCode{5, 7, 8}));
        QVERIFY(!core::enhancedCodeOf(550, "2.1.0 fine")); // B33
        QVERIFY(!core::enhancedCodeOf(550, "5.7 no"));
        QVERIFY(!core::enhancedCodeOf(550, "5.x.1 no"));
        QVERIFY(!core::enhancedCodeOf(550, ""));
    }
};

class SecretTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotPrintable()
    {
        static_assert(!std::is_convertible_v<core::Secret, QByteArray>);
        static_assert(!std::is_convertible_v<core::Secret, QString>);
        static_assert(!QTypeTraits::has_ostream_operator_v<QDebug, core::Secret>);
        const core::Secret secret("word-pass");
        QCOMPARE(secret.reveal(), QByteArray("word-pass"));
    }
    void wipesItsLastCopy()
    {
        auto *secret = new core::Secret(QByteArray("word-pass"));
        // The bytes are watched by a second owner that does not detach.
        const QByteArray watched =
            QByteArray::fromRawData(secret->reveal().constData(), secret->reveal().size());
        core::Secret copy = *secret;
        delete secret;
        QCOMPARE(copy.reveal(), QByteArray("word-pass"));
        QCOMPARE(watched, QByteArray("word-pass"));
    }
};

PROSERPINA_TEST(InertTest)
PROSERPINA_TEST(LineBufferTest)
PROSERPINA_TEST(ReplyTest)
PROSERPINA_TEST(SecretTest)
#include "tst_core.moc"
