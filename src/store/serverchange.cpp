// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/serverchange.h"

namespace store
{

namespace
{

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

} // namespace

ServerChange addition(const core::ServerEntry &entry)
{
    return [entry](ServerDocument &document) -> core::Result<bool> {
        if (document.entry(entry.id)) {
            return core::badInput(QT_TRANSLATE_NOOP("core", "This server is already there."));
        }
        if (const auto named = checkName(document, entry); !named) {
            return named;
        }
        if (const auto hosts = checkHosts(entry.profile); !hosts) {
            return hosts;
        }
        document.put(entry);
        return true;
    };
}

ServerChange replacement(const core::ServerEntry &entry)
{
    return [entry](ServerDocument &document) -> core::Result<bool> {
        const auto before = document.entry(entry.id);
        if (!before) {
            return core::badInput(
                {QT_TRANSLATE_NOOP("core", "The server \"%1\" is no longer there."),
                 {entry.profile.name}});
        }
        if (const auto named = checkName(document, entry); !named) {
            return named;
        }
        if (const auto hosts = checkHosts(entry.profile); !hosts) {
            return hosts;
        }
        document.put(entry);
        return *before != entry;
    };
}

ServerChange removal(const QUuid &id)
{
    return [id](ServerDocument &document) -> core::Result<bool> { return document.remove(id); };
}

QString nameLabel(const QString &name)
{
    return name.trimmed().normalized(QString::NormalizationForm_C);
}

} // namespace store
