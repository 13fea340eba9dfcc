// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider.h"
#include "core/serverentry.h"
#include "core/typedhost.h"

#include <optional>

namespace service
{

class Providers;

/// A server's settings while a person puts them together: what an address, a host, a preset or a
/// change of encryption fills in. What was typed or chosen stays as it is, also where it was
/// cleared.
struct Following
{
    core::ServerEntry entry; // null id: a new server
    bool hostTyped = false;  // these: else they follow the provider
    bool securityChosen = false;
    bool methodChosen = false;
    bool idTyped = false;
    bool portTyped = false;                             // else it follows security and method
    core::Security usual = core::Security::Smtps;       // of an unknown provider
    core::Security startTls = core::Security::StartTls; // what unchecking SMTPs goes back to

    /// A new server, nothing typed yet.
    explicit Following(core::Security unknown = core::Security::Smtps);
    /// A saved one: what it has counts as typed, its port where it is not the usual one.
    explicit Following(const core::ServerEntry &saved);

    void setAddress(const QString &address);
    void typeHost(const QString &host);
    void typePort(quint16 port);
    void typeId(const QString &id);
    void chooseSecurity(core::Security security);
    void setMethod(core::Method method);
    void useUsualPort();

    /// What a host says beside its name: its port, and the encryption that goes with it where
    /// nobody has chosen another.
    void take(const core::TypedHost &host);
    /// The same of one as it was typed. A sentence, and nothing is done, where it cannot be used or
    /// contradicts the rest.
    core::Text takeHost(const QString &typed);
    /// Where no encryption is chosen, the port says which of the two that always encrypt it is, if
    /// it is usual for one.
    void followPort();

    /// What is known of the server: by its host where one is typed, else by the address.
    [[nodiscard]] std::optional<core::Provider> provider(const Providers &providers) const;
    /// Fills in what is known of the provider, or takes it out again. Encryption is never given up
    /// this way.
    void follow(const std::optional<core::Provider> &provider);
    /// A cell of the table of what can be set.
    void setWay(const core::Way &way, const std::optional<core::Provider> &provider);
    /// Other settings for the same server, as a remedy has them.
    void setProfile(const core::ServerProfile &profile);

    [[nodiscard]] bool isNew() const { return entry.id.isNull(); }
    /// Who logs in: the address where no ID is typed, but with EXTERNAL, where the certificate says
    /// it.
    [[nodiscard]] QString userId() const;
    /// The entry to save or to try: the ID filled in, the name too.
    [[nodiscard]] core::ServerEntry finished() const;

    bool operator==(const Following &) const = default;

private:
    void setSecurity(core::Security security);
    [[nodiscard]] bool hasUsualPort() const;
};

/// The same of the settings of a POP3 login.
struct PopFollowing
{
    core::PopProfile pop;
    bool portTyped = false;

    explicit PopFollowing(const core::PopProfile &settings);

    void take(const core::TypedHost &host);
    core::Text takeHost(const QString &typed);
    /// To be called when the security has changed.
    void followSecurity();
};

} // namespace service
