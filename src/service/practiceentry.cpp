// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/practiceentry.h"

#include "mime/spoolfile.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace service
{

PracticeEntry::PracticeEntry(practice::Behaviour behaviour)
    : m_server(std::move(behaviour))
    , m_caFile(mime::SpoolFile::folder() + u"/proserpina-practice-XXXXXX.pem"_s)
{
    connect(&m_server, &practice::Server::mailReceived, this,
            [this](const practice::ReceivedMail &mail) {
                Q_EMIT mailReceived(mail.from, mail.to, mail.message.size());
            });
}

std::unique_ptr<PracticeEntry> PracticeEntry::withFault(const QString &fault)
{
    const std::optional<practice::Behaviour> behaviour = practice::behaviourWithFault(fault);
    return behaviour ? std::make_unique<PracticeEntry>(*behaviour) : nullptr;
}

QString PracticeEntry::address()
{
    return practice::Server::address();
}

QString PracticeEntry::name()
{
    return u"practice"_s;
}

bool PracticeEntry::isName(const QString &server)
{
    return server == name();
}

core::Result<bool> PracticeEntry::start(quint16 startTlsPort)
{
    if (!m_server.listen(startTlsPort)) {
        return core::Error{core::Failure::ConnectFailed, m_server.error()};
    }
    if (!m_caFile.open() || m_caFile.write(m_server.caPem()) < 0 || !m_caFile.flush()) {
        return core::Error{
            core::Failure::TemporaryFolderUnusable,
            core::Text(QT_TRANSLATE_NOOP("core", "The temporary folder %1 cannot be used: %2"),
                       {mime::SpoolFile::folder(), m_caFile.errorString()})};
    }
    return true;
}

core::ServerProfile PracticeEntry::profile(core::Security security) const
{
    core::ServerProfile profile;
    profile.name = name();
    profile.host = u"localhost"_s;
    profile.security = security;
    profile.port =
        security == core::Security::Smtps ? m_server.smtpsPort() : m_server.startTlsPort();
    profile.userId = m_server.userId();
    profile.caFile = caFile();
    profile.pop = pop({});
    return profile;
}

core::PopProfile PracticeEntry::pop(core::PopProfile settings) const
{
    settings.host.clear();
    settings.port =
        settings.security == core::PopSecurity::Pop3s ? m_server.pop3sPort() : m_server.popPort();
    return settings;
}

core::Credentials PracticeEntry::credentials() const
{
    return {m_server.userId(), m_server.password()};
}

} // namespace service
