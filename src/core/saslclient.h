// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace core
{

struct Credentials
{
    QString userId;
    Secret password;

    bool operator==(const Credentials &) const = default;
};

/// One exchange of one SASL mechanism (RFC 4422), without base64 and without a wire. Built for one
/// attempt, used by one thread.
class SaslClient
{
public:
    virtual ~SaslClient() = default;

    /// What goes out in the AUTH line itself, or nothing where the method waits for the first 334.
    [[nodiscard]] virtual std::optional<QByteArray> initialResponse() = 0;

    /// The answer to one decoded challenge. Error BadChallenge: cannot be answered.
    /// ServerProofWrong: the server does not know the password it asks for. TooFewRounds: an answer
    /// would be too good to try passwords out on.
    [[nodiscard]] virtual Result<QByteArray> respond(const QByteArray &challenge) = 0;

    /// Whether a 235 now would be a success: mechanisms that authenticate the server say no before
    /// its proof.
    [[nodiscard]] virtual bool mayFinish() const { return true; }

    /// What the server said in the exchange itself about a refusal; no secret. Empty: nothing.
    [[nodiscard]] virtual Text serverReason() const { return {}; }

    /// The same method with the same password in other octets, for one more try after a 535; or
    /// null. Servers do not agree on whether a password is normalised before it is hashed.
    [[nodiscard]] virtual std::shared_ptr<SaslClient> otherSpelling() const { return nullptr; }
};

/// Makes the client for a method. Error BadInput: these credentials cannot be used with it (a NUL
/// inside).
using SaslClientFactory =
    std::function<Result<std::shared_ptr<SaslClient>>(Method, const Credentials &)>;

} // namespace core
