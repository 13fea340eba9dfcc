// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/serverstore.h"

#include "store/documentfile.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace store
{

ServerStore::ServerStore(const QString &folder)
    : m_file(folder, formatOf<ServerDocument>(u"servers.json"_s),
             [this](const auto &octets) { return take(documentOf<ServerDocument>(octets)); })
{
    connect(&m_file, &SharedFile::changed, this, &ServerStore::changed);
}

std::optional<core::ServerEntry> ServerStore::server(const QUuid &id) const
{
    const auto found = std::find_if(m_servers.cbegin(), m_servers.cend(),
                                    [&](const auto &entry) { return entry.id == id; });
    return found == m_servers.cend() ? std::nullopt : std::optional(*found);
}

std::optional<core::ServerEntry> ServerStore::serverNamed(const QString &name) const
{
    const QString label = nameLabel(name);
    const auto found = std::find_if(m_servers.cbegin(), m_servers.cend(), [&](const auto &entry) {
        return nameLabel(entry.profile.name) == label;
    });
    return found == m_servers.cend() ? std::nullopt : std::optional(*found);
}

void ServerStore::add(const core::ServerEntry &entry, QObject *context, Added done)
{
    core::ServerEntry added = entry;
    if (added.id.isNull()) {
        added.id = QUuid::createUuid();
    }
    Done saved;
    if (done) {
        saved = [id = added.id, done = std::move(done)](const core::Result<bool> &result) {
            done(result ? core::Result<QUuid>(id) : core::Result<QUuid>(result.error()));
        };
    }
    change([added](ServerDocument &document) { return document.add(added); }, context, saved);
}

void ServerStore::update(const core::ServerEntry &entry, QObject *context, const Done &done)
{
    change([entry](ServerDocument &document) { return document.replace(entry); }, context, done);
}

void ServerStore::remove(const QUuid &id, QObject *context, const Done &done)
{
    change([id](ServerDocument &document) { return document.remove(id); }, context, done);
}

void ServerStore::change(const ServerChange &change, QObject *context, const Done &done)
{
    m_file.save(octetsChange<ServerDocument>(change), context, done);
}

bool ServerStore::take(const ServerDocument &document)
{
    const QList<core::ServerEntry> servers = std::exchange(m_servers, document.entries());
    const QList<core::Identity> identities = std::exchange(m_identities, document.identities());
    return servers != m_servers || identities != m_identities;
}

} // namespace store
