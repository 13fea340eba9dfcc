// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/serverform.h"

#include "store/serverjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

constexpr std::pair<QLatin1StringView, bool Following::*> flags[] = {
    {"hostTyped"_L1, &Following::hostTyped},
    {"securityChosen"_L1, &Following::securityChosen},
    {"methodChosen"_L1, &Following::methodChosen},
    {"idTyped"_L1, &Following::idTyped},
    {"portTyped"_L1, &Following::portTyped}};

} // namespace

LoginSettings ServerForm::login() const
{
    const core::ServerProfile &profile = entry.profile;
    return {profile.method,        userId(),         password,    keepInKeychain,
            entry.passwordCommand, profile.security, profile.pop, popPassword};
}

void ServerForm::setLogin(const LoginSettings &settings)
{
    const LoginSettings before = login();
    methodChosen = methodChosen || settings.method != before.method;
    // What was shown as the ID counts with EXTERNAL; elsewhere an empty one follows the address.
    idTyped =
        idTyped || settings.method == core::Method::External || settings.userId != before.userId;
    setMethod(settings.method);
    if (idTyped) {
        entry.profile.userId = settings.userId;
    }
    entry.profile.pop = settings.pop;
    popPassword = settings.popPassword;
    password = settings.password;
    keepInKeychain = settings.keepInKeychain;
    entry.passwordCommand = settings.passwordCommand;
    if (settings.security != before.security) {
        chooseSecurity(settings.security);
    }
}

const std::optional<core::Secret> &ServerForm::typedPassword(core::PasswordFor which) const
{
    return which == core::PasswordFor::Pop ? popPassword : password;
}

PasswordChanges ServerForm::passwordChanges(const std::optional<core::ServerEntry> &before) const
{
    using Kind = PasswordChange::Kind;
    PasswordChanges changes;
    if (password) {
        changes.smtp = {Kind::Set, *password, keepInKeychain};
    } else if (before && !entry.passwordCommand.isEmpty()) {
        changes.smtp.kind = Kind::Forget; // the command has it now
    }
    if (popPassword) {
        changes.pop = {Kind::Set, *popPassword, keepInKeychain};
    } else if (before && before->profile.pop.ownPassword && !entry.profile.pop.ownPassword) {
        changes.pop.kind = Kind::Forget;
    }
    return changes;
}

bool ServerForm::isEmpty() const
{
    return entry == ServerForm().entry && !password && !popPassword;
}

QByteArray ServerForm::toDraft() const
{
    core::ServerEntry saved = entry;
    if (isNew()) {
        saved.id = QUuid::createUuid(); // an entry of servers.json has one
    }
    QJsonObject json{{u"new"_s, isNew()}, {u"server"_s, store::jsonFromEntry(saved, {})}};
    for (const auto &[key, flag] : flags) {
        json[key] = this->*flag;
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<ServerForm> ServerForm::fromDraft(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const std::optional<core::ServerEntry> entry =
        store::entryFromJson(json[u"server"_s].toObject());
    if (!entry) {
        return {};
    }
    ServerForm form(*entry);
    for (const auto &[key, flag] : flags) {
        form.*flag = json[key].toBool(form.*flag); // a draft of before has the port's alone
    }
    if (json[u"new"_s].toBool()) {
        form.entry.id = QUuid();
    }
    return form;
}

} // namespace service
