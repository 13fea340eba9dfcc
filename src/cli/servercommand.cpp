// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/servercommand.h"

#include "cli/connectionoptions.h"
#include "cli/jsonreport.h"
#include "cli/options.h"
#include "cli/profileoptions.h"
#include "cli/textreport.h"
#include "diagnosis/words.h"
#include "service/servers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

/// Of a name or host that only a hand can have written into the file.
QString shortened(const QString &text)
{
    constexpr qsizetype most = 253;
    return text.size() <= most ? text : text.first(most) + u'…';
}

QJsonObject jsonOf(const core::ServerEntry &entry)
{
    QJsonObject json{{u"id"_s, entry.id.toString(QUuid::WithoutBraces)},
                     {u"enabled"_s, entry.enabled},
                     {u"address"_s, entry.address},
                     {u"passwordCommand"_s, !entry.passwordCommand.isEmpty()}};
    for (const core::ProfileField &field : core::profileFields()) {
        const QJsonValue value = field.json(entry.profile);
        if (field.group.isEmpty()) {
            json[field.key] = value;
        } else if (field.group == "proxy"_L1) {
            json[field.group] = optionText(field, entry.profile);
        } else {
            QJsonObject group = json[field.group].toObject();
            group[field.key == "wait"_L1 ? "waitSeconds"_L1 : field.key] = value;
            json[field.group] = group;
        }
    }
    return json;
}

/// As a person reads it; empty where there is nothing to say.
QString shownText(const core::ProfileField &field, const core::ServerProfile &profile)
{
    if (field.option == "security"_L1) {
        return diagnosis::securityTitle(profile.security, &translatedText);
    }
    if (field.option == "auth"_L1) {
        return diagnosis::methodTitle(profile.method, &translatedText);
    }
    const QString text = optionText(field, profile);
    switch (field.kind()) {
    case core::FieldKind::Flag:
        return text.isEmpty() ? text : QCoreApplication::translate("core", field.on);
    case core::FieldKind::Time: return text.isEmpty() ? text : ServerCommand::tr("%1 s").arg(text);
    case core::FieldKind::Text: return shortened(text);
    case core::FieldKind::File:
    case core::FieldKind::Word:
    case core::FieldKind::Port:
    case core::FieldKind::Count:
    case core::FieldKind::Digest: break;
    }
    return text;
}

/// Of POP before SMTP with what the login really takes.
QList<std::pair<QString, QString>> rowsOf(core::ServerProfile profile)
{
    const bool pop = profile.method == core::Method::PopBeforeSmtp;
    profile.pop.host = core::popHostOf(profile);
    profile.pop.userId = core::loginIdOf(profile);
    QList<std::pair<QString, QString>> rows;
    for (const core::ProfileField &field : core::profileFields()) {
        if (field.title != nullptr && (pop || field.group != "pop"_L1)) {
            rows.append(
                {QCoreApplication::translate("core", field.title), shownText(field, profile)});
        }
    }
    return rows;
}

} // namespace

ServerCommand::ServerCommand(const Environment &environment)
    : Command(environment.terminal, u"server list|show|add|edit|remove|restore [NAME]"_s)
    , m_inputs(environment.inputs)
    , m_servers(environment.servers)
{}

void ServerCommand::describe(QCommandLineParser &parser)
{
    describeCommand(
        parser, tr("The saved servers, the window's too. server list; server show NAME; server "
                   "add [NAME] --host H ...; server edit NAME with what is to change; server "
                   "remove NAME; server restore goes back to the last good list where the file "
                   "of the servers is damaged. A password goes into the system's keychain; with "
                   "--password-command it is asked of that program each time."));
    addConnectionOptions(parser);
    addLoginOptions(parser);
    addSavingOptions(parser);
    addOutputOptions(parser);
}

void ServerCommand::printMoreHelp()
{
    printConnectionHint(m_terminal, true);
}

void ServerCommand::run()
{
    const QStringList words = m_parser.positionalArguments();
    if (const auto error = obey(words.value(0), words.mid(1))) {
        fail(*error);
    }
}

std::optional<UsageError> ServerCommand::obey(const QString &what, const QStringList &names)
{
    if (names.size() > 1) {
        return UsageError{tr("One server at a time: “%1” is one too many.").arg(names[1])};
    }
    const QString name = names.value(0);
    if (what != u"add"_s) {
        if (const auto error = refuseSavingOptions(what)) {
            return error;
        }
    }
    const bool alone = what == u"list"_s || what == u"restore"_s;
    const bool known = what == u"show"_s || what == u"edit"_s || what == u"remove"_s;
    if (what != u"add"_s && !(alone && name.isEmpty()) && !(known && !name.isEmpty())) {
        return UsageError{
            tr("Say server list, server show NAME, server add [NAME] --host H, server "
               "edit NAME, server remove NAME or server restore.")};
    }
    if (what == u"restore"_s) {
        restore();
        return {};
    }
    // One more goes into any file but a damaged one.
    if (const auto error = unknownServers(m_servers);
        error && (what != u"add"_s || m_servers.isDamaged())) {
        return error;
    }
    if (what == u"add"_s) {
        return save({}, name);
    }
    if (what == u"list"_s) {
        list();
        return {};
    }
    const auto entry = m_servers.serverNamed(name);
    if (!entry) {
        return noSuchServer(name, m_servers.names());
    }
    if (what == u"edit"_s) {
        return save(*entry, {});
    }
    if (what == u"show"_s) {
        show(*entry);
    } else {
        remove(*entry);
    }
    return {};
}

