// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first line of an input: security (0 POP3S, 1 STLS, 2 none), authentication (0 by the
// greeting, 1 APOP, 2 USER), password, ID, whether the password may go over plaintext, whether the
// net fails. The other lines: driver.h.
#include "driver.h"
#include "targets.h"
#include "violation.h"

#include "pop/session.h"

#include <optional>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Outcome;

namespace fuzz
{

namespace
{

QString userId(int kind)
{
    switch (kind) {
    case 1: return u"\u00E4 b"_s;
    case 2: return u"u\nDELE 1"_s;
    case 3: return {};
    default: return u"user"_s;
    }
}

/// What pop::Session must keep to.
class PopWatch final : public Watch
{
public:
    PopWatch(const pop::Session &session, const pop::SessionSettings &settings)
        : m_session(session)
        , m_settings(settings)
    {}

    [[nodiscard]] bool isFinished() const override { return m_session.isFinished(); }
    [[nodiscard]] QByteArray told() const override
    {
        return m_session.facts().reply + '\n' + m_session.facts().detail.english().toUtf8();
    }
    [[nodiscard]] QByteArray passwordKnown() const override
    {
        return m_settings.credentials.password.reveal();
    }

    void onSent(const QByteArray &line, bool encrypted) override
    {
        const bool user = line.startsWith("USER ") || line.startsWith("PASS ");
        const bool login = user || line.startsWith("APOP ");
        require(login || line == "STLS" || line == "QUIT", "no command is sent");
        require(!user || m_settings.auth != core::PopAuth::Apop, "APOP was wanted");
        require(line != "STLS" || !encrypted, "STLS inside of TLS");
        if (!encrypted) {
            require(m_settings.security != core::PopSecurity::Pop3s,
                    "something is sent before TLS");
            require(!login || m_settings.security == core::PopSecurity::None,
                    "a login without the TLS that was wanted");
            require(m_settings.allowPlaintextPassword || !Secrets::isPasswordIn(line),
                    "the password is sent without TLS");
        }
        m_login = m_login || line.startsWith("PASS ") || line.startsWith("APOP ");
        m_heard.clear();
    }

    void onFed(QByteArrayView bytes) override
    {
        m_heard += bytes;
        m_loginTaken = m_loginTaken || (m_login && m_heard.toUpper().contains("+OK"));
        m_heard = m_heard.right(2); // it may have come in pieces
    }

    void onEnd() override
    {
        const core::PopFacts &facts = m_session.facts();
        if (!m_atClose) {
            m_atClose = facts;
            check(facts);
        }
        require(*m_atClose == facts, "the facts change after the end");
    }

private:
    void check(const core::PopFacts &facts) const
    {
        const bool accepted = facts.outcome == Outcome::Accepted;
        require(accepted == (facts.failure == Failure::None),
                "a success with a failure, or a failure without a cause");
        require(!accepted || m_loginTaken, "accepted without +OK after the login");
        require(!accepted || m_settings.security == core::PopSecurity::None ||
                    (facts.tls && facts.tls->trusted()),
                "a success without the TLS that was wanted");
        require((facts.outcome == Outcome::Refused) == (facts.failure == Failure::ReplyRefused),
                "a server's refusal that is none");
        require((facts.outcome == Outcome::Deferred) == (facts.failure == Failure::ReplyDeferred),
                "a server's not now that is none");
        require((facts.outcome == Outcome::Cancelled) == (facts.failure == Failure::Cancelled),
                "cancelled by nobody");
        require(facts.outcome != Outcome::Partial && facts.outcome != Outcome::Unknown,
                "a login has no such outcome");
    }

    const pop::Session &m_session;
    const pop::SessionSettings &m_settings;
    std::optional<core::PopFacts> m_atClose;
    QByteArray m_heard; // the last octets of it, since our last line
    bool m_login = false;
    bool m_loginTaken = false;
};

} // namespace

QByteArray runPop(QByteArrayView bytes)
{
    if (Secrets::isPasswordIn(bytes.toByteArray())) {
        return {}; // a server that knows the password from elsewhere may say it
    }
    Input input(bytes);
    Input header(input.line());
    pop::SessionSettings settings;
    settings.security = core::PopSecurity(header.choice(3));
    settings.auth = core::PopAuth(header.choice(3));
    const QByteArray password = Secrets::password(header.choice(Secrets::passwordKinds));
    settings.credentials = {userId(header.choice(4)), core::Secret(password)};
    settings.allowPlaintextPassword = header.choice(2) == 1;
    const bool connectFails = header.choice(2) == 1;
    pop::Session session(settings);
    Secrets secrets(bytes.toByteArray());
    PopWatch watch(session, settings);
    return Driver(session, watch, secrets).play(input, connectFails);
}

} // namespace fuzz
