// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"

using namespace Qt::StringLiterals;
using core::Failure;
using core::Outcome;
using core::Stage;

core::ServerProfile server(core::Security security, quint16 port)
{
    core::ServerProfile profile;
    profile.host = u"smtp.example.org"_s;
    profile.port = port;
    profile.security = security;
    profile.userId = u"taro@example.org"_s;
    return profile;
}

core::ServerProfile serverAt(const char *host)
{
    core::ServerProfile profile = server();
    profile.host = QString::fromLatin1(host);
    return profile;
}

core::ServerProfile withClientCertificate()
{
    core::ServerProfile profile = server();
    profile.clientCertificate = u"/tmp/me.pem"_s;
    return profile;
}

core::ServerProfile behindProxy()
{
    core::ServerProfile profile = server();
    profile.proxy = {core::ProxyKind::Socks5, u"proxy.example.org"_s, 1080};
    return profile;
}

core::Reply replyOf(const QByteArrayList &lines)
{
    core::Reply reply;
    reply.lines = lines;
    reply.code = lines.constFirst().left(3).toInt();
    for (const QByteArray &line : lines) {
        reply.text.append(line.mid(4));
    }
    reply.enhanced = core::enhancedCodeOf(reply.code, reply.text.constFirst());
    return reply;
}

core::SessionFacts ended(Outcome outcome, Stage stage, core::Method method)
{
    core::SessionFacts facts;
    facts.outcome = outcome;
    facts.stage = stage;
    facts.method = method;
    facts.loggedIn = method != core::Method::None;
    return facts;
}

core::SessionFacts failedAt(Stage stage, Failure failure, const QString &detail)
{
    core::SessionFacts facts;
    facts.stage = stage;
    facts.failure = failure;
    facts.detail = detail;
    return facts;
}

core::SessionFacts saidAt(Stage stage, const QByteArrayList &lines, core::Method method)
{
    core::SessionFacts facts;
    facts.stage = stage;
    facts.reply = replyOf(lines);
    facts.outcome = facts.reply->isTemporary() ? Outcome::Deferred : Outcome::Refused;
    facts.failure = facts.reply->isTemporary() ? Failure::ReplyDeferred : Failure::ReplyRefused;
    facts.method = stage >= Stage::Auth ? method : core::Method::None;
    facts.afterTls = offering({"PLAIN", "LOGIN"});
    if (stage == Stage::Auth) {
        facts.attempts = {{method, facts.reply}};
    }
    return facts;
}

core::SessionFacts saidAfterLogin(Stage stage, const QByteArrayList &lines)
{
    core::SessionFacts facts = saidAt(stage, lines);
    facts.loggedIn = true;
    facts.recipients = {{"hanako@example.com", facts.outcome, facts.reply}};
    return facts;
}

core::SessionFacts rejectedCertificate(const QList<core::CertificateFault> &faults)
{
    core::SessionFacts facts = failedAt(Stage::Tls, Failure::CertificateRejected);
    core::Certificate certificate;
    certificate.der = "DER";
    certificate.sha256 = QByteArray(32, '\x5a');
    certificate.subject = u"mail.example.net"_s;
    certificate.hostNames = {u"mail.example.net"_s, u"*.example.net"_s};
    certificate.validFrom = QDateTime({2026, 12, 24}, {8, 0}, Qt::UTC);
    certificate.validUntil = QDateTime({2026, 5, 1}, {8, 0}, Qt::UTC);
    facts.tls = core::TlsFacts();
    facts.tls->chain = {certificate};
    facts.tls->faults = faults;
    facts.tls->errors = {u"The library's own words."_s};
    return facts;
}

core::Capabilities offering(const QByteArrayList &mechanisms, bool startTls)
{
    core::Capabilities capabilities;
    capabilities.authMechanisms = mechanisms;
    capabilities.hasAuth = !mechanisms.isEmpty();
    capabilities.startTls = startTls;
    capabilities.hasSize = true;
    capabilities.sizeLimit = 10240000;
    return capabilities;
}
