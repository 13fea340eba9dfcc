// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcefiles.h"
#include "testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// docs/scenarios.md says what an id such as (B53) means: each that is used, and no other.
class ScenariosTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsIds_data();
    void findsIds();
    void eachIsExplained();
};

namespace
{

const QString page = u"docs/scenarios.md"_s;

QStringList idsIn(const QString &text)
{
    // Not the octets of a name such as %E8%A6%8B%E7%A9%8D.
    static const QRegularExpression id(u"(?<![%\\w])(B\\d{2,3}|S\\d{1,2})(?!\\w)"_s);
    QStringList ids;
    for (auto matches = id.globalMatch(text); matches.hasNext();) {
        ids += matches.next().captured(1);
    }
    return ids;
}

} // namespace

void ScenariosTest::findsIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("ids");
    QTest::addRow("in brackets") << u"the ladder (S4)"_s << QStringList{u"S4"_s};
    QTest::addRow("a row's name") << u"{\"B52 ladder\", \"B100: none\"}"_s
                                  << QStringList{u"B52"_s, u"B100"_s};
    QTest::addRow("octets of a name") << u"%B8%E6%9B%B81 B1A AB12 B1234"_s << QStringList();
}

void ScenariosTest::findsIds()
{
    QFETCH(QString, text);
    QFETCH(QStringList, ids);
    QCOMPARE(idsIn(text), ids);
}

void ScenariosTest::eachIsExplained()
{
    QMap<QString, QString> files =
        sourceFiles({u"src"_s, u"app"_s, u"tests"_s, u"forms"_s, u"docs"_s},
                    {u"*.cpp"_s, u"*.h"_s, u"*.ui"_s, u"*.md"_s, u"*.sh"_s, u"CMakeLists.txt"_s});
    static const QRegularExpression entry(u"^- ([BS]\\d+): \\S"_s,
                                          QRegularExpression::MultilineOption);
    QStringList explained;
    for (auto entries = entry.globalMatch(files.take(page)); entries.hasNext();) {
        explained += entries.next().captured(1);
    }
    files.remove(u"tests/layering/tst_scenarios.cpp"_s);
    QMap<QString, QString> used; // and where
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        for (const QString &id : idsIn(*file)) {
            used[id] = file.key();
        }
    }
    for (auto id = used.cbegin(); id != used.cend(); ++id) {
        QVERIFY2(explained.contains(id.key()), qPrintable(id.key() + u" of "_s + id.value()));
    }
    explained.sort();
    QCOMPARE(explained, used.keys());
}

PROSERPINA_TEST(ScenariosTest)
#include "tst_scenarios.moc"
