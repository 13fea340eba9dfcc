// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverform.h"

#include "core/typedhost.h"

namespace ui
{

namespace
{

QString beforeAt(const QString &address)
{
    return address.left(address.lastIndexOf(u'@'));
}

core::Method methodFor(core::Login login, const std::optional<core::Provider> &provider)
{
    switch (login) {
    case core::Login::None: return core::Method::None;
    case core::Login::PopBeforeSmtp: return core::Method::PopBeforeSmtp;
    case core::Login::Auth: break;
    }
    return provider ? provider->method : core::Method::ScramSha256;
}

} // namespace

ServerForm ServerForm::empty()
{
    ServerForm form;
    form.entry.profile.security = core::Security::Smtps;
    form.useUsualPort();
    return form;
}

ServerForm ServerForm::of(const core::ServerEntry &entry)
{
    ServerForm form;
    form.entry = entry;
    const core::ServerProfile &profile = entry.profile;
    form.portTyped = profile.port != core::usualPort(profile.security, profile.method);
    form.hostTyped = !profile.host.isEmpty();
    form.securityChosen = form.methodChosen = form.idTyped = true;
    if (profile.security != core::Security::Smtps) {
        form.startTls = profile.security;
    }
    return form;
}

core::Text ServerForm::takeHost(const QString &typed)
{
    const auto read = core::typedHost(typed, core::HostFor::Smtp);
    if (!read) {
        return read.error().detail;
    }
    core::ServerProfile &profile = entry.profile;
    if (const core::Text problem = core::contradiction(
            *read, portTyped ? std::optional(profile.port) : std::nullopt,
            securityChosen ? std::optional(profile.security == core::Security::Smtps)
                           : std::nullopt);
        !problem.isEmpty()) {
        return problem;
    }
    profile.host = read->host;
    const auto said = read->tlsFirst ? std::optional(core::Security::Smtps)
                      : read->port   ? core::usualSecurity(*read->port)
                                     : std::nullopt;
    if (said && !securityChosen) {
        setSecurity(*said);
        securityChosen = true;
    }
    if (read->port) {
        profile.port = *read->port;
        portTyped = profile.port != core::usualPort(profile.security, profile.method);
    }
    return {};
}

void ServerForm::setAddress(const QString &address)
{
    // The ID keeps its form, whichever of the two it had.
    QString &id = entry.profile.userId;
    if (!id.isEmpty() && id == entry.address) {
        id = address;
    } else if (!id.isEmpty() && id == beforeAt(entry.address)) {
        id = beforeAt(address);
    }
    entry.address = address;
}

void ServerForm::setSecurity(core::Security security)
{
    entry.profile.security = security;
    if (security != core::Security::Smtps) {
        startTls = security;
    }
    if (!portTyped) {
        useUsualPort();
    }
}

void ServerForm::setMethod(core::Method method)
{
    entry.profile.method = method;
    if (!portTyped) {
        useUsualPort();
    }
}

void ServerForm::follow(const std::optional<core::Provider> &provider)
{
    core::ServerProfile &profile = entry.profile;
    if (!hostTyped) {
        // A host that differs by contract is not known.
        const bool known = provider && !provider->host.contains(u'*');
        profile.host = known ? provider->host : QString();
    }
    const core::Way best =
        provider ? provider->ways.constFirst() : core::Way{core::Security::Smtps, {}, 0};
    if (!securityChosen) {
        profile.security =
            best.security == core::Security::None ? core::Security::StartTls : best.security;
        if (profile.security != core::Security::Smtps) {
            startTls = profile.security;
        }
    }
    if (!methodChosen) {
        profile.method = methodFor(best.login, provider);
    }
    if (!idTyped) {
        const bool whole = !provider || provider->idForm == core::IdForm::Address;
        profile.userId =
            whole ? QString() : core::userIdOf(provider->idForm, entry.address).value_or(QString());
    }
    if (!portTyped) {
        useUsualPort();
    }
}

void ServerForm::setWay(const core::Way &way, const std::optional<core::Provider> &provider)
{
    core::ServerProfile &profile = entry.profile;
    setSecurity(way.security);
    securityChosen = true;
    if (way.login != core::loginOf(profile.method)) {
        profile.method = methodFor(way.login, provider);
    }
    methodChosen = true;
    profile.port = way.port;
    portTyped = way.port != core::usualPort(profile.security, profile.method);
}

void ServerForm::setProfile(const core::ServerProfile &profile)
{
    const QString name = entry.profile.name;
    const QString userId = entry.profile.userId;
    entry.profile = profile;
    entry.profile.name = name;
    entry.profile.userId = userId;
    hostTyped = !profile.host.isEmpty();
    securityChosen = methodChosen = true;
    portTyped = profile.port != core::usualPort(profile.security, profile.method);
    if (profile.security != core::Security::Smtps) {
        startTls = profile.security;
    }
}

void ServerForm::useUsualPort()
{
    portTyped = false;
    entry.profile.port = core::usualPort(entry.profile.security, entry.profile.method);
}

bool ServerForm::isEmpty() const
{
    ServerForm fresh = empty();
    return entry == fresh.entry && !password && !popPassword;
}

core::ServerEntry ServerForm::finished() const
{
    core::ServerEntry done = entry;
    core::ServerProfile &profile = done.profile;
    // With EXTERNAL the certificate says who it is.
    if (profile.userId.isEmpty() && profile.method != core::Method::External) {
        profile.userId = done.address;
    }
    if (profile.name.trimmed().isEmpty()) {
        profile.name = profile.host;
    }
    return done;
}

} // namespace ui
