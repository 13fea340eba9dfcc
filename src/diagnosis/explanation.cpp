// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/explanation.h"

#include "diagnosis/recognition.h"
#include "texts/excerpt.h"
#include "texts/wording.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

constexpr const char *titles[] = {
    QT_TRANSLATE_NOOP("diagnosis", "wrong user name or password"),
    QT_TRANSLATE_NOOP("diagnosis", "app password needed"),
    QT_TRANSLATE_NOOP("diagnosis", "access token (OAuth 2) needed"),
    QT_TRANSLATE_NOOP("diagnosis", "access token refused"),
    QT_TRANSLATE_NOOP("diagnosis", "login switched off"),
    QT_TRANSLATE_NOOP("diagnosis", "login needed"),
    QT_TRANSLATE_NOOP("diagnosis", "login method not offered"),
    QT_TRANSLATE_NOOP("diagnosis", "encryption needed before the login"),
    QT_TRANSLATE_NOOP("diagnosis", "logins cannot be checked just now"),
    QT_TRANSLATE_NOOP("diagnosis", "account locked"),
    QT_TRANSLATE_NOOP("diagnosis", "account not activated"),
    QT_TRANSLATE_NOOP("diagnosis", "too many logins"),
    QT_TRANSLATE_NOOP("diagnosis", "wrong server for this account"),
    QT_TRANSLATE_NOOP("diagnosis", "POP3 login needed first"),
    QT_TRANSLATE_NOOP("diagnosis", "country blocked"),
    QT_TRANSLATE_NOOP("diagnosis", "mailbox in use"),
    QT_TRANSLATE_NOOP("diagnosis", "sender not allowed"),
    QT_TRANSLATE_NOOP("diagnosis", "sender not confirmed"),
    QT_TRANSLATE_NOOP("diagnosis", "sender's domain not found"),
    QT_TRANSLATE_NOOP("diagnosis", "relaying denied"),
    QT_TRANSLATE_NOOP("diagnosis", "recipient unknown"),
    QT_TRANSLATE_NOOP("diagnosis", "recipient's domain not found"),
    QT_TRANSLATE_NOOP("diagnosis", "mailbox closed"),
    QT_TRANSLATE_NOOP("diagnosis", "recipient takes no mail from you"),
    QT_TRANSLATE_NOOP("diagnosis", "mailbox full"),
    QT_TRANSLATE_NOOP("diagnosis", "put off for some minutes (greylisting)"),
    QT_TRANSLATE_NOOP("diagnosis", "sent too fast"),
    QT_TRANSLATE_NOOP("diagnosis", "sending limit used up"),
    QT_TRANSLATE_NOOP("diagnosis", "too many connections"),
    QT_TRANSLATE_NOOP("diagnosis", "too many recipients"),
    QT_TRANSLATE_NOOP("diagnosis", "message too large"),
    QT_TRANSLATE_NOOP("diagnosis", "taken for spam"),
    QT_TRANSLATE_NOOP("diagnosis", "against the rules of the server"),
    QT_TRANSLATE_NOOP("diagnosis", "virus"),
    QT_TRANSLATE_NOOP("diagnosis", "malformed message"),
    QT_TRANSLATE_NOOP("diagnosis", "mail loop"),
    QT_TRANSLATE_NOOP("diagnosis", "line too long"),
    QT_TRANSLATE_NOOP("diagnosis", "line ends wrong"),
    QT_TRANSLATE_NOOP("diagnosis", "letters outside ASCII not taken"),
    QT_TRANSLATE_NOOP("diagnosis", "network address blocked"),
    QT_TRANSLATE_NOOP("diagnosis", "no reverse DNS"),
    QT_TRANSLATE_NOOP("diagnosis", "SPF failed"),
    QT_TRANSLATE_NOOP("diagnosis", "DKIM or DMARC failed"),
    QT_TRANSLATE_NOOP("diagnosis", "EHLO name refused"),
    QT_TRANSLATE_NOOP("diagnosis", "encryption needed"),
    QT_TRANSLATE_NOOP("diagnosis", "STARTTLS not offered"),
    QT_TRANSLATE_NOOP("diagnosis", "server's encryption out of order"),
    QT_TRANSLATE_NOOP("diagnosis", "wrong kind of encryption for the port"),
    QT_TRANSLATE_NOOP("diagnosis", "certificate expired"),
    QT_TRANSLATE_NOOP("diagnosis", "certificate for another host"),
    QT_TRANSLATE_NOOP("diagnosis", "self-signed certificate"),
    QT_TRANSLATE_NOOP("diagnosis", "certificate not trusted"),
    QT_TRANSLATE_NOOP("diagnosis", "encryption intercepted"),
    QT_TRANSLATE_NOOP("diagnosis", "encryption too old"),
    QT_TRANSLATE_NOOP("diagnosis", "port blocked"),
    QT_TRANSLATE_NOOP("diagnosis", "host not found"),
    QT_TRANSLATE_NOOP("diagnosis", "name server does not answer"),
    QT_TRANSLATE_NOOP("diagnosis", "connection refused"),
    QT_TRANSLATE_NOOP("diagnosis", "network unreachable"),
    QT_TRANSLATE_NOOP("diagnosis", "no answer in time"),
    QT_TRANSLATE_NOOP("diagnosis", "connection lost"),
    QT_TRANSLATE_NOOP("diagnosis", "not a mail server"),
    QT_TRANSLATE_NOOP("diagnosis", "firewall rewrites what is said"),
    QT_TRANSLATE_NOOP("diagnosis", "server busy"),
    QT_TRANSLATE_NOOP("diagnosis", "server's own fault"),
    QT_TRANSLATE_NOOP("diagnosis", "server's disk full"),
    QT_TRANSLATE_NOOP("diagnosis", "command not understood"),
    QT_TRANSLATE_NOOP("diagnosis", "reason not known"),
    QT_TRANSLATE_NOOP("diagnosis", "nothing wrong"),
    QT_TRANSLATE_NOOP("diagnosis", "some recipients refused"),
    QT_TRANSLATE_NOOP("diagnosis", "stopped"),
    QT_TRANSLATE_NOOP("diagnosis", "wrong input"),
    QT_TRANSLATE_NOOP("diagnosis", "refused here"),
    QT_TRANSLATE_NOOP("diagnosis", "proxy failed"),
    QT_TRANSLATE_NOOP("diagnosis", "client certificate"),
};
static_assert(std::size(titles) == static_cast<size_t>(CauseClass::ClientCertificate) + 1);

