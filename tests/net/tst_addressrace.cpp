// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/addressrace.h"
#include "silentport.h"
#include "testmain.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using core::AddressAttempt;
using core::Failure;

namespace
{

constexpr auto wholeTime = std::chrono::seconds(20);

/// What a host of the race is like. Multicast cannot be connected to, and the kernel says so before
/// anything is sent: a network that is not there.
enum class Host
{
    Live,
    Refuses,
    Silent,
    NoNetwork,
};

/// Hosts with one port in common, each with an address of its own.
class Hosts
{
public:
    explicit Hosts(const QList<std::pair<QHostAddress, Host>> &hosts)
    {
        for (const auto &[address, host] : hosts) {
            m_addresses.append(host == Host::NoNetwork ? QHostAddress(u"224.0.0.1"_s) : address);
        }
        // The free port of one is rarely taken at another.
        for (int tries = 0; tries < 20 && !build(hosts); ++tries) {
        }
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const QList<QHostAddress> &addresses() const { return m_addresses; }
    [[nodiscard]] SilentPort *silent() { return m_silent.empty() ? nullptr : m_silent[0].get(); }
    [[nodiscard]] int accepted() const
    {
        int count = 0;
        for (const auto &server : m_live) {
            count += server->hasPendingConnections() ? 1 : 0;
        }
        return count;
    }

private:
    bool build(const QList<std::pair<QHostAddress, Host>> &hosts)
    {
        m_live.clear();
        m_silent.clear();
        QTcpServer any;
        m_port = any.listen(QHostAddress::LocalHost) ? any.serverPort() : 0;
        any.close();
        bool all = m_port != 0;
        for (const auto &[address, host] : hosts) {
            if (host == Host::Live) {
                m_live.push_back(std::make_unique<QTcpServer>());
                all = all && m_live.back()->listen(address, m_port);
            } else if (host == Host::Silent) {
                m_silent.push_back(std::make_unique<SilentPort>(address, m_port));
                all = all && m_silent.back()->port() == m_port;
            }
        }
        return all;
    }

    QList<QHostAddress> m_addresses;
    std::vector<std::unique_ptr<QTcpServer>> m_live;
    std::vector<std::unique_ptr<SilentPort>> m_silent;
    quint16 m_port = 0;
};

/// A race and what it said.
struct Run
{
    net::AddressRace race;
    QList<AddressAttempt> failed;
    std::optional<AddressAttempt> winner;
    std::optional<Failure> lost;
    QElapsedTimer clock;
    qint64 ms = 0;

    explicit Run(const Hosts &hosts, std::chrono::milliseconds time = wholeTime)
        : race(hosts.addresses(), hosts.port(), time)
    {
        QObject::connect(&race, &net::AddressRace::attemptFailed, &race,
                         [this](const AddressAttempt &attempt) { failed.append(attempt); });
        QObject::connect(&race, &net::AddressRace::won, &race,
                         [this](const AddressAttempt &attempt) {
                             winner = attempt;
                             ms = clock.elapsed();
                         });
        QObject::connect(&race, &net::AddressRace::lost, &race, [this](Failure failure) {
            lost = failure;
            ms = clock.elapsed();
        });
        clock.start();
        race.start();
    }

    [[nodiscard]] bool isOver() const { return winner || lost; }
};

const QHostAddress six(QHostAddress::LocalHostIPv6);
const QHostAddress four(QHostAddress::LocalHost);
const QHostAddress otherFour(u"127.0.0.2"_s);

} // namespace

using HostList = QList<std::pair<QHostAddress, Host>>;
Q_DECLARE_METATYPE(HostList)

/// Several addresses of one host, some of them dead (RFC 8305).
class AddressRaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTurns_data();
    void takesTurns();
    void aliveBehindDead_data();
    void aliveBehindDead();
    void allDead_data();
    void allDead();
    void theFirstGoesOnMeanwhile();
    void refusalIsFollowedAtOnce();
    void firstAliveIsAlone();
    void stopped();
};

