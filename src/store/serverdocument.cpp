// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/serverdocument.h"

#include "store/serverjson.h"

#include <QJsonDocument>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr auto versionKey = "version"_L1;
constexpr auto serversKey = "servers"_L1;
constexpr auto identitiesKey = "identities"_L1;

constexpr qsizetype longestName = 200;
constexpr qsizetype longestHost = 253; // RFC 1035 2.3.4, without the dot at the end

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
        document.read(json.array(), {});
        return document;
    }
    document.m_top = json.object();
    const QJsonValue version = document.m_top.take(versionKey);
    const QJsonValue servers = document.m_top.take(serversKey);
    const QJsonValue identities = document.m_top.take(identitiesKey);
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
    document.read(servers.toArray(), identities.toArray());
    return document;
}

ServerDocument ServerDocument::failed(ServerProblem::Kind kind, const core::Text &detail)
{
    ServerDocument document;
    document.m_problem = {kind, detail};
    return document;
}

void ServerDocument::read(const QJsonArray &servers, const QJsonArray &identities)
{
    m_servers.read(servers, entryFromJson);
    m_identities.read(identities, identityFromJson);
    if (m_version < 2) {
        for (const core::ServerEntry &entry : entries()) {
            addFirstIdentity(entry);
        }
    }
    m_problem.invalidEntries = m_servers.unreadable() + m_identities.unreadable();
    if (m_problem.invalidEntries > 0 && m_problem.kind == ServerProblem::Kind::None) {
        m_problem.kind = ServerProblem::Kind::InvalidEntries;
    }
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
    QJsonObject top = m_top;
    top[versionKey] = currentVersion;
    top[serversKey] = m_servers.json();
    top[identitiesKey] = m_identities.json();
    return QJsonDocument(top).toJson();
}

} // namespace store
