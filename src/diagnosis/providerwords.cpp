// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/providerwords.h"

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

const char *loginSource(core::Login login)
{
    switch (login) {
    case core::Login::Auth: return QT_TRANSLATE_NOOP("diagnosis", "SMTP-AUTH");
    case core::Login::PopBeforeSmtp: return QT_TRANSLATE_NOOP("diagnosis", "PBS");
    case core::Login::None: return QT_TRANSLATE_NOOP("diagnosis", "no login");
    }
    Q_UNREACHABLE();
}

const char *needSource(core::Need need)
{
    using core::Need;

    switch (need) {
    case Need::AppPassword:
        return QT_TRANSLATE_NOOP("diagnosis", "The password is an app password, which the "
                                              "provider's web page makes; the usual one is "
                                              "refused.");
    case Need::OAuthOrAppPassword:
        return QT_TRANSLATE_NOOP("diagnosis", "The usual password is refused: make an app password "
                                              "on the provider's web page.");
    case Need::OAuthOnly:
        return QT_TRANSLATE_NOOP("diagnosis", "The provider refuses passwords; it wants an access "
                                              "token (OAuth).");
    case Need::SeparatePassword:
        return QT_TRANSLATE_NOOP("diagnosis", "There is a password of its own for mail programs, "
                                              "set on the provider's web page.");
    case Need::MailPassword:
        return QT_TRANSLATE_NOOP("diagnosis", "The password is the mailbox's, not the one of the "
                                              "contract.");
    case Need::AuthorisationCode:
        return QT_TRANSLATE_NOOP("diagnosis", "Instead of the password an authorisation code is "
                                              "wanted, which the provider's web page gives.");
    case Need::OwnId:
        return QT_TRANSLATE_NOOP("diagnosis", "The ID is the account's at the provider, not the "
                                              "mail address.");
    case Need::EnableInWebmail:
        return QT_TRANSLATE_NOOP("diagnosis", "Mail programs must first be allowed in the settings "
                                              "of the webmail.");
    case Need::EnabledByAdministrator:
        return QT_TRANSLATE_NOOP("diagnosis", "The organisation's administrator can have switched "
                                              "SMTP-AUTH off.");
    case Need::Port25Blocked:
        return QT_TRANSLATE_NOOP("diagnosis", "Port 25 is blocked from other networks (OP25B).");
    case Need::HostByContract:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "The host name differs from contract to contract; the "
                                 "provider's letter or web page has it.");
    case Need::Doubtful:
        return QT_TRANSLATE_NOOP("diagnosis", "These settings are old and doubtful; Check shows "
                                              "what the server takes today.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString loginTitle(core::Login login, const Translate &translate)
{
    return translated(loginSource(login), translate);
}

QStringList providerRemarks(const core::Provider &provider, const Translate &translate)
{
    QStringList remarks;
    for (const core::Need need : provider.needs) {
        remarks.append(translated(needSource(need), translate));
    }
    remarks.append(translated(QT_TRANSLATE_NOOP("diagnosis", "As of {month}."), translate)
                       .replace("{month}"_L1, provider.asOf));
    return remarks;
}

QString takesOnlySentence(const core::Provider &provider, const Translate &translate)
{
    QStringList ways;
    for (const core::Way &way : provider.ways) {
        ways.append(translated(QT_TRANSLATE_NOOP("diagnosis", "{security} with {login} on {port}"),
                               translate)
                        .replace("{security}"_L1, securityTitle(way.security, translate))
                        .replace("{login}"_L1, loginTitle(way.login, translate))
                        .replace("{port}"_L1, QString::number(way.port)));
    }
    return translated(QT_TRANSLATE_NOOP("diagnosis", "{provider} takes only {ways}."), translate)
        .replace("{ways}"_L1,
                 ways.join(translated(QT_TRANSLATE_NOOP("diagnosis", ", "), translate)))
        .replace("{provider}"_L1, provider.name);
}

} // namespace diagnosis
