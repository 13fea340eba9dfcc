// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverfolder.h"
#include "store/serverstore.h"
#include "testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLockFile>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using store::ServerStore;

/// The queue of saves: when they are made and when their answers come.
class ServerStoreSavesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runInOrder();
    void changedComesBeforeTheAnswer();
    void areMadeWithoutAnybodyToTell();
    void leaveTheEventLoopTurning();
    void giveUpTogether();
    void mayBeQueuedFromAnAnswer();
    void outliveTheStore();
    void areNotLostSilentlyWithTheStore();

private:
    [[nodiscard]] QStringList namesInTheFile() const;

    std::unique_ptr<ServerFolder> m_files;
    std::unique_ptr<QLockFile> m_other; // another program's, not yet taken
};

void ServerStoreSavesTest::init()
{
    m_files = std::make_unique<ServerFolder>();
    m_files->put(serversFile({}));
    m_other = std::make_unique<QLockFile>(m_files->path(u"servers.json.lock"_s));
}

QStringList ServerStoreSavesTest::namesInTheFile() const
{
    ServerStore store(m_files->folder());
    store.load();
    return namesOf(store);
}

void ServerStoreSavesTest::runInOrder()
{
    ServerStore store(m_files->folder());
    core::ServerEntry first = entryNamed(u"first"_s);
    first.id = QUuid::createUuid();
    QStringList answers;
    const auto said = [&](const QString &what, bool good) {
        answers += what + (good ? u" good"_s : u" refused"_s);
    };
    store.add(first, this, [&](const auto &added) { said(u"add"_s, added && *added == first.id); });
    store.add(entryNamed(u"first"_s), this,
              [&](const auto &added) { said(u"add again"_s, added.ok()); });
    first.profile.name = u"renamed"_s;
    store.update(first, this, [&](const auto &updated) { said(u"update"_s, updated && *updated); });
    store.add(entryNamed(u"first"_s), this,
              [&](const auto &added) { said(u"add once more"_s, added.ok()); });
    store.remove(first.id, this, [&](const auto &removed) { said(u"remove"_s, *removed); });
    store.remove(first.id, this, [&](const auto &removed) { said(u"remove again"_s, *removed); });
    QVERIFY(answers.isEmpty());
    QVERIFY(store.servers().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 6, 20'000);
    QCOMPARE(answers,
             (QStringList{u"add good"_s, u"add again refused"_s, u"update good"_s,
                          u"add once more good"_s, u"remove good"_s, u"remove again refused"_s}));
    QCOMPARE(namesInTheFile(), QStringList{u"first"_s});
}

void ServerStoreSavesTest::changedComesBeforeTheAnswer()
{
    ServerStore store(m_files->folder());
    QStringList order;
    connect(&store, &ServerStore::changed, this, [&] { order += u"changed"_s; });
    store.add(entryNamed(u"first"_s), this, [&](const auto &) {
        order += u"answer, servers: "_s + QString::number(store.servers().size());
    });
    QTRY_COMPARE(order.size(), 2);
    QCOMPARE(order, (QStringList{u"changed"_s, u"answer, servers: 1"_s}));
}

void ServerStoreSavesTest::areMadeWithoutAnybodyToTell()
{
    ServerStore store(m_files->folder());
    bool told = false;
    {
        QObject page;
        store.add(entryNamed(u"first"_s), &page, [&](const auto &) { told = true; });
    }
    auto page = std::make_unique<QObject>();
    store.add(entryNamed(u"second"_s), page.get(), [&](const auto &) { told = true; });
    // Gone between the save and its answer.
    connect(&store, &ServerStore::changed, this, [&] {
        if (store.servers().size() == 2) {
            page.reset();
        }
    });
    store.add(entryNamed(u"third"_s), this, {});
    QVERIFY(add(store, entryNamed(u"fourth"_s)).ok());
    QVERIFY(!page);
    QVERIFY(!told);
    QCOMPARE(namesInTheFile(), (QStringList{u"first"_s, u"second"_s, u"third"_s, u"fourth"_s}));
}

void ServerStoreSavesTest::leaveTheEventLoopTurning()
{
    QVERIFY(m_other->tryLock(0));
    ServerStore store(m_files->folder());
    std::optional<core::Result<QUuid>> answer;
    store.add(entryNamed(u"first"_s), this, [&](const auto &added) { answer = added; });
    QTimer clock;
    int ticks = 0;
    connect(&clock, &QTimer::timeout, this, [&] { ++ticks; });
    clock.start(1);
    QTRY_VERIFY(ticks >= 100); // the save was tried in between, again and again
    QVERIFY(!answer);
    QCOMPARE(m_files->content(), serversFile({}));
    m_other->unlock();
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(namesInTheFile(), QStringList{u"first"_s});
}

void ServerStoreSavesTest::giveUpTogether()
{
    QVERIFY(m_other->tryLock(0));
    ServerStore store(m_files->folder());
    QStringList said;
    QElapsedTimer clock;
    qint64 first = 0;
    clock.start();
    for (int i = 0; i < 3; ++i) {
        store.add(entryNamed(QString::number(i)), this, [&](const auto &added) {
            said += added ? u"saved"_s : added.error().detail.english();
            first = said.size() == 1 ? clock.restart() : first;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 3, 60'000);
    QVERIFY(clock.elapsed() < first); // each for itself would wait as long again
    const QString held = u"Another program is still saving servers.json (%1 is there)."_s.arg(
        m_files->path(u"servers.json.lock"_s));
    QCOMPARE(said, (QStringList{held, held, held}));
    QVERIFY(store.servers().isEmpty());
    QCOMPARE(m_files->content(), serversFile({}));
    m_other->unlock();
    QVERIFY(add(store, entryNamed(u"first"_s)).ok());
}

void ServerStoreSavesTest::mayBeQueuedFromAnAnswer()
{
    auto store = std::make_unique<ServerStore>(m_files->folder());
    store->add(entryNamed(u"first"_s), this, [&](const auto &) {
        store->add(entryNamed(u"second"_s), this, [&](const auto &) { store.reset(); });
    });
    QTRY_VERIFY(!store);
    QCOMPARE(namesInTheFile(), (QStringList{u"first"_s, u"second"_s}));
}

void ServerStoreSavesTest::outliveTheStore()
{
    auto store = std::make_unique<ServerStore>(m_files->folder());
    int answers = 0;
    for (int i = 0; i < 3; ++i) {
        store->add(entryNamed(QString::number(i)), this,
                   [&](const auto &added) { answers += added.ok() ? 1 : 0; });
    }
    store.reset();
    QCOMPARE(namesInTheFile(), (QStringList{u"0"_s, u"1"_s, u"2"_s}));
    QCOMPARE(answers, 0); // not inside the destructor either
    QTRY_COMPARE(answers, 3);
}

void ServerStoreSavesTest::areNotLostSilentlyWithTheStore()
{
    QVERIFY(m_other->tryLock(0));
    auto store = std::make_unique<ServerStore>(m_files->folder());
    QStringList said;
    for (int i = 0; i < 8; ++i) {
        store->add(entryNamed(QString::number(i)), this, [&](const auto &added) {
            said += added ? u"saved"_s : added.error().detail.english();
        });
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Another program is still"_s));
    }
    store.reset(); // and does not wait for good
    QVERIFY(m_other->isLocked());
    QTRY_COMPARE(said.size(), 8);
    QVERIFY(said.constLast().startsWith(u"Another program is still saving"_s));
    QCOMPARE(m_files->content(), serversFile({}));
}

PROSERPINA_TEST(ServerStoreSavesTest)
#include "tst_serverstoresaves.moc"
