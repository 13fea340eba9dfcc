// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/presetcommand.h"

#include "cli/jsonreport.h"
#include "cli/options.h"
#include "cli/textreport.h"
#include "core/inert.h"
#include "core/tidy.h"
#include "diagnosis/providerwords.h"
#include "diagnosis/words.h"
#include "service/providers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

constexpr core::Security rows[] = {core::Security::Smtps, core::Security::StartTls,
                                   core::Security::None};
constexpr core::Login logins[] = {core::Login::Auth, core::Login::PopBeforeSmtp, core::Login::None};

QJsonObject jsonOf(const core::Provider &provider, const QString &address)
{
    const QJsonArray ways = arrayOf(provider.ways, [](const core::Way &way) {
        return QJsonObject{{u"security"_s, core::wordOf(way.security)},
                           {u"login"_s, core::wordOf(way.login)},
                           {u"port"_s, int{way.port}}};
    });
    const QJsonArray needs =
        arrayOf(provider.needs, [](core::Need need) { return core::wordOf(need); });
    QJsonObject json{{u"id"_s, provider.id},
                     {u"name"_s, provider.name},
                     {u"domains"_s, QJsonArray::fromStringList(provider.domains)},
                     {u"host"_s, provider.host},
                     {u"ways"_s, ways},
                     {u"method"_s, QString(core::wordOf(provider.method))},
                     {u"userIdForm"_s, QString(core::wordOf(provider.idForm))},
                     {u"needs"_s, needs},
                     {u"asOf"_s, provider.asOf},
                     {u"source"_s, provider.source},
                     {u"own"_s, provider.own}};
    if (!address.isEmpty()) {
        const auto id = core::userIdOf(provider.idForm, address);
        json[u"userId"_s] = id ? QJsonValue(*id) : QJsonValue();
    }
    return json;
}

} // namespace

PresetCommand::PresetCommand(const Environment &environment)
    : Command(environment.terminal, u"preset ADDRESS|DOMAIN|HOST|list"_s)
    , m_providers(environment.providers)
{}

void PresetCommand::describe(QCommandLineParser &parser)
{
    describeCommand(parser, tr("What is known of a mail provider: preset ADDRESS, preset DOMAIN, "
                               "preset HOST, or preset list. Works without network."));
    parser.addOption({u"json"_s, tr("Print one JSON object and nothing else.")});
}

void PresetCommand::run()
{
    const QStringList words = m_parser.positionalArguments();
    if (words.size() != 1) {
        fail({tr("Say preset and one address, one domain, one host, or list.")});
        return;
    }
    const QString wanted = core::tidied(words.constFirst());
    if (wanted == u"list"_s) {
        list();
    } else if (const auto found = m_providers.find(wanted)) {
        show(*found, wanted.contains(u'@') ? wanted : QString());
    } else {
        fail(
            {tr("Nothing is known of “%1”. Ask the provider for host, port and encryption, and try "
                "them with check.")
                 .arg(core::inert(wanted)),
             unknownHostExit});
    }
}

void PresetCommand::list()
{
    if (m_json) {
        const QJsonArray providers = arrayOf(
            m_providers.all(), [](const core::Provider &provider) { return jsonOf(provider, {}); });
        m_terminal.json(QJsonObject{{u"providers"_s, providers}});
        Q_EMIT done(0);
        return;
    }
    for (const core::Provider &provider : m_providers.all()) {
        const QString domains = provider.domains.join(u' ');
        const QString line = tr("%1 (%2): %3")
                                 .arg(core::inert(provider.name), core::inert(provider.host),
                                      domains.isEmpty() ? tr("hosting") : core::inert(domains));
        m_terminal.lines(wrapped(line, textWidth, {}, u"    "_s));
    }
    if (const core::Text problem = m_providers.problem(); !problem.isEmpty()) {
        m_terminal.error(problem.translated(&translatedText));
    }
    Q_EMIT done(0);
}

void PresetCommand::show(const core::Provider &provider, const QString &address)
{
    if (m_json) {
        m_terminal.json(jsonOf(provider, address));
        Q_EMIT done(0);
        return;
    }
    m_terminal.line(core::inert(provider.name), Terminal::Style::Strong);
    m_terminal.line(tr("Host %1").arg(core::inert(provider.host)));
    if (const auto id = core::userIdOf(provider.idForm, address)) {
        m_terminal.line(tr("ID   %1").arg(core::inert(*id)));
    }
    m_terminal.line();
    printTable(provider);
    m_terminal.line();
    for (const QString &remark : diagnosis::providerRemarks(provider, &translatedText)) {
        m_terminal.lines(wrapped(remark, textWidth));
    }
    m_terminal.lines(wrapped(tr("Source: %1").arg(core::inert(provider.source)), textWidth),
                     Terminal::Style::Faint);
    Q_EMIT done(0);
}

/// The manual's table: a blank cell cannot be set.
void PresetCommand::printTable(const core::Provider &provider)
{
    constexpr int gap = 2;
    int first = 0;
    for (const core::Security security : rows) {
        first = std::max(first, columns(diagnosis::securityTitle(security, &translatedText)));
    }
    const auto padded = [](const QString &text, int width) {
        return text + QString(std::max(0, width - columns(text)), u' ');
    };
    QString head(first + gap, u' ');
    for (const core::Login login : logins) {
        head += diagnosis::loginTitle(login, &translatedText) + QString(gap, u' ');
    }
    m_terminal.line(head.chopped(gap));
    for (const core::Security security : rows) {
        QString line = padded(diagnosis::securityTitle(security, &translatedText), first + gap);
        for (const core::Login login : logins) {
            const auto way = core::wayOf(provider, security, login);
            line += padded(way ? QString::number(way->port) : u"."_s,
                           columns(diagnosis::loginTitle(login, &translatedText)) + gap);
        }
        m_terminal.line(line);
    }
}

} // namespace cli
