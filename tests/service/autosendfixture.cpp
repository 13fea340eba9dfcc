// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosendfixture.h"

#include "filecontent.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void AutosendFixture::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"out"_s);
    QVERIFY(QDir().mkpath(m_folder));
    startServer();
    start(false);
    m_rule = {};
    m_rule.id = QUuid::createUuid();
    m_rule.folder = m_folder;
    m_rule.stillness = 100ms;
    m_rule.identity = m_program->servers.identities().usual()->id;
    m_rule.to = QStringList{u"Taro <a@practice.test>"_s};
}

void AutosendFixture::cleanup()
{
    m_program.reset();
    m_practice.reset();
    m_home.reset();
}

/// A server that behaves otherwise from now on, at another port.
void AutosendFixture::startServer(practice::Behaviour behaviour)
{
    m_program.reset();
    m_practice = std::make_unique<service::PracticeEntry>(std::move(behaviour));
    QVERIFY(m_practice->start());
    service::Servers servers(m_home->filePath(u"config"_s), m_home->filePath(u"data"_s));
    servers.load();
    core::ServerEntry entry;
    entry.profile = m_practice->profile(core::Security::StartTls);
    entry.profile.name = u"practising"_s;
    entry.address = practice::Server::address();
    entry.passwordCommand = {u"cat"_s, m_home->filePath(u"password"_s)};
    QVERIFY(
        writeFile(m_home->filePath(u"password"_s), m_practice->credentials().password.reveal()));
    for (const core::ServerEntry &there : servers.servers()) {
        entry.id = there.id;
    }
    m_server = QUuid();
    servers.save(entry, {}, this,
                 [this](const auto &saved) { m_server = saved ? saved->id : QUuid(); });
    QTRY_VERIFY(!m_server.isNull());
}

void AutosendFixture::start(bool begins)
{
    m_program.reset();
    m_program = std::make_unique<AutosendProgram>(m_home->path());
    if (begins) {
        m_program->begin();
    }
}

void AutosendFixture::write(const QString &name, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
    QFile file(path(name));
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
    QCOMPARE(file.write(content), content.size());
}

QStringList AutosendFixture::names(const QString &below) const
{
    return QDir(path(below))
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

/// The newest of that name.
std::optional<outbox::MailedFile> AutosendFixture::file(const QString &name)
{
    for (const outbox::MailedFile &one : m_program->history()) {
        if (one.path == name) {
            return one;
        }
    }
    return {};
}

void AutosendFixture::waitFor(const QString &name, outbox::FileResult result)
{
    QTRY_VERIFY_WITH_TIMEOUT(file(name) && file(name)->result == result, 20'000);
}

QList<service::LyingFile> AutosendFixture::survey(const core::AutosendRule &rule)
{
    service::Survey survey(m_program->rules, m_program->delivery);
    std::optional<QList<service::LyingFile>> found;
    survey.start(rule, this, [&](const QList<service::LyingFile> &files) { found = files; });
    [&] { QTRY_VERIFY(found); }();
    return found.value_or(QList<service::LyingFile>());
}

void AutosendFixture::setPaused(bool paused)
{
    QVERIFY(answerOf<bool>(m_program->delivery,
                           [paused](outbox::Outbox &outbox) { return outbox.setPaused(paused); }));
}
