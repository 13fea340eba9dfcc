// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/servercommand.h"

#include "cli/jsonreport.h"
#include "cli/options.h"
#include "cli/textreport.h"
#include "core/inert.h"
#include "diagnosis/detail.h"
#include "diagnosis/words.h"
#include "service/servers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

QJsonObject jsonOf(const core::ServerEntry &entry)
{
    const core::ServerProfile &profile = entry.profile;
    return {{u"id"_s, entry.id.toString(QUuid::WithoutBraces)},
            {u"name"_s, profile.name},
            {u"enabled"_s, entry.enabled},
            {u"address"_s, entry.address},
            {u"host"_s, profile.host},
            {u"port"_s, int{profile.port}},
            {u"security"_s, QString(core::securityName(profile.security))},
            {u"method"_s, QString(core::methodName(profile.method))},
            {u"userId"_s, profile.userId}};
}

} // namespace

ServerCommand::ServerCommand(const Environment &environment, QObject *parent)
    : Command(parent)
    , m_terminal(environment.terminal)
    , m_servers(environment.servers)
{}

void ServerCommand::start(const QStringList &arguments)
{
    describeCommand(m_parser, tr("The saved servers: server list, server show NAME, server remove "
                                 "NAME. They are added and edited in the window."));
    m_parser.addOption({u"json"_s, tr("Print one JSON object and nothing else.")});
    m_json = arguments.contains(u"--json"_s);
    if (const auto error = parseArguments(m_parser, arguments)) {
        fail(*error);
        return;
    }
    if (m_parser.isSet(u"help"_s)) {
        m_terminal.raw(helpText(m_parser, u"server list|show|remove [NAME]"_s).toUtf8());
        Q_EMIT done(0);
        return;
    }
    const QStringList words = m_parser.positionalArguments();
    const QString what = words.value(0);
    if (what == u"list"_s && words.size() == 1) {
        list();
        return;
    }
    if ((what != u"show"_s && what != u"remove"_s) || words.size() != 2) {
        fail({tr("Say server list, server show NAME or server remove NAME.")});
        return;
    }
    const auto entry = m_servers.serverNamed(words[1]);
    if (!entry) {
        QString message = tr("There is no server called “%1”.").arg(words[1]);
        if (const QString near = nearest(words[1], m_servers.names()); !near.isEmpty()) {
            message += u' ' + tr("Did you mean %1?").arg(near);
        }
        fail({message});
    } else if (what == u"show"_s) {
        show(*entry);
    } else {
        remove(*entry);
    }
}

void ServerCommand::cancel()
{
    Q_EMIT done(cancelledExit);
}

void ServerCommand::list()
{
    const QList<core::ServerEntry> servers = m_servers.servers();
    if (m_json) {
        QJsonArray array;
        for (const core::ServerEntry &entry : servers) {
            array.append(jsonOf(entry));
        }
        m_terminal.raw(QJsonDocument(QJsonObject{{u"servers"_s, array}}).toJson());
        Q_EMIT done(0);
        return;
    }
    if (servers.isEmpty()) {
        m_terminal.line(tr("There is no saved server."));
    }
    for (const core::ServerEntry &entry : servers) {
        const QString line =
            tr("%1: %2, port %3, %4")
                .arg(core::inert(entry.profile.name), core::inert(entry.profile.host))
                .arg(entry.profile.port)
                .arg(diagnosis::securityTitle(entry.profile.security, &translatedText));
        m_terminal.lines(wrapped(line, textWidth, {}, u"    "_s),
                         entry.enabled ? Terminal::Style::Plain : Terminal::Style::Faint);
    }
    if (const QString problem = m_servers.problem(); !problem.isEmpty()) {
        m_terminal.error(
            wrapped(diagnosis::detailText(problem, &translatedText), textWidth).join(u'\n'));
    }
    Q_EMIT done(0);
}

void ServerCommand::show(const core::ServerEntry &entry)
{
    if (m_json) {
        m_terminal.raw(QJsonDocument(jsonOf(entry)).toJson());
        Q_EMIT done(0);
        return;
    }
    const core::ServerProfile &profile = entry.profile;
    m_terminal.line(core::inert(profile.name), Terminal::Style::Strong);
    m_terminal.line(tr("Address   %1").arg(core::inert(entry.address)));
    m_terminal.line(tr("Host      %1").arg(core::inert(profile.host)));
    m_terminal.line(tr("Port      %1").arg(profile.port));
    m_terminal.line(
        tr("Security  %1").arg(diagnosis::securityTitle(profile.security, &translatedText)));
    m_terminal.line(
        tr("Method    %1").arg(diagnosis::methodTitle(profile.method, &translatedText)));
    m_terminal.line(tr("ID        %1").arg(core::inert(profile.userId)));
    Q_EMIT done(0);
}

void ServerCommand::remove(const core::ServerEntry &entry)
{
    m_servers.remove({entry.id}, this, [this, entry](const core::Result<bool> &removed) {
        if (!removed) {
            fail({diagnosis::detailText(removed.error().detail, &translatedText), badInputExit});
            return;
        }
        // Nobody can undo it here, so its password goes too.
        m_servers.forgetRemoved(this, [this, entry] {
            if (m_json) {
                m_terminal.raw(QJsonDocument(jsonOf(entry)).toJson());
            } else {
                m_terminal.line(tr("Removed %1.").arg(core::inert(entry.profile.name)));
            }
            Q_EMIT done(0);
        });
    });
}

void ServerCommand::fail(const UsageError &error)
{
    if (m_json) {
        m_terminal.raw(QJsonDocument(jsonUsageError(error.message, error.exitCode)).toJson());
    } else {
        m_terminal.error(wrapped(error.message, textWidth).join(u'\n'));
    }
    Q_EMIT done(error.exitCode);
}

} // namespace cli
