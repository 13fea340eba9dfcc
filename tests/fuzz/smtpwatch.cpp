// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtpwatch.h"

#include "violation.h"

#include <algorithm>
#include <cctype>
#include <utility>

using core::Failure;
using core::Outcome;

namespace fuzz
{

namespace
{

/// Somewhere in it, 2yz but for 221 (RFC 5321 4.2.1).
bool hasYes(const QByteArray &heard)
{
    for (qsizetype at = heard.indexOf('2'); at >= 0; at = heard.indexOf('2', at + 1)) {
        const QByteArray code = heard.mid(at, 3);
        if (code.size() == 3 && code != "221" && isdigit(code[1]) && isdigit(code[2])) {
            return true;
        }
    }
    return false;
}

/// More rounds than this are not counted in a fuzz run, only begun.
constexpr uint mostRounds = 5000;

void addReply(QByteArray &told, const std::optional<core::Reply> &reply)
{
    if (reply) {
        told += reply->lines.join('\n') + '\n' + reply->text.join('\n') + '\n';
    }
}

bool isBase64(const QByteArray &line)
{
    return std::all_of(line.cbegin(), line.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '/' || c == '=';
    });
}

/// A path is closed once, whatever the address was (RFC 5321 4.1.2).
bool isPathCommand(const QByteArray &line, const QByteArray &head)
{
    return line.startsWith(head) && line.count('<') == 1 && line.count('>') == 1;
}

bool isCommand(const QByteArray &line, bool inLogin)
{
    static const QByteArrayList whole{"STARTTLS", "DATA", "RSET", "QUIT", "*"};
    return whole.contains(line) || line.startsWith("EHLO ") || line.startsWith("HELO ") ||
           line.startsWith("AUTH ") || isPathCommand(line, "MAIL FROM:<") ||
           isPathCommand(line, "RCPT TO:<") || (inLogin && isBase64(line));
}

} // namespace

SmtpWatch::SmtpWatch(const smtp::Session &session, const smtp::SessionSettings &settings,
                     Secrets &secrets, std::stop_source &stop)
    : m_session(session)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_stop(stop)
{
    if (settings.credentials) {
        m_saslHalf.emplace(*settings.credentials);
    }
}

QByteArray SmtpWatch::told() const
{
    const core::SessionFacts &facts = m_session.facts();
    QByteArray told = facts.detail.english().toUtf8() + '\n';
    addReply(told, facts.reply);
    for (const core::AuthAttempt &attempt : facts.attempts) {
        addReply(told, attempt.reply);
    }
    for (const core::RecipientResult &recipient : facts.recipients) {
        addReply(told, recipient.reply);
    }
    for (const auto &capabilities : {facts.beforeTls, facts.afterTls}) {
        told += capabilities ? capabilities->lines.join('\n') : QByteArray();
    }
    return told;
}

/// By the setting, or because a server that offered TLS must not be able to take it back.
bool SmtpWatch::mustEncrypt() const
{
    const auto &before = m_session.facts().beforeTls;
    return m_settings.security == core::Security::Smtps ||
           m_settings.security == core::Security::StartTls ||
           (m_settings.security == core::Security::StartTlsIfOffered && before && before->startTls);
}

void SmtpWatch::onSent(const QByteArray &line, bool encrypted)
{
    if (!encrypted) {
        require(m_settings.security != core::Security::Smtps, "something is sent before TLS");
        require(!mustEncrypt() || line.startsWith("EHLO ") || line.startsWith("HELO ") ||
                    line == "STARTTLS" || line == "QUIT",
                "more than STARTTLS is sent without TLS");
        require(m_settings.allowPlaintextPassword || !Secrets::isPasswordIn(line),
                "the password is sent without TLS");
        require(line != "AUTH CRAM-MD5" || m_settings.allowPlaintextPassword ||
                    m_settings.method == core::Method::CramMd5,
                "the ladder goes down to CRAM-MD5 without TLS");
    }
    require(isCommand(line, m_saidAuth && !m_session.facts().loggedIn), "no command is sent");
    require(!line.startsWith("AUTH ") || line.size() <= 510, "the AUTH line is too long");
    if (line.startsWith("MAIL ")) {
        const bool noLogin = m_settings.method == core::Method::None;
        require(m_settings.goal == core::Goal::SendMail, "a check sends mail");
        require(noLogin || m_heard235, "a mail is begun without the login that was wanted");
        if (std::exchange(m_copies, m_session.facts().mailsAccepted) != m_copies) {
            m_messageSent = m_messageTaken = false; // the next copy's is not yet
        }
    }
    if (line.startsWith("AUTH ")) {
        checkNextMethod(encrypted);
    }
    m_saidAuth = m_saidAuth || line.startsWith("AUTH ");
    if (m_saslHalf) {
        m_saslHalf->onClientLine(line);
    }
}

/// B53 and B54, at an AUTH line.
void SmtpWatch::checkNextMethod(bool encrypted) const
{
    const core::SessionFacts &facts = m_session.facts();
    int refused = 0;
    bool another = false;
    for (const core::AuthAttempt &attempt : facts.attempts) {
        refused += int{attempt.isRefusal()};
        another = another || (attempt.isRefusal() && attempt.method != facts.method);
    }
    require(!another ||
                (m_settings.tryNextMethod && encrypted && facts.tls && facts.tls->trusted()),
            "another method is tried after a refusal");
    require(refused < smtp::mostRefusedLogins, "logins are tried until the account is locked");
}

