// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosendhome.h"

#include "autosend/claims.h"
#include "filecontent.h"
#include "ordinaryuser.h"
#include "outbox/outbox.h"
#include "service/rules.h"
#include "service/servers.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 10'000;
constexpr int mostFiles = 1'000'000;

} // namespace

void AutosendHome::Kill::operator()(QProcess *program) const
{
    program->kill();
    program->waitForFinished();
    delete program;
}

QString AutosendHome::builtProgram()
{
    return QStringLiteral(PROSERPINA_BUILD "/bin/proserpina-cli");
}

AutosendHome::AutosendHome()
{
    rule.id = QUuid::createUuid();
    rule.folder = m_home.filePath(u"out"_s);
    rule.stillness = 100ms;
    rule.mailsPerMinute = 0;
    rule.brakeFiles = 0;
    rule.brakeOctets = 0;
    rule.to = QStringList{u"b@example.org"_s};
    QDir().mkpath(rule.folder);
    sink.listen(QHostAddress::LocalHost);
    QObject::connect(&sink, &MailSink::mailTaken, &sink,
                     [this](const QByteArray &message) { arrived.add(message); });
}

bool AutosendHome::save()
{
    const QString config = m_home.filePath(u"config/proserpina"_s);
    const QString data = m_home.filePath(u"data/proserpina"_s);
    service::Servers servers(config, data);
    servers.load();
    if (servers.servers().isEmpty()) {
        core::ServerEntry entry;
        entry.profile.name = u"sink"_s;
        entry.profile.host = u"127.0.0.1"_s;
        entry.profile.port = sink.serverPort();
        entry.profile.security = core::Security::None;
        entry.profile.method = core::Method::None;
        entry.profile.pace.connections = 3;
        entry.address = u"a@example.org"_s;
        bool done = false;
        servers.save(entry, {}, &servers, [&done](const auto &saved) { done = saved.ok(); });
        if (!QTest::qWaitFor([&done] { return done; }, patience)) {
            return false;
        }
    }
    rule.identity = servers.identities().usual()->id;
    service::Rules rules(config, servers.identities());
    rules.load();
    bool done = false;
    rules.save(rule, &rules, [&done](const auto &saved) { done = saved.ok(); });
    return QTest::qWaitFor([&done] { return done; }, patience);
}

AutosendHome::Program AutosendHome::start() const
{
    Program program(new QProcess);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"TMPDIR"_s, m_home.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    for (const auto &[name, below] :
         {std::pair("XDG_CONFIG_HOME", "config"), std::pair("XDG_DATA_HOME", "data"),
          std::pair("XDG_CACHE_HOME", "cache"), std::pair("XDG_STATE_HOME", "state")}) {
        environment.insert(QString::fromLatin1(name), m_home.filePath(QString::fromLatin1(below)));
    }
    program->setProcessEnvironment(environment);
    program->setStandardOutputFile(QProcess::nullDevice());
    program->setStandardErrorFile(m_home.filePath(u"errors"_s), QIODevice::Append);
    program->setChildProcessModifier(&OrdinaryUser::stay);
    program->start(programFile, {u"autosend"_s, u"run"_s});
    return program->waitForStarted() ? std::move(program) : nullptr;
}

bool AutosendHome::write(const QString &name, const QByteArray &content) const
{
    return writeFile(path(name), content);
}

QStringList AutosendHome::names(const QString &below) const
{
    return QDir(path(below))
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                   QDir::Name);
}

QList<outbox::MailedFile> AutosendHome::history() const
{
    outbox::Outbox outbox(m_home.filePath(u"data/proserpina/outbox"_s));
    return outbox.files(mostFiles).valueOr({});
}

outbox::MailedFile AutosendHome::file(const QString &name) const
{
    for (const outbox::MailedFile &one : history()) {
        if (one.path == name) {
            return one;
        }
    }
    return {};
}

int AutosendHome::claims() const
{
    return static_cast<int>(autosend::Claims(folder()).ids().size());
}
