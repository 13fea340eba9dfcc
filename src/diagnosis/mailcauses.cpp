// SPDX-License-Identifier: GPL-3.0-or-later
// The table's part on the envelope and the message: sender, recipients, contents, and what we
// refuse ourselves.
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
    {{"bad-input", "bad-input", Person, AfterChange, Exit::BadData},
     {about(Entered), {CorrectWhatWasEntered}},
     QT_TRANSLATE_NOOP("diagnosis", "{input}."),
     QT_TRANSLATE_NOOP("diagnosis", "Correct it and try again; nothing was sent.")},
    {{"message-unreadable", "bad-input", Person, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The message could not be put together{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check that the file and its attachments are there and "
                                    "readable; the message was not sent.")},
    {{"temporary-folder-unusable", "bad-input", Person, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "{input}."),
     QT_TRANSLATE_NOOP("diagnosis", "Make room there, or set the environment variable TMPDIR to a "
                                    "folder that can be written; nothing was sent.")},
    {{"line-too-long", "line-too-long", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The message has a line that is longer than the 998 octets "
                                    "allowed."),
     QT_TRANSLATE_NOOP("diagnosis", "Break the long line, or let the mail program encode the "
                                    "message (quoted-printable or base64).")},
    {{"needs-8bitmime", "message-malformed", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The message has 8-bit text, and the server takes only 7-bit "
                                    "messages."),
     QT_TRANSLATE_NOOP("diagnosis", "Have the message encoded (quoted-printable or base64), or use "
                                    "a server with 8BITMIME.")},
    {{"needs-smtputf8", "smtputf8-unsupported", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "An address or header has letters outside ASCII, and the server "
                       "cannot carry them (no SMTPUTF8)."),
     QT_TRANSLATE_NOOP("diagnosis", "Use an address with plain letters before the @, or a server "
                                    "with SMTPUTF8.")},
    {{"signature-would-break", "refused-here", Mail, AfterChange, Exit::BadData},
     {about(Signature), {TakeSignatureOff}},
     QT_TRANSLATE_NOOP("diagnosis", "The message is signed or encrypted, and would have to be "
                                    "re-encoded, which would break the signature."),
     QT_TRANSLATE_NOOP("diagnosis", "Send it without the signature, sign it again in a form that "
                                    "every server takes (7-bit, lines of at most 998 octets), or "
                                    "use a server with 8BITMIME. Nothing was sent.")},
    {{"sending-limit-reached", "daily-limit", Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "This account or computer has sent as much as the server allows "
                       "for now."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait, up to a day, and send less at a time; the settings are "
                                    "right.")},
    {{"sender-authentication-failed", "dkim-dmarc-fail", Mail, AfterChange, Exit::BadAddress},
     {about(From), {ChangeFrom}},
     QT_TRANSLATE_NOOP("diagnosis", "The sender's domain does not vouch for mail that comes this "
                                    "way (SPF, DKIM or DMARC)."),
     QT_TRANSLATE_NOOP("diagnosis", "Send through the server that the domain's owner names for it, "
                                    "and use that account's own address as From.")},
    {{"sender-not-yours", "sender-not-allowed", Mail, AfterChange, Exit::BadAddress},
     {about(From, Login), {ChangeFrom, ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The account that logged in may not send with this sender "
                                    "address."),
     QT_TRANSLATE_NOOP("diagnosis", "Use the account's own address as From, or log in with the "
                                    "account to which the address belongs.")},
    {{"login-needed", "login-needed", Person, AfterChange, Exit::BadAddress},
     {about(Login, Method, Port), {ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The server takes this mail only after a login, and there was "
                                    "none."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose a method of SMTP-AUTH and set ID and password; port 587 "
                       "or 465 is usual for that.")},
    {{"sender-domain-unknown", "sender-domain-bad", Mail, AfterChange, Exit::BadAddress},
     {about(From), {ChangeFrom}},
     QT_TRANSLATE_NOOP("diagnosis", "The server cannot find the domain of the sender address."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the spelling of the From address after the @.")},
    {{"out-of-step-without-login", "command-syntax", Server, AfterChange, Exit::BadProtocol},
     {about(Method), {ChangeMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "The server expected another command at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; often it wants a login first, so "
                                    "check the method.")},
    {{"relaying-denied", "relay-denied", Mail, AfterChange, Exit::BadAddress},
     {about(From, Host), {ChangeFrom, ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not pass mail on to {recipient} for this "
                                    "sender."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Use the account's own address as From; check that this is your "
                       "provider's server for sending.")},
    {{"mailbox-full", "mailbox-full", Recipient, Later, Exit::BadAddress},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The mailbox of {recipient} is full."),
     QT_TRANSLATE_NOOP("diagnosis", "Tell the recipient by another way, and send again when there "
                                    "is room.")},
    {{"mailbox-disabled", "recipient-disabled", Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The mailbox of {recipient} takes no mail: it is switched "
                                    "off."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the recipient for another address.")},
    {{"recipient-moved", "recipient-unknown", Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "There is no mailbox for {recipient} here any more."),
     QT_TRANSLATE_NOOP("diagnosis", "Use the new address, if the server's own words name one.")},
    {{"recipient-domain-unknown", "recipient-domain-bad", Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server finds no way to the domain of {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the spelling of the address after the @.")},
    {{"recipient-unknown", "recipient-unknown", Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not know {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the spelling of the address before the @, or ask the "
                                    "recipient for it.")},
    {{"recipient-malformed", "command-syntax", Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server cannot read the address {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the address for stray spaces, quotes or letters.")},
    {{"too-many-recipients", "too-many-recipients", Mail, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server takes no more recipients for one message."),
     QT_TRANSLATE_NOOP("diagnosis", "Send the message to the others separately.")},
    {{"greylisted", "greylisted", Recipient, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server puts {recipient} off for now, as many do with a "
                                    "sender they do not know yet."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in a quarter of an hour; the settings are probably "
                                    "right.")},
    {{"server-full", "disk-full", Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server has no room for messages just now."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again later; if this keeps happening, tell the server's operator.")},
    {{"message-has-virus", "virus", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server found a virus in the message, or believes so."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the attachments with a virus scanner; leave out programs "
                       "and locked archives.")},
    {{"attachment-refused", "content-policy", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take a message with such an attachment."),
     QT_TRANSLATE_NOOP("diagnosis", "Leave out programs, scripts and locked archives; put the file "
                                    "somewhere and send the link.")},
    {{"message-rejected-as-spam", "content-spam", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server took the message for spam, or its rules forbid "
                                    "it."),
     QT_TRANSLATE_NOOP("diagnosis", "Change subject and text, leave out links, and use the "
                                    "account's own address as From.")},
    {{"message-malformed", "message-malformed", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server finds the form of the message wrong."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; a message file may lack a header "
                                    "such as From or Date.")},
    {{"line-ends-refused", "bare-lf-rejected", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server finds a line end in the message that is not CR LF."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Save the message file with uniform line ends and send it again; "
                       "in a text that you typed this cannot happen.")},
    {{"parameter-refused", "command-syntax", Server, AfterChange, Exit::BadProtocol},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server says that it does not know a parameter of the "
                                    "command, at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words, which name it, and tell its "
                                    "operator.")},
    {{"message-too-large", "message-too-large", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The message is too large for the server (its limit: "
                                    "{limit})."),
     QT_TRANSLATE_NOOP("diagnosis", "Send smaller attachments, split them over several mails, or "
                                    "put them somewhere and send the link.")},
    {{"message-refused", "unknown", Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server refused the message itself; sender and recipients "
                                    "had been accepted."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "See the server's own words; change the message before you send "
                       "it again.")},
    {{"sender-refused", "sender-not-allowed", Mail, AfterChange, Exit::BadAddress},
     {about(From), {ChangeFrom}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take mail from this sender address."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the From address; most servers want the address that "
                                    "belongs to the ID.")},
    {{"policy-refused", "content-policy", Mail, AfterChange, Exit::BadAddress},
     {about(From, Recipients), {ChangeFrom, ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server's rules do not allow this, at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; check sender and recipients, or "
                                    "ask the server's operator.")},
    {{"recipient-refused", "recipient-refused", Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take mail for {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the address; see the server's own words for its "
                                    "reason.")},
};

} // namespace

std::span<const CauseRow> mailCauses()
{
    return rows;
}

} // namespace diagnosis
