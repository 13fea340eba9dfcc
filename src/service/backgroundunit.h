// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "desktop/userunits.h"

#include <QObject>
#include <QString>

#include <functional>

namespace service
{

/// Sending without a window: the systemd user unit that runs `proserpina-cli background`. Where no
/// unit is installed, switching it on writes one for this person. Main thread; answers come later,
/// from the event loop, and not at all once `context` is gone.
class BackgroundUnit
{
public:
    /// `program`: proserpina-cli, with its folder; `configFolder`: the person's, for all programs.
    BackgroundUnit(const QString &program, const QString &configFolder,
                   const QDBusConnection &bus = QDBusConnection::sessionBus());

    using Done = desktop::UserUnits::Done;
    void isOn(QObject *context, const Done &done);
    /// Error BadInput with a sentence: there is no systemd, or it refused.
    void setOn(bool on, QObject *context, const Done &done);

private:
    [[nodiscard]] core::Result<bool> writeUnit() const;

    const QString m_program;
    const QString m_folder;
    desktop::UserUnits m_units;
};

} // namespace service
