// SPDX-License-Identifier: GPL-3.0-or-later
// Source: IANA, "SMTP Service Extensions" (as of 2025-08), and the private keywords of Exchange,
// Postfix, Sendmail, Oracle's and Courier's servers.
#include "diagnosis/keywords.h"

namespace diagnosis
{

namespace
{

constexpr Explanation keywords[] = {
    {"STARTTLS",
     QT_TRANSLATE_NOOP("diagnosis", "The server can switch this connection to encryption.")},
    {"PIPELINING",
     QT_TRANSLATE_NOOP("diagnosis", "Several commands may be sent at once, which saves time.")},
    {"8BITMIME",
     QT_TRANSLATE_NOOP("diagnosis", "Messages may hold 8-bit text without being re-coded.")},
    {"SMTPUTF8",
     QT_TRANSLATE_NOOP("diagnosis", "Addresses and headers may have letters outside ASCII, such as "
                                    "Japanese ones.")},
    {"ENHANCEDSTATUSCODES",
     QT_TRANSLATE_NOOP("diagnosis", "Replies carry a second, finer code such as 5.1.1, so a "
                                    "cause can be named exactly.")},
    {"DSN",
     QT_TRANSLATE_NOOP("diagnosis", "A delivery report can be asked for, on success or failure.")},
    {"CHUNKING",
     QT_TRANSLATE_NOOP("diagnosis", "A message may be sent in pieces of known length (BDAT); "
                                    "Proserpina sends it whole.")},
    {"BINARYMIME",
     QT_TRANSLATE_NOOP("diagnosis", "Messages may hold raw binary parts, together with CHUNKING; "
                                    "Proserpina encodes them.")},
    {"ETRN", QT_TRANSLATE_NOOP("diagnosis",
                               "Another mail server may ask for the mail that waits for it; mail "
                               "programs do not need it.")},
    {"VRFY", QT_TRANSLATE_NOOP("diagnosis",
                               "The server can be asked whether a mailbox exists; many answer only "
                               "vaguely.")},
    {"EXPN",
     QT_TRANSLATE_NOOP("diagnosis", "The server can be asked for the members of a mailing list.")},
    {"HELP", QT_TRANSLATE_NOOP("diagnosis",
                               "The server answers the command HELP, for people who type to it.")},
    {"DELIVERBY",
     QT_TRANSLATE_NOOP("diagnosis",
                       "A time can be set within which the message has to be delivered.")},
    {"MT-PRIORITY",
     QT_TRANSLATE_NOOP("diagnosis", "A message can be given a priority on its way.")},
    {"REQUIRETLS",
     QT_TRANSLATE_NOOP("diagnosis",
                       "A message can be sent so that it travels encrypted all the way or "
                       "not at all.")},
    {"BURL", QT_TRANSLATE_NOOP("diagnosis",
                               "The server can fetch a message or attachment from the IMAP mailbox "
                               "itself.")},
    {"CHECKPOINT",
     QT_TRANSLATE_NOOP("diagnosis",
                       "A transfer that broke off can be taken up again where it stopped.")},
    {"FUTURERELEASE",
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server can hold a message back and send it at a set time.")},
    {"NO-SOLICITING",
     QT_TRANSLATE_NOOP("diagnosis", "The server refuses advertising, and says so beforehand.")},
    {"CONPERM", QT_TRANSLATE_NOOP("diagnosis",
                                  "A message may be converted for the recipient's device where the "
                                  "sender allows it.")},
    {"CONNEG", QT_TRANSLATE_NOOP("diagnosis",
                                 "The server can say which forms of content the recipient's device "
                                 "takes.")},
    {"LIMITS",
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server names its limits, such as recipients for one message.")},
    {"RRVS", QT_TRANSLATE_NOOP("diagnosis",
                               "A message can be kept from an address that has changed its owner "
                               "since a given date.")},
    {"MTRK", QT_TRANSLATE_NOOP("diagnosis", "The way of a message can be traced afterwards.")},
    {"SUBMITTER",
     QT_TRANSLATE_NOOP("diagnosis",
                       "The sender responsible for a message can be named (Sender ID, an "
                       "experiment that has ended).")},
    {"ATRN",
     QT_TRANSLATE_NOOP("diagnosis",
                       "A mail server without a fixed address may log in and fetch its mail; "
                       "mail programs do not need it.")},
    {"TURN",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Old: server and client may change roles. It is unsafe and unused today.")},
    {"SEND",
     QT_TRANSLATE_NOOP("diagnosis", "Old: a message may be shown on the recipient's terminal.")},
    {"SOML", QT_TRANSLATE_NOOP(
                 "diagnosis", "Old: a message may be shown on the recipient's terminal, or else be "
                              "mailed.")},
    {"SAML",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Old: a message may be shown on the recipient's terminal and be mailed as "
                       "well.")},
    {"UTF8SMTP",
     QT_TRANSLATE_NOOP("diagnosis",
                       "An early experiment with letters outside ASCII; SMTPUTF8 has taken "
                       "its place.")},
    {"VERB", QT_TRANSLATE_NOOP(
                 "diagnosis", "Old: the server can report in detail what it does with a message.")},
    {"ONEX",
     QT_TRANSLATE_NOOP("diagnosis", "Old: the client may say that it sends one message only.")},
    {"MULTICAST",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Mail can be sent by radio or multicast to many servers at once; "
                       "mail programs do not need it.")},
    {"XCLIENT",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Postfix: a trusted proxy may say for whom it speaks; mail programs do "
                       "not need it.")},
    {"XFORWARD",
     QT_TRANSLATE_NOOP("diagnosis", "Postfix: a filter may pass on where a message came from; mail "
                                    "programs do not need it.")},
    {"XVERP",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Postfix: each recipient of a mailing list can get a return address of "
                       "its own.")},
    {"X-EXPS",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Exchange: ways of logging in between its own servers; mail programs "
                       "use AUTH.")},
    {"X-ANONYMOUSTLS",
     QT_TRANSLATE_NOOP("diagnosis", "Exchange: encryption between its own servers; mail programs "
                                    "use STARTTLS.")},
    {"X-LINK2STATE",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Exchange: its servers tell each other about their connections.")},
    {"X-RCPTLIMIT", QT_TRANSLATE_NOOP("diagnosis", "How many recipients one message may have.")},
    {"XRDST",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Exchange: a server may name the database where a message belongs.")},
    {"XEXCH50",
     QT_TRANSLATE_NOOP("diagnosis", "Exchange: its servers pass on properties of a message.")},
    {"XSHADOW",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Exchange: its servers keep a second copy of a message under way.")},
    {"XSHADOWREQUEST",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Exchange: its servers keep a second copy of a message under way.")},
    {"XOORG",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Exchange: its servers pass on the organisation a message comes from.")},
    {"XPROXY",
     QT_TRANSLATE_NOOP("diagnosis", "Exchange: a server in front may say for whom it speaks.")},
    {"XUSR",
     QT_TRANSLATE_NOOP("diagnosis", "Sendmail: the client may say that it is a mail program.")},
    {"XADR", QT_TRANSLATE_NOOP("diagnosis", "Oracle's server can say how it reads an address.")},
    {"XSTA", QT_TRANSLATE_NOOP("diagnosis", "Oracle's server can report on its state.")},
    {"XCIR", QT_TRANSLATE_NOOP("diagnosis", "Oracle's server can report on its connections.")},
    {"XGEN",
     QT_TRANSLATE_NOOP("diagnosis", "Oracle's server can be told to read its settings anew.")},
    {"XLOOP",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Oracle's server marks itself, so that mail cannot go round in circles.")},
    {"XDFLG",
     QT_TRANSLATE_NOOP("diagnosis", "Oracle's server can be told how much to deliver at once.")},
    {"XACK", QT_TRANSLATE_NOOP(
                 "diagnosis", "Old private form of asking for a delivery report; DSN has taken its "
                              "place.")},
    {"X-TURNME",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Private form of ETRN: a mail server may ask for its waiting mail.")},
};

constexpr Explanation mechanisms[] = {
    {"PLAIN",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Sends ID and password in one piece; safe only on an encrypted connection. "
                       "PLAIN1 and PLAIN2 are its two forms.")},
    {"LOGIN", QT_TRANSLATE_NOOP("diagnosis",
                                "Sends first the ID, then the password; safe only on an encrypted "
                                "connection.")},
    {"CRAM-MD5",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Proves the password without sending it, by an old checksum (MD5).")},
    {"DIGEST-MD5",
     QT_TRANSLATE_NOOP("diagnosis",
                       "An old relative of CRAM-MD5, withdrawn in 2011; Proserpina does not "
                       "use it.")},
    {"SCRAM-SHA-256",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Proves the password without sending it, and lets the server prove "
                       "that it knows it too: the best choice here.")},
    {"XOAUTH2",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Logs in by an access token from the provider instead of the password "
                       "(OAuth 2, Google's older form); safe only on an encrypted connection.")},
    {"OAUTHBEARER",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Logs in by an access token from the provider instead of the password "
                       "(OAuth 2); safe only on an encrypted connection.")},
    {"NTLM", QT_TRANSLATE_NOOP("diagnosis",
                               "Windows' own login, old and weak; Proserpina does not use it.")},
    {"GSSAPI",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Logs in by a ticket of the company network (Kerberos); Proserpina does "
                       "not use it.")},
    {"GSS-SPNEGO",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Logs in by a ticket of the company network (Windows or Kerberos); "
                       "Proserpina does not use it.")},
    {"EXTERNAL",
     QT_TRANSLATE_NOOP("diagnosis", "Logs in by what is known already, here the client certificate "
                                    "shown at the start of the encryption.")},
    {"ANONYMOUS",
     QT_TRANSLATE_NOOP("diagnosis",
                       "Lets in guests without a password; Proserpina does not use it.")},
    {"ECDSA-NIST256P-CHALLENGE",
     QT_TRANSLATE_NOOP("diagnosis", "Logs in by a private key; Proserpina does not use "
                                    "it.")},
};

} // namespace

std::span<const Explanation> keywordTable()
{
    return keywords;
}

std::span<const Explanation> mechanismTable()
{
    return mechanisms;
}

} // namespace diagnosis
