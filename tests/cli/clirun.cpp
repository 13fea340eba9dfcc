// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

QJsonObject CliRun::json() const
{
    return QJsonDocument::fromJson(out).object();
}

namespace
{

const QString programFile = QStringLiteral(PROSERPINA_BUILD "/bin/proserpina-cli");

CliRun runProgram(const QString &program, const QStringList &arguments, const CliInput &input)
{
    const QTemporaryDir empty;
    const QString home = input.home.isEmpty() ? empty.path() : input.home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"LANGUAGE"_s, u"en"_s);
    environment.insert(input.environment);
    environment.insert(u"HOME"_s, home);
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
        environment.insert(QString::fromLatin1(name), home);
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    if (!input.outputFile.isEmpty()) {
        process.setStandardOutputFile(input.outputFile);
    }
    process.start(program, arguments);
    process.write(input.standardInput);
    process.closeWriteChannel();
    CliRun run;
    bool interrupted = false;
    const bool ended = QTest::qWaitFor(
        [&] {
            run.out += process.readAllStandardOutput();
            if (input.interruptAfterOutputOf > 0 && !interrupted &&
                run.out.size() >= input.interruptAfterOutputOf) {
                interrupted = true;
                ::kill(static_cast<pid_t>(process.processId()), SIGINT);
            }
            return process.state() == QProcess::NotRunning;
        },
        60'000);
    run.out += process.readAllStandardOutput();
    run.error = process.readAllStandardError();
    if (ended && process.exitStatus() == QProcess::NormalExit) {
        run.exitCode = process.exitCode();
    } else {
        process.kill();
        process.waitForFinished();
    }
    return run;
}

} // namespace

CliRun runCli(const QStringList &arguments, const CliInput &input)
{
    return runProgram(programFile, arguments, input);
}

CliRun runCliOctets(const QByteArrayList &arguments, const CliInput &input)
{
    QTemporaryFile script;
    if (!script.open()) {
        return {};
    }
    script.write("exec '" + programFile.toUtf8() + '\'');
    for (QByteArray argument : arguments) {
        script.write(" '" + argument.replace("'", "'\\''") + '\'');
    }
    script.close();
    return runProgram(u"/bin/sh"_s, {script.fileName()}, input);
}
