// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/causescommand.h"

#include "cli/options.h"
#include "cli/textreport.h"
#include "diagnosis/judgement.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

QJsonObject jsonOf(const diagnosis::CauseRow &row)
{
    return {{u"id"_s, QLatin1StringView(row.verdict.id)},
            {u"class"_s, diagnosis::causeClassName(row.verdict.causeClass)},
            {u"whose"_s, diagnosis::whoseName(row.verdict.whose)},
            {u"again"_s, diagnosis::againName(row.verdict.again)},
            {u"exitCode"_s, static_cast<int>(row.verdict.exit)},
            {u"remedies"_s, QJsonArray::fromStringList(diagnosis::actionNames(row.help.actions))},
            {u"sentence"_s, translatedText("diagnosis", row.sentence)},
            {u"advice"_s, translatedText("diagnosis", row.advice)}};
}

} // namespace

CausesCommand::CausesCommand(const Environment &environment)
    : Command(environment.terminal, u"causes"_s)
{}

void CausesCommand::describe(QCommandLineParser &parser)
{
    describeCommand(parser, tr("Every cause an attempt may end with: what is said, whose it is, "
                               "when to try again, the exit code, what can be clicked."));
    parser.addOption({u"json"_s, tr("Print one JSON object and nothing else.")});
}

void CausesCommand::run()
{
    if (!m_parser.positionalArguments().isEmpty()) {
        fail({tr("“%1” is one word too many.").arg(m_parser.positionalArguments().constFirst())});
        return;
    }
    QJsonArray causes;
    for (const std::span<const diagnosis::CauseRow> part : diagnosis::causeTable()) {
        for (const diagnosis::CauseRow &row : part) {
            causes.append(jsonOf(row));
        }
    }
    if (m_json) {
        m_terminal.json(QJsonObject{{u"causes"_s, causes}});
        Q_EMIT done(0);
        return;
    }
    for (const auto &cause : causes) {
        m_terminal.line(u"## "_s + cause[u"id"_s].toString(), Terminal::Style::Strong);
        m_terminal.line();
        m_terminal.lines(wrapped(cause[u"sentence"_s].toString(), textWidth));
        m_terminal.lines(wrapped(cause[u"advice"_s].toString(), textWidth));
        m_terminal.line();
        for (const QString &key :
             {u"class"_s, u"whose"_s, u"again"_s, u"exitCode"_s, u"remedies"_s}) {
            const QJsonValue value = cause[key];
            const QString text = value.isArray() ? value.toVariant().toStringList().join(", "_L1)
                                                 : value.toVariant().toString();
            if (!text.isEmpty()) {
                m_terminal.lines(wrapped(u"- %1: %2"_s.arg(key, text), textWidth, {}, u"  "_s),
                                 Terminal::Style::Faint);
            }
        }
        m_terminal.line();
    }
    Q_EMIT done(0);
}

} // namespace cli
