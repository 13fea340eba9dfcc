// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity.h"
#include "core/result.h"
#include "core/serverentry.h"
#include "core/text.h"
#include "store/jsonrows.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace store
{

/// What is wrong with servers.json, as a fact.
struct ServerProblem
{
    enum class Kind
    {
        None,
        InvalidEntries, // some servers or identities cannot be read; they stay in the file
        NewerVersion,   // written by a newer Proserpina
        Broken,         // empty, cut off, no JSON, or not ours
        Unreadable,     // the file cannot be opened or read
        Distrusted,     // another user could have written it: not even looked at
    };

    Kind kind = Kind::None;
    core::Text detail;      // what is wrong or the version found; of Distrusted a whole sentence
    int invalidEntries = 0; // also counted beside NewerVersion

    /// Whether nothing is known of the servers in the file.
    [[nodiscard]] bool isDamage() const { return kind == Kind::Broken || kind == Kind::Unreadable; }
    /// Whether the file must not be overwritten.
    [[nodiscard]] bool isReadOnly() const
    {
        return isDamage() || kind == Kind::NewerVersion || kind == Kind::Distrusted;
    }
    bool operator==(const ServerProblem &) const = default;
};

/// The content of servers.json: what we understand of it, and the rest as it came, so that a save
/// loses nothing. A value; it knows no file.
class ServerDocument
{
public:
    static constexpr int currentVersion = 2;

    /// No servers yet.
    ServerDocument() = default;
    /// Never fails: problem() says what was wrong.
    static ServerDocument parse(const QByteArray &bytes);
    /// Of which nothing is known.
    static ServerDocument failed(ServerProblem::Kind kind, const core::Text &detail);

    [[nodiscard]] QList<core::ServerEntry> entries() const { return m_servers.values(); }
    [[nodiscard]] std::optional<core::ServerEntry> entry(const QUuid &id) const
    {
        return m_servers.find(id);
    }
    /// In the person's order; one of them is the default, where there are any.
    [[nodiscard]] QList<core::Identity> identities() const { return m_identities.values(); }
    [[nodiscard]] const ServerProblem &problem() const { return m_problem; }
    /// The version found; 0: the plain array of servers of before there were versions.
    [[nodiscard]] int version() const { return m_version; }

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
    void read(const QJsonArray &servers, const QJsonArray &identities);
    core::Result<bool> put(const core::ServerEntry &entry);
    bool addFirstIdentity(const core::ServerEntry &entry);

    QJsonObject m_top; // what else stands in the file
    JsonRows<core::ServerEntry> m_servers;
    JsonRows<core::Identity> m_identities;
    ServerProblem m_problem;
    int m_version = currentVersion;
};

/// The form in which names are compared: trimmed, and composed, since the same name typed on
/// another system may come decomposed.
QString nameLabel(const QString &name);

} // namespace store
