// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/textreport.h"

#include "cli/usage.h"
#include "core/inert.h"
#include "core/names.h"
#include "diagnosis/keywords.h"

using namespace Qt::StringLiterals;
using Style = cli::Terminal::Style;

namespace cli
{

namespace
{

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

void printSide(Terminal &terminal, const core::Capabilities &capabilities, core::Method method,
               const QString &title)
{
    terminal.line(title, Style::Strong);
    for (int i = 0; i < capabilities.lines.size(); ++i) {
        terminal.lines(
            wrapped(core::inert(capabilities.lines[i]), textWidth, u"  "_s, u"      "_s));
        const QString explanation =
            diagnosis::replyLineExplanation(capabilities, i, method, &translatedText);
        terminal.lines(wrapped(explanation, textWidth, u"      "_s, u"      "_s), Style::Faint);
    }
    terminal.line();
}

void printFindings(Terminal &terminal, const service::Report &report)
{
    terminal.lines(stepLines(report.steps));
    for (const service::Report::Row &row : report.rows) {
        terminal.lines(labelled(row.label, row.text));
    }
    for (const service::Report::Recipient &recipient : report.recipients) {
        const bool plain = recipient.accepted || recipient.answer.isEmpty();
        terminal.lines(
            labelled(Text::tr("To"), recipient.address + u": "_s + recipient.result +
                                         (plain ? QString() : u" ("_s + recipient.answer + u')')));
    }
}

void printServerWords(Terminal &terminal, const service::Report::Row &words)
{
    if (words.text.isEmpty()) {
        return;
    }
    terminal.line(words.label, Style::Faint);
    for (const QString &line : words.text.split(u'\n')) {
        terminal.lines(wrapped(line, textWidth, u"  "_s, u"      "_s));
    }
}

void printFingerprints(Terminal &terminal, const service::Report &report)
{
    if (report.shown.isEmpty()) {
        return;
    }
    // Not wrapped: they are there to be compared.
    terminal.line(Text::tr("SHA-256 fingerprint of the pinned certificate, and of this one:"),
                  Style::Faint);
    for (const QByteArray &sha256 : {report.pinned, report.shown}) {
        terminal.line(u"  "_s + QString::fromLatin1(sha256.toHex()));
    }
}

Style styleOf(service::Report::Level level)
{
    using Level = service::Report::Level;

    return level == Level::Good ? Style::Good : level == Level::Plain ? Style::Plain : Style::Bad;
}

} // namespace

QStringList transcriptLines(const core::TranscriptLine &line)
{
    const auto [lead, text] = service::transcriptWords(line);
    constexpr int speaker = 3; // "C: "
    return wrapped(text, textWidth, lead, QString(lead.size() + speaker, u' '));
}

QStringList stepLines(const QList<service::Report::Step> &steps)
{
    QStringList lines;
    for (const service::Report::Step &step : steps) {
        const bool room =
            !lines.isEmpty() && columns(lines.constLast()) + columns(step.text) + 5 <= textWidth;
        if (room) {
            lines.last() += u" | "_s + step.text;
        } else {
            if (!lines.isEmpty()) {
                lines.last() += u" |"_s;
            }
            lines.append(label(lines.isEmpty() ? Text::tr("Steps") : QString()) + step.text);
        }
    }
    return lines;
}

void printReply(Terminal &terminal, const core::AttemptRecord &record)
{
    const core::SessionFacts &facts = record.facts;
    if (facts.beforeTls) {
        printSide(terminal, *facts.beforeTls, record.profile.method,
                  facts.afterTls ? Text::tr("The server's reply before TLS")
                                 : Text::tr("The server's reply, without TLS"));
    }
    if (facts.afterTls) {
        printSide(terminal, *facts.afterTls, record.profile.method,
                  Text::tr("The server's reply after TLS"));
    }
}

void printReport(Terminal &terminal, const service::Report &report)
{
    printFindings(terminal, report);
    terminal.line();
    terminal.lines(wrapped(report.judgement.sentence, textWidth), styleOf(report.level));
    for (const QString &paragraph : report.advice) {
        terminal.lines(wrapped(paragraph, textWidth));
    }
    printServerWords(terminal, report.serverWords);
    printFingerprints(terminal, report);
}

void printOutcome(Terminal &terminal, core::Outcome outcome)
{
    terminal.line(core::outcomeName(outcome),
                  outcome == core::Outcome::Accepted ? Style::Good : Style::Bad);
}

} // namespace cli
