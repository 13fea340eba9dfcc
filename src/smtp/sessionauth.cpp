// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: logging in (RFC 4954). The rung is chosen by what the reply advertises, from the
// chosen method downwards and never up. A no before anything was sent, a 504, or a challenge that
// makes no sense tries the next rung; without encryption only where the password is allowed there.
// A 535 does so only where that was allowed for this server and the link is verified TLS: a weaker
// method after a wrong password would else give the password away (B53).
#include "smtp/session.h"

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

void Session::logIn()
{
    if (m_settings.method == core::Method::None) {
        afterLogin();
        return;
    }
    if (!m_settings.credentials && m_settings.goal == core::Goal::Check) {
        remark(core::Note::LoginSkippedNoPassword);
        afterLogin();
        return;
    }
    m_facts.stage = Stage::Auth;
    if (!m_settings.credentials) {
        fail(Failure::PasswordUnavailable);
        return;
    }
    const std::optional<core::Capabilities> &capabilities = m_facts.capabilities();
    if (!capabilities->hasAuth || capabilities->authMechanisms.isEmpty()) {
        fail(Failure::LoginNotOffered); // never on without it (B67)
        return;
    }
    const std::optional<core::Method> rung =
        core::nextRung(m_settings.method, capabilities->authMechanisms, m_settings.refusedMethods);
    if (!rung) {
        fail(Failure::MethodNotOffered);
        return;
    }
    if (!mayLogIn()) {
        fail(Failure::PlaintextPasswordNotAllowed);
        return;
    }
    startAuth(*rung);
}

/// The next method of an earlier connection goes over verified TLS as well (B53).
bool Session::mayLogIn() const
{
    return m_settings.refusedMethods.isEmpty() ||
           (m_encrypted && m_facts.tls && m_facts.tls->trusted());
}

/// Without encryption, what shows the password needs to be allowed, and so does going down to
/// CRAM-MD5: anybody on the way tries passwords out on its digest, thousands of times faster than
/// on SCRAM's proof, and has only to take SCRAM from the offer or to spoil it. Who has chosen
/// CRAM-MD5 gets it.
bool Session::mayUse(core::Method method) const
{
    const bool steppedDown =
        method == core::Method::CramMd5 && m_settings.method != core::Method::CramMd5;
    return m_encrypted || m_settings.allowPlaintextPassword ||
           (!core::sendsPassword(method) && !steppedDown);
}

void Session::startAuth(core::Method method)
{
    m_facts.method = method;
    if (!mayUse(method)) {
        fail(Failure::PlaintextPasswordNotAllowed);
        return;
    }
    if (!m_encrypted && core::sendsPassword(method)) {
        remark(core::Note::PasswordOverPlaintext);
    }
    const auto client = m_saslClients(method, *m_settings.credentials);
    if (!client) {
        fail(client.error().failure, client.error().detail);
        return;
    }
    beginExchange(*client);
}

void Session::beginExchange(std::shared_ptr<core::SaslClient> client)
{
    const core::Method method = m_facts.method;
    m_sasl = std::move(client);
    m_authFailure = Failure::None;
    m_authDetail = {};
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
    sendNow({line, shown, {Stage::Auth, &Session::onAuthReply}});
}

void Session::onAuthReply(const core::Reply &reply)
{
    if (reply.code == 334) {
        onAuthChallenge(reply);
        return;
    }
    m_facts.attempts.last().reply = reply;
    if (reply.code == 235) {
        if (!m_sasl->mayFinish()) {
            m_facts.reply = reply;
            fail(Failure::ServerProofWrong,
                 QT_TRANSLATE_NOOP("core", "The server said yes without proving that it knows "
                                           "the password."));
            return;
        }
        m_facts.loggedIn = true;
        m_sasl.reset();
        afterLogin();
    } else if ((reply.code == 504 && m_challenges == 0) || isAboutMethod(reply)) {
        tryNextRung(reply);
    } else if (std::shared_ptr<core::SaslClient> other = m_sasl->otherSpelling();
               other && reply.code == 535 && refusedLogins() < mostRefusedLogins) {
        beginExchange(std::move(other));
    } else if (reply.isPositive()) {
        failUnexpected(reply);
    } else {
        refuseLogin(reply);
    }
}

/// A no to the bare AUTH cannot be about ID or password. What wants encryption or another method,
/// or speaks of the account's state, says so by a code of its own. Without encryption any other no
/// may ask for it, so the ladder goes on only where the command was not understood.
bool Session::isAboutMethod(const core::Reply &reply) const
{
    const bool hasOwnCode = reply.code == 530 || reply.code == 534 || reply.code == 538 ||
                            (reply.enhanced && reply.enhanced->subject == 7 &&
                             reply.enhanced->detail != 0 && reply.enhanced->detail != 8);
    const bool notUnderstood =
        reply.code == 500 || reply.code == 501 || reply.code == 502 || reply.code == 504;
    return m_facts.attempts.constLast().nothingSent && reply.isPermanent() && !hasOwnCode &&
           (m_encrypted || notUnderstood);
}

void Session::refuseLogin(const core::Reply &reply)
{
    m_authFailure = Failure::None;
    m_authDetail = m_sasl->serverReason();
    if (reply.code == 535 && mayTryNextMethod()) {
        remark(core::Note::NextMethodTried);
        tryNextRung(reply);
        return;
    }
    failReply(reply);
    if (m_facts.detail.isEmpty()) {
        m_facts.detail = m_authDetail;
    }
}

