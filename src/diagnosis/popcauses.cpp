// SPDX-License-Identifier: GPL-3.0-or-later
// The table's part on POP before SMTP: its POP3 login, and an SMTP server that does not let one in
// after it. What is not here is told as for SMTP, with the POP3 server's host and port.
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
    {{"pop-name-not-found", CauseClass::DnsNxDomain, Person, AfterChange, Exit::NoHost},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "There is no host named {host} (for the POP3 login)."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the spelling of the POP3 host; often it is pop. or mail. "
                       "and the provider's domain.")},
    {{"pop-connection-refused", CauseClass::RefusedConnection, Server, Later, Exit::Unavailable},
     {about(Pop), {EncryptPop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} refuses connections on port {port}: no POP3 server "
                                    "listens there."),
     QT_TRANSLATE_NOOP("diagnosis", "Check host and port of the POP3 login: 995 is usual with "
                                    "POP3S, 110 with STLS or without encryption.")},
    {{"pop-not-a-pop-server", CauseClass::NotSmtp, Person, AfterChange, Exit::BadProtocol},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "What answers at {host}, port {port}, is not a POP3 server."),
     QT_TRANSLATE_NOOP("diagnosis", "Check host and port of the POP3 login: 995 is usual with "
                                    "POP3S, 110 with STLS or without encryption.")},
    {{"pop-greeting-timed-out", CauseClass::Timeout, Server, Later, Exit::Unavailable},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} took the connection, but sent no POP3 greeting within "
                                    "{seconds} s."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again later; if port {port} is meant for POP3S, choose "
                                    "POP3S.")},
    {{"pop-server-speaks-plain", CauseClass::WrongTlsMode, Person, AfterChange, Exit::Unavailable},
     {about(Pop), {SwitchPopTls, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "On port {port}, {host} starts without encryption, and POP3S "
                                    "was chosen."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STLS instead of POP3S, or port 995.")},
    {{"pop-server-speaks-tls", CauseClass::WrongTlsMode, Person, AfterChange, Exit::Unavailable},
     {about(Pop), {SwitchPopTls, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "On port {port}, {host} expects encryption from the first "
                                    "byte."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose POP3S, or port 110 for STLS.")},
    {{"pop-stls-refused", CauseClass::TlsBrokenOnServer, Server, AfterChange, Exit::Unavailable},
     {about(Pop), {EncryptPop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} refuses to start encryption (STLS). The password was "
                                    "not sent."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose POP3S with port 995.")},
    {{"pop-plaintext-injected", CauseClass::FirewallMangled, Server, AfterChange,
      Exit::Unavailable},
     {about(Pop), {EncryptPop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "Text came in before the encryption started that should not be "
                                    "there: an attack on the way, or a broken POP3 server."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose POP3S with port 995, or try from another network; "
                                    "nothing was sent.")},
    {{"pop-tls-handshake-failed", CauseClass::TlsBrokenOnServer, Server, AfterChange,
      Exit::Unavailable},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "No encrypted connection with {host}, port {port}{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the port: 995 is usual with POP3S, 110 with STLS; a "
                                    "virus scanner in between may disturb.")},
    {{"pop-plaintext-password-not-allowed", CauseClass::RefusedHere, Person, AfterChange,
      Exit::NoPermission},
     {about(Pop, ClearPassword), {EncryptPop, AllowPassword, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The POP3 login would send the password unencrypted: the "
                       "connection is not encrypted and the server offers no APOP. It was "
                       "not sent."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose POP3S or STLS; or allow this server the password "
                                    "without encryption, if you trust the whole way.")},
    {{"pop-apop-not-offered", CauseClass::MethodNotSupported, Person, AfterChange,
      Exit::NoPermission},
     {about(Pop), {LogInWithoutApop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} offers no APOP: its greeting has no valid stamp."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose the automatic way, which then sends ID and password "
                                    "where the connection is encrypted.")},
    {{"pop-mailbox-in-use", CauseClass::PopMailboxInUse, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The mailbox is in use by another program just now, so the "
                                    "POP3 login was put off. No mail was tried."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait until the other mail program has fetched its mail, and "
                                    "try again without changing anything.")},
    {{"pop-login-too-soon", CauseClass::TooManyLogins, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The POP3 server allows a login only some time after the last one. No mail was tried."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in some minutes without changing anything.")},
    {{"pop-temporary", CauseClass::TemporaryAuthFailure, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 server cannot check logins just now; this says "
                                    "nothing about the password."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in some minutes without changing anything.")},
    {{"pop-access-switched-off", CauseClass::AuthDisabledByAdmin, Person, AfterChange,
      Exit::NoPermission},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "Fetching mail by POP3 is switched off for this account."),
     QT_TRANSLATE_NOOP("diagnosis", "Switch on POP3 in the account's settings on the provider's "
                                    "site, or ask its administrator to do so.")},
    {{"pop-login-refused", CauseClass::Unknown, Person, AfterChange, Exit::NoPermission},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 server refused the login for a reason that "
                                    "Proserpina does not know: {said}."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Ask the provider what these words mean, and check the settings of the POP3 login.")},
    {{"pop-wrong-password", CauseClass::WrongPassword, Person, AfterChange, Exit::NoPermission},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The POP3 server does not take this ID with this password. No mail was tried."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check ID and password of the POP3 login: some servers want the "
                       "whole address, others only the part before the @.")},
    {{"pop-greeting-refused", CauseClass::Unknown, Server, AfterChange, Exit::Unavailable},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 server {host} refuses to talk to this computer at "
                                    "all."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; check the host of the POP3 login, "
                                    "or try from another network.")},
    {{"pop-not-let-in-again", CauseClass::PbsExpired, Server, Later, Exit::BadAddress},
     {about(Pop), {WaitLongerAfterPop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "The server for sending does not let this computer in, and the "
                                    "POP3 server took no second login."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait some minutes and try again; or set a longer waiting time "
                                    "after the POP3 login.")},
    {{"pop-not-let-in", CauseClass::PbsExpired, Server, AfterChange, Exit::BadAddress},
     {about(Pop, Method), {WaitLongerAfterPop, UseSmtpAuth, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 login was accepted, but the sending server still "
                                    "refuses this computer after a second POP3 login."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Some servers need longer: set a longer waiting time after the "
                       "POP3 login. Else ask the provider; most take SMTP-AUTH instead "
                       "today.")},
};

} // namespace

std::span<const CauseRow> popCauses()
{
    return rows;
}

} // namespace diagnosis
