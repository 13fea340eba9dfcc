// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"
#include "ui/serverlistmodel.h"

#include <QCollator>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTreeView>

#include <ctime>

using namespace Qt::StringLiterals;
using Column = ui::ServerListModel::Column;

namespace
{

constexpr int total = 1000;

QString nameOf(int number)
{
    return u"server %1"_s.arg(number);
}

QString hostOf(int number)
{
    return u"smtp%1.example.org"_s.arg(number % 40);
}

QUuid idOf(int number)
{
    return QUuid(static_cast<uint>(number), 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

/// Not in the order of their numbers, and of every sort.
QByteArray manyServers()
{
    const QStringList securities{u"smtps"_s, u"starttls"_s, u"starttls-if-offered"_s};
    const QStringList methods{u"none"_s, u"plain1"_s, u"scram-sha-256"_s};
    QJsonArray servers;
    for (int i = 0; i < total; ++i) {
        const int number = i * 7 % total + 1; // 7 and 1,000 have no common divisor: each once
        servers.append(QJsonObject{{u"id"_s, idOf(number).toString(QUuid::WithoutBraces)},
                                   {u"name"_s, nameOf(number)},
                                   {u"host"_s, hostOf(number)},
                                   {u"port"_s, 25 + number % 9},
                                   {u"security"_s, securities[number % 3]},
                                   {u"method"_s, methods[number % 3]},
                                   {u"enabled"_s, number % 5 != 0}});
    }
    return QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"servers"_s, servers}}).toJson();
}

/// Says how long it took until the window stands there painted, and how much of that this process
/// had a processor.
template <typename Action> void timed(const QString &what, const Action &action)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    action();
    QCoreApplication::processEvents();
    const auto processor = qint64{std::clock() - before} * 1000 / CLOCKS_PER_SEC;
    qInfo("%s: %lld ms, processor %lld ms", qPrintable(what), timer.elapsed(), processor);
}

} // namespace

/// A thousand saved servers: what the list shows is right. How long each click and key takes is
/// printed.
class LongListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sortsByEachColumn();
    void filtersWithEachKey();
    void selectsAndSaves();

private:
    std::unique_ptr<Program> openList();
    [[nodiscard]] static QList<QVariant> shown(const Program &program, Column column, int role);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LongListTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"config"_s));
    QFile file(m_folder->filePath(u"config/servers.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(manyServers()) > 0);
    file.close();
    service::Servers servers(m_folder->filePath(u"config"_s), m_folder->filePath(u"data"_s));
    servers.load();
    for (int number = 1; number <= total; number += 3) {
        core::AttemptRecord record;
        record.at = QDateTime::fromSecsSinceEpoch(1'700'000'000 + number * 61 % 997 * 3600);
        record.profile = servers.server(idOf(number))->profile;
        record.facts.outcome = number % 2 == 0 ? core::Outcome::Accepted : core::Outcome::Refused;
        record.facts.stage = core::Stage::Auth;
        servers.record(idOf(number), record);
    }
}

std::unique_ptr<Program> LongListTest::openList()
{
    std::unique_ptr<Program> program;
    timed(u"window with 1,000 servers opened"_s, [&] {
        program = std::make_unique<Program>(m_folder->path());
        program->window().resize(1600, 900);
    });
    return program;
}

/// Of the servers as the list shows them, without the practice server above.
QList<QVariant> LongListTest::shown(const Program &program, Column column, int role)
{
    QList<QVariant> values;
    const QAbstractItemModel *model = clicks::modelOf(program, "serverView");
    for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, static_cast<int>(column));
        if (index.data(ui::ServerListModel::IdRole).toUuid() != ui::Backend::practiceId()) {
            values.append(index.data(role));
        }
    }
    return values;
}

