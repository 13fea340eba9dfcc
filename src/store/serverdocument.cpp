// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/serverdocument.h"

#include "store/serverjson.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr auto versionKey = "version"_L1;
constexpr auto serversKey = "servers"_L1;

} // namespace

ServerDocument ServerDocument::parse(const QByteArray &bytes)
{
    using Kind = ServerProblem::Kind;
    ServerDocument document;
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        document.fail(Kind::Broken,
                      error.errorString() + u", at octet "_s + QString::number(error.offset));
        return document;
    }
    if (json.isArray()) {
        document.m_version = 0;
        document.readServers(json.array());
        return document;
    }
    document.m_top = json.object();
    const QJsonValue version = document.m_top.take(versionKey);
    const QJsonValue servers = document.m_top.take(serversKey);
    document.m_version = version.toInt();
    if (document.m_version < 1) {
        document.fail(Kind::Broken, u"there is no usable \"version\" in it"_s);
        return document;
    }
    if (document.m_version > currentVersion) {
        document.fail(Kind::NewerVersion, u"version "_s + QString::number(document.m_version));
    } else if (!servers.isArray()) {
        document.fail(Kind::Broken, u"there is no list \"servers\" in it"_s);
    }
    document.readServers(servers.toArray());
    return document;
}

ServerDocument ServerDocument::unreadable(const QString &detail)
{
    ServerDocument document;
    document.fail(ServerProblem::Kind::Unreadable, detail);
    return document;
}

void ServerDocument::fail(ServerProblem::Kind kind, const QString &detail)
{
    m_problem.kind = kind;
    m_problem.detail = detail;
}

void ServerDocument::readServers(const QJsonArray &servers)
{
    QSet<QUuid> ids;
    for (const QJsonValue json : servers) {
        Row row{json, entryFromJson(json.toObject())};
        // A block copied by hand and left with its id: the first one counts until it is removed.
        if (row.entry && ids.contains(row.entry->id)) {
            row.entry.reset();
        }
        if (row.entry) {
            ids.insert(row.entry->id);
        }
        m_problem.invalidEntries += row.entry ? 0 : 1;
        m_rows += row;
    }
    if (m_problem.invalidEntries > 0 && m_problem.kind == ServerProblem::Kind::None) {
        m_problem.kind = ServerProblem::Kind::InvalidEntries;
    }
}

qsizetype ServerDocument::rowOf(const QUuid &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].entry && m_rows[i].entry->id == id) {
            return i;
        }
    }
    return -1;
}

QList<core::ServerEntry> ServerDocument::entries() const
{
    QList<core::ServerEntry> entries;
    entries.reserve(m_rows.size());
    for (const Row &row : m_rows) {
        if (row.entry) {
            entries += *row.entry;
        }
    }
    return entries;
}

std::optional<core::ServerEntry> ServerDocument::entry(const QUuid &id) const
{
    const qsizetype row = rowOf(id);
    return row < 0 ? std::nullopt : m_rows[row].entry;
}

void ServerDocument::put(const core::ServerEntry &entry)
{
    qsizetype row = rowOf(entry.id);
    if (row < 0) {
        row = m_rows.size();
        m_rows += Row{};
    }
    m_rows[row] = {jsonFromEntry(entry, m_rows[row].json.toObject()), entry};
}

bool ServerDocument::remove(const QUuid &id)
{
    const qsizetype row = rowOf(id);
    if (row >= 0) {
        m_rows.removeAt(row);
    }
    return row >= 0;
}

QByteArray ServerDocument::toBytes() const
{
    QJsonArray servers;
    for (const Row &row : m_rows) {
        servers += row.json;
    }
    QJsonObject top = m_top;
    top[versionKey] = currentVersion;
    top[serversKey] = servers;
    return QJsonDocument(top).toJson();
}

} // namespace store
