// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/passwordfetch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace service
{

namespace
{

/// Long enough for a person to unlock a password store or touch a key.
constexpr auto patience = std::chrono::seconds(120);
/// A password and some notes below it; more is not a password command.
constexpr qsizetype longestOutput = qsizetype{64} * 1024;
constexpr qsizetype longestComplaint = 300;

} // namespace

PasswordFetch::PasswordFetch(const PasswordCommand &command)
    : m_command(command)
{
    m_deadline.setSingleShot(true);
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PasswordFetch::onOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &PasswordFetch::onSaid);
    connect(&m_process, &QProcess::finished, this, &PasswordFetch::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail(m_process.errorString());
        }
    });
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(QT_TRANSLATE_NOOP("core", "it took too long")); });
}

PasswordFetch::~PasswordFetch()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(200); // reaps what was just killed
    }
}

void PasswordFetch::start()
{
    if (m_command.argv.isEmpty()) {
        fail(QT_TRANSLATE_NOOP("core", "it is empty"));
        return;
    }
    m_deadline.start(patience);
    m_process.start(m_command.argv.constFirst(), m_command.argv.mid(1));
}

void PasswordFetch::onOutput()
{
    m_output += m_process.readAllStandardOutput();
    if (m_output.size() > longestOutput) {
        m_process.disconnect(this);
        m_process.kill();
        fail(QT_TRANSLATE_NOOP("core", "it says more than a password"));
    }
}

/// It goes to our stderr at once: the program may ask or explain there. Only the beginning is kept,
/// to be told where the program fails.
void PasswordFetch::onSaid()
{
    const QByteArray said = m_process.readAllStandardError();
    std::fwrite(said.constData(), 1, static_cast<size_t>(said.size()), stderr);
    std::fflush(stderr);
    m_said += said.first(std::min(said.size(), longestComplaint - m_said.size()));
}

/// The first line with words in it; empty where the program has said none, or has put there what
/// it printed as a password.
QByteArray PasswordFetch::complaint() const
{
    for (const QByteArray &line : m_said.split('\n')) {
        const QByteArray words = line.trimmed();
        if (!words.isEmpty()) {
            const QByteArray printed = m_output.left(m_output.indexOf('\n')).trimmed();
            return !printed.isEmpty() && words.contains(printed) ? QByteArray() : words;
        }
    }
    return {};
}

void PasswordFetch::onFinished(int exitCode, QProcess::ExitStatus status)
{
    m_deadline.stop();
    onSaid();
    m_output += m_process.readAllStandardOutput();
    if (status != QProcess::NormalExit) {
        fail(QT_TRANSLATE_NOOP("core", "it crashed"));
        return;
    }
    if (exitCode != 0) {
        const QByteArray words = complaint();
        fail(words.isEmpty()
                 ? core::Text(QT_TRANSLATE_NOOP("core", "it ended with exit code %1"), {exitCode})
                 : core::Text(QT_TRANSLATE_NOOP("core", "it ended with exit code %1 and said: %2"),
                              {exitCode, words}));
        return;
    }
    QByteArray line = m_output;
    if (const qsizetype end = line.indexOf('\n'); end >= 0) {
        line.truncate(end);
    }
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    m_output.fill('\0');
    if (line.isEmpty()) {
        fail(QT_TRANSLATE_NOOP("core", "its first line of output is empty"));
        return;
    }
    Q_EMIT fetched(core::Secret(line));
}

void PasswordFetch::fail(const core::Text &detail)
{
    m_output.fill('\0');
    m_deadline.stop();
    Q_EMIT fetched(core::Error{
        core::Failure::PasswordUnavailable,
        core::Text(QT_TRANSLATE_NOOP("core", "The password command did not work: %1."), {detail})});
}

} // namespace service