void LongListTest::sortsByEachColumn()
{
    const auto program = openList();
    auto *view = program->find<QTreeView>("serverView");
    QVERIFY(view != nullptr);
    QStringList names;
    for (int number = 1; number <= total; ++number) {
        names.append(nameOf(number));
    }
    QCOMPARE(QVariant(shown(*program, Column::Name, Qt::DisplayRole)).toStringList(), names);
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto inOrder = [&collator](const QVariant &a, const QVariant &b) {
        return a.typeId() == QMetaType::QString
                   ? collator.compare(a.toString(), b.toString()) <= 0
                   : QVariant::compare(a, b) != QPartialOrdering::Greater;
    };
    QHeaderView *header = view->header();
    for (int column = ui::ServerListModel::columnTotal - 1; column >= 0; --column) {
        const QString title = view->model()->headerData(column, Qt::Horizontal).toString();
        const QPoint section(header->sectionViewportPosition(column) + 8, header->height() / 2);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            timed(u"sorted by %1"_s.arg(title), [&] {
                QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, section);
            });
            QCOMPARE(header->sortIndicatorSection(), column);
            QCOMPARE(header->sortIndicatorOrder(), order);
            const auto values =
                shown(*program, static_cast<Column>(column), ui::ServerListModel::SortRole);
            QCOMPARE(values.size(), total);
            for (int row = 1; row < total; ++row) {
                const QVariant &above = values[row - 1];
                const QVariant &below = values[row];
                QVERIFY(order == Qt::AscendingOrder ? inOrder(above, below)
                                                    : inOrder(below, above));
            }
        }
    }
}

void LongListTest::filtersWithEachKey()
{
    const auto program = openList();
    auto *edit = program->find<QLineEdit>("filterEdit");
    QVERIFY(edit != nullptr);
    edit->setFocus();
    const auto expected = [](const QString &typed) {
        int rows = 0;
        for (int number = 1; number <= total; ++number) {
            rows += nameOf(number).contains(typed) || hostOf(number).contains(typed) ? 1 : 0;
        }
        return rows;
    };
    const QString word = u"server 17"_s;
    for (qsizetype length = 1; length <= word.size(); ++length) {
        const QString typed = word.first(length);
        timed(u"filtered by \"%1\""_s.arg(typed),
              [&] { QTest::keyClick(edit, typed.back().toLatin1()); });
        QCOMPARE(edit->text(), typed);
        QCOMPARE(shown(*program, Column::Name, Qt::DisplayRole).size(), expected(typed.trimmed()));
    }
    for (qsizetype length = word.size() - 1; length >= 0; --length) {
        const QString typed = word.first(length);
        timed(u"filtered by \"%1\""_s.arg(typed),
              [&] { QTest::keyClick(edit, Qt::Key_Backspace); });
        QCOMPARE(shown(*program, Column::Name, Qt::DisplayRole).size(), expected(typed.trimmed()));
    }
    timed(u"disabled ones hidden"_s, [&] { QVERIFY(program->click("disabledCheck")); });
    QCOMPARE(shown(*program, Column::Name, Qt::DisplayRole).size(), total * 4 / 5);
}

void LongListTest::selectsAndSaves()
{
    const auto program = openList();
    auto *view = program->find<QTreeView>("serverView");
    QVERIFY(view != nullptr);
    QTest::keyClick(view, Qt::Key_Home);
    timed(u"the last one selected"_s, [&] { QTest::keyClick(view, Qt::Key_End); });
    QCOMPARE(view->currentIndex().siblingAtColumn(1).data().toString(), nameOf(total));
    timed(u"the one above selected"_s, [&] { QTest::keyClick(view, Qt::Key_Up); });
    QVERIFY(program->find<QPushButton>("editButton")->isEnabled());

    const QUuid id = idOf(total - 1);
    const auto enabled = [&] { return program->servers().server(id)->enabled; };
    QVERIFY(enabled());
    const QRect box = view->visualRect(view->currentIndex().siblingAtColumn(0));
    timed(u"check box cleared and written"_s, [&] {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier,
                          {box.left() + 10, box.center().y()});
        QVERIFY(clicks::runUntil([&] { return !enabled(); }));
    });
    QCOMPARE(view->currentIndex().siblingAtColumn(0).data(Qt::CheckStateRole).toInt(), 0);

    timed(u"edit opened"_s, [&] { QVERIFY(program->click("editButton")); });
    QVERIFY(program->type("nameEdit", u"renamed"_s));
    timed(u"saved"_s, [&] {
        QVERIFY(program->click("saveButton"));
        QVERIFY(clicks::runUntil([&] { return clicks::rowNamed(*program, u"renamed"_s) >= 0; }));
    });
    QCOMPARE(view->currentIndex().siblingAtColumn(1).data().toString(), u"renamed"_s);
    QCOMPARE(shown(*program, Column::Name, Qt::DisplayRole).size(), total);
    service::Servers again(m_folder->filePath(u"config"_s), m_folder->filePath(u"data"_s));
    again.load();
    QCOMPARE(again.server(id)->profile.name, u"renamed"_s);
    QVERIFY(!again.server(id)->enabled);
}

PROSERPINA_TEST(LongListTest)

#include "tst_longlist.moc"
