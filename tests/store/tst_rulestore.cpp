// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulefolder.h"
#include "testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QLockFile>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using core::AutosendRule;
using store::FileProblem;
using store::RuleStore;
using Kind = FileProblem::Kind;

/// autosend.json: what is written, what is kept and what is never overwritten.
class RuleStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_files = std::make_unique<RuleFolder>(); }
    void unknownKeysStay();
    void aCopiedRowStaysUnread();
    void neverOverwrites_data();
    void neverOverwrites();
    void aNewerVersionIsStillListed();
    void theKeptCopyComesBack();
    void putsAndRemoves();
    void putsBackWhereItWas_data();
    void putsBackWhereItWas();
    void moves_data();
    void moves();
    void movesPastWhatCannotBeRead();
    void seesForeignChanges();
    void twoStoresLoseNothing();
    void saysWhoHoldsTheLock();

private:
    std::unique_ptr<RuleFolder> m_files;
};

namespace
{

/// The rules /0, /1 ...
QList<AutosendRule> putSome(RuleStore &store, int count)
{
    for (int i = 0; i < count; ++i) {
        if (!put(store, ruleFor(u'/' + QString::number(i)))) {
            return {};
        }
    }
    return store.rules();
}

} // namespace

void RuleStoreTest::unknownKeysStay()
{
    m_files->put("{\"colour\": {\"a\": [1]}, \"version\": 1, \"rules\": [" +
                 shortRuleJson(R"(, "sound": "bell")") + ", 5, {\"id\": \"x\", \"to\": []}]}");
    RuleStore store(m_files->folder());
    store.load();
    QCOMPARE(store.problem(), (FileProblem{Kind::InvalidEntries, {}, 2}));
    QCOMPARE(store.problemSentence().english(),
             m_files->path() + u" holds 2 entries that cannot be read. They are kept as they are "
                               "and not shown."_s);
    AutosendRule rule = store.rules().value(0);
    rule.enabled = false;
    QVERIFY(put(store, rule).value());
    QVERIFY(put(store, ruleFor(u"/srv/faxes"_s)).value());
    QCOMPARE(store.problem().invalidEntries, 2);

    const QJsonObject top = m_files->json();
    QCOMPARE(top[u"colour"_s].toObject()[u"a"_s].toArray(), (QJsonArray{1}));
    const QJsonArray rows = top[u"rules"_s].toArray();
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0][u"sound"_s].toString(), u"bell"_s);
    QCOMPARE(rows[0][u"enabled"_s].toBool(true), false);
    QCOMPARE(rows[1].toInt(), 5);
    QCOMPARE(rows[2].toObject(), (QJsonObject{{u"id"_s, u"x"_s}, {u"to"_s, QJsonArray()}}));
    QCOMPARE(rows[3][u"folder"_s].toString(), u"/srv/faxes"_s);
}

void RuleStoreTest::aCopiedRowStaysUnread()
{
    m_files->put(rulesFile(shortRuleJson() + ", " + shortRuleJson(R"(, "enabled": false)")));
    RuleStore store(m_files->folder());
    store.load();
    QCOMPARE(store.rules().size(), 1);
    QVERIFY(store.rules().constFirst().enabled);
    QVERIFY(remove(store, store.rules().constFirst().id).value());
    QCOMPARE(store.rules().size(), 1); // the other one comes to light
    QVERIFY(!store.rules().constFirst().enabled);
}

void RuleStoreTest::neverOverwrites_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &said) {
        QTest::addRow("%s", name) << bytes
                                  << u"%1 is damaged (%2), so it is left as it is."_s.arg(u"%1"_s,
                                                                                          said);
    };
    QTest::addRow("a newer version")
        << QByteArray(R"({"version": 9, "rules": {}})")
        << u"%1 was written by a newer Proserpina (version 9), so it is left as it is."_s;
    row("an empty file", "", u"it is empty"_s);
    row("cut off", rulesFile(shortRuleJson()).first(60), u"it ends in the middle"_s);
    row("NUL octets", QByteArray(512, '\0'), u"it holds 512 NUL octets"_s);
    row("a plain list", "[]", u"there is no usable \"version\" in it"_s);
    row("null", "null", u"it holds no list"_s);
    row("no version", R"({"rules": []})", u"there is no usable \"version\" in it"_s);
    row("no rules", R"({"version": 1})", u"there is no list \"rules\" in it"_s);
    row("servers", R"({"version": 1, "servers": []})", u"there is no list \"rules\" in it"_s);
}

