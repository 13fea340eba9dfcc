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
    {{"pop-name-not-found", "dns-nxdomain", Person, AfterChange, Exit::NoHost},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "There is no host named {host} (for the POP3 login)."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the spelling of the POP3 host; often it is pop. or mail. "
                       "and the provider's domain.")},
    {{"pop-connection-refused", "refused-connection", Server, Later, Exit::Unavailable},
     {about(Pop), {EncryptPop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} refuses connections on port {port}: no POP3 server "
                                    "listens there."),
     QT_TRANSLATE_NOOP("diagnosis", "Check host and port of the POP3 login: 995 is usual with "
                                    "POP3S, 110 with STLS or without encryption.")},
    {{"pop-not-a-pop-server", "not-smtp", Person, AfterChange, Exit::BadProtocol},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "What answers at {host}, port {port}, is not a POP3 server."),
     QT_TRANSLATE_NOOP("diagnosis", "Check host and port of the POP3 login: 995 is usual with "
                                    "POP3S, 110 with STLS or without encryption.")},
    {{"pop-greeting-timed-out", "timeout", Server, Later, Exit::Unavailable},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} took the connection, but sent no POP3 greeting within "
                                    "{seconds} s."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again later; if port {port} is meant for POP3S, choose "
                                    "POP3S.")},
    {{"pop-server-speaks-plain", "wrong-tls-mode", Person, AfterChange, Exit::Unavailable},
     {about(Pop), {SwitchPopTls, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "On port {port}, {host} starts without encryption, and POP3S "
                                    "was chosen."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STLS instead of POP3S, or port 995.")},
    {{"pop-server-speaks-tls", "wrong-tls-mode", Person, AfterChange, Exit::Unavailable},
     {about(Pop), {SwitchPopTls, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "On port {port}, {host} expects encryption from the first "
                                    "byte."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose POP3S, or port 110 for STLS.")},
    {{"pop-stls-refused", "tls-broken-on-server", Server, AfterChange, Exit::Unavailable},
     {about(Pop), {EncryptPop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} refuses to start encryption (STLS). The password was "
                                    "not sent."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose POP3S with port 995.")},
    {{"pop-plaintext-injected", "firewall-mangled", Server, AfterChange, Exit::Unavailable},
     {about(Pop), {EncryptPop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "Text came in before the encryption started that should not be "
                                    "there: an attack on the way, or a broken POP3 server."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose POP3S with port 995, or try from another network; "
                                    "nothing was sent.")},
    {{"pop-tls-handshake-failed", "tls-broken-on-server", Server, AfterChange, Exit::Unavailable},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "No encrypted connection with {host}, port {port}{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the port: 995 is usual with POP3S, 110 with STLS; a "
                                    "virus scanner in between may disturb.")},
    {{"pop-plaintext-password-not-allowed", "refused-here", Person, AfterChange,
      Exit::NoPermission},
     {about(Pop, ClearPassword), {EncryptPop, AllowPassword, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The POP3 login would send the password unencrypted: the "
                       "connection is not encrypted and the server offers no APOP. It was "
                       "not sent."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose POP3S or STLS; or allow this server the password "
                                    "without encryption, if you trust the whole way.")},
    {{"pop-apop-not-offered", "method-not-supported", Person, AfterChange, Exit::NoPermission},
     {about(Pop), {LogInWithoutApop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} offers no APOP: its greeting has no valid stamp."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose the automatic way, which then sends ID and password "
                                    "where the connection is encrypted.")},
    {{"pop-mailbox-in-use", "pop-mailbox-in-use", Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The mailbox is in use by another program just now, so the POP3 "
                       "login was put off. No mail was tried."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait until the other mail program has fetched its mail, and "
                                    "try again without changing anything.")},
    {{"pop-login-too-soon", "too-many-logins", Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 server allows a login only some time after the last "
                                    "one. No mail was tried."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in some minutes without changing anything.")},
    {{"pop-temporary", "temporary-auth-failure", Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 server cannot check logins just now; this says "
                                    "nothing about the password."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in some minutes without changing anything.")},
    {{"pop-wrong-password", "wrong-password", Person, AfterChange, Exit::NoPermission},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 server does not take this ID with this password. No "
                                    "mail was tried."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check ID and password of the POP3 login: some servers want the "
                       "whole address, others only the part before the @.")},
    {{"pop-greeting-refused", "unknown", Server, AfterChange, Exit::Unavailable},
     {about(Pop), {ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 server {host} refuses to talk to this computer at "
                                    "all."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; check the host of the POP3 login, "
                                    "or try from another network.")},
    {{"pop-not-let-in-again", "pbs-expired", Server, Later, Exit::BadAddress},
     {about(Pop), {WaitLongerAfterPop, ChangePop}},
     QT_TRANSLATE_NOOP("diagnosis", "The server for sending does not let this computer in, and the "
                                    "POP3 server took no second login."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait some minutes and try again; or set a longer waiting time "
                                    "after the POP3 login.")},
    {{"pop-not-let-in", "pbs-expired", Server, AfterChange, Exit::BadAddress},
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
