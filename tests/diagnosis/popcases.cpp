// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"

using namespace Qt::StringLiterals;
using core::Failure;
using core::Outcome;
using core::PopSecurity;
using core::Stage;

core::ServerProfile popServer(PopSecurity security)
{
    core::ServerProfile profile = server();
    profile.method = core::Method::PopBeforeSmtp;
    profile.pop.host = u"pop.example.org"_s;
    profile.pop.security = security;
    profile.pop.port = core::usualPort(security);
    return profile;
}

core::SessionFacts popSaid(const QByteArray &line, Stage stage)
{
    const bool forNow = line.contains('[');
    core::SessionFacts facts =
        failedAt(stage, forNow ? Failure::ReplyDeferred : Failure::ReplyRefused);
    facts.outcome = forNow ? Outcome::Deferred : Outcome::Refused;
    facts.method = core::Method::PopBeforeSmtp;
    facts.reply = core::Reply();
    facts.reply->lines = facts.reply->text = {line};
    return facts;
}

core::SessionFacts popDenied(const QByteArrayList &lines)
{
    core::SessionFacts facts = saidAt(Stage::Rcpt, lines, core::Method::PopBeforeSmtp);
    facts.recipients = {{"hanako@example.com", facts.outcome, facts.reply}};
    return facts;
}

QList<CauseCase> popCases()
{
    const core::ServerProfile pop3s = popServer();
    const core::ServerProfile stls = popServer(PopSecurity::Stls);
    const core::ServerProfile open = popServer(PopSecurity::None);
    core::SessionFacts checked = ended(Outcome::Accepted, Stage::Ehlo);
    checked.method = core::Method::PopBeforeSmtp;
    core::SessionFacts certificate = rejectedCertificate({core::CertificateFault::Expired});
    certificate.stage = Stage::PopTls;
    core::SessionFacts deniedAndRefused = popDenied({"554 5.7.1 Relay access denied"});
    deniedAndRefused.pop = core::PopFacts();
    core::ServerProfile on25 = popServer();
    on25.port = 25;
    return {
        {"the POP3 host is unknown", "pop-name-not-found",
         failedAt(Stage::PopDns, Failure::NameNotFound), pop3s},
        {"no name server answers for the POP3 host", "no-resolver",
         failedAt(Stage::PopDns, Failure::TimedOut), pop3s},
        {"no POP3 server listens", "pop-connection-refused",
         failedAt(Stage::PopConnect, Failure::ConnectionRefused), pop3s},
        {"the POP3 server does not answer", "connect-timed-out",
         failedAt(Stage::PopConnect, Failure::TimedOut), pop3s},
        {"an SMTP server on the POP3 port", "pop-not-a-pop-server",
         failedAt(Stage::PopGreeting, Failure::NotAMailServer), open},
        {"no POP3 greeting", "pop-greeting-timed-out",
         failedAt(Stage::PopGreeting, Failure::TimedOut), open},
        {"POP3S on the plain port", "pop-server-speaks-plain",
         failedAt(Stage::PopTls, Failure::WrongTlsMode), pop3s},
        {"STLS on the POP3S port", "pop-server-speaks-tls",
         failedAt(Stage::PopGreeting, Failure::WrongTlsMode), stls},
        {"STLS is refused", "pop-stls-refused", failedAt(Stage::PopStls, Failure::StartTlsRefused),
         stls},
        {"B101 STLS injection", "pop-plaintext-injected",
         failedAt(Stage::PopTls, Failure::PlaintextInjected), stls},
        {"the POP3 handshake fails", "pop-tls-handshake-failed",
         failedAt(Stage::PopTls, Failure::TlsHandshakeFailed), pop3s},
        {"the POP3 server's certificate", "certificate-expired", certificate, pop3s},
        {"B100 no stamp, no encryption", "pop-plaintext-password-not-allowed",
         failedAt(Stage::PopLogin, Failure::PlaintextPasswordNotAllowed), open},
        {"B100 APOP is wanted and not offered", "pop-apop-not-offered",
         failedAt(Stage::PopLogin, Failure::MethodNotOffered), pop3s},
        {"B102 in use", "pop-mailbox-in-use", popSaid("-ERR [IN-USE] locked"), pop3s},
        {"B102 too soon", "pop-login-too-soon", popSaid("-ERR [LOGIN-DELAY] wait"), pop3s},
        {"B102 another time", "pop-temporary", popSaid("-ERR [SYS/TEMP] sorry"), pop3s},
        {"B103 wrong password", "pop-wrong-password", popSaid("-ERR invalid user name or password"),
         pop3s},
        {"a no without words", "pop-login-refused", popSaid("-ERR no"), pop3s},
        {"POP3 is switched off", "pop-access-switched-off",
         popSaid("-ERR Your account is not enabled for POP access."), pop3s},
        {"a greeting that refuses", "pop-greeting-refused",
         popSaid("-ERR go away", Stage::PopGreeting), pop3s},
        {"B104 not let in", "pop-not-let-in", popDenied({"554 5.7.1 <x>: Relay access denied"}),
         pop3s},
        {"B104 not let in, and no second login", "pop-not-let-in-again", deniedAndRefused, pop3s},
        {"greylisting is no denial", "greylisted",
         popDenied({"451 4.7.1 <x>: Greylisting in action"}), pop3s},
        {"an address is no word", "recipient-unknown",
         popDenied({"550 5.1.1 <a@relay.pop3.example>: User unknown"}), pop3s},
        {"port 25 is the SMTP server's", "unreachable",
         failedAt(Stage::PopConnect, Failure::Unreachable), on25},
        {"B104 not let in, by words", "pop-not-let-in", popDenied({"550 must check mail by POP"}),
         pop3s},
        {"with POP before SMTP an unknown recipient is one", "recipient-unknown",
         popDenied({"550 5.1.1 <x>: User unknown"}), pop3s},
        {"checked", "checked-pop-before-smtp", checked, pop3s, core::Goal::Check},
    };
}
