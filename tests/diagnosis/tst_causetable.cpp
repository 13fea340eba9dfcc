// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/causerow.h"
#include "testmain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

/// The table itself: its ids and the manners of its texts.
class CauseTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreUniqueKebabCase();
    void textsKeepTheManners();
    void everyRowCanHold();
    void hasFortyRows();
};

namespace
{

QList<diagnosis::CauseRow> rows()
{
    QList<diagnosis::CauseRow> all;
    for (const std::span<const diagnosis::CauseRow> part : diagnosis::causeTable()) {
        for (const diagnosis::CauseRow &row : part) {
            all.append(row);
        }
    }
    return all;
}

} // namespace

void CauseTableTest::idsAreUniqueKebabCase()
{
    static const QRegularExpression kebab(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    QSet<QString> seen;
    for (const diagnosis::CauseRow &row : rows()) {
        const QString id = QString::fromUtf8(row.id);
        QVERIFY2(kebab.match(id).hasMatch(), row.id);
        QVERIFY2(!seen.contains(id), row.id);
        seen.insert(id);
    }
}

void CauseTableTest::textsKeepTheManners()
{
    for (const diagnosis::CauseRow &row : rows()) {
        for (const QString &text :
             {QString::fromUtf8(row.sentence), QString::fromUtf8(row.advice)}) {
            QVERIFY2(text.size() > 5 && text.size() <= 200, qPrintable(text));
            QVERIFY2(text.endsWith(u'.') && !text.contains(u'!'), qPrintable(text));
            QVERIFY2(text.front().isUpper() || text.front() == u'{', qPrintable(text));
        }
    }
}

void CauseTableTest::everyRowCanHold()
{
    for (const diagnosis::CauseRow &row : rows()) {
        QVERIFY2(row.when.front().kind != diagnosis::When::Kind::Never, row.id);
        for (const diagnosis::When &when : row.when) {
            const bool wordsAreLower = !when.text || QByteArray(when.text).toLower() == when.text;
            QVERIFY2(wordsAreLower, row.id); // compared with the reply in lower case
        }
    }
    QVERIFY(rows().constLast().when.front().kind == diagnosis::When::Kind::Always);
}

void CauseTableTest::hasFortyRows()
{
    QVERIFY(rows().size() >= 40);
}

PROSERPINA_TEST(CauseTableTest)
#include "tst_causetable.moc"