void SmtpWatch::onFed(QByteArrayView bytes)
{
    m_heard += bytes;
    m_heard235 = m_heard235 || m_heard.contains("235");
    m_openMessage = m_openMessage && !m_heard.contains('\n');
    m_messageTaken = m_messageTaken || (m_messageSent && hasYes(m_heard));
    m_heard = m_heard.right(2); // a code may have come in pieces
}

void SmtpWatch::onBody(bool empty)
{
    m_bodyIsEmpty = empty;
}

void SmtpWatch::onBodySent()
{
    m_heard.clear();
    m_messageSent = m_messageSent || !m_bodyIsEmpty;
    m_openMessage = !m_bodyIsEmpty;
}

QByteArray SmtpWatch::passwordKnown() const
{
    return m_saidAuth ? m_settings.credentials->password.reveal() : QByteArray();
}

/// A challenge may be longer than other replies.
qsizetype SmtpWatch::longestLine() const
{
    return m_saidAuth && !m_session.facts().loggedIn ? qsizetype{64} * 1024
                                                     : core::LineBuffer::defaultLimit;
}

QByteArray SmtpWatch::answer(bool atLineStart)
{
    const QByteArray reply = m_saslHalf ? m_saslHalf->answer() : QByteArray();
    // At the end of another line it is that line, with whatever text the server likes.
    if (atLineStart && reply.startsWith("334 ") && m_saslHalf->isScram()) {
        m_secrets.hide(reply.mid(4));
    }
    return reply;
}

QByteArray SmtpWatch::challengeWithRounds(const QByteArray &rounds)
{
    bool ok = false;
    if (rounds.toUInt(&ok) > mostRounds || !ok) {
        m_stop.request_stop();
    }
    return m_saslHalf ? m_saslHalf->challengeWithRounds(rounds) : QByteArray();
}

void SmtpWatch::onEnd()
{
    const core::SessionFacts &facts = m_session.facts();
    if (!m_atClose) {
        m_atClose = facts;
        checkOutcome(facts);
        if (m_settings.goal == core::Goal::SendMail) {
            checkMail(facts);
        }
    }
    require(*m_atClose == facts, "the facts change after the end");
}

void SmtpWatch::checkOutcome(const core::SessionFacts &facts) const
{
    const Failure failure = facts.failure;
    switch (facts.outcome) {
    case Outcome::Accepted:
    case Outcome::Partial: require(failure == Failure::None, "a success with a failure"); break;
    case Outcome::Refused:
        require(failure == Failure::ReplyRefused || failure == Failure::StartTlsRefused,
                "a server's refusal that is none");
        require(facts.reply && facts.reply->isPermanent(), "a refusal without a reply of 5xx");
        break;
    case Outcome::Deferred:
        require(failure == Failure::ReplyDeferred || failure == Failure::StartTlsRefused,
                "a server's not now that is none");
        require(facts.reply && facts.reply->isTemporary(), "a not now without a reply of 4xx");
        break;
    case Outcome::Failed: require(failure != Failure::None, "a failure without a cause"); break;
    case Outcome::Unknown: break;
    case Outcome::Cancelled: require(failure == Failure::Cancelled, "cancelled by nobody"); break;
    }
    require((facts.outcome == Outcome::Unknown) == (failure == Failure::LostAfterDot),
            "a lost mail is Unknown and nothing else is");
    require(facts.outcome == Outcome::Cancelled || failure != Failure::Cancelled,
            "a cancelled attempt has another outcome");
    require(facts.outcome != Outcome::Accepted || !mustEncrypt() ||
                (facts.tls && facts.tls->trusted()),
            "a success without the TLS that was wanted");
}

void SmtpWatch::checkMail(const core::SessionFacts &facts) const
{
    const auto has = [&facts](Outcome outcome) {
        return std::any_of(facts.recipients.cbegin(), facts.recipients.cend(),
                           [outcome](const auto &one) { return one.outcome == outcome; });
    };
    const bool all = std::all_of(facts.recipients.cbegin(), facts.recipients.cend(),
                                 [](const auto &r) { return r.outcome == Outcome::Accepted; });
    require(!m_settings.delivery.allOrNone || all || facts.outcome == Outcome::Unknown ||
                !has(Outcome::Accepted),
            "some got what all or none should get");
    require((facts.outcome == Outcome::Accepted) == (all && !facts.recipients.isEmpty()),
            "Accepted is when every recipient's mail is, and only then");
    require(!has(Outcome::Accepted) || m_messageTaken, "accepted without a 2yz after the message");
    require(facts.outcome != Outcome::Partial || has(Outcome::Accepted), "partly, for nobody");
    require(facts.outcome != Outcome::Unknown || m_messageSent, "unknown, though no dot was sent");
    require(!m_openMessage || facts.outcome == Outcome::Unknown,
            "what became of a mail whose dot has no answer cannot be known");
    require(!m_messageSent ||
                (facts.outcome != Outcome::Failed && facts.outcome != Outcome::Cancelled),
            "a mail that was sent counts as not sent");
}

} // namespace fuzz
