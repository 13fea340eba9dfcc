// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/application.h"
#include "cli/waitingline.h"
#include "pseudoterminal.h"
#include "service/providers.h"
#include "service/servers.h"
#include "testmain.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using core::Stage;

/// The line that tells a person at a terminal what is waited for.
class WaitingLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatIsWaitedFor_data();
    void tellsWhatIsWaitedFor();
    void countsUpInPlace();
    void isGoneWhenTheStageEnds();
    void isGoneBeforeAnotherLine();
    void saysNothingBeforeItsTime();
    void saysNothingOfAFarewell();
    void saysNothingInAPause();
    void tellsHowMuchIsSent();
    void needsATerminal_data();
    void needsATerminal();
    void ofACommand_data();
    void ofACommand();
};

namespace
{

constexpr cli::Patience impatient{1ms, 20ms};
constexpr cli::Patience afterLong{1h, 1h};

core::Deadlines limits()
{
    return {1s, 2s, 30s, 4s, 5s, 6s, 7s};
}

} // namespace

void WaitingLineTest::init()
{
    qputenv("TERM", "xterm");
    qputenv("NO_COLOR", "1");
}

void WaitingLineTest::tellsWhatIsWaitedFor_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](Stage stage, const char *says) {
        QTest::addRow("%s", says) << stage << QByteArray(says);
    };
    row(Stage::Dns, "Waiting: name look-up (DNS) (0.001 s of at most 1 s)");
    row(Stage::Connect, "Waiting: connecting (0.001 s of at most 1 s)");
    row(Stage::Greeting, "Waiting: greeting (0.001 s of at most 30 s)");
    row(Stage::Auth, "Waiting: login (AUTH) (0.001 s of at most 4 s)");
    row(Stage::Message, "Waiting: preparing the message (0.001 s)");
}

void WaitingLineTest::tellsWhatIsWaitedFor()
{
    QFETCH(Stage, stage);
    QFETCH(QByteArray, says);
    PseudoTerminal screen;
    QVERIFY(screen.isOpen());
    cli::Terminal terminal(screen.file(), screen.file());
    cli::WaitingLine waiting(terminal, limits(), {1ms, 1h});
    waiting.onTold(core::StageStarted{stage});
    QTRY_COMPARE(screen.lastLine(), says);
}

void WaitingLineTest::countsUpInPlace()
{
    PseudoTerminal screen;
    cli::Terminal terminal(screen.file(), screen.file());
    cli::WaitingLine waiting(terminal, limits(), impatient);
    waiting.onTold(core::StageStarted{Stage::Greeting});
    QTRY_VERIFY(screen.written().contains("(0.041 s "));
    QVERIFY(screen.written().contains("(0.001 s ") && screen.written().contains("(0.021 s "));
    QVERIFY(!screen.written().contains('\n'));
}

void WaitingLineTest::isGoneWhenTheStageEnds()
{
    PseudoTerminal screen;
    cli::Terminal terminal(screen.file(), screen.file());
    {
        cli::WaitingLine waiting(terminal, limits(), {1ms, 1h});
        waiting.onTold(core::StageStarted{Stage::Greeting});
        QTRY_VERIFY(screen.lastLine().contains("greeting"));
        waiting.onTold(core::StageStarted{Stage::Quit});
        QCOMPARE(screen.lastLine(), QByteArray());
        waiting.onTold(core::StageStarted{Stage::Auth});
        QTRY_VERIFY(screen.lastLine().contains("login"));
    }
    QCOMPARE(screen.lastLine(), QByteArray());
}

void WaitingLineTest::isGoneBeforeAnotherLine()
{
    PseudoTerminal screen;
    cli::Terminal terminal(screen.file(), screen.file());
    cli::WaitingLine waiting(terminal, limits(), {1ms, 1h});
    waiting.onTold(core::StageStarted{Stage::Greeting});
    QTRY_VERIFY(!screen.lastLine().isEmpty());
    terminal.line(u"220 mx.example.org"_s);
    QVERIFY(screen.written().endsWith("\r\x1B[K220 mx.example.org\r\n"));
}

void WaitingLineTest::saysNothingBeforeItsTime()
{
    PseudoTerminal screen;
    cli::Terminal terminal(screen.file(), screen.file());
    cli::WaitingLine waiting(terminal, limits(), afterLong);
    waiting.onTold(core::StageStarted{Stage::Greeting});
    waiting.onTold(core::StageStarted{Stage::Auth});
    QCoreApplication::processEvents();
    QCOMPARE(screen.written(), QByteArray());
}

void WaitingLineTest::saysNothingOfAFarewell()
{
    PseudoTerminal screen;
    cli::Terminal terminal(screen.file(), screen.file());
    cli::Terminal other(screen.file(), screen.file());
    cli::WaitingLine farewell(terminal, limits(), impatient);
    farewell.onTold(core::StageStarted{Stage::Quit});
    cli::WaitingLine popFarewell(terminal, limits(), impatient);
    popFarewell.onTold(core::StageStarted{Stage::PopQuit});
    // By now their time would have come too.
    cli::WaitingLine waiting(other, limits(), {30ms, 1h});
    waiting.onTold(core::StageStarted{Stage::Auth});
    QTRY_VERIFY(screen.lastLine().contains("login"));
    QVERIFY(!screen.written().contains("end of the"));
}