/// Of this attempt so far, those on earlier connections counted.
int Session::refusedLogins() const
{
    const auto refused =
        std::count_if(m_facts.attempts.begin(), m_facts.attempts.end(),
                      [](const core::AuthAttempt &one) { return one.isRefusal(); });
    return m_settings.refusedLogins + static_cast<int>(refused);
}

/// Down from the one that was just tried, so that no reply can lead up again.
std::optional<core::Method> Session::nextRung() const
{
    QList<core::Method> tried = m_settings.refusedMethods;
    for (const core::AuthAttempt &attempt : m_facts.attempts) {
        tried.append(attempt.method);
    }
    return core::nextRung(m_facts.method, m_facts.capabilities()->authMechanisms, tried);
}

bool Session::mayTryNextMethod() const
{
    return nextRung() && m_settings.tryNextMethod && m_encrypted && m_facts.tls->trusted() &&
           refusedLogins() < mostRefusedLogins;
}

void Session::tryNextRung(const core::Reply &reply)
{
    if (const std::optional<core::Method> rung = nextRung()) {
        startAuth(*rung);
    } else if (m_authFailure != Failure::None) {
        m_facts.reply = reply;
        fail(m_authFailure, m_authDetail);
    } else {
        failReply(reply);
    }
}

void Session::onAuthChallenge(const core::Reply &challenge)
{
    const QByteArray text = challenge.text.constLast().trimmed();
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    // LOGIN's prompts are answered by their order, and PLAIN's is empty: what they say does not
    // matter (B59).
    const bool promptOnly =
        core::sendsPassword(m_facts.method) && !core::takesToken(m_facts.method);
    if (text.size() > longestChallenge || ++m_challenges > mostChallenges) {
        m_authFailure = Failure::BadChallenge;
        m_authDetail =
            text.size() > longestChallenge
                ? QT_TRANSLATE_NOOP("core", "The challenge is longer than any honest one.")
                : QT_TRANSLATE_NOOP("core", "The server asks on and on.");
    } else if (!promptOnly && decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok) {
        m_authFailure = Failure::BadChallenge;
        m_authDetail = QT_TRANSLATE_NOOP("core", "The challenge is not base64.");
    } else {
        const core::Result<QByteArray> response =
            m_sasl->respond(promptOnly ? QByteArray() : decoded.decoded);
        if (response) {
            if (const core::Text reason = m_sasl->serverReason(); !reason.isEmpty()) {
                m_events.append(
                    core::Remark{{QT_TRANSLATE_NOOP("core", "the server's reason: %1"), {reason}}});
            }
            sendAuthResponse(*response);
            return;
        }
        m_authFailure = response.error().failure;
        m_authDetail = response.error().detail;
        if (m_authFailure == Failure::Cancelled) {
            fail(Failure::Cancelled);
            return;
        }
    }
    // RFC 4954 4: "*" gives the exchange up; the server answers 501.
    sendNow({"*", "*", {Stage::Auth, &Session::onAuthCancelled}});
}

void Session::onAuthCancelled(const core::Reply &reply)
{
    m_facts.attempts.last().reply = reply;
    if (!reply.isPermanent() && !reply.isTemporary()) {
        failUnexpected(reply); // the exchange was given up, and the server goes on with it
    } else if (m_authFailure == Failure::BadChallenge &&
               (!m_facts.attempts.constLast().isRefusal() || mayTryNextMethod())) {
        // 501 is the right answer (RFC 4954 4). A 535 is about what was sent before, and counts.
        tryNextRung(reply);
    } else {
        m_facts.reply = reply;
        fail(m_authFailure, m_authDetail);
    }
}

void Session::sendAuthResponse(const QByteArray &response)
{
    const QByteArray encoded = response.toBase64();
    m_facts.attempts.last().nothingSent = false;
    rememberResponse(response);
    sendNow({encoded,
             encoded.isEmpty() ? QByteArray() : QByteArray("****"),
             {Stage::Auth, &Session::onAuthReply}});
}

/// A server may repeat it. A digest or a proof alone is enough to try passwords out on. What else
/// stands beside them or a token is no secret, and begins like ordinary words: "user=".
void Session::rememberResponse(const QByteArray &response)
{
    core::Mask &mask = *m_settings.mask;
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

QByteArray Session::shownLine(const QByteArray &line)
{
    // A CRAM-MD5 challenge may be shown: without the digest it is of no use. SCRAM's salt and the
    // server's proof are enough to try passwords out on, without any server; the reason for
    // refusing a token may repeat it.
    const bool secret =
        (m_facts.method == core::Method::ScramSha256 || core::takesToken(m_facts.method)) &&
        line.startsWith("334") && line.size() > 4;
    const QByteArray shown = m_settings.mask->next(line);
    return secret ? QByteArray("334 ****") : shown;
}

void Session::afterLogin()
{
    // RFC 4954 does not ask for another EHLO after AUTH without a security layer; some servers
    // refuse it (B23).
    if (m_settings.goal == core::Goal::SendMail && m_settings.mail) {
        startMail();
        return;
    }
    if (m_facts.loggedIn) {
        m_facts.reply = m_facts.attempts.constLast().reply;
    }
    m_facts.outcome = core::Outcome::Accepted;
    quit();
}

} // namespace smtp
