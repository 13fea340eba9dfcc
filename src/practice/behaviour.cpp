// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/behaviour.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace practice
{

namespace
{

constexpr Fault allFaults[] = {
    {"greeting-554"_L1, QT_TRANSLATE_NOOP("practice", "refuses every client in its greeting"),
     [](Behaviour &b) { b.greeting = "554 5.7.1 practice.test no SMTP service for you"; }},
    {"greeting-421"_L1, QT_TRANSLATE_NOOP("practice", "is too busy to greet"),
     [](Behaviour &b) { b.greeting = "421 4.3.2 practice.test too busy, come back later"; }},
    {"no-greeting"_L1, QT_TRANSLATE_NOOP("practice", "takes the connection and says nothing"),
     [](Behaviour &b) { b.silentAt = "greeting"; }},
    {"not-smtp"_L1, QT_TRANSLATE_NOOP("practice", "is an SSH server"),
     [](Behaviour &b) { b.greeting = "SSH-2.0-OpenSSH_9.2p1 Debian-2"; }},
    {"firewall"_L1, QT_TRANSLATE_NOOP("practice", "stands behind a firewall that rewrites SMTP"),
     [](Behaviour &b) {
         b.greeting = "220 ****************2****";
         b.replies["EHLO"] = "500 5.5.1 unrecognized command";
     }},
    {"helo-only"_L1, QT_TRANSLATE_NOOP("practice", "knows HELO, not EHLO"),
     [](Behaviour &b) { b.replies["EHLO"] = "502 5.5.1 command not implemented"; }},
    {"ehlo-refused"_L1, QT_TRANSLATE_NOOP("practice", "does not like the EHLO name"),
     [](Behaviour &b) { b.replies["EHLO"] = "550 5.7.1 EHLO name not acceptable"; }},
    {"no-starttls"_L1, QT_TRANSLATE_NOOP("practice", "does not offer STARTTLS"),
     [](Behaviour &b) { b.startTls = false; }},
    {"starttls-454"_L1, QT_TRANSLATE_NOOP("practice", "offers STARTTLS, then has no TLS today"),
     [](Behaviour &b) { b.replies["STARTTLS"] = "454 4.7.0 TLS not available"; }},
    {"starttls-injected"_L1,
     QT_TRANSLATE_NOOP("practice", "somebody in between slips a reply in before TLS"),
     [](Behaviour &b) { b.injected = "250 2.0.0 injected\r\n"; }},
    {"tls-broken"_L1, QT_TRANSLATE_NOOP("practice", "closes in the middle of the TLS handshake"),
     [](Behaviour &b) { b.closesAt = "TLS"; }},
    {"cert-expired"_L1, QT_TRANSLATE_NOOP("practice", "its certificate has expired"),
     [](Behaviour &b) { b.certificate = CertificateKind::Expired; }},
    {"cert-not-yet-valid"_L1, QT_TRANSLATE_NOOP("practice", "its certificate is not yet valid"),
     [](Behaviour &b) { b.certificate = CertificateKind::NotYetValid; }},
    {"cert-self-signed"_L1, QT_TRANSLATE_NOOP("practice", "its certificate is signed by itself"),
     [](Behaviour &b) { b.certificate = CertificateKind::SelfSigned; }},
    {"cert-unknown-issuer"_L1,
     QT_TRANSLATE_NOOP("practice", "its certificate is by an issuer nobody knows"),
     [](Behaviour &b) { b.certificate = CertificateKind::UnknownIssuer; }},
    {"cert-wrong-host"_L1, QT_TRANSLATE_NOOP("practice", "its certificate is for another host"),
     [](Behaviour &b) { b.certificate = CertificateKind::WrongHost; }},
    {"cert-incomplete-chain"_L1,
     QT_TRANSLATE_NOOP("practice", "leaves out the certificate between its own and the root"),
     [](Behaviour &b) { b.certificate = CertificateKind::IncompleteChain; }},
    {"cert-name-only"_L1,
     QT_TRANSLATE_NOOP("practice", "its certificate names the host only in the old way"),
     [](Behaviour &b) { b.certificate = CertificateKind::NameOnly; }},
    {"tls-old"_L1, QT_TRANSLATE_NOOP("practice", "speaks TLS 1.1 and nothing newer"),
     [](Behaviour &b) { b.oldTls = true; }},
    {"no-auth"_L1, QT_TRANSLATE_NOOP("practice", "offers no login"),
     [](Behaviour &b) { b.mechanisms.clear(); }},
    {"login-plain-only"_L1, QT_TRANSLATE_NOOP("practice", "offers LOGIN and PLAIN only"),
     [](Behaviour &b) {
         b.mechanisms = {"LOGIN", "PLAIN"};
     }},
    {"auth-before-tls"_L1, QT_TRANSLATE_NOOP("practice", "offers login without encryption"),
     [](Behaviour &b) { b.authBeforeTls = true; }},
    {"auth-535"_L1, QT_TRANSLATE_NOOP("practice", "refuses every password"),
     [](Behaviour &b) { b.replies["AUTH"] = "535 5.7.8 authentication failed"; }},
    {"auth-454"_L1, QT_TRANSLATE_NOOP("practice", "cannot look passwords up at the moment"),
     [](Behaviour &b) { b.replies["AUTH"] = "454 4.7.0 temporary authentication failure"; }},
    {"auth-few-rounds"_L1,
     QT_TRANSLATE_NOOP("practice", "asks SCRAM-SHA-256 for too little hashing"),
     [](Behaviour &b) { b.scramRounds = 1000; }},
    {"auth-oauth-only"_L1, QT_TRANSLATE_NOOP("practice", "wants OAuth, as Microsoft's servers do"),
     [](Behaviour &b) {
         b.replies["AUTH"] = "535 5.7.139 Authentication unsuccessful, basic authentication is "
                             "disabled";
     }},
    {"sender-refused"_L1, QT_TRANSLATE_NOOP("practice", "refuses the sender's address"),
     [](Behaviour &b) { b.replies["MAIL"] = "553 5.7.1 sender address not owned by user"; }},
    {"recipient-refused"_L1, QT_TRANSLATE_NOOP("practice", "refuses every recipient"),
     [](Behaviour &b) { b.replies["RCPT"] = "550 5.1.1 no such mailbox"; }},
    {"greylisted"_L1, QT_TRANSLATE_NOOP("practice", "greylists every recipient"),
     [](Behaviour &b) { b.replies["RCPT"] = "451 4.7.1 greylisted, try again in 5 minutes"; }},
    {"message-refused"_L1, QT_TRANSLATE_NOOP("practice", "takes the message for spam"),
     [](Behaviour &b) { b.replies["."] = "554 5.7.1 message looks like spam"; }},
    {"small-limit"_L1, QT_TRANSLATE_NOOP("practice", "takes messages up to 100 octets"),
     [](Behaviour &b) {
         b.keywords = {"PIPELINING", "SIZE 100"};
     }},
    {"lost-after-dot"_L1,
     QT_TRANSLATE_NOOP("practice", "breaks the connection after the whole message"),
     [](Behaviour &b) { b.closesAt = "."; }},
    {"hang-tls"_L1, QT_TRANSLATE_NOOP("practice", "never ends the TLS handshake"),
     [](Behaviour &b) { b.silentAt = "TLS"; }},
    {"hang-ehlo"_L1, QT_TRANSLATE_NOOP("practice", "does not answer EHLO"),
     [](Behaviour &b) { b.silentAt = "EHLO"; }},
    {"hang-starttls"_L1, QT_TRANSLATE_NOOP("practice", "does not answer STARTTLS"),
     [](Behaviour &b) { b.silentAt = "STARTTLS"; }},
    {"hang-auth"_L1, QT_TRANSLATE_NOOP("practice", "does not answer AUTH"),
     [](Behaviour &b) { b.silentAt = "AUTH"; }},
    {"hang-mail"_L1, QT_TRANSLATE_NOOP("practice", "does not answer MAIL"),
     [](Behaviour &b) { b.silentAt = "MAIL"; }},
    {"hang-rcpt"_L1, QT_TRANSLATE_NOOP("practice", "does not answer RCPT"),
     [](Behaviour &b) { b.silentAt = "RCPT"; }},
    {"hang-data"_L1, QT_TRANSLATE_NOOP("practice", "does not answer DATA"),
     [](Behaviour &b) { b.silentAt = "DATA"; }},
    {"hang-body"_L1, QT_TRANSLATE_NOOP("practice", "stops reading in the middle of the message"),
     [](Behaviour &b) { b.silentAt = "body"; }},
    {"hang-dot"_L1, QT_TRANSLATE_NOOP("practice", "does not answer the end of the message"),
     [](Behaviour &b) { b.silentAt = "."; }},
    {"pop-refused"_L1, QT_TRANSLATE_NOOP("practice", "refuses every POP3 login"),
     [](Behaviour &b) { b.replies["POP"] = "-ERR [AUTH] wrong password"; }},
    {"pop-in-use"_L1, QT_TRANSLATE_NOOP("practice", "says at POP3 that the mailbox is in use"),
     [](Behaviour &b) { b.replies["POP"] = "-ERR [IN-USE] another session has the mailbox"; }},
    {"pop-no-stamp"_L1, QT_TRANSLATE_NOOP("practice", "offers no APOP"),
     [](Behaviour &b) { b.popStamp = false; }},
    {"pop-never-lets-in"_L1,
     QT_TRANSLATE_NOOP("practice", "takes the POP3 login, and then no mail all the same"),
     [](Behaviour &b) { b = popBeforeSmtp(std::chrono::milliseconds(0)); }},
    {"no-pipelining"_L1, QT_TRANSLATE_NOOP("practice", "does not offer PIPELINING"),
     [](Behaviour &b) { b.keywords.removeAll("PIPELINING"); }},
    {"dribble"_L1, QT_TRANSLATE_NOOP("practice", "sends its replies one octet at a time"),
     [](Behaviour &b) { b.dribbles = true; }},
    {"lf-only"_L1, QT_TRANSLATE_NOOP("practice", "ends its lines with LF alone"),
     [](Behaviour &b) { b.lfOnly = true; }},
    {"mixed-codes"_L1, QT_TRANSLATE_NOOP("practice", "changes the code in the middle of a reply"),
     [](Behaviour &b) { b.replies["EHLO"] = "250-practice.test\r\n550 changed my mind"; }},
    {"two-replies"_L1, QT_TRANSLATE_NOOP("practice", "sends a reply nobody asked for"),
     [](Behaviour &b) { b.greeting = "220 practice.test\r\n220 practice.test again"; }},
    {"hostile-text"_L1,
     QT_TRANSLATE_NOOP("practice", "puts escape sequences, bidi controls and HTML in its replies"),
     [](Behaviour &b) {
         b.greeting = "220 practice.test \x1B[31mred\x1B[0m \xE2\x80\xAE"
                      "desrever <b>bold</b>";
     }},
};

} // namespace

Behaviour popBeforeSmtp(std::chrono::milliseconds letsInFor)
{
    Behaviour behaviour;
    behaviour.mechanisms.clear();
    behaviour.popOnly = true;
    behaviour.popLetsInFor = letsInFor;
    return behaviour;
}

std::span<const Fault> faults()
{
    return allFaults;
}

std::optional<Behaviour> behaviourWithFault(const QString &name)
{
    const auto all = faults();
    const auto fault =
        std::find_if(all.begin(), all.end(), [&](const Fault &f) { return name == f.name; });
    if (fault == all.end()) {
        return {};
    }
    Behaviour behaviour;
    fault->apply(behaviour);
    return behaviour;
}

} // namespace practice