void RuleStoreTest::neverOverwrites()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    m_files->put(bytes);
    RuleStore store(m_files->folder());
    store.load();
    QVERIFY(store.problem().isReadOnly());
    QCOMPARE(store.problemSentence().english(), said.arg(m_files->path()));
    const AutosendRule rule = ruleFor(u"/srv/faxes"_s);
    for (const auto &result : {put(store, rule), putAt(store, rule, 0), remove(store, rule.id),
                               move(store, rule.id, 1)}) {
        QVERIFY(!result.ok());
        QCOMPARE(result.error().detail.english(), said.arg(m_files->path()));
    }
    QVERIFY(store.rules().isEmpty());
    QVERIFY(!store.kept());
    QCOMPARE(m_files->content(), bytes);
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"autosend.json"_s});
}

void RuleStoreTest::aNewerVersionIsStillListed()
{
    m_files->put("{\"version\": 9, \"rules\": [" + shortRuleJson() + ", {\"kind\": \"new\"}]}");
    RuleStore store(m_files->folder());
    store.load();
    QCOMPARE(foldersOf(store.rules()), QStringList{u"/srv/scans"_s});
    QCOMPARE(store.problem(), (FileProblem{Kind::NewerVersion, {"version %1", {9}}, 1}));
}

void RuleStoreTest::theKeptCopyComesBack()
{
    RuleStore store(m_files->folder());
    const QList<AutosendRule> rules = putSome(store, 3);
    const QByteArray before = m_files->content();
    QVERIFY(remove(store, rules[0].id).value());
    QCOMPARE(m_files->content(u"autosend.json~"_s), before);

    m_files->put("{");
    QTRY_VERIFY(store.problem().isDamage());
    QCOMPARE(store.rules(), rules.mid(1)); // the last that was known
    QCOMPARE(store.kept().value().count, 3);
    const auto restored = restore(store);
    QVERIFY(restored.ok());
    QCOMPARE(restored->copy.count, 3);
    QCOMPARE(restored->damagedFile, m_files->path(u"autosend.json.damaged"_s));
    QCOMPARE(m_files->content(u"autosend.json.damaged"_s), QByteArray("{"));
    QCOMPARE(m_files->content(), before);
    QCOMPARE(store.rules(), rules);
    QCOMPARE(store.problem(), FileProblem());
    QVERIFY(!store.kept());
}

void RuleStoreTest::putsAndRemoves()
{
    RuleStore store(m_files->folder());
    QList<AutosendRule> rules = putSome(store, 3);
    QCOMPARE(foldersOf(rules), (QStringList{u"/0"_s, u"/1"_s, u"/2"_s}));
    rules[1].subject = u"{file}, scanned"_s;
    QVERIFY(put(store, rules[1]).value());
    QCOMPARE(store.rules(), rules); // where it was
    QVERIFY(remove(store, rules[1].id).value());
    QVERIFY(!remove(store, rules[1].id).value());
    QCOMPARE(foldersOf(store.rules()), (QStringList{u"/0"_s, u"/2"_s}));
}

void RuleStoreTest::putsBackWhereItWas_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QStringList>("folders");
    QTest::addRow("the first") << 0 << QStringList{u"/new"_s, u"/0"_s, u"/1"_s};
    QTest::addRow("between") << 1 << QStringList{u"/0"_s, u"/new"_s, u"/1"_s};
    QTest::addRow("the last") << 2 << QStringList{u"/0"_s, u"/1"_s, u"/new"_s};
    QTest::addRow("others have gone meanwhile") << 9 << QStringList{u"/0"_s, u"/1"_s, u"/new"_s};
}

void RuleStoreTest::putsBackWhereItWas()
{
    QFETCH(int, place);
    QFETCH(QStringList, folders);
    RuleStore store(m_files->folder());
    QCOMPARE(putSome(store, 2).size(), 2);
    const AutosendRule rule = ruleFor(u"/new"_s);
    QVERIFY(putAt(store, rule, place).value());
    QCOMPARE(foldersOf(store.rules()), folders);
    QVERIFY(!putAt(store, rule, place).value());
    QCOMPARE(foldersOf(store.rules()), folders);
}

