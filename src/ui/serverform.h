// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "service/following.h"

#include <optional>

namespace ui
{

/// What the page Add server holds, as typed.
struct ServerForm final : service::Following
{
    std::optional<core::Secret> password;    // typed, not saved yet
    std::optional<core::Secret> popPassword; // the same, the POP3 login's own
    bool keepInKeychain = true;

    using Following::Following;
    ServerForm() = default;

    [[nodiscard]] bool isEmpty() const
    {
        return entry == Following().entry && !password && !popPassword;
    }
    bool operator==(const ServerForm &) const = default;
};

} // namespace ui
