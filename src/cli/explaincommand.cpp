// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/explaincommand.h"

#include "cli/options.h"
#include "cli/textreport.h"
#include "core/names.h"
#include "diagnosis/words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using diagnosis::Candidate;
using diagnosis::Explanation;
using diagnosis::Signal;

namespace cli
{

namespace
{

/// The end of a log has the fault.
QString standardInput()
{
    constexpr qint64 most = 1'000'000;
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray text;
    for (QByteArray piece; !(piece = file.read(most)).isEmpty();) {
        text = (text + piece).right(most);
    }
    return QString::fromUtf8(text);
}

QLatin1StringView nameOf(Signal::Kind kind)
{
    switch (kind) {
    case Signal::Kind::Provider: return "provider"_L1;
    case Signal::Kind::Phrase: return "phrase"_L1;
    case Signal::Kind::EnhancedCode: return "enhanced-code"_L1;
    case Signal::Kind::Code: return "code"_L1;
    case Signal::Kind::Likeness: return "likeness"_L1;
    case Signal::Kind::Fact: return "fact"_L1;
    }
    Q_UNREACHABLE();
}

QJsonObject jsonOf(const Explanation &explanation, bool why)
{
    const diagnosis::Judgement &judgement = explanation.judgement;
    QJsonArray candidates;
    for (const Candidate &candidate : explanation.reading.candidates) {
        candidates.append(QJsonObject{{u"class"_s, diagnosis::causeClassName(candidate.cause)},
                                      {u"chance"_s, candidate.chance}});
    }
    QJsonObject json{{u"causeId"_s, judgement.id},
                     {u"causeClass"_s, judgement.causeClass},
                     {u"whose"_s, diagnosis::whoseName(judgement.whose)},
                     {u"again"_s, diagnosis::againName(judgement.again)},
                     {u"sentence"_s, judgement.sentence},
                     {u"advice"_s, judgement.advice},
                     {u"stage"_s, explanation.stage
                                      ? QJsonValue(core::stageName(*explanation.stage))
                                      : QJsonValue()},
                     {u"reply"_s, explanation.reply},
                     {u"candidates"_s, candidates}};
    if (why) {
        QJsonArray signs;
        for (const Signal &sign : explanation.reading.signs) {
            signs.append(QJsonObject{{u"class"_s, diagnosis::causeClassName(sign.cause)},
                                     {u"kind"_s, nameOf(sign.kind)},
                                     {u"weight"_s, sign.weight},
                                     {u"words"_s, sign.words}});
        }
        json[u"signals"_s] = signs;
    }
    return json;
}

} // namespace

ExplainCommand::ExplainCommand(const Environment &environment)
    : Command(environment.terminal, u"explain [TEXT|-]"_s)
{}

void ExplainCommand::describe(QCommandLineParser &parser)
{
    describeCommand(parser, tr("What a server's reply or the error of any mail program means, and "
                               "what helps. TEXT is a reply, an error or log lines; - reads them "
                               "from standard input. Nothing is stored or sent."));
    parser.addOptions(
        {{u"stage"_s, tr("When it was said: %1.").arg(diagnosis::stageWords().join(", "_L1)),
          u"STAGE"_s},
         {u"host"_s, tr("The server that said it."), u"HOST"_s},
         {u"why"_s, tr("Show what in the text speaks for which cause.")},
         {u"json"_s, tr("Print one JSON object and nothing else.")}});
}

void ExplainCommand::run()
{
    diagnosis::Told told;
    const QString word = m_parser.value(u"stage"_s);
    told.stage = core::stageOfWord(word);
    if (!word.isEmpty() && !told.stage) {
        fail({tr("There is no stage “%1”; there are: %2.")
                  .arg(word, diagnosis::stageWords().join(", "_L1))});
        return;
    }
    told.host = m_parser.value(u"host"_s);
    const QStringList words = m_parser.positionalArguments();
    told.text = words == QStringList{u"-"_s} ? standardInput() : words.join(u' ');
    if (told.text.trimmed().isEmpty()) {
        fail({tr("Give the text to explain, or - to read it from standard input.")});
        return;
    }
    const Explanation explanation = diagnosis::explained(told, translatedText);
    if (m_json) {
        m_terminal.json(jsonOf(explanation, m_parser.isSet(u"why"_s)));
    } else {
        print(explanation);
    }
    Q_EMIT done(0);
}

void ExplainCommand::print(const Explanation &explanation)
{
    constexpr qsizetype longest = 2000;
    const auto paragraph = [this](const QString &text, Terminal::Style style) {
        m_terminal.lines(wrapped(text, textWidth, {}, u"  "_s), style);
    };
    paragraph(explanation.judgement.sentence, Terminal::Style::Strong);
    paragraph(explanation.judgement.advice, Terminal::Style::Plain);
    const QString others = diagnosis::othersSentence(explanation, translatedText);
    if (!others.isEmpty()) {
        paragraph(others, Terminal::Style::Plain);
    }
    m_terminal.line();
    for (const QString &line : explanation.reply.left(longest).split(u'\n')) {
        paragraph(u"> "_s + line, Terminal::Style::Faint);
    }
    if (m_parser.isSet(u"why"_s)) {
        m_terminal.line();
        for (const QString &line : diagnosis::reasons(explanation, translatedText)) {
            m_terminal.lines(wrapped(line.trimmed(), textWidth,
                                     line.startsWith(u' ') ? u"    "_s : QString(), u"      "_s),
                             Terminal::Style::Faint);
        }
    }
}

} // namespace cli
