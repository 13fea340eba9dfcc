// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace core
{

/// What a host is wanted for: it decides which schemes are its.
enum class HostFor
{
    Smtp,
    Pop,
};

/// A server as people copy it, "smtps://smtp.example.org:465/", taken apart.
struct TypedHost
{
    QString host; // tidied; an IPv6 address without its brackets; not checked further
    std::optional<quint16> port;
    bool tlsFirst = false; // its scheme says so: smtps, ssl, tls; pop3s
    QString scheme;        // "smtps", or empty

    bool operator==(const TypedHost &) const = default;
};

/// Error BadInput with a sentence where what stands around the host cannot be used. It never
/// repeats what stands before an @, which may be a password.
Result<TypedHost> typedHost(const QString &typed, HostFor use);

/// What it says that a form with other settings does not, in a sentence; empty: nothing. A setting
/// that nobody has chosen yet is not given.
Text contradiction(const TypedHost &typed, std::optional<quint16> port,
                   std::optional<bool> tlsFirst);

/// The port that was typed, 1 to 65535; nothing for what is none.
std::optional<quint16> typedPort(const QString &typed);

} // namespace core
