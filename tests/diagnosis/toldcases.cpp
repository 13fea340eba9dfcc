// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"

QList<ToldCase> toldCases()
{
    return {
        {"535 5.7.8 Error: authentication failed", "AUTH", "told-wrong-password"},
        {"504 5.7.4 Unrecognized authentication type", "AUTH", "told-method-refused"},
        {"530 5.7.0 Must issue STARTTLS before authentication", "AUTH", "told-encryption-needed"},
        {"552 5.3.4 Message size exceeds fixed limit", "MAIL", "told-message-too-large"},
        {"504 5.5.2 <pc>: Helo command rejected: need fully-qualified hostname", "RCPT",
         "told-ehlo-name"},
        {"554 5.7.1 Relay access denied", "RCPT", "told-relaying-denied"},
        {"-ERR [IN-USE] mailbox locked by another session", "POP login", "told-mailbox-in-use"},
        {"550 Rejected", "body", "told-unknown"},
        {"Outbound port 25 is blocked by the provider", nullptr, "told-port-blocked"},
        {"getaddrinfo ENOTFOUND smtp.example.com", nullptr, "told-name-not-found"},
        {"getaddrinfo EAI_AGAIN smtp.example.com", nullptr, "told-no-resolver"},
        {"connect ECONNREFUSED 192.0.2.1:587", nullptr, "told-connection-refused"},
        {"connect ENETUNREACH 2001:db8::1:587", nullptr, "told-unreachable"},
        {"Connection timed out", nullptr, "told-timed-out"},
        {"Connection reset by peer", nullptr, "told-connection-lost"},
        {"SSH-2.0-OpenSSH_9.2", nullptr, "told-not-a-mail-server"},
        {"500 5.5.1 Command unrecognized: \"XXXXXXXX\"", "EHLO", "told-firewall"},
        {"STARTTLS extension not supported by server", nullptr, "told-starttls-not-offered"},
        {"454 4.7.0 TLS not available due to local problem", "STARTTLS", "told-starttls-broken"},
        {"SSL routines:ssl3_get_record:wrong version number", nullptr, "told-wrong-tls-mode"},
        {"certificate has expired", nullptr, "told-certificate-expired"},
        {"Hostname/IP does not match certificate's altnames", nullptr,
         "told-certificate-wrong-host"},
        {"self signed certificate", nullptr, "told-certificate-self-signed"},
        {"unable to get local issuer certificate", nullptr, "told-certificate-untrusted"},
        {"certificate issued by Avast Web/Mail Shield Root", nullptr, "told-intercepted"},
        {"dh key too small", nullptr, "told-tls-too-old"},
    };
}
