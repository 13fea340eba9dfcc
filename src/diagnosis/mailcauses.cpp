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
    {{"bad-input", CauseClass::BadInput, Person, AfterChange, Exit::BadData},
     {about(Entered), {CorrectWhatWasEntered}},
     QT_TRANSLATE_NOOP("diagnosis", "{input}."),
     QT_TRANSLATE_NOOP("diagnosis", "Correct it and try again; nothing was sent.")},
    {{"message-unreadable", CauseClass::BadInput, Person, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The message could not be put together{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check that the file and its attachments are there and "
                                    "readable; the message was not sent.")},
    {{"temporary-folder-unusable", CauseClass::BadInput, Person, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "{input}."),
     QT_TRANSLATE_NOOP("diagnosis", "Make room there, or set the environment variable TMPDIR to a "
                                    "folder that can be written; nothing was sent.")},
    {{"line-too-long", CauseClass::LineTooLong, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The message has a line that is longer than the 998 octets "
                                    "allowed."),
     QT_TRANSLATE_NOOP("diagnosis", "Break the long line, or let the mail program encode the "
                                    "message (quoted-printable or base64).")},
    {{"needs-8bitmime", CauseClass::MessageMalformed, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The message has 8-bit text, and the server takes only 7-bit "
                                    "messages."),
     QT_TRANSLATE_NOOP("diagnosis", "Have the message encoded (quoted-printable or base64), or use "
                                    "a server with 8BITMIME.")},
    {{"needs-smtputf8", CauseClass::SmtpUtf8Unsupported, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "An address or header has letters outside ASCII, and the server "
                       "cannot carry them (no SMTPUTF8)."),
     QT_TRANSLATE_NOOP("diagnosis", "Use an address with plain letters before the @, or a server "
                                    "with SMTPUTF8.")},
    {{"signature-would-break", CauseClass::RefusedHere, Mail, AfterChange, Exit::BadData},
     {about(Signature), {TakeSignatureOff}},
     QT_TRANSLATE_NOOP("diagnosis", "The message is signed or encrypted, and would have to be "
                                    "re-encoded, which would break the signature."),
     QT_TRANSLATE_NOOP("diagnosis", "Send it without the signature, sign it again in a form that "
                                    "every server takes (7-bit, lines of at most 998 octets), or "
                                    "use a server with 8BITMIME. Nothing was sent.")},
    {{"sending-limit-reached", CauseClass::DailyLimit, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "This account or computer has sent as much as the server allows "
                       "for now."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait, up to a day, and send less at a time; the settings are "
                                    "right.")},
    {{"sender-authentication-failed", CauseClass::DkimDmarcFail, Mail, AfterChange,
      Exit::BadAddress},
     {about(From), {ChangeFrom}},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The message does not prove that it comes from the sender's domain (DKIM, DMARC or SPF)."),
     QT_TRANSLATE_NOOP("diagnosis", "Send through the server that the domain's owner names for it, "
                                    "and use that account's own address as From.")},
    {{"sending-too-fast", CauseClass::RateLimited, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "This account or computer sends faster than the server allows."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Wait some minutes, then send less at a time; the settings are right.")},
    {{"too-many-connections", CauseClass::TooManyConnections, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "Too many connections to this server are open at the same time."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Try again in some minutes, and close other mail programs that use the same account.")},
    {{"spf-failed", CauseClass::SpfFail, Mail, AfterChange, Exit::BadAddress},
     {about(From), {ChangeFrom}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The sender's domain does not allow its mail to be sent this way (SPF)."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Send through the server that the domain's owner names for it, or ask the "
                       "owner to add this one to the SPF record; else use another From.")},
    {{"sender-not-verified", CauseClass::SenderUnverified, Mail, AfterChange, Exit::BadAddress},
     {about(From), {ChangeFrom}},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The provider has not confirmed yet that this sender address or its domain is yours."),
     QT_TRANSLATE_NOOP("diagnosis", "Confirm the address or domain on the provider's site, or use "
                                    "one as From that is confirmed there.")},
    {{"sender-malformed", CauseClass::CommandSyntax, Mail, AfterChange, Exit::BadAddress},
     {about(From), {ChangeFrom}},
     QT_TRANSLATE_NOOP("diagnosis", "The server cannot read the sender address."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the From address for stray spaces, quotes or letters.")},
    {{"relaying-without-login", CauseClass::RelayDenied, Person, AfterChange, Exit::BadAddress},
     {about(Login, Method, Port), {ChangeLogin}},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The server does not pass mail on to {recipient} for a computer that has not logged in."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose a method of SMTP-AUTH and set ID and password; port "
                                    "587 or 465 is usual for that.")},
    {{"mail-loop", CauseClass::MailLoop, Recipient, AfterChange, Exit::BadAddress},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The message goes round in circles: it has passed too many "
                                    "servers, or the same one twice."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Look for a forwarding that leads back, and ask the operator of the mailbox to end it.")},
    {{"line-refused", CauseClass::LineTooLong, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server says that a line of the message is too long."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Break the long line, or have the message encoded (quoted-printable or base64).")},
    {{"no-reverse-name", CauseClass::NoPtr, Server, AfterChange, Exit::Unavailable},
     {about(Host, Login), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis", "The server refuses this computer's network address because no "
                                    "host name belongs to it (reverse DNS)."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Send through your own provider's server with a login; for a mail server of "
                       "your own, have reverse DNS set by whoever gave you the address.")},
    {{"server-fault", CauseClass::LocalServerError, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server reports a fault of its own, at this step: {step}."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Try again later; if this keeps happening, show the server's words to its operator.")},
    {{"command-refused", CauseClass::CommandSyntax, Server, AfterChange, Exit::BadProtocol},
     {},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The server did not understand a command, or not at that time, at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "Nothing that you entered needs to be wrong. See the server's "
                                    "own words, and show the conversation to its operator.")},
    {{"recipient-not-taken", CauseClass::Unknown, Recipient, AfterChange, Exit::BadAddress},
     {},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The server refused {recipient} for a reason that Proserpina does not know: {said}."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Ask the recipient, by another way, or the server's operator what these words mean.")},
    {{"sender-not-yours", CauseClass::SenderNotAllowed, Mail, AfterChange, Exit::BadAddress},
     {about(From, Login), {ChangeFrom, ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The account that logged in may not send with this sender "
                                    "address."),
     QT_TRANSLATE_NOOP("diagnosis", "Use the account's own address as From, or log in with the "
                                    "account to which the address belongs.")},
    {{"login-needed", CauseClass::LoginNeeded, Person, AfterChange, Exit::BadAddress},
     {about(Login, Method, Port), {ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The server takes this mail only after a login, and there was "
                                    "none."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose a method of SMTP-AUTH and set ID and password; port 587 "
                       "or 465 is usual for that.")},
    {{"login-forgotten", CauseClass::LoginNeeded, Person, AfterChange, Exit::BadAddress},
     {about(Login, Method), {ChangeLogin, TryNextMethod}},
     QT_TRANSLATE_NOOP(
         "diagnosis", "The server asks for a login, although it has taken one in this connection."),
     QT_TRANSLATE_NOOP("diagnosis", "Check that ID and password belong to this server, or try "
                                    "another method; else ask the provider.")},
    {{"sender-domain-unknown", CauseClass::SenderDomainBad, Mail, AfterChange, Exit::BadAddress},
     {about(From), {ChangeFrom}},
     QT_TRANSLATE_NOOP("diagnosis", "The server cannot find the domain of the sender address."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the spelling of the From address after the @.")},
    {{"out-of-step-without-login", CauseClass::CommandSyntax, Server, AfterChange,
      Exit::BadProtocol},
     {about(Method), {ChangeMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "The server expected another command at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; often it wants a login first, so "
                                    "check the method.")},
    {{"relaying-denied", CauseClass::RelayDenied, Mail, AfterChange, Exit::BadAddress},
     {about(From, Host), {ChangeFrom, ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not pass mail on to {recipient} for this "
                                    "sender."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Use the account's own address as From; check that this is your "
                       "provider's server for sending.")},
    {{"mailbox-full", CauseClass::MailboxFull, Recipient, Later, Exit::BadAddress},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The mailbox of {recipient} is full."),
     QT_TRANSLATE_NOOP("diagnosis", "Tell the recipient by another way, and send again when there "
                                    "is room.")},
    {{"mailbox-disabled", CauseClass::RecipientDisabled, Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The mailbox of {recipient} takes no mail: it is switched "
                                    "off."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the recipient for another address.")},
    {{"recipient-moved", CauseClass::RecipientDisabled, Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "There is no mailbox for {recipient} here any more."),
     QT_TRANSLATE_NOOP("diagnosis", "Use the new address, if the server's own words name one.")},
    {{"recipient-domain-unknown", CauseClass::RecipientDomainBad, Recipient, AfterChange,
      Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server finds no way to the domain of {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the spelling of the address after the @.")},
    {{"recipient-unknown", CauseClass::RecipientUnknown, Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not know {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the spelling of the address before the @, or ask the "
                                    "recipient for it.")},
    {{"recipient-malformed", CauseClass::CommandSyntax, Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server cannot read the address {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the address for stray spaces, quotes or letters.")},
    {{"too-many-recipients", CauseClass::TooManyRecipients, Mail, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis", "The server takes no more recipients for one message."),
     QT_TRANSLATE_NOOP("diagnosis", "Send the message to the others separately.")},
    {{"greylisted", CauseClass::Greylisted, Recipient, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server puts {recipient} off for now, as many do with a "
                                    "sender they do not know yet."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in a quarter of an hour; the settings are probably "
                                    "right.")},
    {{"server-full", CauseClass::DiskFull, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server has no room for messages just now."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again later; if this keeps happening, tell the server's operator.")},
    {{"message-has-virus", CauseClass::Virus, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server found a virus in the message, or believes so."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the attachments with a virus scanner; leave out programs "
                       "and locked archives.")},
    {{"attachment-refused", CauseClass::ContentPolicy, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take a message with such an attachment."),
     QT_TRANSLATE_NOOP("diagnosis", "Leave out programs, scripts and locked archives; put the file "
                                    "somewhere and send the link.")},
    {{"message-rejected-as-spam", CauseClass::ContentSpam, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server took the message for spam."),
     QT_TRANSLATE_NOOP("diagnosis", "Change subject and text, leave out links, and use the "
                                    "account's own address as From.")},
    {{"message-malformed", CauseClass::MessageMalformed, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server finds the form of the message wrong."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; a message file may lack a header "
                                    "such as From or Date.")},
    {{"line-ends-refused", CauseClass::BareLfRejected, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server finds a line end in the message that is not CR LF."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Save the message file with uniform line ends and send it again; "
                       "in a text that you typed this cannot happen.")},
    {{"parameter-refused", CauseClass::CommandSyntax, Server, AfterChange, Exit::BadProtocol},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server says that it does not know a parameter of the "
                                    "command, at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words, which name it, and tell its "
                                    "operator.")},
    {{"message-too-large", CauseClass::MessageTooLarge, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The message is too large for the server (its limit: "
                                    "{limit})."),
     QT_TRANSLATE_NOOP("diagnosis", "Send smaller attachments, split them over several mails, or "
                                    "put them somewhere and send the link.")},
    {{"message-refused", CauseClass::Unknown, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The server refused the message for a reason that Proserpina does not know: {said}."),
     QT_TRANSLATE_NOOP(
         "diagnosis", "Ask the server's operator what these words mean before you send it again.")},
    {{"sender-refused", CauseClass::Unknown, Mail, AfterChange, Exit::BadAddress},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server refused to go on after the sender was named, for a "
                                    "reason that Proserpina does not know: {said}."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the server's operator what these words mean.")},
    {{"policy-refused", CauseClass::ContentPolicy, Mail, AfterChange, Exit::BadData},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server's rules do not allow this message: {said}."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the server's operator which rule it is; often it is about "
                                    "the kind of attachment or a word in the text.")},
    {{"recipient-refused", CauseClass::RecipientRefused, Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients), {ChangeRecipients}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The mailbox of {recipient} does not take this mail: it is closed to you."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Ask the recipient for it by another way, or for another address.")},
};

} // namespace

std::span<const CauseRow> mailCauses()
{
    return rows;
}

} // namespace diagnosis
