// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/presets.h"

#include "core/words.h"
#include "mime/hostname.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace discovery
{

namespace
{

constexpr int format = 1;

/// Reads one entry; `problem` says what is wrong with the first thing that is.
class EntryReader
{
public:
    explicit EntryReader(const QJsonObject &json)
        : m_json(json)
    {}

    core::Provider read()
    {
        core::Provider provider;
        provider.id = text("id");
        provider.name = text("name");
        provider.host = text("host").toLower();
        for (const auto &domain : m_json[u"domains"_s].toArray()) {
            provider.domains.append(domain.toString().toLower());
        }
        readWays(provider);
        if (m_json.contains(u"method"_s)) {
            provider.method = word<core::Method>("method").value_or(provider.method);
        }
        provider.idForm = word<core::IdForm>("userId").value_or(provider.idForm);
        for (const auto &need : m_json[u"needs"_s].toArray()) {
            if (const auto known = core::valueOf<core::Need>(need.toString())) {
                provider.needs.append(*known);
            } else {
                complain({QT_TRANSLATE_NOOP("core", "“%1” does not know “%2”"),
                          {u"needs"_s, need.toString()}});
            }
        }
        provider.asOf = text("asOf");
        provider.source = text("source");
        static const QRegularExpression month(u"^\\d{4}-(0[1-9]|1[0-2])$"_s);
        if (!month.match(provider.asOf).hasMatch()) {
            complain(QT_TRANSLATE_NOOP("core", "“asOf” is no month such as 2024-07"));
        }
        return provider;
    }

    [[nodiscard]] core::Text problem() const { return m_problem; }

private:
    QString text(const char *key)
    {
        const QString value = m_json[QLatin1StringView(key)].toString();
        if (value.isEmpty()) {
            complain({QT_TRANSLATE_NOOP("core", "“%1” is missing"), {QByteArray(key)}});
        }
        return value;
    }

    template <typename Kind> std::optional<Kind> word(const char *key)
    {
        const QString name = m_json[QLatin1StringView(key)].toString();
        const std::optional<Kind> kind = core::valueOf<Kind>(name);
        if (!kind) {
            complain(
                {QT_TRANSLATE_NOOP("core", "“%1” does not know “%2”"), {QByteArray(key), name}});
        }
        return kind;
    }

    void readWays(core::Provider &provider)
    {
        for (const auto &value : m_json[u"ways"_s].toArray()) {
            const QJsonObject json = value.toObject();
            const auto security = core::valueOf<core::Security>(json[u"security"_s].toString());
            const auto login = core::valueOf<core::Login>(json[u"login"_s].toString());
            const int port = json[u"port"_s].toInt();
            if (!security || !login || port < 1 || port > 65535) {
                complain(QT_TRANSLATE_NOOP(
                    "core", "a way needs security, login and a port from 1 to 65535"));
                continue;
            }
            provider.ways.append({*security, *login, static_cast<quint16>(port)});
        }
        if (provider.ways.isEmpty()) {
            complain(QT_TRANSLATE_NOOP("core", "“ways” is empty"));
        }
    }

    void complain(const core::Text &what)
    {
        if (m_problem.isEmpty()) {
            m_problem = what;
        }
    }

    QJsonObject m_json;
    core::Text m_problem;
};

bool fits(const QString &pattern, const QString &host)
{
    const qsizetype star = pattern.indexOf(u'*');
    if (star < 0) {
        return host == pattern;
    }
    const QString begin = pattern.first(star);
    const QString end = pattern.sliced(star + 1);
    return host.size() > begin.size() + end.size() && host.startsWith(begin) && host.endsWith(end);
}

} // namespace

core::Result<bool> Presets::add(const QByteArray &file, bool own)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file, &error);
    if (error.error != QJsonParseError::NoError) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "it is no JSON (%1)."), {error.errorString()}});
    }
    const QJsonObject json = document.object();
    if (json[u"format"_s].toInt() != format) {
        return core::badInput(QT_TRANSLATE_NOOP("core", "its format is not 1."));
    }
    QList<core::Provider> added;
    for (const auto &value : json[u"providers"_s].toArray()) {
        EntryReader reader(value.toObject());
        core::Provider provider = reader.read();
        provider.own = own;
        if (!reader.problem().isEmpty()) {
            return core::badInput({QT_TRANSLATE_NOOP("core", "entry %1 (%2): %3."),
                                   {added.size() + 1, provider.id, reader.problem()}});
        }
        added.append(provider);
    }
    m_providers = added + m_providers;
    return true;
}

std::optional<core::Provider> Presets::forAddress(const QString &address) const
{
    const qsizetype at = address.lastIndexOf(u'@');
    return at <= 0 ? std::nullopt : forDomain(address.sliced(at + 1));
}

std::optional<core::Provider> Presets::forDomain(const QString &typed) const
{
    const auto ascii = mime::domainToAscii(typed.trimmed());
    const QString domain = ascii ? QString::fromLatin1(*ascii).toLower() : QString();
    const auto found = std::find_if(
        m_providers.cbegin(), m_providers.cend(),
        [&domain](const core::Provider &provider) { return provider.domains.contains(domain); });
    return domain.isEmpty() || found == m_providers.cend() ? std::nullopt : std::optional(*found);
}

std::optional<core::Provider> Presets::forHost(const QString &host) const
{
    const QString wanted = host.trimmed().toLower();
    const auto found = std::find_if(
        m_providers.cbegin(), m_providers.cend(),
        [&wanted](const core::Provider &provider) { return fits(provider.host, wanted); });
    return wanted.isEmpty() || found == m_providers.cend() ? std::nullopt : std::optional(*found);
}

} // namespace discovery
