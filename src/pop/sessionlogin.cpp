// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: APOP where the greeting has a stamp, else USER and PASS, which need encryption or
// the person's leave. Then QUIT.
#include "pop/session.h"

#include "pop/greeting.h"

using core::Failure;
using core::Outcome;
using core::PopAuth;
using core::Stage;

namespace pop
{

namespace
{

/// Could end a command early, or part a user from what follows.
bool cannotBeSent(const QByteArray &text, bool spaces)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0') ||
           (spaces && text.contains(' '));
}

} // namespace

void Session::logIn()
{
    startStage(Stage::Auth);
    const QByteArray user = m_settings.credentials.userId.toUtf8();
    const QByteArray &password = m_settings.credentials.password.reveal();
    if (m_settings.auth == PopAuth::Apop && m_stamp.isEmpty()) {
        fail(Failure::MethodNotOffered,
             QT_TRANSLATE_NOOP("core", "The greeting has no stamp for APOP."));
        return;
    }
    const bool apop = m_settings.auth != PopAuth::User && !m_stamp.isEmpty();
    if (user.isEmpty() || cannotBeSent(user, apop) || cannotBeSent(password, false)) {
        fail(Failure::BadInput,
             QT_TRANSLATE_NOOP("core",
                               "The ID or the password has a character that POP3 cannot carry."));
    } else if (apop) {
        sendApop();
    } else if (!m_encrypted && !m_settings.allowPlaintextPassword) {
        fail(Failure::PlaintextPasswordNotAllowed);
    } else {
        sendUser();
    }
}

void Session::sendApop()
{
    m_facts.usedApop = true;
    const QByteArray digest = apopDigest(m_stamp, m_settings.credentials.password.reveal());
    m_settings.mask->add(digest);
    const QByteArray head = "APOP " + m_settings.credentials.userId.toUtf8() + ' ';
    send(head + digest, head + "****");
    await(Stage::Auth, &Session::onLoginReply);
}

void Session::sendUser()
{
    const QByteArray line = "USER " + m_settings.credentials.userId.toUtf8();
    send(line, line);
    await(Stage::Auth, &Session::onUserReply);
}

void Session::onUserReply(bool ok, const QByteArray &line)
{
    if (!ok) {
        refuse(line);
        return;
    }
    send("PASS " + m_settings.credentials.password.reveal(), "PASS ****");
    await(Stage::Auth, &Session::onLoginReply);
}

void Session::onLoginReply(bool ok, const QByteArray &line)
{
    if (!ok) {
        refuse(line);
        return;
    }
    m_facts.reply = m_shown;
    m_facts.outcome = Outcome::Accepted;
    m_facts.stage = Stage::Auth;
    send("QUIT", "QUIT");
    await(Stage::Quit, &Session::onQuitReply);
}

void Session::onQuitReply(bool, const QByteArray &)
{
    finish(false);
}

} // namespace pop
