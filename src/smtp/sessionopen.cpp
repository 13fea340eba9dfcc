// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: from the greeting to the reply that counts. EHLO, HELO only where EHLO is not
// understood, and STARTTLS with another EHLO behind it (RFC 3207 4.2: what was said before TLS is
// forgotten).
#include "smtp/session.h"

#include "smtp/command.h"
#include "smtp/ehlo.h"

using core::Failure;
using core::Outcome;
using core::Stage;

namespace smtp
{

namespace
{

/// Whether EHLO is not understood (RFC 5321 3.2, 4.2.4), or where 503 says that HELO comes first.
/// Any other no is about this computer or its name, and would meet HELO as well.
bool isNotUnderstood(const core::Reply &reply)
{
    return reply.code == 500 || reply.code == 502 || reply.code == 503 ||
           (reply.code == 504 && reply.words().contains("implemented"));
}

} // namespace

void Session::onGreeting(const core::Reply &reply)
{
    if (reply.code != 220) {
        // RFC 5321 3.1: after a 554 greeting only QUIT may follow.
        reply.isPositive() ? failUnexpected(reply) : failReply(reply);
        return;
    }
    if (reply.text.constFirst().contains("***")) {
        remark(core::Note::RewritingFirewall);
    }
    sendEhlo();
}

void Session::sendEhlo()
{
    if (!isSafeArgument(m_settings.ehloName) || m_settings.ehloName.contains(' ') ||
        m_settings.ehloName.isEmpty()) {
        m_facts.stage = Stage::Ehlo;
        fail(Failure::BadInput,
             QT_TRANSLATE_NOOP("core",
                               "The EHLO name is empty or has a space or control character."));
        return;
    }
    const QByteArray line = "EHLO " + m_settings.ehloName;
    sendNow({line, line, {Stage::Ehlo, &Session::onEhloReply}});
}

void Session::onEhloReply(const core::Reply &reply)
{
    if (isNotUnderstood(reply)) {
        const QByteArray line = "HELO " + m_settings.ehloName;
        sendNow({line, line, {Stage::Ehlo, &Session::onHeloReply}});
    } else if (reply.isPositive()) {
        afterEhlo(capabilitiesOf(reply));
    } else {
        failReply(reply);
    }
}

void Session::onHeloReply(const core::Reply &reply)
{
    if (!reply.isPositive()) {
        failReply(reply);
        return;
    }
    remark(core::Note::HeloOnly);
    afterEhlo(capabilitiesOfHelo(reply));
}

void Session::afterEhlo(const core::Capabilities &capabilities)
{
    (m_encrypted ? m_facts.afterTls : m_facts.beforeTls) = capabilities;
    if (capabilities.onlyOldAuthForm) {
        remark(core::Note::OldAuthForm);
    }
    if (capabilities.sizeUnreadable) {
        remark(core::Note::SizeUnreadable);
    }
    const bool wantsStartTls = m_settings.security == core::Security::StartTls ||
                               m_settings.security == core::Security::StartTlsIfOffered;
    if (!m_encrypted && wantsStartTls) {
        if (capabilities.startTls) {
            sendNow({"STARTTLS", "STARTTLS", {Stage::StartTls, &Session::onStartTlsReply}});
            return;
        }
        if (m_settings.security == core::Security::StartTls) {
            m_facts.stage = Stage::StartTls;
            fail(Failure::StartTlsNotOffered);
            return;
        }
        remark(core::Note::StartTlsIfOfferedStayedPlain);
    }
    if (m_settings.goal == core::Goal::ReadReply) {
        m_facts.outcome = Outcome::Accepted;
        quit();
    } else {
        logIn();
    }
}

void Session::onStartTlsReply(const core::Reply &reply)
{
    if (reply.code != 220 && (reply.isPositive() || reply.isIntermediate())) {
        failUnexpected(reply);
        return;
    }
    if (reply.code != 220) {
        m_facts.reply = reply;
        // Never on without it by ourselves, not even where it was only wanted if offered (B38).
        fail(Failure::StartTlsRefused);
        return;
    }
    if (!m_lines.isEmpty()) {
        m_events.append(core::LineReceived{m_settings.mask->next(m_lines.rest())});
        fail(Failure::PlaintextInjected);
        return;
    }
    m_tlsPending = true;
    startStage(Stage::Tls);
    m_actions.enqueue(core::StartTls{});
}

} // namespace smtp
