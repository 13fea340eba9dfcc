// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"
#include "program.h"
#include "testmain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>

#include <deque>
#include <iterator>

using namespace Qt::StringLiterals;

namespace
{

constexpr int rounds = 200;
/// A round does not wait for the command lines of the last ones: so some of them are always at it
/// while the window saves, and the test does not spend its time waiting for programs to start.
constexpr int mostAtOnce = 2;

} // namespace

/// Window and built command line save servers into the same folders at the same time: nothing that
/// either saved is lost, and the window shows it all.
class BesideCommandLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nobodysServersAreLost();

private:
    /// The sender's address, by name, of every server that was saved.
    using Addresses = QMap<QString, QString>;

    void startCommandLine(int round);
    /// Until no more than that many still run; each must have saved.
    void awaitCommandLines(qsizetype most);
    void saveInWindow(Program &program, int save);
    [[nodiscard]] Addresses inFile() const;
    [[nodiscard]] static QStringList namesShown(const Program &program);

    std::unique_ptr<QTemporaryDir> m_home;
    std::deque<std::unique_ptr<QProcess>> m_commandLines;
    Addresses m_expected;
};

void BesideCommandLineTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_commandLines.clear();
    m_expected.clear();
}

/// Each second round changes a server that an earlier one has added.
void BesideCommandLineTest::startCommandLine(int round)
{
    const int earlier = round - mostAtOnce - 1;
    const bool adds = round % 2 == 0 || earlier < 0;
    const QString name = u"command line %1"_s.arg(adds ? round : earlier);
    const QString address = u"c%1@example.org"_s.arg(round);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
        environment.insert(QString::fromLatin1(variable), m_home->path());
    }
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{u"server"_s, adds ? u"add"_s : u"edit"_s, name, u"--address"_s, address};
    if (adds) {
        arguments += {u"--host"_s, u"mail.example.org"_s};
    }
    process->start(QStringLiteral(PROSERPINA_BUILD "/bin/proserpina-cli"), arguments);
    m_commandLines.push_back(std::move(process));
    m_expected[name] = address;
}

void BesideCommandLineTest::awaitCommandLines(qsizetype most)
{
    while (std::ssize(m_commandLines) > most) {
        const QProcess &oldest = *m_commandLines.front();
        QVERIFY(clicks::runUntil([&] { return oldest.state() == QProcess::NotRunning; }));
        QCOMPARE(oldest.exitStatus(), QProcess::NormalExit);
        QCOMPARE(oldest.exitCode(), 0);
        m_commandLines.pop_front();
    }
}

/// By the buttons, as the command line does: each second save changes the server of the save
/// before.
void BesideCommandLineTest::saveInWindow(Program &program, int save)
{
    const bool adds = save % 2 == 0;
    const QString name = u"window %1"_s.arg(adds ? save : save - 1);
    const QString address = u"w%1@example.org"_s.arg(save);
    if (adds) {
        QVERIFY(program.click("newButton"));
        QVERIFY(program.type("nameEdit", name));
        QVERIFY(program.type("hostEdit", u"mail.example.org"_s));
    } else {
        QVERIFY(clicks::select(program, name));
        QVERIFY(program.click("editButton"));
        QCOMPARE(program.find<QLineEdit>("nameEdit")->text(), name);
    }
    QVERIFY(program.type("addressEdit", address));
    QVERIFY(program.click("saveButton"));
    // The list is shown again, and says so, when it is saved.
    QVERIFY(clicks::runUntil([&] { return program.find<QPushButton>("newButton") != nullptr; }));
    QVERIFY(program.text("noticeText").contains(name));
    m_expected[name] = address;
}

BesideCommandLineTest::Addresses BesideCommandLineTest::inFile() const
{
    QFile file(m_home->filePath(u"proserpina/servers.json"_s));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    Addresses addresses;
    const QJsonArray servers =
        QJsonDocument::fromJson(file.readAll()).object()[u"servers"_s].toArray();
    for (const QJsonValue server : servers) {
        addresses[server[u"name"_s].toString()] = server[u"address"_s].toString();
    }
    return addresses;
}

QStringList BesideCommandLineTest::namesShown(const Program &program)
{
    QStringList names;
    const QAbstractItemModel *model = clicks::modelOf(program, "serverView");
    for (int row = 1; model != nullptr && row < model->rowCount(); ++row) { // 0: practice server
        names.append(model->index(row, 1).data().toString());
    }
    names.sort();
    return names;
}

void BesideCommandLineTest::nobodysServersAreLost()
{
    const QString folder = m_home->filePath(u"proserpina"_s);
    Program program(folder, folder);
    QVERIFY(program.showPage(ServerList));
    QElapsedTimer all;
    all.start();
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        startCommandLine(round);
        saveInWindow(program, round);
        awaitCommandLines(mostAtOnce);
    }
    awaitCommandLines(0);
    QVERIFY(!QTest::currentTestFailed());
    qInfo("%d saves of either side in %lld ms", rounds, all.elapsed());
    QCOMPARE(inFile(), m_expected);
    QVERIFY(
        clicks::runUntil([&] { return namesShown(program) == QStringList(m_expected.keys()); }));
}

PROSERPINA_TEST(BesideCommandLineTest)

#include "tst_besidecommandline.moc"
