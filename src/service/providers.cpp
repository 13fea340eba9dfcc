// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers.h"

#include "core/typedhost.h"
#include "files/ownfiles.h"

using namespace Qt::StringLiterals;

namespace service
{

Providers::Providers(const QByteArray &builtIn, const QString &configFolder)
{
    [[maybe_unused]] const core::Result<bool> added = m_presets.add(builtIn, false);
    Q_ASSERT(added);
    m_problem = files::distrustOfFolder(configFolder);
    if (!m_problem.isEmpty()) {
        return;
    }
    const QString path = configFolder + u"/presets.json"_s;
    const files::OwnFile own = files::readOwnFile(path);
    core::Text fault = own.fault;
    if (own.isThere && fault.isEmpty()) {
        if (const auto read = m_presets.add(own.bytes, true); !read) {
            fault = read.error().detail;
        }
    }
    if (!fault.isEmpty()) {
        m_problem = {QT_TRANSLATE_NOOP("core", "%1 cannot be used as presets: %2"), {path, fault}};
    }
}

std::optional<core::Provider> Providers::find(const QString &wanted) const
{
    if (wanted.contains(u'@')) {
        return forAddress(wanted);
    }
    const auto typed = core::typedHost(wanted, core::HostFor::Smtp);
    const QString name = typed ? typed->host : wanted;
    const auto ofHost = forHost(name);
    return ofHost ? ofHost : m_presets.forDomain(name);
}

} // namespace service
