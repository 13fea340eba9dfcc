// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace discovery
{

/// The known mail providers, from preset files (docs/presets.md has the format). Works without
/// network. A provider of a file that was added later comes before those of the earlier ones.
class Presets
{
public:
    /// Adds a file's providers. Error BadInput with a sentence that names the entry: none was
    /// added. `own`: the person's own file.
    core::Result<bool> add(const QByteArray &file, bool own);

    [[nodiscard]] const QList<core::Provider> &all() const { return m_providers; }
    /// By what stands behind the @, in any case; parts of an address give nothing.
    [[nodiscard]] std::optional<core::Provider> forAddress(const QString &address) const;
    [[nodiscard]] std::optional<core::Provider> forDomain(const QString &domain) const;
    [[nodiscard]] std::optional<core::Provider> forHost(const QString &host) const;

private:
    QList<core::Provider> m_providers;
};

} // namespace discovery
