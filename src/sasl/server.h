// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "core/secret.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace sasl
{

/// The password of an ID, or nothing where there is no such ID.
using PasswordLookup = std::function<std::optional<core::Secret>(const QByteArray &id)>;

/// The server's side of one exchange, for the practice server. Without base64 and without a wire.
class Server
{
public:
    enum class Verdict
    {
        Challenge, // send `challenge`, wait for the next response
        Accepted,
        Rejected,
    };
    struct Step
    {
        Verdict verdict = Verdict::Rejected;
        QByteArray challenge;
    };

    virtual ~Server() = default;
    /// `response`: the initial response, or nothing if the AUTH line had none; later each response.
    virtual Step onResponse(const std::optional<QByteArray> &response) = 0;
};

/// The server for a mechanism by its registered name; null for one we do not know. `challenge` is
/// CRAM-MD5's, made by the caller so that tests can fix it; `rounds` are SCRAM's.
std::unique_ptr<Server> makeServer(const QByteArray &mechanism, const PasswordLookup &passwords,
                                   const QByteArray &challenge, unsigned rounds = 4096);

} // namespace sasl
