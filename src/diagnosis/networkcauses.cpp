// SPDX-License-Identifier: GPL-3.0-or-later
// The table's part on reaching the server and understanding it: names, connections, the greeting,
// EHLO, and replies that are none.
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
    {{"name-not-found", CauseClass::DnsNxDomain, Person, AfterChange, Exit::NoHost},
     {about(Host), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis", "There is no host named {host}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the spelling of the host; often it is smtp. or mail. and "
                       "the provider's domain.")},
    {{"no-resolver", CauseClass::DnsTemporary, Server, Later, Exit::NoHost},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "Host names cannot be looked up: no name server answers."),
     QT_TRANSLATE_NOOP("diagnosis", "Check this computer's network connection, then try again; the "
                                    "host may well be right.")},
    {{"proxy-failed", CauseClass::ProxyFailed, Server, AfterChange, Exit::Unavailable},
     {about(Proxy), {ChangeProxy, LeaveProxy}},
     QT_TRANSLATE_NOOP("diagnosis", "The proxy {proxy} did not connect to {host}, port "
                                    "{port}{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the proxy's host and port and whether it allows mail; or "
                       "set no proxy.")},
    {{"port-25-blocked", CauseClass::PortBlocked, Server, AfterChange, Exit::Unavailable},
     {about(Encryption), {UseSubmission, UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} cannot be reached on port 25; many networks block that "
                                    "port to stop spam."),
     QT_TRANSLATE_NOOP("diagnosis", "Use port 587 with STARTTLS or port 465 with SMTPs, if the "
                                    "server has them.")},
    {{"connection-refused", CauseClass::RefusedConnection, Server, Later, Exit::Unavailable},
     {about(Port, Encryption), {UseOtherPort, ChangePort}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} refuses connections on port {port}: no server listens "
                                    "there."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the port: 587 is usual with STARTTLS, 465 with SMTPs, 25 "
                       "without encryption.")},
    {{"unreachable", CauseClass::NetworkUnreachable, Server, Later, Exit::Unavailable},
     {about(Proxy), {SetProxy}},
     QT_TRANSLATE_NOOP("diagnosis", "There is no way through the network to {host}, port {port}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check this computer's network connection, and a VPN or "
                                    "firewall in between; from some networks only a proxy leads "
                                    "out.")},
    {{"connect-timed-out", CauseClass::Timeout, Server, Later, Exit::Unavailable},
     {about(Host, Port, Encryption, TimeLimit), {ChangeTimeLimit, UseOtherPort, ChangePort}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} did not answer on port {port} within {seconds} s."),
     QT_TRANSLATE_NOOP("diagnosis", "Check host, port (587 is usual with STARTTLS, 465 with SMTPs) "
                                    "and time limit; a firewall may be dropping the connection, or "
                                    "the server may be down.")},
    {{"connect-failed", CauseClass::NetworkUnreachable, Server, Later, Exit::Unavailable},
     {about(Host, Port)},
     QT_TRANSLATE_NOOP("diagnosis", "No connection to {host}, port {port}{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check host and port, and this computer's network connection.")},
    {{"greeting-missing-on-tls-port", CauseClass::WrongTlsMode, Person, AfterChange,
      Exit::Unavailable},
     {about(Encryption, Port), {UseSmtpsHere, ChangePort}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} sent no greeting; servers on port 465 usually wait for "
                                    "encryption first."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose SMTPs instead of {security}, or port 587.")},
    {{"greeting-timed-out", CauseClass::Timeout, Server, Later, Exit::Unavailable},
     {about(Encryption, TimeLimit), {ChangeTimeLimit, UseSmtpsHere}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} took the connection, but sent no greeting within "
                                    "{seconds} s."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again later, or with a longer time limit; if port {port} "
                                    "is meant for SMTPs, choose SMTPs.")},
    {{"not-a-mail-server", CauseClass::NotSmtp, Person, AfterChange, Exit::BadProtocol},
     {about(Host, Port), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis", "What answers at {host}, port {port}, is not a mail server."),
     QT_TRANSLATE_NOOP("diagnosis", "Check host and port: 587 is usual with STARTTLS, 465 with "
                                    "SMTPs.")},
    {{"address-blocked", CauseClass::IpBlocklisted, Server, AfterChange, Exit::Unavailable},
     {about(Host, Login), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis", "The server refuses mail from this computer's network address: "
                                    "it is on a block list or has a bad reputation."),
     QT_TRANSLATE_NOOP("diagnosis", "Send through your own provider's server with a login, or from "
                                    "another network.")},
    {{"greeting-refused", CauseClass::Unknown, Server, AfterChange, Exit::Unavailable},
     {about(Host)},
     QT_TRANSLATE_NOOP("diagnosis", "{host} refuses to talk to this computer at all."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; check the host, or try from "
                                    "another network.")},
    {{"server-busy", CauseClass::ServerBusy, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server is busy or closing down, and takes nothing just now."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in some minutes; the settings may well be right.")},
    {{"ehlo-name-refused", CauseClass::HeloRejected, Person, AfterChange, Exit::Unavailable},
     {about(EhloName), {ChangeEhloName}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not like the name this computer gives itself, "
                                    "{ehloName}."),
     QT_TRANSLATE_NOOP("diagnosis", "Set another EHLO name: a full host name such as "
                                    "pc.example.org, or an address in brackets.")},
    {{"ehlo-refused", CauseClass::Unknown, Server, AfterChange, Exit::Unavailable},
     {about(Host, Port), {ChangeHost, ChangePort}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server understands neither EHLO nor HELO, with which every "
                       "mail server is greeted."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words, and check host and port.")},
    {{"ehlo-not-welcome", CauseClass::Unknown, Server, AfterChange, Exit::Unavailable},
     {about(Host), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} refuses to go on with this computer after its first "
                                    "word."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; check the host, or try from "
                                    "another network.")},
    {{"out-of-step", CauseClass::CommandSyntax, Server, AfterChange, Exit::BadProtocol},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server says that a command came too early or out of order, "
                       "at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "Nothing that you entered is at fault. Try again; if it stays "
                                    "so, show the transcript to the server's operator.")},
    {{"closed-after-failed-login", CauseClass::WrongPassword, Person, AfterChange,
      Exit::NoPermission},
     {about(Login), {ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The server refused the login and then ended the connection."),
     QT_TRANSLATE_NOOP("diagnosis", "Check ID and password before trying again: many servers lock "
                                    "an account after some wrong tries.")},
    {{"malformed-reply", CauseClass::NotSmtp, Server, Later, Exit::BadProtocol},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server sent something that is no SMTP reply, at this step: "
                       "{step}."),
     QT_TRANSLATE_NOOP("diagnosis", "See the transcript; something in between, such as a proxy or "
                                    "virus scanner, may be answering.")},
    {{"mixed-reply-codes", CauseClass::LocalServerError, Server, Later, Exit::BadProtocol},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server contradicts itself: one reply with two codes, at "
                                    "this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "See the transcript and tell the server's operator; it was "
                                    "taken as a failure.")},
    {{"reply-too-long", CauseClass::NotSmtp, Server, AfterChange, Exit::BadProtocol},
     {about(Host, Port)},
     QT_TRANSLATE_NOOP("diagnosis", "The server's reply did not end, at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check host and port; what answers there may not be a mail "
                                    "server.")},
    {{"unexpected-reply", CauseClass::LocalServerError, Server, Later, Exit::BadProtocol},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server sent a reply that does not belong here, at this "
                                    "step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again; if this keeps happening, see the transcript and tell the "
                       "server's operator.")},
};

} // namespace

std::span<const CauseRow> networkCauses()
{
    return rows;
}

} // namespace diagnosis
