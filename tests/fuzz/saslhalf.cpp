// SPDX-License-Identifier: GPL-3.0-or-later
#include "saslhalf.h"

#include "violation.h"

#include <QMessageAuthenticationCode>

#include <utility>

using Step = sasl::Server::Step;
using Verdict = sasl::Server::Verdict;

namespace fuzz
{

namespace
{

/// What an honest server asks for, and the least that may be answered (RFC 7677 4).
constexpr uint leastRounds = 4096;
/// What of a client is checked; it will not have counted further.
constexpr uint mostRounds = 5000;

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

void addBitwise(QByteArray &sum, const QByteArray &octets)
{
    for (qsizetype i = 0; i < sum.size(); ++i) {
        sum[i] = static_cast<char>(sum[i] ^ octets[i]);
    }
}

/// RFC 5802 2.2, of the salt "saltsalt".
QByteArray saltedPassword(const QByteArray &password, uint rounds)
{
    QByteArray block = hmac(password, QByteArray("saltsalt\0\0\0\1", 12));
    QByteArray sum = block;
    for (uint i = 1; i < rounds; ++i) {
        block = hmac(password, block);
        addBitwise(sum, block);
    }
    return sum;
}

/// "n,,n=ID,r=NONCE" without "n,,".
QByteArray bareFirst(const QByteArray &clientFirst)
{
    return clientFirst.mid(3);
}

} // namespace

std::optional<core::Secret> SaslHalf::passwordOf(const QByteArray &id) const
{
    return id == m_credentials.userId.toUtf8() ? m_credentials.password
                                               : std::optional<core::Secret>();
}

void SaslHalf::onClientLine(const QByteArray &line)
{
    if (line.startsWith("AUTH ")) {
        const QByteArrayList words = line.split(' ');
        m_server = sasl::makeServer(
            words[1], [this](const QByteArray &id) { return passwordOf(id); }, "<1.2@example.org>");
        m_scram = words[1] == "SCRAM-SHA-256";
        m_scramFirsts.clear();
        m_scramProved = false;
        m_givenUp = false;
        m_responses = {words.size() > 2 ? QByteArray::fromBase64(words[2])
                                        : std::optional<QByteArray>()};
    } else if (line == "*") {
        m_givenUp = true;
    } else if (m_server) {
        m_responses.append(QByteArray::fromBase64(line));
    }
}

QByteArray SaslHalf::answer()
{
    if (std::exchange(m_givenUp, false)) {
        m_server.reset();
        return "501 5.0.0 given up";
    }
    if (!m_server || m_responses.isEmpty()) {
        return {};
    }
    Step step;
    for (const std::optional<QByteArray> &response : std::exchange(m_responses, {})) {
        step = m_scram && response ? scramStep(*response) : m_server->onResponse(response);
    }
    if (step.verdict == Verdict::Challenge) {
        return "334 " + step.challenge.toBase64();
    }
    m_server.reset();
    return step.verdict == Verdict::Accepted ? "235 2.7.0 welcome" : "535 5.7.8 no";
}

QByteArray SaslHalf::challengeWithRounds(const QByteArray &rounds)
{
    if (!m_server || !m_scram || m_responses.isEmpty() || !m_responses.constLast()) {
        return {};
    }
    const QByteArray response = *std::exchange(m_responses, {}).constLast();
    return "334 " + scramFirst(response, rounds).challenge.toBase64();
}

// ---- SCRAM-SHA-256 (RFC 5802 5)

Step SaslHalf::scramStep(const QByteArray &response)
{
    if (m_scramProved) {
        return {response.isEmpty() ? Verdict::Accepted : Verdict::Rejected, {}};
    }
    return m_scramFirsts.isEmpty() ? scramFirst(response, QByteArray::number(leastRounds))
                                   : scramFinal(response);
}

Step SaslHalf::scramFirst(const QByteArray &response, const QByteArray &rounds)
{
    const qsizetype nonce = response.indexOf(",r=");
    if (nonce < 0) {
        return {};
    }
    const QByteArray ours = response.mid(nonce + 1) + "more,s=c2FsdHNhbHQ=,i=" + rounds;
    m_scramFirsts = bareFirst(response) + ',' + ours;
    m_rounds = rounds;
    return {Verdict::Challenge, ours};
}

Step SaslHalf::scramFinal(const QByteArray &response)
{
    const qsizetype proof = response.indexOf(",p=");
    bool isNumber = false;
    const uint rounds = m_rounds.toUInt(&isNumber);
    require(proof < 0 || !isNumber || rounds >= leastRounds, "a proof of too few rounds");
    if (proof < 0 || !isNumber || rounds > mostRounds) {
        return {};
    }
    const QByteArray salted = saltedPassword(m_credentials.password.reveal(), rounds);
    const QByteArray message = m_scramFirsts + ',' + response.left(proof);
    const QByteArray clientKey = hmac(salted, "Client Key");
    QByteArray expected = clientKey;
    addBitwise(expected,
               hmac(QCryptographicHash::hash(clientKey, QCryptographicHash::Sha256), message));
    if (QByteArray::fromBase64(response.mid(proof + 3)) != expected) {
        return {};
    }
    m_scramProved = true;
    return {Verdict::Challenge, "v=" + hmac(hmac(salted, "Server Key"), message).toBase64()};
}

} // namespace fuzz
