// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/dotstuffer.h"
#include "testmain.h"

#include <QTest>

class DotStufferTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stuffs_data();
    void stuffs();
};

void DotStufferTest::stuffs_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("wire");
    const auto row = [](const char *name, const QByteArray &message, const QByteArray &wire) {
        QTest::addRow("%s", name) << message << wire;
    };
    row("an empty message", "", ".\r\n");
    row("no line end at the end: one is added", "a", "a\r\n.\r\n");
    row("B81 a dot at the very first octet", ".a\r\n", "..a\r\n.\r\n");
    row("B81 a lone dot", "a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n.\r\n");
    row("B81 a lone dot is all there is", ".", "..\r\n.\r\n");
    row("B81 two dots at a line's start", "..\r\n", "...\r\n.\r\n");
    row("B81 a dot after a bare LF", "a\n.b\n", "a\r\n..b\r\n.\r\n");
    row("B81 a dot in the middle of a line is left alone", "a.b\r\n", "a.b\r\n.\r\n");
    row("B82 bare CR becomes CRLF", "a\rb\r\n", "a\r\nb\r\n.\r\n");
    row("B82 bare LF becomes CRLF", "a\nb\n", "a\r\nb\r\n.\r\n");
    row("B82 smuggling by LF dot CRLF", "a\n.\r\nMAIL", "a\r\n..\r\nMAIL\r\n.\r\n");
    row("B82 smuggling by CR dot CR", "a\r.\rMAIL", "a\r\n..\r\nMAIL\r\n.\r\n");
    row("B82 smuggling by LF dot LF", "a\n.\nMAIL", "a\r\n..\r\nMAIL\r\n.\r\n");
    row("B82 CR CR LF is two line ends", "a\r\r\nb", "a\r\n\r\nb\r\n.\r\n");
    row("B82 a CR at the very end", "a\r", "a\r\n.\r\n");
}

void DotStufferTest::stuffs()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, wire);
    for (qsizetype piece = 1; piece <= message.size() + 1; ++piece) {
        smtp::DotStuffer stuffer;
        QByteArray out;
        for (qsizetype at = 0; at < message.size(); at += piece) {
            stuffer.stuff(QByteArrayView(message).sliced(at, qMin(piece, message.size() - at)),
                          out);
        }
        stuffer.finish(out);
        QCOMPARE(out, wire);
    }
}

PROSERPINA_TEST(DotStufferTest)
#include "tst_dotstuffer.moc"
