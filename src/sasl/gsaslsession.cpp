// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/gsaslsession.h"

#include <QMessageAuthenticationCode>

#include <array>
#include <cstdlib>
#include <utility>

namespace sasl
{

namespace
{

/// What a server may make us compute; a few seconds.
constexpr unsigned mostIterations = 1'000'000;
/// How often a computation looks whether it is still wanted: every few milliseconds.
constexpr unsigned stopInterval = 1024;

/// RFC 5802 2.2's Hi(): PBKDF2 with one block. By hand: libgsasl's own prepares the password
/// whether it is wanted or not. Empty: stopped.
QByteArray saltedPassword(const QByteArray &password, const QByteArray &salt, unsigned iterations,
                          const std::stop_token &stop)
{
    QMessageAuthenticationCode mac(QCryptographicHash::Sha256, password);
    mac.addData(salt + QByteArray("\0\0\0\1", 4));
    QByteArray block = mac.result();
    QByteArray sum = block;
    for (unsigned i = 1; i < iterations; ++i) {
        if (i % stopInterval == 0 && stop.stop_requested()) {
            return {};
        }
        mac.reset();
        mac.addData(block);
        block = mac.result();
        for (qsizetype octet = 0; octet < sum.size(); ++octet) {
            sum[octet] = static_cast<char>(sum[octet] ^ block[octet]);
        }
    }
    return sum;
}

} // namespace

GsaslSession::GsaslSession(Side ourSide, core::Secret userPassword, std::stop_token stopToken,
                           unsigned serverRounds)
    : password(std::move(userPassword))
    , side(ourSide)
    , stop(std::move(stopToken))
{
    if (gsasl_init(&context) != GSASL_OK) {
        return;
    }
    gsasl_callback_set(context, &GsaslSession::onCallback);
    const int started = side == Side::Client
                            ? gsasl_client_start(context, "SCRAM-SHA-256", &session)
                            : gsasl_server_start(context, "SCRAM-SHA-256", &session);
    if (started != GSASL_OK) {
        session = nullptr;
        return;
    }
    gsasl_session_hook_set(session, this);
    if (side == Side::Server) {
        std::array<char, 12> salt{};
        gsasl_nonce(salt.data(), salt.size());
        const QByteArray encoded = QByteArray(salt.data(), salt.size()).toBase64();
        gsasl_property_set(session, GSASL_SCRAM_SALT, encoded.constData());
        gsasl_property_set(session, GSASL_SCRAM_ITER, QByteArray::number(serverRounds).constData());
    }
}

GsaslSession::~GsaslSession()
{
    if (session != nullptr) {
        gsasl_finish(session);
    }
    if (context != nullptr) {
        gsasl_done(context);
    }
}

int GsaslSession::step(const QByteArray &input, QByteArray &output) const
{
    if (session == nullptr) {
        return GSASL_MECHANISM_CALLED_TOO_MANY_TIMES;
    }
    char *bytes = nullptr;
    size_t length = 0;
    const int code =
        gsasl_step(session, input.constData(), static_cast<size_t>(input.size()), &bytes, &length);
    output = QByteArray(bytes, static_cast<qsizetype>(length));
    gsasl_free(bytes);
    return code;
}

int GsaslSession::onCallback(Gsasl *, Gsasl_session *session, Gsasl_property property)
{
    const auto *self = static_cast<const GsaslSession *>(gsasl_session_hook_get(session));
    if (self == nullptr) {
        return GSASL_NO_CALLBACK;
    }
    if (property == GSASL_SCRAM_SALTED_PASSWORD || property == GSASL_SCRAM_SERVERKEY ||
        property == GSASL_SCRAM_STOREDKEY) {
        return self->giveSecrets(property);
    }
    return GSASL_NO_CALLBACK;
}

int GsaslSession::giveSecrets(Gsasl_property property) const
{
    const bool forServer = property != GSASL_SCRAM_SALTED_PASSWORD;
    if (forServer != (side == Side::Server)) {
        return GSASL_NO_CALLBACK;
    }
    const char *encodedSalt = gsasl_property_fast(session, GSASL_SCRAM_SALT);
    const char *iterations = gsasl_property_fast(session, GSASL_SCRAM_ITER);
    if (encodedSalt == nullptr || iterations == nullptr) {
        return GSASL_NO_CALLBACK;
    }
    const unsigned long count = std::strtoul(iterations, nullptr, 10);
    if (side == Side::Client) {
        rounds = count < leastRounds      ? Rounds::TooFew
                 : count > mostIterations ? Rounds::TooMany
                                          : Rounds::Fine;
    }
    if (rounds != Rounds::Fine) {
        return GSASL_MECHANISM_PARSE_ERROR;
    }
    const QByteArray salted = saltedPassword(password.reveal(), QByteArray::fromBase64(encodedSalt),
                                             static_cast<unsigned>(count), stop);
    if (salted.isEmpty()) {
        return GSASL_AUTHENTICATION_ERROR;
    }
    if (side == Side::Client) {
        return gsasl_property_set(session, GSASL_SCRAM_SALTED_PASSWORD, salted.toHex().constData());
    }
    std::array<char, GSASL_HASH_SHA256_SIZE> clientKey{};
    std::array<char, GSASL_HASH_SHA256_SIZE> serverKey{};
    std::array<char, GSASL_HASH_SHA256_SIZE> storedKey{};
    const int code = gsasl_scram_secrets_from_salted_password(GSASL_HASH_SHA256, salted.constData(),
                                                              clientKey.data(), serverKey.data(),
                                                              storedKey.data());
    if (code != GSASL_OK) {
        return code;
    }
    // libgsasl's server takes these two in base64.
    const auto set = [this](Gsasl_property name, const auto &key) {
        return gsasl_property_set(session, name,
                                  QByteArray(key.data(), key.size()).toBase64().constData());
    };
    set(GSASL_SCRAM_SERVERKEY, serverKey);
    return set(GSASL_SCRAM_STOREDKEY, storedKey);
}

QByteArray preparedPassword(const QByteArray &password)
{
    char *prepared = nullptr;
    int detail = 0;
    if (gsasl_saslprep(password.constData(), GSASL_ALLOW_UNASSIGNED, &prepared, &detail) !=
        GSASL_OK) {
        return password;
    }
    const QByteArray result(prepared);
    gsasl_free(prepared);
    return result;
}

} // namespace sasl
