// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/identitycommand.h"

#include "cli/jsonreport.h"
#include "cli/options.h"
#include "cli/textreport.h"
#include "service/servers.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;
using service::Identities;

namespace cli
{

namespace
{

struct TextOption
{
    QLatin1StringView option;
    QString core::Identity::*member;
};

constexpr std::array textOptions{TextOption{"name"_L1, &core::Identity::name},
                                 TextOption{"address"_L1, &core::Identity::address},
                                 TextOption{"reply-to"_L1, &core::Identity::replyTo},
                                 TextOption{"organisation"_L1, &core::Identity::organisation},
                                 TextOption{"signature"_L1, &core::Identity::signature}};

} // namespace

IdentityCommand::IdentityCommand(const Environment &environment)
    : Command(environment.terminal, u"identity list|add|edit|remove|default [ADDRESS]"_s)
    , m_servers(environment.servers)
{}

void IdentityCommand::describe(QCommandLineParser &parser)
{
    describeCommand(parser,
                    tr("Who mail is from, and through which server it goes. identity list; "
                       "identity add ADDRESS --server NAME; identity edit ADDRESS with what is to "
                       "change; identity remove ADDRESS; identity default ADDRESS."));
    addIdentityOptions(parser);
    addOutputOptions(parser);
}

void IdentityCommand::run()
{
    const QStringList words = m_parser.positionalArguments();
    const QString what = words.value(0);
    const QStringList all{u"list"_s, u"add"_s, u"edit"_s, u"remove"_s, u"default"_s};
    if (!all.contains(what)) {
        fail({what.isEmpty()
                  ? tr("Say what: identity list, for instance.")
                  : tr("identity does not know “%1”.").arg(what) + didYouMean(what, all)});
        return;
    }
    if ((what == u"list"_s) != (words.size() == 1) || words.size() > 2) {
        fail({tr("Say identity list, or identity %1 ADDRESS.")
                  .arg(what == u"list"_s ? u"edit"_s : what)});
        return;
    }
    if (what == u"list"_s) {
        list();
        return;
    }
    core::Identity identity;
    identity.address = words[1];
    if (what != u"add"_s) {
        const auto found = meant(words[1]);
        if (const auto *error = std::get_if<UsageError>(&found)) {
            fail(*error);
            return;
        }
        identity = std::get<core::Identity>(found);
    }
    if (what == u"remove"_s) {
        m_servers.identities().remove(identity.id, this, [this](const core::Result<bool> &done) {
            answer(done, tr("Removed."));
        });
        return;
    }
    identity.isDefault = identity.isDefault || what == u"default"_s;
    const auto next = changed(identity);
    if (const auto *error = std::get_if<UsageError>(&next)) {
        fail(*error);
    } else {
        save(std::get<core::Identity>(next));
    }
}

Parsed<core::Identity> IdentityCommand::meant(const QString &words) const
{
    const QList<core::Identity> found = m_servers.identities().named(words);
    if (found.size() == 1) {
        return found.constFirst();
    }
    return UsageError{found.isEmpty() ? tr("No sender has the address or name “%1”.").arg(words)
                                      : tr("Several senders are called “%1”; give name and "
                                           "address: \"Name <address>\".")
                                            .arg(words)};
}

Parsed<core::Identity> IdentityCommand::changed(core::Identity identity) const
{
    for (const TextOption &text : textOptions) {
        if (m_parser.isSet(text.option)) {
            identity.*text.member = m_parser.value(text.option);
        }
    }
    if (m_parser.isSet(u"server"_s)) {
        const QString name = m_parser.value(u"server"_s);
        const auto server = m_servers.serverNamed(name);
        if (!server) {
            return UsageError{tr("There is no saved server named “%1”.").arg(name) +
                              didYouMean(name, m_servers.names())};
        }
        identity.server = server->id;
    } else if (identity.server.isNull() && m_servers.servers().size() == 1) {
        identity.server = m_servers.servers().constFirst().id;
    }
    return identity;
}

void IdentityCommand::list()
{
    const QList<core::Identity> all = m_servers.identities().all();
    const auto serverName = [this](const core::Identity &one) {
        const auto server = m_servers.identities().serverOf(one);
        return server ? server->profile.name : QString();
    };
    if (m_json) {
        m_terminal.json(arrayOf(all, [&](const core::Identity &one) {
            QJsonObject json{{u"id"_s, one.id.toString(QUuid::WithoutBraces)},
                             {u"server"_s, serverName(one)},
                             {u"default"_s, one.isDefault}};
            for (const TextOption &text : textOptions) {
                json[text.option] = one.*text.member;
            }
            return json;
        }));
        Q_EMIT done(0);
        return;
    }
    if (all.isEmpty()) {
        m_terminal.line(tr("There is no sender yet. Saving a server with an address makes one."));
    }
    for (const core::Identity &one : all) {
        const QString name =
            one.name.isEmpty() ? one.address : one.name + u" <"_s + one.address + u'>';
        const core::Text obstacle = m_servers.identities().obstacle(one);
        const QString line =
            obstacle.isEmpty()
                ? (one.isDefault ? tr("%1, through %2 (default)") : tr("%1, through %2"))
                      .arg(name, serverName(one))
                : name + u": "_s + obstacle.translated(&translatedText);
        m_terminal.lines(wrapped(line, textWidth, {}, u"    "_s),
                         obstacle.isEmpty() ? Terminal::Style::Plain : Terminal::Style::Faint);
    }
    Q_EMIT done(0);
}

void IdentityCommand::save(const core::Identity &identity)
{
    m_servers.identities().save(identity, this, [this, identity](const core::Result<bool> &done) {
        answer(done, tr("Saved %1.").arg(identity.address));
    });
}

void IdentityCommand::answer(const core::Result<bool> &result, const QString &said)
{
    if (!result) {
        fail({result.error().detail.translated(&translatedText), badInputExit});
        return;
    }
    if (m_json) {
        m_terminal.json(QJsonObject{{u"done"_s, true}});
    } else {
        m_terminal.line(said);
    }
    Q_EMIT done(0);
}

} // namespace cli
