// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: logging in (RFC 4954). The rung is chosen by what the reply advertises, from the
// chosen method downwards and never up. A no before anything was sent, a 504, or a challenge that
// makes no sense tries the next rung; without encryption only where the password is allowed there.
// A 535 does so only where that was allowed for this server and the link is verified TLS: a weaker
// method after a wrong password would else give the password away (B53).
#include "smtp/loginexchange.h"

#include "core/ladder.h"

#include <algorithm>
#include <utility>

using core::Failure;
using core::Stage;

namespace smtp
{

namespace
{

/// RFC 4954 4: the AUTH line keeps RFC 5321's 512 octets, CRLF included; a longer initial response
/// waits for 334.
constexpr qsizetype longestAuthLine = 510;
/// RFC 4954 4: a challenge of 12,288 octets of base64 is the longest to be read.
constexpr qsizetype longestChallenge = 12288;
/// The longest exchange, SCRAM's, has two challenges and one empty one; somebody who asks on and on
/// would never meet a deadline.
constexpr int mostChallenges = 8;

} // namespace

LoginExchange::LoginExchange(Conversation &conversation, core::SaslClientFactory saslClients,
                             std::function<void()> loggedIn)
    : m_conversation(conversation)
    , m_settings(conversation.settings())
    , m_facts(conversation.facts())
    , m_saslClients(std::move(saslClients))
    , m_loggedIn(std::move(loggedIn))
{}

void LoginExchange::start()
{
    if (m_settings.method == core::Method::None) {
        m_loggedIn();
        return;
    }
    if (!m_settings.credentials && m_settings.goal == core::Goal::Check) {
        m_conversation.remark(core::Note::LoginSkippedNoPassword);
        m_loggedIn();
        return;
    }
    m_facts.stage = Stage::Auth;
    if (!m_settings.credentials) {
        m_conversation.fail(Failure::PasswordUnavailable);
        return;
    }
    const std::optional<core::Capabilities> &capabilities = m_facts.capabilities();
    if (!capabilities->hasAuth || capabilities->authMechanisms.isEmpty()) {
        m_conversation.fail(Failure::LoginNotOffered); // never on without it (B67)
        return;
    }
    const std::optional<core::Method> rung =
        core::nextRung(m_settings.method, capabilities->authMechanisms, m_settings.refusedMethods);
    if (!rung) {
        m_conversation.fail(Failure::MethodNotOffered);
    } else if (!m_settings.refusedMethods.isEmpty() && !isOverVerifiedTls()) {
        m_conversation.fail(Failure::PlaintextPasswordNotAllowed);
    } else {
        startAuth(*rung);
    }
}

/// Where the method after a refused one may be tried, on this connection or another (B53).
bool LoginExchange::isOverVerifiedTls() const
{
    return m_conversation.isEncrypted() && m_facts.tls && m_facts.tls->trusted();
}

/// Without encryption, what shows the password needs to be allowed, and so does going down to
/// CRAM-MD5: anybody on the way tries passwords out on its digest, thousands of times faster than
/// on SCRAM's proof, and has only to take SCRAM from the offer or to spoil it. Who has chosen
/// CRAM-MD5 gets it.
bool LoginExchange::mayUse(core::Method method) const
{
    const bool steppedDown =
        method == core::Method::CramMd5 && m_settings.method != core::Method::CramMd5;
    return m_conversation.isEncrypted() || m_settings.allowPlaintextPassword ||
           (!core::sendsPassword(method) && !steppedDown);
}

void LoginExchange::startAuth(core::Method method)
{
    m_facts.method = method;
    if (!mayUse(method)) {
        m_conversation.fail(Failure::PlaintextPasswordNotAllowed);
        return;
    }
    if (!m_conversation.isEncrypted() && core::sendsPassword(method)) {
        m_conversation.remark(core::Note::PasswordOverPlaintext);
    }
    const auto client = m_saslClients(method, *m_settings.credentials);
    if (!client) {
        m_conversation.fail(client.error().failure, client.error().detail);
        return;
    }
    beginExchange(*client);
}

void LoginExchange::beginExchange(std::shared_ptr<core::SaslClient> client)
{
    const core::Method method = m_facts.method;
    m_sasl = std::move(client);
    m_givenUp.reset();
    m_challenges = 0;
    m_facts.attempts.append({method, {}, true});
    const QLatin1StringView mechanism = core::mechanismOf(method);
    QByteArray line = "AUTH " + QByteArray(mechanism.data(), mechanism.size());
    QByteArray shown = line;
    if (const std::optional<QByteArray> initial = m_sasl->initialResponse()) {
        // RFC 4954 4: an empty initial response is "=".
        const QByteArray encoded = initial->isEmpty() ? QByteArray("=") : initial->toBase64();
        if (line.size() + 1 + encoded.size() <= longestAuthLine) {
            line += ' ' + encoded;
            shown += " ****";
            m_facts.attempts.last().nothingSent = false;
            rememberResponse(*initial);
        }
    }
    m_conversation.ask(
        {line, shown, {Stage::Auth, std::bind_front(&LoginExchange::onReply, this)}});
}

void LoginExchange::onReply(const core::Reply &reply)
{
    if (reply.code == 334) {
        onChallenge(reply);
        return;
    }
    m_facts.attempts.last().reply = reply;
    if (reply.code == 235) {
        if (!m_sasl->mayFinish()) {
            m_facts.reply = reply;
            m_conversation.fail(
                Failure::ServerProofWrong,
                QT_TRANSLATE_NOOP("core", "The server said yes without proving that it knows "
                                          "the password."));
            return;
        }
        m_facts.loggedIn = true;
        end();
        m_loggedIn();
    } else if ((reply.code == 504 && m_challenges == 0) || isAboutMethod(reply)) {
        tryNextRung(reply);
    } else if (std::shared_ptr<core::SaslClient> other = m_sasl->otherSpelling();
               other && reply.code == 535 && refusedLogins() < mostRefusedLogins) {
        beginExchange(std::move(other));
    } else if (reply.isPositive()) {
        m_conversation.failUnexpected(reply);
    } else {
        refuse(reply);
    }
}

/// A no to the bare AUTH cannot be about ID or password. What wants encryption or another method,
/// or speaks of the account's state, says so by a code of its own. Without encryption any other no
/// may ask for it, so the ladder goes on only where the command was not understood.
bool LoginExchange::isAboutMethod(const core::Reply &reply) const
{
    const bool hasOwnCode = reply.code == 530 || reply.code == 534 || reply.code == 538 ||
                            (reply.enhanced && reply.enhanced->subject == 7 &&
                             reply.enhanced->detail != 0 && reply.enhanced->detail != 8);
    const bool notUnderstood =
        reply.code == 500 || reply.code == 501 || reply.code == 502 || reply.code == 504;
    return m_facts.attempts.constLast().nothingSent && reply.isPermanent() && !hasOwnCode &&
           (m_conversation.isEncrypted() || notUnderstood);
}

void LoginExchange::refuse(const core::Reply &reply)
{
    m_givenUp.reset();
    if (reply.code == 535 && mayTryNextMethod()) {
        m_conversation.remark(core::Note::NextMethodTried);
        tryNextRung(reply);
        return;
    }
    const core::Text reason = m_sasl->serverReason(); // gone with the end of the conversation
    m_conversation.failReply(reply);
    if (m_facts.detail.isEmpty()) {
        m_facts.detail = reason;
    }
}

/// Of this attempt so far, those on earlier connections counted.
int LoginExchange::refusedLogins() const
{
    const auto refused =
        std::count_if(m_facts.attempts.begin(), m_facts.attempts.end(),
                      [](const core::AuthAttempt &one) { return one.isRefusal(); });
    return m_settings.refusedLogins + static_cast<int>(refused);
}

/// Down from the one that was just tried, so that no reply can lead up again.
std::optional<core::Method> LoginExchange::nextRung() const
{
    QList<core::Method> tried = m_settings.refusedMethods;
    for (const core::AuthAttempt &attempt : m_facts.attempts) {
        tried.append(attempt.method);
    }
    return core::nextRung(m_facts.method, m_facts.capabilities()->authMechanisms, tried);
}

bool LoginExchange::mayTryNextMethod() const
{
    return nextRung() && m_settings.tryNextMethod && isOverVerifiedTls() &&
           refusedLogins() < mostRefusedLogins;
}

void LoginExchange::tryNextRung(const core::Reply &reply)
{
    if (const std::optional<core::Method> rung = nextRung()) {
        startAuth(*rung);
    } else if (m_givenUp) {
        m_facts.reply = reply;
        m_conversation.fail(m_givenUp->failure, m_givenUp->detail);
    } else {
        m_conversation.failReply(reply);
    }
}

void LoginExchange::onChallenge(const core::Reply &challenge)
{
    const core::Result<QByteArray> response = responseTo(challenge.text.constLast().trimmed());
    if (response) {
        if (const core::Text reason = m_sasl->serverReason(); !reason.isEmpty()) {
            m_conversation.remark({QT_TRANSLATE_NOOP("core", "the server's reason: %1"), {reason}});
        }
        sendResponse(*response);
        return;
    }
    m_givenUp = response.error();
    if (m_givenUp->failure == Failure::Cancelled) {
        m_conversation.fail(Failure::Cancelled);
        return;
    }
    // RFC 4954 4: "*" gives the exchange up; the server answers 501.
    m_conversation.ask(
        {"*", "*", {Stage::Auth, std::bind_front(&LoginExchange::onCancelled, this)}});
}

core::Result<QByteArray> LoginExchange::responseTo(const QByteArray &challenge)
{
    const auto bad = [](const core::Text &detail) {
        return core::Error{Failure::BadChallenge, detail};
    };
    if (challenge.size() > longestChallenge) {
        return bad(QT_TRANSLATE_NOOP("core", "The login challenge is too long."));
    }
    if (++m_challenges > mostChallenges) {
        return bad(QT_TRANSLATE_NOOP("core", "The server keeps sending login challenges."));
    }
    // LOGIN's prompts are answered by their order, and PLAIN's is empty: what they say does not
    // matter (B59).
    if (core::sendsPassword(m_facts.method) && !core::takesToken(m_facts.method)) {
        return m_sasl->respond({});
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(challenge, QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok) {
        return bad(QT_TRANSLATE_NOOP("core", "The challenge is not base64."));
    }
    return m_sasl->respond(decoded.decoded);
}

void LoginExchange::onCancelled(const core::Reply &reply)
{
    m_facts.attempts.last().reply = reply;
    if (!reply.isPermanent() && !reply.isTemporary()) {
        m_conversation.failUnexpected(reply); // the exchange was given up, and the server goes on
    } else if (m_givenUp->failure == Failure::BadChallenge &&
               (!m_facts.attempts.constLast().isRefusal() || mayTryNextMethod())) {
        // 501 is the right answer (RFC 4954 4). A 535 is about what was sent before, and counts.
        tryNextRung(reply);
    } else {
        m_facts.reply = reply;
        m_conversation.fail(m_givenUp->failure, m_givenUp->detail);
    }
}

void LoginExchange::sendResponse(const QByteArray &response)
{
    const QByteArray encoded = response.toBase64();
    m_facts.attempts.last().nothingSent = false;
    rememberResponse(response);
    m_conversation.ask({encoded,
                        encoded.isEmpty() ? QByteArray() : QByteArray("****"),
                        {Stage::Auth, std::bind_front(&LoginExchange::onReply, this)}});
}

/// A server may repeat it. A digest or a proof alone is enough to try passwords out on. What else
/// stands beside them or a token is no secret, and begins like ordinary words: "user=".
void LoginExchange::rememberResponse(const QByteArray &response)
{
    core::Mask &mask = m_conversation.mask();
    switch (m_facts.method) {
    case core::Method::CramMd5: mask.add(response.mid(response.lastIndexOf(' ') + 1)); break;
    case core::Method::ScramSha256:
        mask.add(response.mid(response.lastIndexOf(",p=") + 3));
        mask.add(response);
        break;
    case core::Method::Plain1:
    case core::Method::Plain2:
    case core::Method::Login:
    case core::Method::External: mask.add(response); break;
    case core::Method::None:
    case core::Method::PopBeforeSmtp:
    case core::Method::OAuthBearer:
    case core::Method::XOauth2: break;
    }
}

bool LoginExchange::isSecret(const QByteArray &line) const
{
    return (m_facts.method == core::Method::ScramSha256 || core::takesToken(m_facts.method)) &&
           line.startsWith("334") && line.size() > 4;
}

} // namespace smtp
