// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one rule of where something kept may go: a password, an access token, or the command that
// prints one. Window and command line ask it before they use what is kept, and Servers saves
// nothing without the answer.
#pragma once

#include "core/secret.h"
#include "core/serverentry.h"
#include "core/text.h"

#include <optional>

namespace service
{

/// That a person has agreed: what is kept for a server goes where these settings lead.
struct Consent
{
    std::optional<core::ServerProfile> agreed = {}; // nothing: nobody was asked

    bool operator==(const Consent &) const = default;
};

/// What is to become of a server's password when the server is saved.
struct PasswordChange
{
    enum class Kind
    {
        Keep,
        Set,
        Forget,
    };

    Kind kind = Kind::Keep;
    core::Secret password = {};
    bool inKeychain = true;
};

/// What is to become of both passwords a server may have.
struct PasswordChanges
{
    PasswordChange smtp = {};
    PasswordChange pop = {}; // the one of its own for POP before SMTP
    Consent consent = {};    // for what stays
};

/// Whether that password, kept while the profile was `before`, would with `after` go to another
/// host, over less encryption, or perhaps readable through another proxy.
bool goesElsewhere(core::PasswordFor password, const core::ServerProfile &before,
                   const core::ServerProfile &after);

/// What a person has to agree to.
struct Question
{
    core::PasswordFor password = core::PasswordFor::Smtp;
    bool elsewhere = false; // else a password would serve as an access token, or a token as one
    core::Text sentence;
};

/// What to ask before the server is used or saved as `after`; nothing where what then logs in is
/// given with it, goes where it has always gone, or has been agreed to.
std::optional<Question> questionOf(const core::ServerEntry &before, const core::ServerEntry &after,
                                   const PasswordChanges &passwords = {});

/// Has forgotten, with the change, what it leaves unused and would be for another place: nobody was
/// asked whether it may go there.
void dropLeftovers(const core::ServerEntry &before, core::ServerEntry &after,
                   PasswordChanges &passwords);

} // namespace service
