// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QByteArray>

#include <gsasl.h>

#include <stop_token>

namespace sasl
{

/// One SCRAM-SHA-256 exchange of libgsasl, of either side, with a context of its own so that
/// threads share nothing. Only files of this module include it.
struct GsaslSession
{
    enum class Side
    {
        Client,
        Server,
    };

    /// What the other side asks for.
    enum class Rounds
    {
        TooFew,
        Fine,
        TooMany,
    };

    /// RFC 7677 4: what our server asks for, and the least that our client answers. Who has a proof
    /// of fewer rounds tries passwords out on it so many times faster.
    static constexpr unsigned leastRounds = 4096;

    /// `serverRounds`: a server may ask for fewer to see what a client says to it.
    GsaslSession(Side side, core::Secret userPassword, std::stop_token stop = {},
                 unsigned serverRounds = leastRounds);
    ~GsaslSession();
    GsaslSession(const GsaslSession &) = delete;
    GsaslSession &operator=(const GsaslSession &) = delete;

    /// One step: the other side's octets in, ours into `output`. A libgsasl code; GSASL_OK at the
    /// end.
    int step(const QByteArray &input, QByteArray &output) const;

    static int onCallback(Gsasl *context, Gsasl_session *session, Gsasl_property property);

    core::Secret password;
    Side side;
    std::stop_token stop;
    mutable Rounds rounds = Rounds::Fine;
    Gsasl *context = nullptr;
    Gsasl_session *session = nullptr;

private:
    [[nodiscard]] int giveSecrets(Gsasl_property property) const;
};

/// The password as SASLprep makes it (RFC 4013), or unchanged where that refuses it.
QByteArray preparedPassword(const QByteArray &password);

} // namespace sasl
