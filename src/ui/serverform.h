// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider.h"
#include "core/secret.h"
#include "core/serverentry.h"
#include "core/text.h"

#include <optional>

namespace ui
{

/// What the page Add server holds, as typed.
struct ServerForm
{
    core::ServerEntry entry; // null id: a new server
    bool portTyped = false;  // else it follows security and method
    bool hostTyped = false;  // these: else they follow the provider
    bool securityChosen = false;
    bool methodChosen = false;
    bool idTyped = false;
    core::Security startTls = core::Security::StartTls; // what unchecking SMTPs goes back to
    std::optional<core::Secret> password;               // typed, not saved yet
    std::optional<core::Secret> popPassword;            // the same, the POP3 login's own
    bool keepInKeychain = true;

    /// Nothing typed yet.
    static ServerForm empty();
    static ServerForm of(const core::ServerEntry &entry);

    /// A host as it was typed, "smtps://smtp.example.org:465/": its port and encryption go where
    /// nobody has set others. A sentence, and nothing is done, where it cannot be used.
    core::Text takeHost(const QString &typed);
    void setAddress(const QString &address);
    void setSecurity(core::Security security);
    void setMethod(core::Method method);
    /// Fills in what is known of the provider, or takes it out again; what was typed or chosen
    /// stays. Encryption is never given up this way.
    void follow(const std::optional<core::Provider> &provider);
    /// A cell of the table of what can be set.
    void setWay(const core::Way &way, const std::optional<core::Provider> &provider);
    /// Other settings for the same server, as a remedy has them.
    void setProfile(const core::ServerProfile &profile);
    void useUsualPort();

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isNew() const { return entry.id.isNull(); }
    /// The entry to save or to try: the ID filled in, the name too.
    [[nodiscard]] core::ServerEntry finished() const;

    bool operator==(const ServerForm &) const = default;
};

} // namespace ui
