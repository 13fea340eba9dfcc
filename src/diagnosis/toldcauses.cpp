// SPDX-License-Identifier: GPL-3.0-or-later
// The table's part on what somebody was told by another program, where the other rows speak of what
// only an attempt of our own knows.
#include "diagnosis/causerow.h"

namespace diagnosis
{

namespace
{

using enum Again;
using enum Action;
using enum Subject;
using enum Whose;

constexpr CauseRow rows[] = {
    {{"told-wrong-password", CauseClass::WrongPassword, Person, AfterChange, Exit::NoPermission},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server refused the user name or the password."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Check both: some servers want the whole address as the user name, others only the part "
         "before the @. Some providers want a password made for mail programs.")},
    {{"told-method-refused", CauseClass::MethodNotSupported, Person, AfterChange,
      Exit::NoPermission},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not offer that method of logging in."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose another method, such as LOGIN or PLAIN; many servers "
                                    "offer a login only after encryption has begun.")},
    {{"told-encryption-needed", CauseClass::TlsNeededBeforeLogin, Person, AfterChange,
      Exit::NoPermission},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server takes a login only over an encrypted connection."),
     QT_TRANSLATE_NOOP("diagnosis", "Use STARTTLS on port 587, or SMTPs on port 465.")},
    {{"told-message-too-large", CauseClass::MessageTooLarge, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The message is larger than the server or the recipient allows."),
     QT_TRANSLATE_NOOP("diagnosis", "Send smaller attachments, split them over several mails, or "
                                    "put them somewhere and send the link.")},
    {{"told-ehlo-name", CauseClass::HeloRejected, Person, AfterChange, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The server does not accept the name by which the sending computer greets it (EHLO)."),
     QT_TRANSLATE_NOOP("diagnosis", "Set a full host name such as pc.example.org as the EHLO name, "
                                    "or an address in brackets.")},
    {{"told-relaying-denied", CauseClass::RelayDenied, Person, AfterChange, Exit::BadAddress},
     {},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The server does not pass mail on to {recipient} for this sender or computer."),
     QT_TRANSLATE_NOOP("diagnosis", "Log in (SMTP-AUTH) with the account to which the From address "
                                    "belongs, and use that provider's own server for sending.")},
    {{"told-mailbox-in-use", CauseClass::PopMailboxInUse, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "Another program is using the mailbox just now."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait until the other mail program has fetched its mail, and "
                                    "try again without changing anything.")},
    {{"told-unknown", CauseClass::Unknown, Server, AfterChange, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "Proserpina does not know this reason: {said}."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Ask the server's operator what these words mean; if they name a page, look there.")},
    {{"told-port-blocked", CauseClass::PortBlocked, Server, AfterChange, Exit::Unavailable},
     {about(Encryption), {UseSubmission, UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis", "The network, a firewall or a virus scanner blocks this port."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Use port 587 with STARTTLS or port 465 with SMTPs; many networks block port 25.")},
    {{"told-name-not-found", CauseClass::DnsNxDomain, Person, AfterChange, Exit::NoHost},
     {about(Host), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis", "There is no host of that name."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Check the spelling of the host; often it is smtp. or mail. and the provider's domain.")},
    {{"told-no-resolver", CauseClass::DnsTemporary, Server, Later, Exit::NoHost},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "Host names could not be looked up just then."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the computer's network connection and name server, then "
                                    "try again; the host may well be right.")},
    {{"told-connection-refused", CauseClass::RefusedConnection, Server, AfterChange,
      Exit::Unavailable},
     {about(Port), {ChangePort}},
     QT_TRANSLATE_NOOP("diagnosis", "The host refuses connections on that port: nothing listens "
                                    "there, or a firewall refuses it."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check host and port: 587 is usual with STARTTLS, 465 with SMTPs.")},
    {{"told-unreachable", CauseClass::NetworkUnreachable, Server, Later, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "There is no way through the network to that host."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the network connection and a VPN or firewall in "
                                    "between; where only IPv6 or only IPv4 fails, use the other.")},
    {{"told-timed-out", CauseClass::Timeout, Server, Later, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "No answer came in time."),
     QT_TRANSLATE_NOOP("diagnosis", "Check host and port; a firewall may be dropping the "
                                    "connection, or the server is down or slow.")},
    {{"told-connection-lost", CauseClass::ConnectionLost, Server, Later, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The connection was cut off."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again; if this keeps happening, the server, a firewall or "
                                    "a virus scanner objects. Check the kind of encryption too.")},
    {{"told-not-a-mail-server", CauseClass::NotSmtp, Person, AfterChange, Exit::BadProtocol},
     {about(Host, Port), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "What answers there is another service, not a server for sending mail."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check host and port: 587 is usual with STARTTLS, 465 with SMTPs.")},
    {{"told-firewall", CauseClass::FirewallMangled, Server, AfterChange, Exit::Unavailable},
     {about(Encryption), {UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis", "Something on the way, such as a firewall or virus scanner, "
                                    "rewrites what the server says or answers in its place."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Switch off that program's mail inspection, or use SMTPs with port 465.")},
    {{"told-starttls-not-offered", CauseClass::StartTlsUnavailable, Server, AfterChange,
      Exit::Unavailable},
     {about(Encryption), {UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server does not offer encryption by STARTTLS on this port."),
     QT_TRANSLATE_NOOP("diagnosis", "Use SMTPs with port 465, or another port of the provider; go "
                                    "without encryption only where you trust the whole way.")},
    {{"told-starttls-broken", CauseClass::TlsBrokenOnServer, Server, Later, Exit::Unavailable},
     {about(Encryption), {UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis", "The server offers encryption but cannot start it: its TLS is "
                                    "set up wrong or out of order."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again later, or use SMTPs with port 465; tell the server's operator.")},
    {{"told-wrong-tls-mode", CauseClass::WrongTlsMode, Person, AfterChange, Exit::Unavailable},
     {about(Encryption, Port), {ChangePort}},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The kind of encryption does not fit the port: one side spoke TLS and the other did not."),
     QT_TRANSLATE_NOOP(
         "diagnosis", "Use STARTTLS on port 587, or SMTPs (TLS from the first byte) on port 465.")},
    {{"told-certificate-expired", CauseClass::CertExpired, Server, AfterChange, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server's certificate has expired, is not valid yet, or "
                                    "the computer's clock is wrong."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the computer's date; if it is right, tell the server's "
                                    "operator to renew the certificate.")},
    {{"told-certificate-wrong-host", CauseClass::CertHostname, Server, AfterChange,
      Exit::Unavailable},
     {about(Host), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The certificate is for another host name than the one that was entered."),
     QT_TRANSLATE_NOOP("diagnosis", "Use as the host a name that is in the certificate, if it is "
                                    "your provider's; otherwise do not log in there.")},
    {{"told-certificate-self-signed", CauseClass::CertSelfSigned, Server, AfterChange,
      Exit::Unavailable},
     {about(CaFile), {ChangeCaFile}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server signed its certificate itself, so nobody vouches for it."),
     QT_TRANSLATE_NOOP("diagnosis", "If it is your own server, set its certificate as the CA file "
                                    "or trust just this one; otherwise do not log in there.")},
    {{"told-certificate-untrusted", CauseClass::CertUntrusted, Server, AfterChange,
      Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate's issuer is not known to the computer, or the "
                                    "server sends its certificates incompletely."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Ask the server's operator to send the whole chain; on an old computer, "
                       "update its certificates. Do not switch the check off.")},
    {{"told-intercepted", CauseClass::TlsIntercepted, Server, AfterChange, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate is not the server's: a virus scanner or proxy "
                                    "on the way put its own in its place."),
     QT_TRANSLATE_NOOP("diagnosis", "Switch off the scanner's check of encrypted mail; if you know "
                                    "of none, somebody may be reading along.")},
    {{"told-tls-too-old", CauseClass::TlsTooOld, Server, AfterChange, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The two sides have no common way of encrypting that counts as safe today."),
     QT_TRANSLATE_NOOP("diagnosis", "Update the older of the two, program or server; the provider "
                                    "knows which hosts take TLS 1.2.")},
};

} // namespace

std::span<const CauseRow> toldCauses()
{
    return rows;
}

} // namespace diagnosis
