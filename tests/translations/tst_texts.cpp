// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "filecontent.h"
#include "mime/address.h"
#include "mime/hostname.h"
#include "sasl/scram.h"
#include "store/statedatabase.h"
#include "testmain.h"
#include "translations.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// As window and command line translate.
QString shown(const core::Text &text)
{
    return text.translated([](const char *context, const char *source) {
        return QCoreApplication::translate(context, source);
    });
}

} // namespace

/// What the modules below the window and the command line say reaches the person in the person's
/// language. That each marked text has its translation, TranslationsTest knows.
class TextsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations.use(u"ja"_s); }
    void saysWhatIsWrongWithADomain_data();
    void saysWhatIsWrongWithADomain();
    void saysWhatIsWrongWithAScramReply();
    void saysThatTheStateIsDamaged();
    void marksEverySentence();

private:
    Translations m_translations{*QCoreApplication::instance()};
};

void TextsTest::saysWhatIsWrongWithADomain_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a hyphen at its beginning")
        << u"-a"_s << u"ドメイン名がホスト名として正しくありません。"_s;
    QTest::newRow("two dots") << u"a..b"_s << u"ドメイン名に、点だけで中身のない部分があります。"_s;
    QTest::newRow("half an address")
        << u"127.1"_s << u"ドメイン名が IP アドレスのようですが、正しくありません。"_s;
    QTest::newRow("brackets around nothing")
        << u"[x]"_s << u"ドメイン名に角括弧がありますが、中が IP アドレスではありません。"_s;
}

void TextsTest::saysWhatIsWrongWithADomain()
{
    QFETCH(QString, domain);
    QFETCH(QString, sentence);
    const auto read = mime::domainToAscii(domain);
    QVERIFY(!read);
    QCOMPARE(shown(read.error().detail), sentence);
    const auto mailbox = mime::parseMailbox(u"taro@"_s + domain);
    QVERIFY(!mailbox);
    QCOMPARE(shown(mailbox.error().detail), sentence);
}

void TextsTest::saysWhatIsWrongWithAScramReply()
{
    sasl::ScramClient client({u"taro"_s, core::Secret("word")}, sasl::ScramClient::Spelling::Raw,
                             {});
    QVERIFY(client.initialResponse());
    QVERIFY(client.respond({}));
    const auto asked = client.respond({});
    QVERIFY(!asked);
    QCOMPARE(shown(asked.error().detail),
             u"サーバが SCRAM の最初のメッセージを繰り返し求めています。"_s);
}

void TextsTest::saysThatTheStateIsDamaged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"state.db"_s);
    QVERIFY(writeFile(path, QByteArray(4096, 'x')));
    store::StateDatabase database(folder.path(), store::StateDatabase::Access::Read,
                                  std::chrono::milliseconds(0));
    const auto opened = database.open();
    QVERIFY(!opened);
    QCOMPARE(shown(opened.error().detail),
             u"%1 は壊れている (file is not a database) ので、そのままにします。"_s.arg(path));
}

/// A sentence that is not marked would be shown in English for ever. One file knows a
/// library's words.
void TextsTest::marksEverySentence()
{
    static const QRegularExpression literal(
        u"(QT_TRANSLATE_NOOP\\(\\s*\"core\",\\s*)?\"((?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\")?)+"_s);
    static const QRegularExpression sentence(u"[a-z]{2,} [a-z]{2,}"_s);
    static const QRegularExpression beside(
        u"(?<!:)//[^\\n]*|#include[^\\n]*|'(?:[^'\\\\\\n]|\\\\.)'"_s);
    int marked = 0;
    QStringList unmarked;
    for (const char *module : {"core", "discovery", "files", "mime", "net", "pop", "sasl",
                               "service", "smtp", "store", "submission"}) {
        QDirIterator files(QStringLiteral(PROSERPINA_SOURCE "/src/") + QLatin1StringView(module),
                           QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(u"net/tlspolicy.cpp"_s)) {
                continue;
            }
            const QString source = QString::fromUtf8(contentOf(path)).remove(beside);
            for (auto found = literal.globalMatch(source); found.hasNext();) {
                const auto match = found.next();
                marked += match.hasCaptured(1) ? 1 : 0;
                if (!match.hasCaptured(1) && match.captured().contains(sentence)) {
                    unmarked += path + u": "_s + match.captured();
                }
            }
        }
    }
    QVERIFY(marked > 150);
    QVERIFY2(unmarked.isEmpty(), qPrintable(unmarked.join(u'\n')));
}

PROSERPINA_TEST(TextsTest)
#include "tst_texts.moc"
