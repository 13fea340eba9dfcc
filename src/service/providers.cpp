// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace service
{

Providers::Providers(const QByteArray &builtIn, const QString &configFolder)
{
    [[maybe_unused]] const core::Result<bool> added = m_presets.add(builtIn, false);
    Q_ASSERT(added);
    QFile own(configFolder + u"/presets.json"_s);
    if (!own.exists()) {
        return;
    }
    if (!own.open(QIODevice::ReadOnly)) {
        m_problem = u"%1 cannot be used as presets: %2"_s.arg(own.fileName(), own.errorString());
        return;
    }
    if (const auto read = m_presets.add(own.readAll(), true); !read) {
        m_problem = u"%1 cannot be used as presets: %2"_s.arg(own.fileName(), read.error().detail);
    }
}

} // namespace service
