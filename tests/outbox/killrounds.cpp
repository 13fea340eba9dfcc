// SPDX-License-Identifier: GPL-3.0-or-later
#include "killrounds.h"

#include "service/delivery.h"
#include "service/servers.h"

#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using outbox::State;

namespace
{

constexpr int mailsPerProgram = 10;
const QString program = QStringLiteral(PROSERPINA_BUILD "/bin/killedoutbox");

bool saveServer(const QString &folder, quint16 port)
{
    service::Servers servers(folder, folder);
    servers.load();
    core::ServerEntry entry;
    entry.profile.name = u"sink"_s;
    entry.profile.host = u"127.0.0.1"_s;
    entry.profile.port = port;
    entry.profile.security = core::Security::None;
    entry.profile.method = core::Method::None;
    entry.profile.pace.connections = 3;
    entry.address = u"a@example.org"_s;
    bool saved = false;
    servers.save(entry, {}, &servers, [&saved](const auto &done) { saved = done.ok(); });
    return QTest::qWaitFor([&saved] { return saved; }, 10'000);
}

} // namespace

QString KillCounts::text() const
{
    return u"%1 rounds: accepted %2, arrived %3, unknown %4, lost %5, doubled %6, stuck %7"_s
        .arg(rounds)
        .arg(accepted)
        .arg(arrived)
        .arg(unknown)
        .arg(lost)
        .arg(doubled)
        .arg(stuck);
}

bool KillRounds::play(int rounds)
{
    for (int i = 0; i < rounds; ++i) {
        if (!playRound()) {
            return false;
        }
    }
    return true;
}

bool KillRounds::playRound()
{
    const QTemporaryDir folder;
    MailSink sink;
    if (!sink.listen(QHostAddress::LocalHost) || !saveServer(folder.path(), sink.serverPort())) {
        return false;
    }
    QSet<QByteArray> accepted;
    std::array<QProcess, 2> programs;
    for (QProcess &one : programs) {
        one.start(program, {folder.path(), QString::number(mailsPerProgram), u"b@example.org"_s});
        if (!one.waitForStarted()) {
            return false;
        }
    }
    for (QProcess &one : programs) {
        QTest::qWait(m_random.bounded(250)); // when it is killed is what is tried out
        one.kill();
        one.waitForFinished();
    }
    QProcess rest;
    rest.start(program, {folder.path(), u"0"_s, u"--once"_s});
    if (!QTest::qWaitFor([&rest] { return rest.state() == QProcess::NotRunning; }, 60'000)) {
        return false;
    }
    for (QProcess &one : programs) {
        for (const QByteArray &line : one.readAllStandardOutput().split('\n')) {
            if (line.startsWith('<') && line.endsWith('>')) { // the last may be cut off
                accepted.insert(line);
            }
        }
    }
    outbox::Outbox outbox(folder.path() + u"/outbox"_s);
    const auto mails = outbox.mails({});
    if (!mails) {
        return false;
    }
    QSet<QByteArray> unknown;
    for (const outbox::Mail &mail : *mails) {
        if (mail.state == State::Unknown) {
            unknown.insert(mail.messageId);
        } else if (mail.state != State::Sent) {
            ++m_counts.stuck;
        }
    }
    for (const QByteArray &id : accepted) {
        m_counts.lost += int{!sink.taken.contains(id) && !unknown.contains(id)};
    }
    for (const int times : std::as_const(sink.taken)) {
        m_counts.doubled += int{times > 1};
    }
    ++m_counts.rounds;
    m_counts.accepted += static_cast<int>(accepted.size());
    m_counts.arrived += static_cast<int>(sink.taken.size());
    m_counts.unknown += static_cast<int>(unknown.size());
    return true;
}