/// Between two connections nobody is waited for, until something is sent again.
void WaitingLineTest::saysNothingInAPause()
{
    using Direction = core::TranscriptLine::Direction;
    PseudoTerminal screen;
    cli::Terminal terminal(screen.file(), screen.file());
    cli::WaitingLine waiting(terminal, limits(), {1ms, 1h});
    waiting.onTold(core::StageStarted{Stage::Mail});
    QTRY_VERIFY(!screen.lastLine().isEmpty());
    waiting.onTold(core::TranscriptLine{0, Direction::Server, false, "421 bye", {}});
    QVERIFY(!screen.lastLine().isEmpty());
    waiting.onTold(core::TranscriptLine{0, Direction::Note, false, {}, u"connecting again"_s});
    QCOMPARE(screen.lastLine(), QByteArray());
    waiting.onTold(core::TranscriptLine{0, Direction::Client, false, "EHLO x", {}});
    QTRY_VERIFY(!screen.lastLine().isEmpty());
}

void WaitingLineTest::tellsHowMuchIsSent()
{
    PseudoTerminal screen;
    cli::Terminal terminal(screen.file(), screen.file());
    cli::WaitingLine waiting(terminal, limits(), impatient);
    waiting.onTold(core::StageStarted{Stage::Body});
    waiting.onTold(core::BodyProgress{250, 1000});
    QTRY_COMPARE(screen.lastLine(), QByteArray("Sending the message: 25% so far"));
    waiting.onTold(core::BodyProgress{1000, 1000});
    QTRY_VERIFY(screen.lastLine().startsWith("Waiting: the message itself ("));
    QVERIFY(screen.lastLine().endsWith(" s of at most 7 s)"));
}

void WaitingLineTest::needsATerminal_data()
{
    QTest::addColumn<bool>("file");
    QTest::addColumn<QByteArray>("term");
    QTest::addColumn<bool>("takes");
    QTest::addRow("a terminal") << false << QByteArray("xterm") << true;
    QTest::addRow("one that cannot go back") << false << QByteArray("dumb") << false;
    QTest::addRow("a file") << true << QByteArray("xterm") << false;
}

void WaitingLineTest::needsATerminal()
{
    QFETCH(bool, file);
    QFETCH(QByteArray, term);
    QFETCH(bool, takes);
    qputenv("TERM", term);
    PseudoTerminal screen;
    std::FILE *out = file ? std::tmpfile() : screen.file();
    cli::Terminal terminal(out, out);
    QCOMPARE(terminal.takesStatus(), takes);
    terminal.showStatus(u"waiting"_s);
    QCOMPARE(std::ftell(out) > 0 || !screen.written().isEmpty(), takes);
    if (file) {
        std::fclose(out);
    }
}

void WaitingLineTest::ofACommand_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    QTest::addRow("check: 30 s") << QStringList{u"check"_s} << QByteArray("of at most 30 s)");
    QTest::addRow("reply: 30 s") << QStringList{u"reply"_s} << QByteArray("of at most 30 s)");
    QTest::addRow("test: five minutes") << QStringList{u"test"_s, u"--from"_s, u"a@example.org"_s}
                                        << QByteArray("of at most 300 s)");
    QTest::addRow("as --timeout says")
        << QStringList{u"check"_s, u"--timeout"_s, u"90"_s} << QByteArray("of at most 90 s)");
    QTest::addRow("not in JSON") << QStringList{u"check"_s, u"--json"_s} << QByteArray();
}

void WaitingLineTest::ofACommand()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QTemporaryDir home;
    service::Servers servers(home.path(), home.path());
    servers.load();
    const service::Providers providers({}, home.path());
    const cli::Inputs inputs{
        [](const QString &) { return std::nullopt; }, [] { return std::nullopt; },
        [](const QString &) { return std::nullopt; }, [] { return QStringList(); },
        [](const QString &) { return std::nullopt; }};
    PseudoTerminal screen;
    cli::Terminal terminal(screen.file(), screen.file());
    const cli::Environment environment{terminal, inputs, servers, providers, {}, {}, {}, impatient};
    cli::Application application(environment);
    QSignalSpy ended(&application, &cli::Application::ended);
    application.start(options + QStringList{u"--host"_s, u"127.0.0.1"_s, u"--port"_s,
                                            QString::number(silent.serverPort())});
    QTRY_VERIFY(silent.hasPendingConnections());
    if (!says.isEmpty()) {
        QTRY_VERIFY2(screen.lastLine().contains("greeting") && screen.lastLine().endsWith(says),
                     screen.written());
    }
    application.cancel();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].toInt(), 130);
    QCOMPARE(screen.written().contains("Waiting"), !says.isEmpty());
    // What is printed next begins in an empty line.
    QVERIFY2(says.isEmpty() || screen.written().contains("\r\x1B[K\r\nSteps"), screen.written());
}

PROSERPINA_TEST(WaitingLineTest)

#include "tst_waiting.moc"
