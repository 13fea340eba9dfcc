// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/jsonreport.h"
#include "cli/options.h"
#include "core/tidy.h"

using namespace Qt::StringLiterals;

namespace cli
{

Command::Command(Terminal &terminal, const QString &usage)
    : m_terminal(terminal)
    , m_usage(usage)
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
        m_terminal.raw(helpText(m_parser, m_usage).toUtf8());
        printMoreHelp();
        Q_EMIT done(0);
        return;
    }
    run();
}

void Command::cancel()
{
    Q_EMIT done(cancelledExit);
}

void Command::fail(const UsageError &error)
{
    if (m_json) {
        m_terminal.json(jsonUsageError(error));
    } else {
        const QString space = error.advice.isEmpty() ? QString() : u" "_s;
        m_terminal.error(error.message + space + error.advice);
    }
    Q_EMIT done(error.exitCode);
}

void Command::sayWhatWasTidied()
{
    const QStringList given = m_parser.optionNames();
    for (const QString &option : {u"id"_s, u"pop-id"_s}) {
        if (given.contains(option) && core::losesUnseen(m_parser.value(option))) {
            m_terminal.error(
                Text::tr(
                    "--%1: spaces or invisible characters were left out; what is used is “%2”.")
                    .arg(option, core::tidied(m_parser.value(option))));
        }
    }
}

} // namespace cli
