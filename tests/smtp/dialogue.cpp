// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

#include "sasl/clients.h"

namespace dialogue
{

namespace
{

/// SCRAM is random; the scripts get a client that says fixed words in its place.
class FixedScram final : public core::SaslClient
{
public:
    explicit FixedScram(int spellings)
        : m_spellings(spellings)
    {}
    [[nodiscard]] std::shared_ptr<core::SaslClient> otherSpelling() const override
    {
        return m_spellings > 1 ? std::make_shared<FixedScram>(m_spellings - 1) : nullptr;
    }
    std::optional<QByteArray> initialResponse() override { return QByteArray("scram-first"); }
    core::Result<QByteArray> respond(const QByteArray &challenge) override
    {
        if (challenge == "server-first") {
            return QByteArray("scram-final");
        }
        if (challenge == "server-final") {
            m_proved = true;
            return QByteArray();
        }
        if (challenge == "forged-final") {
            return core::Error{core::Failure::ServerProofWrong, {}};
        }
        if (challenge == "server-weak") {
            return core::Error{core::Failure::TooFewRounds, {}};
        }
        return core::Error{core::Failure::BadChallenge, {}};
    }
    [[nodiscard]] bool mayFinish() const override { return m_proved; }

private:
    int m_spellings;
    bool m_proved = false;
};

core::Result<std::shared_ptr<core::SaslClient>> saslClient(core::Method method,
                                                           const core::Credentials &credentials)
{
    if (method == core::Method::ScramSha256) {
        const int spellings = credentials.password.reveal() == "two-spellings" ? 2 : 1;
        return std::shared_ptr<core::SaslClient>(std::make_shared<FixedScram>(spellings));
    }
    return sasl::makeClient(method, credentials);
}

smtp::SessionSettings settingsOf(const Row &row)
{
    smtp::SessionSettings settings;
    settings.security = core::Security::None;
    settings.method = core::Method::None;
    if (row.set) {
        row.set(settings);
    }
    if (settings.mail) {
        settings.mail->traits.size = row.message.size();
    }
    return settings;
}

} // namespace

Run run(const Row &row, Feeding feeding)
{
    const smtp::SessionSettings settings = settingsOf(row);
    smtp::Session session(settings, &saslClient);
    const auto tell = [&](const QByteArray &what) {
        const bool waits = what == "END" ? session.isEndHeld() : session.isResting();
        if (what == "END") {
            session.sendEnd();
        } else if (what == "NEXT") {
            session.sendAnother(*settings.mail, settings.delivery);
        } else {
            session.leave();
        }
        return waits;
    };
    Run run{play(session, [&session] { return session.isFinished(); },
                 {row.script, row.message, feeding, tell}),
            session.facts(), true};
    run.checkHolds = !row.check || row.check(session);
    return run;
}

} // namespace dialogue
