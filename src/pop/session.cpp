// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works
//
// A line is +OK or -ERR; anything else is no POP3 server. Its answer reaches the handlers as a
// core::Reply without a code; lines, TLS and what waits for which answer stand in
// core::LineProtocol.
//
// The way: greeting, STLS where it is wanted, then APOP where the greeting has a stamp, else USER
// and PASS, which need encryption or the person's leave, then QUIT. Its reply is waited for,
// because some servers note who logged in only when the session ends, but it decides nothing.
//
// The stamp of a greeting before TLS may be somebody else's; APOP then still sends nothing but its
// digest.
#include "pop/session.h"

#include "pop/greeting.h"

#include <functional>
#include <utility>

using core::Failure;
using core::Outcome;
using core::PopAuth;
using core::PopSecurity;
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

/// "+OK", "-ERR" (RFC 1939 3), or what stands there instead.
QByteArray statusOf(const core::Reply &answer)
{
    const QByteArray &line = answer.text.constFirst();
    return line.left(line.indexOf(' ') < 0 ? line.size() : line.indexOf(' ')).toUpper();
}

bool isOk(const core::Reply &answer)
{
    return statusOf(answer) == "+OK";
}

} // namespace

Session::Session(SessionSettings settings)
    : LineProtocol({settings.security == PopSecurity::Pop3s, settings.deadlines, settings.mask})
    , m_settings(std::move(settings))
{
    mask().add(m_settings.credentials.password.reveal());
}

void Session::awaitGreeting()
{
    await({Stage::Greeting, std::bind_front(&Session::onGreeting, this)});
}

void Session::onSecured()
{
    logIn(); // RFC 2595 4: no second greeting
}

void Session::onLine(const core::LineBuffer::Line &line, const QByteArray &shown)
{
    core::Reply answer;
    answer.text = {line.text};
    answer.lines = {shown};
    if (!isOk(answer) && statusOf(answer) != "-ERR") {
        failOn(answer,
               stage() == Stage::Greeting ? Failure::NotAMailServer : Failure::MalformedReply);
    } else if (!this->answer(answer)) {
        failOn(answer, Failure::UnexpectedReply);
    }
}

// ---- the way

void Session::onGreeting(const core::Reply &answer)
{
    if (!isOk(answer)) {
        refuse(answer);
        return;
    }
    m_stamp = stampOf(answer.text.constFirst());
    if (m_settings.security == PopSecurity::Stls) {
        ask({"STLS", "STLS", {Stage::StartTls, std::bind_front(&Session::onStlsReply, this)}});
    } else {
        logIn();
    }
}

void Session::onStlsReply(const core::Reply &answer)
{
    if (isOk(answer)) {
        startTls();
    } else {
        refuse(answer, Failure::StartTlsRefused);
    }
}

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
    } else if (!isEncrypted() && !m_settings.allowPlaintextPassword) {
        fail(Failure::PlaintextPasswordNotAllowed);
    } else {
        sendUser();
    }
}

void Session::sendApop()
{
    m_facts.usedApop = true;
    const QByteArray digest = apopDigest(m_stamp, m_settings.credentials.password.reveal());
    mask().add(digest);
    const QByteArray head = "APOP " + m_settings.credentials.userId.toUtf8() + ' ';
    ask({head + digest,
         head + "****",
         {Stage::Auth, std::bind_front(&Session::onLoginReply, this)}});
}

void Session::sendUser()
{
    const QByteArray line = "USER " + m_settings.credentials.userId.toUtf8();
    ask({line, line, {Stage::Auth, std::bind_front(&Session::onUserReply, this)}});
}

void Session::onUserReply(const core::Reply &answer)
{
    if (!isOk(answer)) {
        refuse(answer);
        return;
    }
    ask({"PASS " + m_settings.credentials.password.reveal(),
         "PASS ****",
         {Stage::Auth, std::bind_front(&Session::onLoginReply, this)}});
}

void Session::onLoginReply(const core::Reply &answer)
{
    if (!isOk(answer)) {
        refuse(answer);
        return;
    }
    m_facts.reply = answer.lines.constFirst();
    m_facts.outcome = Outcome::Accepted;
    m_facts.stage = Stage::Auth;
    quit();
}

// ---- the end

/// An -ERR: for now, or for good.
void Session::refuse(const core::Reply &answer, Failure refused)
{
    failOn(answer, isTemporary(answer.text.constFirst()) ? Failure::ReplyDeferred : refused);
}

void Session::failOn(const core::Reply &answer, Failure failure)
{
    if (ending().isUndecided()) {
        m_facts.reply = answer.lines.constFirst();
    }
    fail(failure);
}

void Session::decide(Failure failure, const core::Text &detail)
{
    m_facts.failure = failure;
    m_facts.detail = detail;
    m_facts.outcome = core::outcomeOf(failure);
    const bool inOrder = failure == Failure::ReplyRefused || failure == Failure::ReplyDeferred ||
                         failure == Failure::StartTlsRefused ||
                         failure == Failure::MethodNotOffered || failure == Failure::BadInput ||
                         failure == Failure::PlaintextPasswordNotAllowed;
    // A server that has refused its greeting closes; one that has refused a login waits.
    if (inOrder && stage() != Stage::Greeting) {
        quit();
    } else {
        breakOff(failure == Failure::Cancelled || failure == Failure::PlaintextInjected);
    }
}

void Session::quit()
{
    ask({"QUIT", "QUIT", {Stage::Quit, [this](const core::Reply &) { finish(false); }}});
}

} // namespace pop
