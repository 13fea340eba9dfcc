// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/mail.h"
#include "core/mask.h"
#include "core/profile.h"
#include "core/saslclient.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace smtp
{

/// One mail to send; the message itself stays with the driver.
struct Mail
{
    core::Envelope envelope;
    core::MessageTraits traits;
};

/// What a session is told at the start. Nothing in it changes and nobody is asked later.
struct SessionSettings
{
    core::Goal goal = core::Goal::Check;
    core::Security security = core::Security::StartTls;
    core::Method method = core::Method::ScramSha256; // None: do not log in
    std::optional<core::Credentials> credentials;    // nothing: a check stops after EHLO
    bool allowPlaintextPassword = false;
    /// A refused login goes on to the next method by itself, over verified TLS only (B53).
    bool tryNextMethod = false;
    /// What earlier connections of the same attempt have found: these were refused, so often.
    QList<core::Method> refusedMethods;
    int refusedLogins = 0;
    QByteArray ehloName = "[127.0.0.1]";
    core::Deadlines deadlines;
    std::optional<Mail> mail;
    core::Delivery delivery;
    bool pipelining = true; // where the server offers it
    /// The message's last octets wait for Session::sendEnd().
    bool holdEnd = false;
    /// After the mail the session rests until Session::sendAnother() or leave().
    bool keepOpen = false;
    /// Has what other connections of the same job tell; the credentials' password is added.
    std::shared_ptr<core::Mask> mask = std::make_shared<core::Mask>();
};

} // namespace smtp
