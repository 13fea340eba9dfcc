// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverform.h"

namespace ui
{

namespace
{

QString beforeAt(const QString &address)
{
    return address.left(address.lastIndexOf(u'@'));
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
    if (profile.security != core::Security::Smtps) {
        form.startTls = profile.security;
    }
    return form;
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

void ServerForm::setProfile(const core::ServerProfile &profile)
{
    const QString name = entry.profile.name;
    const QString userId = entry.profile.userId;
    entry.profile = profile;
    entry.profile.name = name;
    entry.profile.userId = userId;
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
    return entry == fresh.entry && !password;
}

core::ServerEntry ServerForm::finished() const
{
    core::ServerEntry done = entry;
    core::ServerProfile &profile = done.profile;
    if (profile.userId.isEmpty()) {
        profile.userId = done.address;
    }
    if (profile.name.trimmed().isEmpty()) {
        profile.name = profile.host;
    }
    return done;
}

} // namespace ui
