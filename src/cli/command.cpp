// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/jsonreport.h"
#include "cli/options.h"
#include "cli/spelling.h"
#include "cli/textreport.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli
{

Command::Command(Terminal &terminal, QObject *parent)
    : QObject(parent)
    , m_terminal(terminal)
{}

void Command::start(const QStringList &arguments)
{
    describe(m_parser);
    m_json = arguments.contains(u"--json"_s);
    if (const auto error = parseArguments(m_parser, arguments)) {
        fail(*error);
        return;
    }
    if (m_parser.isSet(u"help"_s)) {
        m_terminal.raw(helpText(m_parser, usage()).toUtf8());
        printMoreHelp();
        Q_EMIT done(0);
        return;
    }
    run();
}

void Command::fail(const UsageError &error)
{
    if (m_json) {
        printJson(jsonUsageError(error));
    } else {
        const QString space = error.advice.isEmpty() ? QString() : u" "_s;
        m_terminal.error(error.message + space + error.advice);
    }
    Q_EMIT done(error.exitCode);
}

void Command::sayWhatWasTidied()
{
    for (const QString &sentence : tidiedIds(m_parser)) {
        m_terminal.error(sentence);
    }
}

void Command::printJson(const QJsonObject &json)
{
    m_terminal.json(json);
}

} // namespace cli