/// The facts of what was told, as far as they go. No code at all counts as a no for good.
core::SessionFacts factsOf(const Explanation &explanation, std::optional<int> code)
{
    core::SessionFacts facts;
    facts.stage = explanation.stage.value_or(core::Stage::Message);
    core::Reply reply;
    reply.code = code.value_or(0);
    for (const QString &line : explanation.reply.split(u'\n')) {
        reply.lines.append(line.toUtf8());
        const bool isNumbered = code && line.startsWith(QString::number(*code));
        reply.text.append(isNumbered ? line.mid(4).toUtf8() : line.toUtf8());
    }
    const texts::Wording wording(explanation.reply);
    for (const core::EnhancedCode &one : wording.enhanced()) {
        if (!reply.enhanced && (!code || one.status == *code / 100)) {
            reply.enhanced = one;
        }
    }
    const bool forNow =
        reply.isTemporary() || (reply.code == 0 && reply.enhanced && reply.enhanced->status == 4);
    facts.outcome = forNow ? core::Outcome::Deferred : core::Outcome::Refused;
    facts.failure = forNow ? core::Failure::ReplyDeferred : core::Failure::ReplyRefused;
    facts.reply = reply;
    return facts;
}

/// What kind of thing speaks for a cause.
QString signalTitle(Signal::Kind kind, const Translate &translate)
{
    static constexpr const char *kinds[] = {
        QT_TRANSLATE_NOOP("diagnosis", "the provider's own sign"),
        QT_TRANSLATE_NOOP("diagnosis", "the words"),
        QT_TRANSLATE_NOOP("diagnosis", "the enhanced code"),
        QT_TRANSLATE_NOOP("diagnosis", "the code"),
        QT_TRANSLATE_NOOP("diagnosis", "likeness to known replies"),
        QT_TRANSLATE_NOOP("diagnosis", "the fact"),
    };
    return translated(kinds[static_cast<size_t>(kind)], translate);
}

} // namespace