/// `server show work --host other` shall not look as if it had done something.
std::optional<UsageError> ServerCommand::refuseSavingOptions(const QString &what) const
{
    const QStringList given = m_parser.optionNames();
    const auto other = std::find_if(given.cbegin(), given.cend(),
                                    [](const QString &option) { return option != u"json"_s; });
    if (what == u"edit"_s || other == given.cend()) {
        return {};
    }
    return UsageError{tr("--%1 goes with server add and server edit only.").arg(*other)};
}

void ServerCommand::list()
{
    const QList<core::ServerEntry> servers = m_servers.servers();
    if (m_json) {
        m_terminal.json(QJsonObject{{u"servers"_s, arrayOf(servers, &jsonOf)}});
        Q_EMIT done(0);
        return;
    }
    if (servers.isEmpty()) {
        m_terminal.line(tr("There is no saved server."));
    }
    for (const core::ServerEntry &entry : servers) {
        const QString line =
            tr("%1: %2, port %3, %4")
                .arg(shortened(entry.profile.name), shortened(entry.profile.host))
                .arg(entry.profile.port)
                .arg(diagnosis::securityTitle(entry.profile.security, &translatedText));
        m_terminal.lines(wrapped(line, textWidth, {}, u"    "_s),
                         entry.enabled ? Terminal::Style::Plain : Terminal::Style::Faint);
    }
    if (const core::Text problem = m_servers.problem(); !problem.isEmpty()) {
        m_terminal.error(problem.translated(&translatedText));
    }
    Q_EMIT done(0);
}

void ServerCommand::show(const core::ServerEntry &entry)
{
    if (m_json) {
        m_terminal.json(jsonOf(entry));
        Q_EMIT done(0);
        return;
    }
    const core::ServerProfile &profile = entry.profile;
    m_terminal.line(shortened(profile.name), Terminal::Style::Strong);
    const QList<std::pair<QString, QString>> rows =
        QList{std::pair(tr("Address"), entry.address)} + rowsOf(profile) +
        QList{std::pair(tr("Password from"), entry.passwordCommand.value(0)),
              std::pair(tr("In use"), entry.enabled ? QString() : tr("no"))};
    int widest = 0;
    for (const auto &[title, value] : rows) {
        widest = std::max(widest, value.isEmpty() ? 0 : columns(title));
    }
    for (const auto &[title, value] : rows) {
        if (!value.isEmpty()) {
            m_terminal.line(title + QString(widest - columns(title) + 2, u' ') + value);
        }
    }
    Q_EMIT done(0);
}

std::optional<UsageError> ServerCommand::save(const core::ServerEntry &before, const QString &name)
{
    core::ServerEntry base = before;
    if (!name.isEmpty()) {
        base.profile.name = name;
    }
    const auto read = readToSave(m_parser, m_inputs, base);
    if (const auto *error = std::get_if<UsageError>(&read)) {
        return *error;
    }
    sayWhatWasTidied();
    const auto &toSave = std::get<ToSave>(read);
    m_servers.save(toSave.entry, toSave.passwords, this,
                   [this, toSave](const core::Result<service::Saved> &saved) {
                       if (saved) {
                           onSaved(toSave, *saved);
                       } else {
                           fail({saved.error().detail.translated(&translatedText), badInputExit});
                       }
                   });
    return {};
}

void ServerCommand::onSaved(const ToSave &toSave, const service::Saved &saved)
{
    if (saved.passwordPlace == service::Passwords::Place::Memory) {
        // Unlike a window, this program ends now, and its memory with it.
        fail({tr("Saved %1, but not its password: the system's keychain did not take it. Unlock "
                 "the keychain, or give a --password-command.")
                  .arg(shortened(toSave.entry.profile.name)),
              unavailableExit});
        return;
    }
    if (m_json) {
        m_terminal.json(jsonOf(m_servers.server(saved.id).value_or(toSave.entry)));
    } else {
        m_terminal.line(tr("Saved %1.").arg(shortened(toSave.entry.profile.name)));
    }
    Q_EMIT done(0);
}

void ServerCommand::remove(const core::ServerEntry &entry)
{
    m_servers.remove({entry.id}, this, [this, entry](const core::Result<bool> &removed) {
        if (!removed) {
            fail({removed.error().detail.translated(&translatedText), badInputExit});
            return;
        }
        // Nobody can undo it here, so its password goes too.
        m_servers.forgetRemoved(this, [this, entry] {
            if (m_json) {
                m_terminal.json(jsonOf(entry));
            } else {
                m_terminal.line(tr("Removed %1.").arg(shortened(entry.profile.name)));
            }
            Q_EMIT done(0);
        });
    });
}

void ServerCommand::restore()
{
    m_servers.restore(this, [this](const core::Result<service::RestoredServers> &restored) {
        if (restored) {
            onRestored(*restored);
        } else {
            fail({restored.error().detail.translated(&translatedText), badInputExit});
        }
    });
}

void ServerCommand::onRestored(const service::RestoredServers &restored)
{
    const service::KeptServers &servers = restored.copy;
    if (m_json) {
        m_terminal.json({{u"restored"_s, servers.count},
                         {u"savedAt"_s, servers.savedAt.toUTC().toString(Qt::ISODate)},
                         {u"damagedFile"_s, restored.damagedFile}});
    } else {
        QString said =
            tr("Restored the list saved on %1 (%2).")
                .arg(savedOn(servers), diagnosis::serverCount(servers.count, &translatedText));
        if (!restored.damagedFile.isEmpty()) {
            said += u' ' + tr("The damaged file is kept as %1.").arg(restored.damagedFile);
        }
        m_terminal.lines(wrapped(said, textWidth));
    }
    Q_EMIT done(0);
}

} // namespace cli
