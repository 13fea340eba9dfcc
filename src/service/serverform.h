// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "service/consent.h"
#include "service/following.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace service
{

/// How a server is logged in to, with what was typed for it.
struct LoginSettings
{
    core::Method method = core::Method::ScramSha256;
    QString userId;
    std::optional<core::Secret> password; // nothing: as it was
    bool keepInKeychain = true;
    QStringList passwordCommand;
    core::Security security = core::Security::StartTls;
    core::PopProfile pop = {};
    std::optional<core::Secret> popPassword = {}; // its own; nothing: as it was
};

/// What a form of a server holds, as typed.
struct ServerForm final : Following
{
    std::optional<core::Secret> password;    // typed, not saved yet
    std::optional<core::Secret> popPassword; // the same, the POP3 login's own
    bool keepInKeychain = true;

    using Following::Following;
    ServerForm() = default;

    [[nodiscard]] LoginSettings login() const;
    void setLogin(const LoginSettings &settings);
    [[nodiscard]] const std::optional<core::Secret> &typedPassword(core::PasswordFor which) const;
    /// What saving does to the passwords that are kept; `before`: what it takes the place of.
    [[nodiscard]] PasswordChanges
    passwordChanges(const std::optional<core::ServerEntry> &before) const;

    [[nodiscard]] bool isEmpty() const;
    bool operator==(const ServerForm &) const = default;

    /// For Servers::setDraft(), without the passwords; reading gives nothing where the bytes are
    /// not a draft of this version.
    [[nodiscard]] QByteArray toDraft() const;
    static std::optional<ServerForm> fromDraft(const QByteArray &bytes);
};

} // namespace service
