// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/report.h"

#include "core/inert.h"
#include "diagnosis/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

const char *outcomeSource(core::Outcome outcome)
{
    switch (outcome) {
    case core::Outcome::Accepted: return QT_TRANSLATE_NOOP("core", "accepted");
    case core::Outcome::Refused: return QT_TRANSLATE_NOOP("core", "refused");
    case core::Outcome::Deferred: return QT_TRANSLATE_NOOP("core", "not now");
    case core::Outcome::Unknown: return QT_TRANSLATE_NOOP("core", "unknown");
    case core::Outcome::Partial:
    case core::Outcome::Failed:
    case core::Outcome::Cancelled: break;
    }
    return QT_TRANSLATE_NOOP("core", "not sent");
}

QString inertLines(const QByteArrayList &lines, QChar separator)
{
    QStringList texts;
    for (const QByteArray &line : lines) {
        texts.append(core::inert(line));
    }
    return texts.join(separator);
}

QList<Report::Step> stepsOf(const core::AttemptReport &report, const core::SessionFacts &facts,
                            const core::Translate &translate)
{
    using State = Report::Step::State;

    const bool good =
        facts.outcome == core::Outcome::Accepted || facts.outcome == core::Outcome::Partial;
    const State last = facts.outcome == core::Outcome::Cancelled ? State::Stopped : State::Failed;
    // What went out with the command that failed (RFC 2920) came to nothing.
    const auto ended = std::find_if(
        report.timings.crbegin(), report.timings.crend(),
        [&](const core::StageTime &time) { return !good && time.stage == facts.stage; });
    QList<Report::Step> steps;
    for (auto time = report.timings.cbegin(); time != report.timings.cend(); ++time) {
        const bool isLast = time + 1 == ended.base();
        steps.append(stepOf(*time, isLast ? last : State::Done, translate));
        if (isLast) {
            break;
        }
    }
    return steps;
}

/// Where there is more to say than that the first one answered. Of a proxy the sentence speaks.
QList<core::AddressAttempt> worthTelling(const QList<core::AddressAttempt> &tried)
{
    const bool plain = tried.size() == 1 && tried.constFirst().error.isEmpty();
    return plain || tried.value(0).ofProxy ? QList<core::AddressAttempt>() : tried;
}

/// The resolver's, the system's or a library's own words, where they do not stand elsewhere.
QString reasonOf(const core::SessionFacts &facts, const QList<core::AddressAttempt> &told,
                 const QString &sentence, const core::Translate &translate)
{
    const bool elsewhere =
        std::any_of(told.cbegin(), told.cend(), [&facts](const core::AddressAttempt &one) {
            return one.error == facts.detail;
        });
    QString reason = core::inert(facts.detail.translated(translate)).trimmed();
    while (reason.endsWith(u'.') || reason.endsWith(u'。')) {
        reason.chop(1);
    }
    return elsewhere || sentence.contains(reason) ? QString() : reason;
}

QList<Report::Row> rowsOf(const core::AttemptReport &report, const core::SessionFacts &facts,
                          const QString &sentence, int mails, const core::Translate &translate)
{
    QList<Report::Row> rows;
    const auto add = [&](const core::Text &label, const QString &text) {
        if (!text.isEmpty()) {
            rows.append({label.translated(translate), text});
        }
    };
    if (facts.tls) {
        add(u"TLS"_s, tlsText(*facts.tls, translate));
    }
    const QList<core::AddressAttempt> tried = worthTelling(report.addresses);
    for (const auto &[address, error, ms, ofProxy] : tried) {
        const core::Text end =
            error.isEmpty() ? core::Text(QT_TRANSLATE_NOOP("core", "connected after %1 ms"), {ms})
                            : core::Text(QT_TRANSLATE_NOOP("core", "%2 after %1 ms"), {ms, error});
        add(QT_TRANSLATE_NOOP("core", "Tried"),
            core::inert(address) + u": "_s + end.translated(translate));
    }
    if (mails > 1) {
        const core::Text accepted(
            QT_TRANSLATE_NOOP("core", "%1 of %2 accepted"),
            {QLocale().toString(facts.mailsAccepted), QLocale().toString(mails)});
        add(QT_TRANSLATE_NOOP("core", "Mails"), accepted.translated(translate));
    }
    if (facts.outcome != core::Outcome::Accepted) {
        add(QT_TRANSLATE_NOOP("core", "Reason"), reasonOf(facts, tried, sentence, translate));
    }
    return rows;
}

QList<Report::Choice> choicesOf(const QList<diagnosis::Remedy> &remedies, bool certificateShown,
                                const core::Translate &translate)
{
    using Kind = diagnosis::Remedy::Kind;

    QList<Report::Choice> choices;
    for (const diagnosis::Remedy &remedy : remedies) {
        const bool ofCertificate = remedy.kind == Kind::TrustCertificate ||
                                   remedy.kind == Kind::ForgetPin ||
                                   remedy.kind == Kind::ChangeHost;
        choices.append({remedy, diagnosis::riskSentence(remedy, translate),
                        ofCertificate && certificateShown});
    }
    return choices;
}

} // namespace