void AddressRaceTest::takesTurns_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QStringList>("raced");
    const QStringList mixed{u"2001:db8::1"_s, u"2001:db8::2"_s, u"2001:db8::3"_s, u"192.0.2.1"_s};
    QTest::newRow("B90: three of IPv6, one of IPv4: the one is second")
        << mixed
        << QStringList{u"2001:db8::1"_s, u"192.0.2.1"_s, u"2001:db8::2"_s, u"2001:db8::3"_s};
    QTest::newRow("B91: the resolver's first family stays first")
        << QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s, u"2001:db8::1"_s}
        << QStringList{u"192.0.2.1"_s, u"2001:db8::1"_s, u"192.0.2.2"_s};
    QTest::newRow("B92: one family keeps its order") << QStringList{u"192.0.2.2"_s, u"192.0.2.1"_s}
                                                     << QStringList{u"192.0.2.2"_s, u"192.0.2.1"_s};
}

void AddressRaceTest::takesTurns()
{
    QFETCH(QStringList, given);
    QFETCH(QStringList, raced);
    QList<QHostAddress> addresses;
    for (const QString &address : given) {
        addresses.append(QHostAddress(address));
    }
    QStringList result;
    for (const QHostAddress &address : net::interleaved(addresses)) {
        result.append(address.toString());
    }
    QCOMPARE(result, raced);
}

void AddressRaceTest::aliveBehindDead_data()
{
    QTest::addColumn<HostList>("hosts");
    QTest::newRow("B90: dead IPv6, live IPv4") << HostList{{six, Host::Silent}, {four, Host::Live}};
    QTest::newRow("B90: IPv6 refuses, live IPv4")
        << HostList{{six, Host::Refuses}, {four, Host::Live}};
    QTest::newRow("B90: no IPv6 network, live IPv4")
        << HostList{{six, Host::NoNetwork}, {four, Host::Live}};
    QTest::newRow("B91: dead IPv4, live IPv6") << HostList{{four, Host::Silent}, {six, Host::Live}};
    QTest::newRow("B91: IPv4 refuses, live IPv6")
        << HostList{{four, Host::Refuses}, {six, Host::Live}};
    QTest::newRow("B92: first of two addresses silent")
        << HostList{{four, Host::Silent}, {otherFour, Host::Live}};
    QTest::newRow("B92: first of two addresses refuses")
        << HostList{{four, Host::Refuses}, {otherFour, Host::Live}};
}

