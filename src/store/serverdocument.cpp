// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/serverdocument.h"

#include "store/serverjson.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr qsizetype longestName = 200;
constexpr qsizetype longestHost = 253; // RFC 1035 2.3.4, without the dot at the end
constexpr auto versionKey = "version"_L1;
constexpr auto serversKey = "servers"_L1;

/// Whether the parser gave up at the very end: there the file would have gone on.
bool endsInTheMiddle(const QByteArray &bytes, const QJsonParseError &error)
{
    using Fault = QJsonParseError;

    const qsizetype rest = bytes.size() - error.offset;
    const auto is = [&error](std::initializer_list<Fault::ParseError> faults) {
        return std::find(faults.begin(), faults.end(), error.error) != faults.end();
    };
    if (is({Fault::UnterminatedObject, Fault::UnterminatedArray, Fault::UnterminatedString})) {
        return rest <= 0;
    }
    // The half of "false", of "\u00e9", of a number or a character; the offset is in it.
    return is({Fault::IllegalValue, Fault::IllegalNumber, Fault::TerminationByNumber,
               Fault::IllegalEscapeSequence, Fault::IllegalUTF8String}) &&
           rest <= 4 && !bytes.endsWith('}') && !bytes.endsWith(']');
}

/// What is wrong with a file that the parser does not take.
core::Text faultOf(const QByteArray &bytes, const QJsonParseError &error)
{
    if (bytes.trimmed().isEmpty()) {
        return bytes.isEmpty() ? QT_TRANSLATE_NOOP("core", "it is empty")
                               : QT_TRANSLATE_NOOP("core", "it holds nothing but spaces");
    }
    if (QJsonDocument::fromJson('[' + bytes + ']').array().size() == 1) {
        return QT_TRANSLATE_NOOP("core", "it holds no list of servers");
    }
    if (endsInTheMiddle(bytes, error)) {
        return QT_TRANSLATE_NOOP("core", "it ends in the middle");
    }
    // Some faults are told by the octet itself, the others by the one behind it.
    const bool itself = error.error == QJsonParseError::GarbageAtEnd ||
                        error.error == QJsonParseError::IllegalUTF8String;
    const QByteArray read = bytes.first(
        std::clamp(qsizetype{error.offset} - (itself ? 0 : 1), qsizetype{0}, bytes.size()));
    const QByteArray line = read.sliced(read.lastIndexOf('\n') + 1);
    return {QT_TRANSLATE_NOOP("core", "from line %1, column %2 on it is not JSON"),
            {read.count('\n') + 1, QString::fromUtf8(line).size() + 1}};
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

} // namespace

QString nameLabel(const QString &name)
{
    return name.trimmed().normalized(QString::NormalizationForm_C);
}

ServerDocument ServerDocument::parse(const QByteArray &bytes)
{
    using Kind = ServerProblem::Kind;
    // Qt takes NUL octets inside a text; a crash leaves them where text has been.
    if (const qsizetype nulls = bytes.count('\0'); nulls > 0) {
        return failed(
            Kind::Broken,
            nulls == 1 ? QT_TRANSLATE_NOOP("core", "it holds a NUL octet")
                       : core::Text(QT_TRANSLATE_NOOP("core", "it holds %1 NUL octets"), {nulls}));
    }
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return failed(Kind::Broken, faultOf(bytes, error));
    }
    ServerDocument document;
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
        document.m_problem = {Kind::Broken,
                              QT_TRANSLATE_NOOP("core", "there is no usable \"version\" in it")};
        return document;
    }
    if (document.m_version > currentVersion) {
        document.m_problem = {Kind::NewerVersion,
                              {QT_TRANSLATE_NOOP("core", "version %1"), {document.m_version}}};
    } else if (!servers.isArray()) {
        document.m_problem = {Kind::Broken,
                              QT_TRANSLATE_NOOP("core", "there is no list \"servers\" in it")};
    }
    document.readServers(servers.toArray());
    return document;
}

ServerDocument ServerDocument::failed(ServerProblem::Kind kind, const core::Text &detail)
{
    ServerDocument document;
    document.m_problem = {kind, detail};
    return document;
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

core::Result<bool> ServerDocument::checkName(const core::ServerEntry &entry) const
{
    const QString label = nameLabel(entry.profile.name);
    if (label.isEmpty()) {
        return core::badInput(QT_TRANSLATE_NOOP("core", "The server needs a name."));
    }
    const auto before = this->entry(entry.id);
    if (before && nameLabel(before->profile.name) == label) {
        return true;
    }
    if (label.size() > longestName) {
        return core::badInput(
            QT_TRANSLATE_NOOP("core", "The server's name is longer than 200 characters."));
    }
    for (const Row &other : m_rows) {
        if (other.entry && other.entry->id != entry.id &&
            nameLabel(other.entry->profile.name) == label) {
            return core::badInput(
                {QT_TRANSLATE_NOOP("core", "There is already a server named \"%1\"."), {label}});
        }
    }
    return true;
}

core::Result<bool> ServerDocument::put(const core::ServerEntry &entry)
{
    if (const auto named = checkName(entry); !named) {
        return named;
    }
    if (const auto hosts = checkHosts(entry.profile); !hosts) {
        return hosts;
    }
    qsizetype row = rowOf(entry.id);
    if (row < 0) {
        row = m_rows.size();
        m_rows += Row{};
    }
    m_rows[row] = {jsonFromEntry(entry, m_rows[row].json.toObject()), entry};
    return true;
}

core::Result<bool> ServerDocument::add(const core::ServerEntry &entry)
{
    if (rowOf(entry.id) >= 0) {
        return core::badInput(QT_TRANSLATE_NOOP("core", "This server is already there."));
    }
    return put(entry);
}

core::Result<bool> ServerDocument::replace(const core::ServerEntry &entry)
{
    const auto before = this->entry(entry.id);
    if (!before) {
        return core::badInput({QT_TRANSLATE_NOOP("core", "The server \"%1\" is no longer there."),
                               {entry.profile.name}});
    }
    const auto done = put(entry);
    return done ? core::Result<bool>(*before != entry) : done;
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
