// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/serverdocument.h"

#include "store/serverjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr auto serversKey = "servers"_L1;
constexpr auto identitiesKey = "identities"_L1;

constexpr JsonShape serversShape{ServerDocument::currentVersion, serversKey, true};

constexpr qsizetype longestName = 200;
constexpr qsizetype longestHost = 253; // RFC 1035 2.3.4, without the dot at the end

/// Whether `entry` may have its name. A name the file already gives it is not argued about, even if
/// somebody made it twice by hand.
core::Result<bool> checkName(const ServerDocument &document, const core::ServerEntry &entry)
{
    const QString label = nameLabel(entry.profile.name);
    if (label.isEmpty()) {
        return core::badInput(QT_TRANSLATE_NOOP("core", "The server needs a name."));
    }
    const auto before = document.entry(entry.id);
    if (before && nameLabel(before->profile.name) == label) {
        return true;
    }
    if (label.size() > longestName) {
        return core::badInput(
            QT_TRANSLATE_NOOP("core", "The server's name is longer than 200 characters."));
    }
    const QList<core::ServerEntry> entries = document.entries();
    for (const core::ServerEntry &other : entries) {
        if (other.id != entry.id && nameLabel(other.profile.name) == label) {
            return core::badInput(
                {QT_TRANSLATE_NOOP("core", "There is already a server named \"%1\"."), {label}});
        }
    }
    return true;
}

core::Result<bool> checkHosts(const core::ServerProfile &profile)
{
    for (const QString &host : {profile.host, profile.pop.host, profile.proxy.host}) {
        if (host.size() > longestHost + (host.endsWith(u'.') ? 1 : 0)) {
            return core::badInput({QT_TRANSLATE_NOOP("core", "%1 is longer than 253 characters."),
                                   {QT_TRANSLATE_NOOP("core", "The host name")}});
        }
    }
    return true;
}

/// Of a server whose sender has none: from its address.
core::Identity firstIdentity(const core::ServerEntry &entry)
{
    core::Identity identity;
    // The same each time an older file is read.
    identity.id = QUuid::createUuidV5(entry.id, u"identity"_s);
    identity.address = entry.address;
    identity.server = entry.id;
    return identity;
}

} // namespace

QString nameLabel(const QString &name)
{
    return name.trimmed().normalized(QString::NormalizationForm_C);
}

ServerDocument::ServerDocument()
    : m_json(serversShape)
{}

ServerDocument ServerDocument::parse(const QByteArray &bytes)
{
    ServerDocument document;
    document.m_json = VersionedJson::parse(bytes, serversShape);
    document.m_servers.read(document.m_json.takeList(serversKey), entryFromJson);
    document.m_identities.read(document.m_json.takeList(identitiesKey), identityFromJson);
    if (document.version() < 2) {
        for (const core::ServerEntry &entry : document.entries()) {
            document.addFirstIdentity(entry);
        }
    }
    document.m_json.setInvalidEntries(document.m_servers.unreadable() +
                                      document.m_identities.unreadable());
    return document;
}

// ---- servers

core::Result<bool> ServerDocument::add(const core::ServerEntry &entry)
{
    if (this->entry(entry.id)) {
        return core::badInput(QT_TRANSLATE_NOOP("core", "This server is already there."));
    }
    const auto done = put(entry);
    return done ? core::Result(true) : done;
}

core::Result<bool> ServerDocument::replace(const core::ServerEntry &entry)
{
    const auto before = this->entry(entry.id);
    if (!before) {
        return core::badInput({QT_TRANSLATE_NOOP("core", "The server \"%1\" is no longer there."),
                               {entry.profile.name}});
    }
    const auto done = put(entry);
    return done ? core::Result(*before != entry || *done) : done;
}

/// Value: whether there is an identity more.
core::Result<bool> ServerDocument::put(const core::ServerEntry &entry)
{
    if (const auto named = checkName(*this, entry); !named) {
        return named;
    }
    if (const auto hosts = checkHosts(entry.profile); !hosts) {
        return hosts;
    }
    m_servers.put(entry, jsonFromEntry);
    return addFirstIdentity(entry);
}

// ---- identities

bool ServerDocument::addFirstIdentity(const core::ServerEntry &entry)
{
    const QList<core::Identity> there = identities();
    const bool known = std::ranges::any_of(there, [&entry](const core::Identity &one) {
        return one.server == entry.id ||
               one.address.compare(entry.address, Qt::CaseInsensitive) == 0;
    });
    if (known || entry.address.isEmpty()) {
        return false;
    }
    core::Identity first = firstIdentity(entry);
    first.isDefault = there.isEmpty();
    m_identities.put(first, jsonFromIdentity);
    return true;
}

core::Result<bool> ServerDocument::put(const core::Identity &identity)
{
    const auto before = m_identities.find(identity.id);
    const QList<core::Identity> there = identities();
    core::Identity next = identity;
    next.isDefault = next.isDefault || there.isEmpty() || (before && before->isDefault);
    if (next.isDefault) {
        for (core::Identity other : there) {
            if (other.isDefault && other.id != next.id) {
                other.isDefault = false;
                m_identities.put(other, jsonFromIdentity);
            }
        }
    }
    m_identities.put(next, jsonFromIdentity);
    return !before || *before != next;
}

core::Result<bool> ServerDocument::removeIdentity(const QUuid &id)
{
    const auto before = m_identities.find(id);
    const bool removed = m_identities.remove(id);
    const QList<core::Identity> rest = identities();
    if (before && before->isDefault && !rest.isEmpty()) {
        core::Identity first = rest.constFirst();
        first.isDefault = true;
        m_identities.put(first, jsonFromIdentity);
    }
    return removed;
}

QByteArray ServerDocument::toBytes() const
{
    return m_json.toBytes({{serversKey, m_servers.json()}, {identitiesKey, m_identities.json()}});
}

} // namespace store
