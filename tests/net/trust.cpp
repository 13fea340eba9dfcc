// SPDX-License-Identifier: GPL-3.0-or-later
#include "trust.h"

using namespace Qt::StringLiterals;

OpenSslBehaviour Trust::behaviour(practice::CertificateKind kind) const
{
    OpenSslBehaviour behaviour;
    behaviour.identity = authority.issue(kind, {u"localhost"_s});
    return behaviour;
}

net::Target Trust::target(const OpenSslServer &server) const
{
    net::Target target;
    target.host = u"localhost"_s;
    target.port = server.port();
    target.tls.caFile = file.name();
    return target;
}

smtp::SessionSettings settingsFor(core::Goal goal, core::Security security)
{
    smtp::SessionSettings settings;
    settings.goal = goal;
    settings.security = security;
    settings.credentials = core::Credentials{u"id"_s, core::Secret("word-pass")};
    if (goal == core::Goal::SendMail) {
        settings.mail = smtp::Mail{{"a@practice.test", {"b@practice.test"}}, {}};
    }
    return settings;
}
