// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/following.h"

#include "service/providers.h"

using core::Security;

namespace service
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

Following::Following(Security unknown)
    : usual(unknown)
{
    entry.profile.security = unknown;
    useUsualPort();
}

Following::Following(const core::ServerEntry &saved)
    : entry(saved)
    , hostTyped(!saved.profile.host.isEmpty())
    , securityChosen(true)
    , methodChosen(true)
    , idTyped(true)
    , portTyped(!hasUsualPort())
{
    if (saved.profile.security != Security::Smtps) {
        startTls = saved.profile.security;
    }
}

void Following::setAddress(const QString &address)
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

void Following::typeHost(const QString &host)
{
    entry.profile.host = host;
    hostTyped = true;
}

void Following::typePort(quint16 port)
{
    entry.profile.port = port;
    portTyped = true;
}

void Following::typeId(const QString &id)
{
    entry.profile.userId = id;
    idTyped = true;
}

void Following::chooseSecurity(Security security)
{
    setSecurity(security);
    securityChosen = true;
}

void Following::setSecurity(Security security)
{
    entry.profile.security = security;
    if (security != Security::Smtps) {
        startTls = security;
    }
    if (!portTyped) {
        useUsualPort();
    }
}

void Following::setMethod(core::Method method)
{
    entry.profile.method = method;
    if (!portTyped) {
        useUsualPort();
    }
}

void Following::useUsualPort()
{
    portTyped = false;
    entry.profile.port = core::usualPort(entry.profile.security, entry.profile.method);
}

bool Following::hasUsualPort() const
{
    return entry.profile.port == core::usualPort(entry.profile.security, entry.profile.method);
}

void Following::take(const core::TypedHost &host)
{
    entry.profile.host = host.host;
    if (host.tlsFirst) {
        chooseSecurity(Security::Smtps);
    }
    if (host.port) {
        typePort(*host.port);
        followPort();
        portTyped = !hasUsualPort();
    }
}

core::Text Following::takeHost(const QString &typed)
{
    const auto read = core::typedHost(typed, core::HostFor::Smtp);
    if (!read) {
        return read.error().detail;
    }
    const core::ServerProfile &profile = entry.profile;
    const core::Text problem = core::contradiction(
        *read, portTyped ? std::optional(profile.port) : std::nullopt,
        securityChosen ? std::optional(profile.security == Security::Smtps) : std::nullopt);
    if (problem.isEmpty()) {
        take(*read);
    }
    return problem;
}

void Following::followPort()
{
    const Security present = entry.profile.security;
    const auto said = core::usualSecurity(entry.profile.port);
    if (said && !securityChosen && (present == Security::Smtps || present == Security::StartTls)) {
        chooseSecurity(*said);
    }
}

std::optional<core::Provider> Following::provider(const Providers &providers) const
{
    const QString &host = entry.profile.host;
    return hostTyped && !host.isEmpty() ? providers.forHost(host)
                                        : providers.forAddress(entry.address);
}

void Following::follow(const std::optional<core::Provider> &provider)
{
    core::ServerProfile &profile = entry.profile;
    if (!hostTyped) {
        // A host that differs by contract is not known.
        const bool known = provider && !provider->host.contains(u'*');
        profile.host = known ? provider->host : QString();
    }
    const core::Way best = provider ? provider->ways.constFirst() : core::Way{usual, {}, 0};
    if (!methodChosen) {
        setMethod(methodFor(best.login, provider));
    }
    if (!securityChosen) {
        setSecurity(best.security == Security::None ? Security::StartTls : best.security);
    }
    if (provider && !portTyped) {
        const auto way = core::wayOf(*provider, profile.security, core::loginOf(profile.method));
        profile.port = way ? way->port : core::usualPort(profile.security, profile.method);
    }
    if (!idTyped) {
        const bool whole = !provider || provider->idForm == core::IdForm::Address;
        profile.userId =
            whole ? QString() : core::userIdOf(provider->idForm, entry.address).value_or(QString());
    }
}

void Following::setWay(const core::Way &way, const std::optional<core::Provider> &provider)
{
    chooseSecurity(way.security);
    if (way.login != core::loginOf(entry.profile.method)) {
        setMethod(methodFor(way.login, provider));
    }
    methodChosen = true;
    entry.profile.port = way.port;
    portTyped = !hasUsualPort();
}

void Following::setProfile(const core::ServerProfile &profile)
{
    const core::ServerProfile before = entry.profile;
    entry.profile = profile;
    entry.profile.name = before.name;
    entry.profile.userId = before.userId;
    hostTyped = !profile.host.isEmpty();
    methodChosen = true;
    portTyped = true; // by whoever made the settings
    chooseSecurity(profile.security);
    portTyped = !hasUsualPort();
}

QString Following::userId() const
{
    const core::ServerProfile &profile = entry.profile;
    return profile.userId.isEmpty() && profile.method != core::Method::External ? entry.address
                                                                                : profile.userId;
}

core::ServerEntry Following::finished() const
{
    core::ServerEntry done = entry;
    core::ServerProfile &profile = done.profile;
    if (profile.method != core::Method::None) {
        profile.userId = userId();
    }
    if (profile.name.trimmed().isEmpty()) {
        profile.name = profile.host;
    }
    return done;
}

PopFollowing::PopFollowing(const core::PopProfile &settings)
    : pop(settings)
    , portTyped(settings.port != core::usualPort(settings.security))
{}

void PopFollowing::take(const core::TypedHost &host)
{
    pop.host = host.host;
    if (host.tlsFirst) {
        pop.security = core::PopSecurity::Pop3s;
        followSecurity();
    }
    if (host.port) {
        pop.port = *host.port;
        portTyped = pop.port != core::usualPort(pop.security);
    }
}

core::Text PopFollowing::takeHost(const QString &typed)
{
    const auto read = core::typedHost(typed, core::HostFor::Pop);
    if (!read) {
        return read.error().detail;
    }
    const core::Text problem =
        core::contradiction(*read, portTyped ? std::optional(pop.port) : std::nullopt,
                            pop.security == core::PopSecurity::Pop3s);
    if (problem.isEmpty()) {
        take(*read);
    }
    return problem;
}

void PopFollowing::followSecurity()
{
    if (!portTyped) {
        pop.port = core::usualPort(pop.security);
    }
}

} // namespace service
