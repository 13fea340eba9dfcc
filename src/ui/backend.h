// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/result.h"
#include "core/serverentry.h"
#include "service/backgroundunit.h"
#include "service/delivery.h"
#include "service/mailer.h"
#include "service/practiceentry.h"
#include "service/providers.h"
#include "service/rules.h"
#include "service/servers.h"
#include "service/watching.h"

#include <QUuid>

#include <optional>

namespace ui
{

class Settings;

/// What every page works on; made in app/ and outliving them.
struct Backend
{
    service::Servers &servers;
    service::Mailer &mailer;
    service::Delivery &delivery;
    service::PracticeEntry &practice;
    service::Rules &rules;
    service::Watching &watching;
    Settings &settings;
    const service::Providers &providers;
    // Null: there is no such thing here, as in tests.
    service::BackgroundUnit *background = nullptr;

    /// The practice server's place in list and state.
    static QUuid practiceId();

    /// A saved server or the practice server, which starts at its first use.
    [[nodiscard]] std::optional<core::ServerEntry> server(const QUuid &id) const;
    [[nodiscard]] service::PasswordSource passwordOf(const core::ServerEntry &entry) const;
};

} // namespace ui
