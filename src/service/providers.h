// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider.h"
#include "discovery/presets.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace service
{

/// The known mail providers: those that come with the program and, before them, the person's own
/// of presets.json. Read once; nothing here needs a network.
class Providers
{
public:
    /// `builtIn`: the file that comes with the program; a mistake in it is ours. `configFolder`:
    /// where presets.json may be.
    Providers(const QByteArray &builtIn, const QString &configFolder);

    [[nodiscard]] const QList<core::Provider> &all() const { return m_presets.all(); }
    [[nodiscard]] std::optional<core::Provider> forAddress(const QString &address) const
    {
        return m_presets.forAddress(address);
    }
    [[nodiscard]] std::optional<core::Provider> forHost(const QString &host) const
    {
        return m_presets.forHost(host);
    }
    /// By an address, a host as it was typed, or what stands behind the @ of an address.
    [[nodiscard]] std::optional<core::Provider> find(const QString &wanted) const;
    /// Why the person's own file is not used, a sentence; or empty.
    [[nodiscard]] core::Text problem() const { return m_problem; }

private:
    discovery::Presets m_presets;
    core::Text m_problem;
};

} // namespace service