void AddressRaceTest::aliveBehindDead()
{
    QFETCH(HostList, hosts);
    Hosts setup(hosts);
    const bool silent = setup.silent() != nullptr;
    Run run(setup);
    if (silent) {
        QCOMPARE(setup.silent()->knocking(), 1);
    }
    QVERIFY(QTest::qWaitFor([&] { return run.isOver(); }, 15'000));
    QVERIFY(run.winner);
    // Both are shown, each with what became of it.
    const QList<AddressAttempt> &attempts = run.race.attempts();
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts[0].address, setup.addresses()[0].toString());
    QVERIFY(!attempts[0].error.isEmpty());
    QCOMPARE(run.failed, QList<AddressAttempt>{attempts[0]});
    QCOMPARE(attempts[1].address, setup.addresses()[1].toString());
    QCOMPARE(attempts[1].error.english(), QString());
    QCOMPARE(*run.winner, attempts[1]);
    qInfo("connected %lld ms after the first attempt began", static_cast<long long>(run.ms));
    if (silent) {
        // After its 250 ms (RFC 8305 5), not after its time-out.
        static_assert(net::AddressRace::attemptDelay == std::chrono::milliseconds(250));
        QVERIFY(attempts[0].ms >= 240);
        QVERIFY(attempts[0].ms < 3000);
        // The loser is closed: nobody asks there any more.
        QTRY_COMPARE(setup.silent()->knocking(), 0);
    }
    const std::unique_ptr<QSslSocket> socket = run.race.takeSocket();
    QVERIFY(socket);
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(socket->peerAddress(), setup.addresses()[1]);
    QTRY_COMPARE(setup.accepted(), 1);
}

void AddressRaceTest::allDead_data()
{
    QTest::addColumn<HostList>("hosts");
    QTest::addColumn<Failure>("failure");
    QTest::newRow("B90: both families refuse")
        << HostList{{six, Host::Refuses}, {four, Host::Refuses}} << Failure::ConnectionRefused;
    QTest::newRow("B90: no IPv6 network, IPv4 refuses: what says most about the server counts")
        << HostList{{six, Host::NoNetwork}, {four, Host::Refuses}} << Failure::ConnectionRefused;
    QTest::newRow("B91: IPv4 refuses, no IPv6 network")
        << HostList{{four, Host::Refuses}, {six, Host::NoNetwork}} << Failure::ConnectionRefused;
    QTest::newRow("B92: one silent, one refuses")
        << HostList{{four, Host::Silent}, {otherFour, Host::Refuses}} << Failure::ConnectionRefused;
    QTest::newRow("B92: both silent")
        << HostList{{four, Host::Silent}, {otherFour, Host::Silent}} << Failure::TimedOut;
    QTest::newRow("B90: no network at all")
        << HostList{{six, Host::NoNetwork}} << Failure::Unreachable;
    QTest::newRow("B90: one silent, no network for the other")
        << HostList{{six, Host::Silent}, {four, Host::NoNetwork}} << Failure::TimedOut;
}

void AddressRaceTest::allDead()
{
    QFETCH(HostList, hosts);
    QFETCH(Failure, failure);
    Hosts setup(hosts);
    Run run(setup, std::chrono::milliseconds(600));
    QVERIFY(QTest::qWaitFor([&] { return run.isOver(); }, 15'000));
    QVERIFY(!run.winner);
    QCOMPARE(*run.lost, failure);
    QCOMPARE(run.race.attempts().size(), hosts.size());
    for (const AddressAttempt &attempt : run.race.attempts()) {
        QVERIFY(!attempt.error.isEmpty());
        QVERIFY(run.failed.contains(attempt));
    }
    QCOMPARE(run.failed.size(), hosts.size());
    if (setup.silent()) {
        QTRY_COMPARE(setup.silent()->knocking(), 0);
    }
}

/// B92: the second attempt does not end the first, which may still be the one that answers.
void AddressRaceTest::theFirstGoesOnMeanwhile()
{
    Hosts setup({{four, Host::Silent}, {otherFour, Host::Refuses}});
    Run run(setup);
    QVERIFY(QTest::qWaitFor([&] { return !run.failed.isEmpty(); }, 15'000));
    QCOMPARE(run.failed[0].address, otherFour.toString());
    QVERIFY(!run.isOver());
    setup.silent()->wake();
    QVERIFY(QTest::qWaitFor([&] { return run.isOver(); }, 15'000));
    QVERIFY(run.winner);
    QCOMPARE(run.winner->address, four.toString());
    qInfo("B92: the first address answered after %lld ms", static_cast<long long>(run.ms));
}

/// B92: ten refusals with a pause after each would take 2.5 s.
void AddressRaceTest::refusalIsFollowedAtOnce()
{
    HostList hosts;
    for (int i = 0; i < 10; ++i) {
        hosts.append({QHostAddress(u"127.0.1.%1"_s.arg(i + 1)), Host::Refuses});
    }
    hosts.append({four, Host::Live});
    Hosts setup(hosts);
    Run run(setup);
    QVERIFY(QTest::qWaitFor([&] { return run.isOver(); }, 15'000));
    QVERIFY(run.winner);
    QCOMPARE(run.failed.size(), 10);
    qInfo("B92: connected behind ten refusals after %lld ms", static_cast<long long>(run.ms));
    QVERIFY(run.ms < 2500);
}

/// B90 where nothing is dead: the other family is left in peace.
void AddressRaceTest::firstAliveIsAlone()
{
    Hosts setup({{six, Host::Live}, {four, Host::Live}});
    Run run(setup);
    QVERIFY(QTest::qWaitFor([&] { return run.isOver(); }, 15'000));
    QVERIFY(run.winner);
    QCOMPARE(run.race.attempts().size(), 1);
    QTRY_COMPARE(setup.accepted(), 1);
    QVERIFY(run.failed.isEmpty());
}

/// B92, given up by the person between two attempts.
void AddressRaceTest::stopped()
{
    Hosts setup({{four, Host::Silent}, {otherFour, Host::Silent}, {six, Host::Live}});
    Run run(setup);
    QVERIFY(QTest::qWaitFor([&] { return run.race.attempts().size() == 2; }, 15'000));
    QElapsedTimer timer;
    timer.start();
    run.race.stop();
    qInfo("stopped in %lld ms", static_cast<long long>(timer.elapsed()));
    QTRY_COMPARE(setup.silent()->knocking(), 0);
    // Longer than the next attempt would have taken to start.
    QVERIFY(!QTest::qWaitFor([&] { return run.isOver() || setup.accepted() > 0; }, 400));
    QCOMPARE(run.race.attempts().size(), 2);
    QVERIFY(run.failed.isEmpty());
}

PROSERPINA_TEST(AddressRaceTest)

#include "tst_addressrace.moc"