Explanation explained(const Told &told, const Translate &translate)
{
    const texts::Excerpt excerpt = texts::excerptOf(told.text);
    Explanation explanation;
    explanation.shown = excerpt.shown;
    explanation.stage = told.stage ? told.stage : excerpt.stage;
    explanation.reply = excerpt.reply.isEmpty() ? excerpt.words : excerpt.reply;
    const auto read = [&](const QString &text) {
        Evidence evidence;
        evidence.text = text;
        evidence.stage = explanation.stage;
        evidence.code = excerpt.code;
        return weighed(evidence);
    };
    explanation.reading = read(explanation.reply);
    if (explanation.reading.cause == CauseClass::Unknown && !excerpt.reply.isEmpty()) {
        // The program that was told may have said more than the server.
        Reading whole = read(excerpt.words);
        if (whole.cause != CauseClass::Unknown) {
            explanation.reading = whole;
        }
    }
    core::ServerProfile profile;
    profile.host = told.host;
    const std::optional<int> code = texts::Wording(explanation.reply).code();
    const core::SessionFacts facts = factsOf(explanation, code ? code : excerpt.code);
    explanation.judgement =
        judged(Case(facts, profile, explanation.reading.cause), QDateTime(), translate);
    return explanation;
}

QString othersSentence(const Explanation &explanation, const Translate &translate)
{
    constexpr qsizetype most = 3;
    constexpr int least = 10; // of a hundred
    const QList<Candidate> &all = explanation.reading.candidates;
    QStringList others;
    for (const Candidate &candidate : all) {
        if (candidate.cause != explanation.reading.cause &&
            candidate.cause != CauseClass::Unknown && others.size() < most &&
            candidate.chance >= least) {
            others.append(causeClassTitle(candidate.cause, translate));
        }
    }
    return others.isEmpty()
               ? QString()
               : translated(QT_TRANSLATE_NOOP("diagnosis", "It might also be: {others}"), translate)
                     .replace("{others}"_L1, others.join(translated(
                                                 QT_TRANSLATE_NOOP("diagnosis", ", "), translate)));
}

QStringList reasons(const Explanation &explanation, const Translate &translate)
{
    QStringList lines;
    if (explanation.stage) {
        lines.append(translated(QT_TRANSLATE_NOOP("diagnosis", "Said during: {step}"), translate)
                         .replace("{step}"_L1, stageTitle(*explanation.stage, translate)));
    }
    constexpr int least = 3; // of a hundred; what was named is always there
    for (const Candidate &candidate : explanation.reading.candidates) {
        if (candidate.chance < least && candidate.cause != explanation.reading.cause) {
            continue;
        }
        lines.append(u"%1 (%2): %3 %"_s.arg(causeClassTitle(candidate.cause, translate),
                                            causeClassName(candidate.cause),
                                            QString::number(candidate.chance)));
        for (const Signal &sign : explanation.reading.signs) {
            if (sign.cause == candidate.cause) {
                lines.append(u"    %1: %2 (%3)"_s.arg(signalTitle(sign.kind, translate), sign.words,
                                                      QString::number(sign.weight)));
            }
        }
    }
    return lines;
}

QStringList stageWords()
{
    return {u"connect"_s, u"tls"_s,  u"greeting"_s, u"ehlo"_s, u"starttls"_s, u"auth"_s,
            u"mail"_s,    u"rcpt"_s, u"data"_s,     u"dot"_s,  u"pop"_s};
}

QString causeClassTitle(CauseClass value, const Translate &translate)
{
    return translated(titles[static_cast<size_t>(value)], translate);
}

} // namespace diagnosis
