// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/recognition.h"

#include "diagnosis/providerpages.h"

#include <QByteArrayList>

#include <algorithm>

namespace diagnosis
{

namespace
{

core::Failure failureOf(const core::SessionFacts &facts)
{
    using core::Failure;
    using core::Outcome;

    if (facts.failure != Failure::None) {
        return facts.failure;
    }
    switch (facts.outcome) {
    case Outcome::Refused: return Failure::ReplyRefused;
    case Outcome::Deferred: return Failure::ReplyDeferred;
    case Outcome::Cancelled: return Failure::Cancelled;
    case Outcome::Unknown: return Failure::LostAfterDot;
    case Outcome::Accepted:
    case Outcome::Partial:
    case Outcome::Failed: return Failure::None;
    }
    Q_UNREACHABLE();
}

bool containsAny(const QByteArray &lower, const char *words)
{
    const QByteArrayList list = QByteArray(words).split('|');
    return std::any_of(list.begin(), list.end(),
                       [&](const QByteArray &word) { return lower.contains(word); });
}

template <typename Enum> bool allows(unsigned set, Enum value)
{
    return set == 0 || (set & When::bits(value)) != 0;
}

/// Where a meaning is asked for at all.
bool meansOne(const When &when, const Case &c)
{
    return when.causes.front() == CauseClass::None ||
           std::find(when.causes.begin(), when.causes.end(), c.meaning) != when.causes.end();
}

bool kindMatches(const When &when, const Case &c)
{
    switch (when.kind) {
    case When::Kind::Never: return false;
    case When::Kind::Always: return true;
    case When::Kind::Ended: return c.facts.outcome == when.outcome;
    case When::Kind::Failed: return c.failure == when.failure;
    case When::Kind::Said:
        return c.saidNo() && (c.facts.reply->isTemporary() || c.facts.reply->isPermanent());
    case When::Kind::Means: return c.meaning != CauseClass::None && meansOne(when, c);
    }
    Q_UNREACHABLE();
}

bool replyMatches(const When &when, const Case &c)
{
    const bool asksForReply =
        when.codeClass != 0 || when.codes.front() != 0 || when.subject >= 0 || when.text != nullptr;
    if (!asksForReply) {
        return true;
    }
    if (!c.facts.reply) {
        return false;
    }
    const core::Reply &reply = *c.facts.reply;
    if (when.codeClass != 0 && reply.code / 100 != when.codeClass) {
        return false;
    }
    if (when.codes.front() != 0 &&
        std::find(when.codes.begin(), when.codes.end(), reply.code) == when.codes.end()) {
        return false;
    }
    if (when.subject >= 0 && (!reply.enhanced || reply.enhanced->subject != when.subject ||
                              (when.detail >= 0 && reply.enhanced->detail != when.detail))) {
        return false;
    }
    return !when.text || containsAny(c.said, when.text);
}

bool settingsMatch(const When &when, const Case &c)
{
    const core::Method method =
        c.facts.method != core::Method::None ? c.facts.method : c.profile.method;
    const QString host = c.inPop() ? core::popHostOf(c.profile) : c.profile.host;
    const quint16 port = c.inPop() ? c.profile.pop.port : c.profile.port;
    return allows(when.securities, c.profile.security) && allows(when.methods, method) &&
           (when.portNumber < 0 || port == when.portNumber) &&
           (!when.hosts || liesIn(host, when.hosts));
}

template <typename Enum> bool hasOneOf(unsigned set, const QList<Enum> &values)
{
    return set == 0 || std::any_of(values.begin(), values.end(),
                                   [&](Enum value) { return (set & When::bits(value)) != 0; });
}

bool findingsMatch(const When &when, const Case &c)
{
    return hasOneOf(when.faults,
                    c.facts.tls ? c.facts.tls->faults : QList<core::CertificateFault>()) &&
           hasOneOf(when.notes, c.facts.notes) &&
           (c.isTold ? when.logins == 0 : allows(when.logins, c.facts.loggedIn)) &&
           (!when.reasons ||
            containsAny(c.facts.detail.english().toUtf8().toLower(), when.reasons));
}

} // namespace

Case::Case(const core::SessionFacts &sessionFacts, const core::ServerProfile &serverProfile,
           core::Goal attemptGoal)
    : facts(sessionFacts)
    , profile(serverProfile)
    , goal(attemptGoal)
    , failure(failureOf(sessionFacts))
{
    if (facts.reply) {
        said = facts.reply->words();
    }
    if (saidNo()) {
        meaning = meaningOf(*facts.reply);
    } else if (failure == core::Failure::TlsHandshakeFailed ||
               (failure == core::Failure::ClosedByPeer && facts.stage == core::Stage::Tls)) {
        Evidence evidence;
        evidence.text = facts.detail.english();
        evidence.stage = core::Stage::Tls;
        meaning = weighed(evidence).cause;
    }
}

Case::Case(const core::SessionFacts &sessionFacts, const core::ServerProfile &serverProfile,
           CauseClass told)
    : facts(sessionFacts)
    , profile(serverProfile)
    , goal(core::Goal::SendMail)
    , failure(failureOf(sessionFacts))
    , meaning(told)
    , isTold(true)
{
    if (facts.reply) {
        said = facts.reply->words();
    }
}

CauseClass Case::meaningOf(const core::Reply &reply) const
{
    const core::Method method = facts.method != core::Method::None ? facts.method : profile.method;
    Evidence evidence;
    evidence.text =
        QString::fromUtf8((reply.lines.isEmpty() ? reply.text : reply.lines).join('\n'));
    if (reply.code != 0) {
        evidence.code = reply.code;
    }
    evidence.stage = facts.stage;
    evidence.loggedIn = facts.loggedIn;
    evidence.encrypted = encrypted();
    evidence.withToken = core::takesToken(method);
    return weighed(evidence).cause;
}

bool Case::saidNo() const
{
    return (failure == core::Failure::ReplyRefused || failure == core::Failure::ReplyDeferred) &&
           facts.reply;
}

bool When::matches(const Case &c) const
{
    return kindMatches(*this, c) && (kind == Kind::Means || meansOne(*this, c)) &&
           allows(stages, c.facts.stage) && replyMatches(*this, c) && settingsMatch(*this, c) &&
           findingsMatch(*this, c) && allows(goals, c.goal) && !(isOurs && c.isTold) &&
           (!isTold || c.isTold) && (!predicate || predicate(c));
}

const Rule &recognised(const Case &c)
{
    for (const Rule &rule : rules()) {
        if (std::any_of(rule.when.begin(), rule.when.end(),
                        [&](const When &when) { return when.matches(c); })) {
            return rule;
        }
    }
    return rules().back();
}

} // namespace diagnosis
