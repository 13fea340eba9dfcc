// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "driver.h"
#include "saslhalf.h"

#include "smtp/session.h"

#include <optional>
#include <stop_token>

namespace fuzz
{

/// What smtp::Session must keep to.
class SmtpWatch final : public Watch
{
public:
    /// `stop` is asked to stop before the client would count for seconds.
    SmtpWatch(const smtp::Session &session, const smtp::SessionSettings &settings, Secrets &secrets,
              std::stop_source &stop);

    [[nodiscard]] bool isFinished() const override { return m_session.isFinished(); }
    [[nodiscard]] QByteArray told() const override;
    void onSent(const QByteArray &line, bool encrypted) override;
    void onFed(QByteArrayView bytes) override;
    void onBody(bool empty) override;
    void onBodySent() override;
    void onEnd() override;
    [[nodiscard]] QByteArray passwordKnown() const override;
    [[nodiscard]] qsizetype longestLine() const override;
    QByteArray answer(bool atLineStart) override;
    QByteArray challengeWithRounds(const QByteArray &rounds) override;

private:
    [[nodiscard]] bool mustEncrypt() const;
    void checkNextMethod(bool encrypted) const;
    void checkOutcome(const core::SessionFacts &facts) const;
    void checkMail(const core::SessionFacts &facts) const;

    const smtp::Session &m_session;
    const smtp::SessionSettings &m_settings;
    Secrets &m_secrets;
    std::stop_source &m_stop;
    std::optional<SaslHalf> m_saslHalf;
    std::optional<core::SessionFacts> m_atClose;
    QByteArray m_heard; // the last octets of it, since the last message's end
    bool m_heard235 = false;
    bool m_saidAuth = false;
    bool m_bodyIsEmpty = false;
    bool m_messageSent = false; // one that is none
    bool m_messageTaken = false;
    int m_copies = 0;           // that were taken
    bool m_openMessage = false; // its dot is sent, and no whole line was heard since
};

} // namespace fuzz
