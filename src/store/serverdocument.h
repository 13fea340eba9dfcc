// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity.h"
#include "core/result.h"
#include "core/serverentry.h"
#include "store/fileproblem.h"
#include "store/jsonrows.h"
#include "store/versionedjson.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace store
{

/// The content of servers.json: what we understand of it, and the rest as it came, so that a save
/// loses nothing. A value; it knows no file.
class ServerDocument
{
public:
    static constexpr int currentVersion = 2;

    /// No servers yet.
    ServerDocument();
    /// Never fails: problem() says what was wrong.
    static ServerDocument parse(const QByteArray &bytes);

    [[nodiscard]] QList<core::ServerEntry> entries() const { return m_servers.values(); }
    [[nodiscard]] std::optional<core::ServerEntry> entry(const QUuid &id) const
    {
        return m_servers.find(id);
    }
    /// In the person's order; one of them is the default, where there are any.
    [[nodiscard]] QList<core::Identity> identities() const { return m_identities.values(); }
    [[nodiscard]] const FileProblem &problem() const { return m_json.problem(); }
    /// The version found; 0: the plain array of servers of before there were versions.
    [[nodiscard]] int version() const { return m_json.version(); }
    /// Of servers: identities are not counted.
    [[nodiscard]] qsizetype count() const { return entries().size(); }

    // Value: whether anything differs now. Errors are BadInput with a whole sentence.

    /// It has an id. A server whose address is nobody's yet gets an identity with it.
    core::Result<bool> add(const core::ServerEntry &entry);
    core::Result<bool> replace(const core::ServerEntry &entry);
    core::Result<bool> remove(const QUuid &id) { return m_servers.remove(id); }
    /// Adds it, or sets the one with this id.
    core::Result<bool> put(const core::Identity &identity);
    core::Result<bool> removeIdentity(const QUuid &id);
    core::Result<bool> moveIdentity(const QUuid &id, int by) { return m_identities.move(id, by); }

    /// In the current version's form.
    [[nodiscard]] QByteArray toBytes() const;

private:
    core::Result<bool> put(const core::ServerEntry &entry);
    bool addFirstIdentity(const core::ServerEntry &entry);

    VersionedJson m_json;
    JsonRows<core::ServerEntry> m_servers;
    JsonRows<core::Identity> m_identities;
};

/// The form in which names are compared: trimmed, and composed, since the same name typed on
/// another system may come decomposed.
QString nameLabel(const QString &name);

} // namespace store
