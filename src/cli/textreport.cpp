// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/textreport.h"

#include "cli/text.h"
#include "core/inert.h"
#include "core/names.h"
#include "diagnosis/keywords.h"
#include "diagnosis/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using Style = cli::Terminal::Style;

namespace cli
{

namespace
{

/// Time and TLS mark before each line of a transcript.
constexpr int transcriptLead = 17;
/// The column of words such as "Steps" before the findings.
constexpr int labelWidth = 8;

QString label(const QString &word)
{
    return word + QString(qMax(1, labelWidth - columns(word)), u' ');
}

QStringList labelled(const QString &word, const QString &text)
{
    return wrapped(text, textWidth, label(word), QString(labelWidth, u' '));
}

QString transcriptText(const core::TranscriptLine &line)
{
    switch (line.direction) {
    case core::TranscriptLine::Direction::Client: return u"C: "_s + core::inert(line.text);
    case core::TranscriptLine::Direction::Server: return u"S: "_s + core::inert(line.text);
    case core::TranscriptLine::Direction::Note:
        return u"-- "_s + line.note.translated(&translatedText);
    }
    Q_UNREACHABLE();
}

void printSide(Terminal &terminal, const core::Capabilities &capabilities, const QString &title)
{
    terminal.line(title, Style::Strong);
    for (int i = 0; i < capabilities.lines.size(); ++i) {
        terminal.lines(
            wrapped(core::inert(capabilities.lines[i]), textWidth, u"  "_s, u"      "_s));
        const QString explanation =
            diagnosis::replyLineExplanation(capabilities, i, &translatedText);
        terminal.lines(wrapped(explanation, textWidth, u"      "_s, u"      "_s), Style::Faint);
    }
    terminal.line();
}

void printTls(Terminal &terminal, const std::optional<core::TlsFacts> &tls)
{
    if (!tls || tls->certificate().isEmpty()) {
        return;
    }
    const core::Certificate certificate = tls->certificate();
    QString line = tls->encrypted ? tls->version + u", "_s + tls->cipher + u". "_s : QString();
    line += Text::tr("Certificate of %1 by %2, valid until %3.")
                .arg(core::inert(certificate.subject), core::inert(certificate.issuer),
                     QLocale().toString(certificate.validUntil.toLocalTime().date(),
                                        QLocale::ShortFormat));
    terminal.lines(labelled(u"TLS"_s, line));
}

/// Where there is more to say than that the first one answered.
void printAddresses(Terminal &terminal, const QList<core::AddressAttempt> &attempts)
{
    const bool plain = attempts.size() == 1 && attempts.constFirst().error.isEmpty();
    for (const core::AddressAttempt &attempt : attempts) {
        const QString result = attempt.error.isEmpty() ? Text::tr("connected after %1 ms")
                                                       : Text::tr("%2 after %1 ms");
        if (!plain) {
            terminal.lines(labelled(Text::tr("Tried"),
                                    attempt.address + u": "_s +
                                        result.arg(QString::number(attempt.ms),
                                                   attempt.error.translated(&translatedText))));
        }
    }
}

void printRecipients(Terminal &terminal, const QList<core::RecipientResult> &recipients)
{
    if (recipients.size() < 2) {
        return;
    }
    for (const core::RecipientResult &recipient : recipients) {
        QString line =
            core::inert(recipient.address) + u": "_s + core::outcomeName(recipient.outcome);
        if (recipient.reply && recipient.outcome != core::Outcome::Accepted) {
            line += u" ("_s + core::inert(recipient.reply->lines.constLast()) + u')';
        }
        terminal.lines(labelled(Text::tr("To"), line));
    }
}

/// The resolver's, the system's or a library's own words, where they do not stand elsewhere.
void printReason(Terminal &terminal, const core::AttemptReport &report,
                 const diagnosis::Judgement &judgement)
{
    const core::Text &detail = report.facts.detail;
    const bool told =
        std::any_of(report.addresses.cbegin(), report.addresses.cend(),
                    [&](const core::AddressAttempt &attempt) { return attempt.error == detail; });
    QString reason = core::inert(detail.translated(&translatedText)).trimmed();
    while (reason.endsWith(u'.') || reason.endsWith(u'。')) {
        reason.chop(1);
    }
    if (!told && !reason.isEmpty() && !judgement.sentence.contains(reason)) {
        terminal.lines(labelled(Text::tr("Reason"), reason));
    }
}

void printServerWords(Terminal &terminal, const std::optional<core::Reply> &reply)
{
    if (!reply) {
        return;
    }
    terminal.line(Text::tr("The server's own words:"), Style::Faint);
    for (const QByteArray &line : reply->lines) {
        terminal.lines(wrapped(core::inert(line), textWidth, u"  "_s, u"      "_s));
    }
}

} // namespace

QString translatedText(const char *context, const char *source)
{
    return QCoreApplication::translate(context, source);
}

QStringList transcriptLines(const core::TranscriptLine &line)
{
    const QString lead =
        QString::number(line.ms).rightJustified(6) + u" ms "_s + (line.tls ? u"TLS "_s : u"    "_s);
    const QString said = transcriptText(line);
    // SCRAM's last word is an empty line.
    return wrapped(line.text.isEmpty() ? said.trimmed() : said, textWidth, lead,
                   QString(transcriptLead, u' '));
}

QStringList stepLines(const core::AttemptReport &report)
{
    const bool good = report.facts.outcome == core::Outcome::Accepted ||
                      report.facts.outcome == core::Outcome::Partial;
    QStringList lines;
    for (const core::StageTime &time : report.timings) {
        const bool bad = !good && time.stage == report.facts.stage;
        const QString step =
            (bad ? Text::tr("%1 failed %2 ms") : Text::tr("%1 ok %2 ms"))
                .arg(diagnosis::stageWord(time.stage, &translatedText), QString::number(time.ms));
        const bool room =
            !lines.isEmpty() && columns(lines.constLast()) + columns(step) + 5 <= textWidth;
        if (room) {
            lines.last() += u" | "_s + step;
        } else {
            if (!lines.isEmpty()) {
                lines.last() += u" |"_s;
            }
            lines.append(label(lines.isEmpty() ? Text::tr("Steps") : QString()) + step);
        }
    }
    return lines;
}

void printReply(Terminal &terminal, const core::SessionFacts &facts)
{
    if (facts.beforeTls) {
        printSide(terminal, *facts.beforeTls,
                  facts.afterTls ? Text::tr("The server's reply before TLS")
                                 : Text::tr("The server's reply, without TLS"));
    }
    if (facts.afterTls) {
        printSide(terminal, *facts.afterTls, Text::tr("The server's reply after TLS"));
    }
}

void printResult(Terminal &terminal, const core::AttemptReport &report,
                 const diagnosis::Judgement &judgement)
{
    const core::SessionFacts &facts = report.facts;
    const bool accepted = facts.outcome == core::Outcome::Accepted;
    printTls(terminal, facts.tls);
    terminal.lines(stepLines(report));
    printAddresses(terminal, report.addresses);
    printRecipients(terminal, facts.recipients);
    for (const core::Note note : facts.notes) {
        terminal.lines(labelled(Text::tr("Note"), diagnosis::noteSentence(note, &translatedText)));
    }
    if (!accepted) {
        printReason(terminal, report, judgement);
    }
    terminal.line();
    terminal.lines(wrapped(judgement.sentence, textWidth), accepted ? Style::Good : Style::Bad);
    if (!judgement.advice.isEmpty()) {
        terminal.lines(wrapped(judgement.advice, textWidth));
    }
    if (!accepted) {
        printServerWords(terminal, facts.reply);
    }
}

void printChangedPin(Terminal &terminal, const core::SessionFacts &facts,
                     const core::ServerProfile &profile)
{
    if (facts.failure != core::Failure::CertificateChanged || !facts.tls) {
        return;
    }
    const QByteArray &pinned =
        core::isOfPop(facts.stage) ? profile.pop.pinnedSha256 : profile.pinnedSha256;
    // Not wrapped: they are there to be compared.
    terminal.line(Text::tr("SHA-256 fingerprint of the pinned certificate, and of this one:"),
                  Style::Faint);
    for (const QByteArray &sha256 : {pinned, facts.tls->certificate().sha256}) {
        terminal.line(u"  "_s + QString::fromLatin1(sha256.toHex()));
    }
}

void printMailCount(Terminal &terminal, int accepted, int wanted)
{
    terminal.lines(labelled(Text::tr("Mails"),
                            Text::tr("%1 of %2 accepted")
                                .arg(QLocale().toString(accepted), QLocale().toString(wanted))));
}

void printOutcome(Terminal &terminal, core::Outcome outcome)
{
    terminal.line(core::outcomeName(outcome),
                  outcome == core::Outcome::Accepted ? Style::Good : Style::Bad);
}

} // namespace cli
