// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/recorder.h"

#include "core/replyroom.h"
#include "core/tidy.h"

#include <algorithm>
#include <utility>

namespace submission
{

namespace
{

/// A server may say as much as it likes, of which nobody reads more.
constexpr qsizetype mostOctets = qsizetype{4} * 1024 * 1024;
constexpr qsizetype perLine = 64; // what an empty one takes

/// The facts of an attempt that ended with its POP3 login.
core::SessionFacts factsOf(const core::PopFacts &pop)
{
    core::SessionFacts facts;
    facts.outcome = pop.outcome;
    facts.failure = pop.failure;
    facts.stage = core::inPop(pop.stage);
    facts.detail = pop.detail;
    facts.tls = pop.tls;
    facts.method = core::Method::PopBeforeSmtp;
    facts.pop = pop;
    if (!pop.reply.isEmpty()) {
        facts.reply = core::Reply();
        facts.reply->text = facts.reply->lines = {pop.reply};
    }
    return facts;
}

/// Whether the server said no to ID and password.
bool isRefusedLogin(const core::SessionFacts &facts)
{
    if (facts.pop && facts.pop->outcome == core::Outcome::Refused) {
        return facts.stage == core::Stage::PopLogin;
    }
    return !facts.loggedIn && std::any_of(facts.attempts.begin(), facts.attempts.end(),
                                          [](const auto &one) { return one.isRefusal(); });
}

} // namespace

void StageClock::start()
{
    m_timer.start();
    m_timings.clear();
    m_stage.reset();
}

void StageClock::enter(core::Stage stage)
{
    stop();
    m_stage = stage;
    m_stageStart = m_timer.elapsed();
}

void StageClock::stop()
{
    if (!m_stage) {
        return;
    }
    const qint64 ms = m_timer.elapsed() - m_stageStart;
    const auto known = std::find_if(m_timings.begin(), m_timings.end(),
                                    [&](const core::StageTime &t) { return t.stage == *m_stage; });
    if (known == m_timings.end()) {
        m_timings.append({*m_stage, ms});
    } else {
        known->ms += ms;
    }
    m_stage.reset();
}

Recorder::Recorder(const Job &job)
    : m_job(job)
{}

bool Recorder::add(core::AttemptEvent &event, bool isPop)
{
    if (auto *started = std::get_if<core::StageStarted>(&event)) {
        started->stage = isPop ? core::inPop(started->stage) : started->stage;
        m_clock.enter(started->stage);
        return true;
    }
    auto *line = std::get_if<core::TranscriptLine>(&event);
    if (line == nullptr) {
        return true;
    }
    if (m_octets > mostOctets) {
        return false;
    }
    line->ms = m_clock.elapsed();
    m_octets += line->text.size() + line->note.english().size() + perLine;
    if (m_octets > mostOctets) {
        *line = {line->ms,
                 core::TranscriptLine::Direction::Note,
                 line->tls,
                 {},
                 QT_TRANSLATE_NOOP("core", "the rest is left out: too much was said")};
    }
    m_transcript.append(*line);
    return true;
}

void Recorder::takePop(const core::PopFacts &facts)
{
    m_popFacts = facts;
    m_facts.pop = facts;
}

void Recorder::takeSmtp(core::SessionFacts facts, const QList<core::AddressAttempt> &addresses)
{
    facts.roundTrips += m_facts.roundTrips;
    facts.mailsAccepted += m_facts.mailsAccepted;
    m_facts = std::move(facts);
    m_addresses = addresses;
    if (m_job.profile.method != core::Method::PopBeforeSmtp) {
        return;
    }
    m_facts.method = core::Method::PopBeforeSmtp;
    m_facts.pop = m_popFacts;
    if (m_popFacts && !m_popFacts->tls && !m_popFacts->usedApop) {
        m_facts.notes.append(core::Note::PasswordOverPlaintext);
    }
    if (!m_job.credentials && m_job.goal == core::Goal::Check) {
        m_facts.notes.append(core::Note::LoginSkippedNoPassword);
    }
}

void Recorder::endByPop(const QList<core::AddressAttempt> &addresses)
{
    core::SessionFacts facts = factsOf(*m_popFacts);
    facts.roundTrips = m_facts.roundTrips;
    facts.mailsAccepted = m_facts.mailsAccepted;
    m_facts = facts;
    m_addresses = addresses;
}

void Recorder::keepRefusedLogins()
{
    m_refusedLogins += m_facts.attempts;
}

void Recorder::fail(const core::Error &error)
{
    m_facts.failure = error.failure;
    m_facts.detail = error.detail;
    if (error.failure == core::Failure::Cancelled) {
        m_facts.outcome = core::Outcome::Cancelled;
    }
}

/// What an earlier connection has sent stays told.
void Recorder::cancel(core::Stage stage)
{
    fail({core::Failure::Cancelled, {}});
    m_facts.stage = stage;
    m_facts.reply.reset();
}

core::AttemptReport Recorder::report() const
{
    return {m_facts, m_clock.timings(), m_addresses, m_transcript};
}

core::AttemptReport Recorder::lastReport(const QList<core::Note> &ofMessage)
{
    m_facts.attempts = m_refusedLogins + m_facts.attempts;
    noteMessage(ofMessage);
    core::shorten(m_facts); // of all its connections together
    notePassword();
    return report();
}

/// What was done to it counts only where it went out.
void Recorder::noteMessage(const QList<core::Note> &notes)
{
    const bool sent = m_facts.outcome == core::Outcome::Accepted ||
                      m_facts.outcome == core::Outcome::Partial ||
                      m_facts.outcome == core::Outcome::Unknown;
    QList<core::Note> told;
    for (const core::Note note : notes) {
        const bool done =
            note == core::Note::MessageReencoded || note == core::Note::SignatureTakenOff;
        if ((sent || !done) && !told.contains(note)) {
            told.append(note);
        }
    }
    m_facts.notes += told;
}

/// What may be wrong with a refused one.
void Recorder::notePassword()
{
    if (!m_job.credentials || !isRefusedLogin(m_facts)) {
        return;
    }
    QString password = QString::fromUtf8(m_job.credentials->password.reveal());
    if (core::hasUnseenEnd(password)) {
        m_facts.notes.append(core::Note::PasswordEndsUnseen);
    }
    password.fill(QChar(u'\0'));
}

} // namespace submission