void RuleStoreTest::moves_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<QStringList>("folders");
    const QStringList usual{u"/0"_s, u"/1"_s, u"/2"_s};
    QTest::addRow("up") << -1 << QStringList{u"/1"_s, u"/0"_s, u"/2"_s};
    QTest::addRow("down") << 1 << QStringList{u"/0"_s, u"/2"_s, u"/1"_s};
    QTest::addRow("further down than there is") << 9 << QStringList{u"/0"_s, u"/2"_s, u"/1"_s};
    QTest::addRow("nowhere") << 0 << usual;
}

void RuleStoreTest::moves()
{
    QFETCH(int, by);
    QFETCH(QStringList, folders);
    RuleStore store(m_files->folder());
    const QList<AutosendRule> rules = putSome(store, 3);
    QCOMPARE(move(store, rules[1].id, by).value(), by != 0);
    QCOMPARE(foldersOf(store.rules()), folders);
    QVERIFY(!move(store, QUuid::createUuid(), 1).value());
    RuleStore again(m_files->folder());
    again.load();
    QCOMPARE(foldersOf(again.rules()), folders);
}

/// A person counts the rules that are shown.
void RuleStoreTest::movesPastWhatCannotBeRead()
{
    AutosendRule second = ruleFor(u"/second"_s);
    m_files->put(rulesFile(shortRuleJson() + ", 5, " + ruleJson(second)));
    RuleStore store(m_files->folder());
    QVERIFY(move(store, second.id, -1).value());
    QCOMPARE(foldersOf(store.rules()), (QStringList{u"/second"_s, u"/srv/scans"_s}));
    QVERIFY(!move(store, second.id, -1).value());
    QVERIFY(remove(store, second.id).value());
    QVERIFY(putAt(store, second, 0).value());
    QCOMPARE(foldersOf(store.rules()), (QStringList{u"/second"_s, u"/srv/scans"_s}));
    QCOMPARE(m_files->json()[u"rules"_s].toArray().size(), 3);
}

void RuleStoreTest::seesForeignChanges()
{
    RuleStore window(m_files->folder());
    window.load();
    QSignalSpy changed(&window, &RuleStore::changed);
    RuleStore commandLine(m_files->folder());
    QVERIFY(put(commandLine, ruleFor(u"/first"_s)).ok());
    QTRY_COMPARE(window.rules(), commandLine.rules());
    m_files->put(rulesFile(shortRuleJson())); // an editor, in place
    QTRY_COMPARE(foldersOf(window.rules()), QStringList{u"/srv/scans"_s});
    QCOMPARE(changed.size(), 2);
    m_files->put("{}", u"servers.json"_s);
    QVERIFY(QFile::remove(m_files->path()));
    QTRY_VERIFY(window.rules().isEmpty());
    QCOMPARE(changed.size(), 3);
}

void RuleStoreTest::twoStoresLoseNothing()
{
    RuleStore window(m_files->folder());
    RuleStore commandLine(m_files->folder());
    int answers = 0;
    const auto answered = [&](const core::Result<bool> &result) { answers += *result ? 1 : 0; };
    QStringList expected;
    for (int i = 0; i < 20; ++i) {
        const QString folder = u"/window/%1"_s.arg(i);
        window.put(ruleFor(folder), this, answered);
        commandLine.put(ruleFor(u"/command line/%1"_s.arg(i)), this, answered);
        expected << folder << u"/command line/%1"_s.arg(i);
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers, 40, 30'000);
    RuleStore both(m_files->folder());
    both.load();
    QStringList folders = foldersOf(both.rules());
    folders.sort();
    expected.sort();
    QCOMPARE(folders, expected);
    QTRY_COMPARE(window.rules(), both.rules());
}

void RuleStoreTest::saysWhoHoldsTheLock()
{
    m_files->put(rulesFile({}));
    QLockFile other(m_files->path(u"autosend.json.lock"_s));
    QVERIFY(other.tryLock(0));
    RuleStore store(m_files->folder());
    QCOMPARE(put(store, ruleFor(u"/first"_s)).error().detail.english(),
             u"Another program is still saving autosend.json (%1 is there)."_s.arg(
                 m_files->path(u"autosend.json.lock"_s)));
    QCOMPARE(m_files->content(), rulesFile({}));
    other.unlock();
    QVERIFY(put(store, ruleFor(u"/first"_s)).ok());
}

PROSERPINA_TEST(RuleStoreTest)
#include "tst_rulestore.moc"