QString translatedText(const char *context, const char *source)
{
    return QCoreApplication::translate(context, source);
}

QString translatedDetail(const core::Text &text)
{
    return text.translated(&translatedText);
}

Report reportOf(const core::AttemptRecord &record, const core::AttemptReport &report, int mails,
                const core::Translate &translate)
{
    const auto &[goal, at, profile, facts] = record;
    const bool accepted = facts.outcome == core::Outcome::Accepted;
    Report told;
    told.judgement = diagnosis::judge(facts, profile, goal, at.toLocalTime(), translate);
    const bool half = accepted && goal == core::Goal::Check &&
                      facts.notes.contains(core::Note::LoginSkippedNoPassword);
    told.level = half || facts.outcome == core::Outcome::Cancelled ? Report::Level::Plain
                 : accepted                                        ? Report::Level::Good
                                                                   : Report::Level::Bad;
    told.steps = stepsOf(report, facts, translate);
    told.rows = rowsOf(report, facts, told.judgement.sentence, mails, translate);
    for (const auto &[address, outcome, reply] : facts.recipients) {
        told.recipients.append({core::inert(address),
                                core::Text(outcomeSource(outcome)).translated(translate),
                                reply ? inertLines(reply->lines, u' ') : QString(),
                                outcome == core::Outcome::Accepted});
    }
    told.advice = {told.judgement.advice};
    for (const core::Note note : facts.notes) {
        told.advice.append(diagnosis::noteSentence(note, translate));
    }
    told.advice.removeAll(QString());
    // A yes is told by the sentence; that to a mail names it as the server will remember it.
    if (facts.reply && (!accepted || goal == core::Goal::SendMail)) {
        const core::Text label(QT_TRANSLATE_NOOP("core", "The server's own words:"));
        told.serverWords = {label.translated(translate), inertLines(facts.reply->lines, u'\n')};
    }
    told.pinned = core::isOfPop(facts.stage) ? profile.pop.pinnedSha256 : profile.pinnedSha256;
    if (facts.failure == core::Failure::CertificateChanged && facts.tls) {
        told.shown = facts.tls->certificate().sha256;
    }
    told.choices = choicesOf(told.judgement.remedies, facts.tls.has_value(), translate);
    return told;
}

Report::Step stepOf(const core::StageTime &time, Report::Step::State state,
                    const core::Translate &translate)
{
    const core::Text stage(diagnosis::stageWord(time.stage, translate));
    core::Text text;
    switch (state) {
    case Report::Step::State::Running:
        text = {QT_TRANSLATE_NOOP("core", "%1 … %2 s"), {stage, time.ms / 1000}};
        break;
    case Report::Step::State::Done:
        text = {QT_TRANSLATE_NOOP("core", "%1 ok %2 ms"), {stage, time.ms}};
        break;
    case Report::Step::State::Stopped:
        text = {QT_TRANSLATE_NOOP("core", "%1 stopped after %2 ms"), {stage, time.ms}};
        break;
    case Report::Step::State::Failed:
        text = {QT_TRANSLATE_NOOP("core", "%1 failed after %2 ms"), {stage, time.ms}};
        break;
    }
    return {state, text.translated(translate)};
}

QString tlsText(const core::TlsFacts &tls, const core::Translate &translate)
{
    const core::Certificate certificate = tls.certificate();
    if (certificate.isEmpty()) {
        return {};
    }
    const QString until =
        QLocale().toString(certificate.validUntil.toLocalTime().date(), QLocale::ShortFormat);
    const core::Text whose(QT_TRANSLATE_NOOP("core", "Certificate of %1 by %2, valid until %3."),
                           {certificate.subject, certificate.issuer, until});
    const QString encryption = tls.encrypted ? tls.version + u", "_s + tls.cipher + u". "_s : u""_s;
    return encryption + whose.translated(translate);
}

TranscriptWords transcriptWords(const core::TranscriptLine &line, const core::Translate &translate)
{
    using Direction = core::TranscriptLine::Direction;

    // Not a lock: few monospace fonts have one.
    TranscriptWords words{u"%1 ms %2 "_s.arg(line.ms, 6).arg(line.tls ? u"TLS"_s : u"   "_s), {}};
    switch (line.direction) {
    case Direction::Client: words.text = u"C: "_s + core::inert(line.text); break;
    case Direction::Server: words.text = u"S: "_s + core::inert(line.text); break;
    case Direction::Note: words.text = u"-- "_s + line.note.translated(translate); break;
    }
    if (line.text.isEmpty()) { // SCRAM's last word
        words.text = words.text.trimmed();
    }
    return words;
}

} // namespace service
