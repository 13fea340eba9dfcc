// SPDX-License-Identifier: GPL-3.0-or-later
// The table's part on the envelope and the message: sender, recipients, contents, and what we
// refuse ourselves.
#include "diagnosis/causerow.h"

namespace diagnosis
{

namespace
{

using core::Failure;
using core::Stage;

/// 4.3.x and 4.4.x are the server's own troubles and its network's, not a doubt about the sender.
bool isNoFaultOfTheServer(const Case &c)
{
    const std::optional<core::EnhancedCode> &enhanced = c.facts.reply->enhanced;
    return !enhanced || (enhanced->subject != 3 && enhanced->subject != 4);
}

constexpr CauseRow rows[] = {
    {"bad-input",
     {failed(Failure::BadInput)},
     QT_TRANSLATE_NOOP("diagnosis", "{input}."),
     QT_TRANSLATE_NOOP("diagnosis", "Correct it and try again; nothing was sent.")},
    {"message-unreadable",
     {failed(Failure::BodyUnreadable)},
     QT_TRANSLATE_NOOP("diagnosis", "The message could not be put together{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check that the file and its attachments are there and readable; the "
                       "message was not sent.")},
    {"line-too-long",
     {failed(Failure::LineTooLong),
      said5().at(Stage::Data, Stage::Body).saying("line too long|line length|lines too long")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The message has a line that is longer than the 998 octets allowed."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Break the long line, or let the mail program encode the message "
                       "(quoted-printable or base64).")},
    {"needs-8bitmime",
     {failed(Failure::NeedsEightBit), said5().enhanced(6, 3)},
     QT_TRANSLATE_NOOP("diagnosis", "The message has 8-bit text, and the server takes only 7-bit "
                                    "messages."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Have the message encoded (quoted-printable or base64), or use a "
                       "server with 8BITMIME.")},
    {"needs-smtputf8",
     {failed(Failure::NeedsSmtpUtf8), said5().enhanced(6, 7), said5().enhanced(6, 9)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "An address or header has letters outside ASCII, and the server "
                       "cannot carry them (no SMTPUTF8)."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Use an address with plain letters before the @, or a server with "
                       "SMTPUTF8.")},
    {"signature-would-break",
     {failed(Failure::SignatureWouldBreak)},
     QT_TRANSLATE_NOOP("diagnosis", "The message is signed or encrypted, and would have to be "
                                    "re-encoded, which would break the signature."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Send it without the signature, sign it again in a form that every server "
                       "takes (7-bit, lines of at most 998 octets), or use a server with 8BITMIME. "
                       "Nothing was sent.")},
    {"sending-limit-reached",
     {said5().enhanced(4, 5),
      saidNo().saying("sending limit|sending quota|rate limit|ratelimit|too many messages|"
                      "daily limit|hourly limit|messages per")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "This account or computer has sent as much as the server allows for "
                       "now."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait, up to a day, and send less at a time; the settings are "
                                    "right.")},
    {"sender-authentication-failed",
     {saidNo().enhanced(7, 26), saidNo().enhanced(7, 23), saidNo().enhanced(7, 25),
      saidNo().enhanced(7, 20), saidNo().saying("dmarc|dkim|spf |(spf)|sender policy framework")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The sender's domain does not vouch for mail that comes this way (SPF, "
                       "DKIM or DMARC)."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Send through the server that the domain's owner names for it, and use "
                       "that account's own address as From.")},
    {"sender-not-yours",
     {said5().enhanced(7, 60), said(553).enhanced(7, 1).at(Stage::Mail, Stage::Rcpt).afterLogin(),
      said5().saying("not owned by|sendasdenied|send as this sender|not allowed to send as|"
                     "not allowed to use this sender|sender address is not yours")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The account that logged in may not send with this sender address."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Use the account's own address as From, or log in with the account to "
                       "which the address belongs.")},
    {"login-needed",
     {said(530),
      saidNo().saying("not logged in|authentication required|authentication is required|"
                      "must authenticate|authenticate first|auth first|not authenticated"),
      said5().enhanced(7, 1).at(Stage::Mail, Stage::Rcpt).withoutLogin(), said5().enhanced(7, 57),
      said5().at(Stage::Mail, Stage::Rcpt).withoutLogin().saying("relay")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server takes this mail only after a login, and there was none."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose a method of SMTP-AUTH and set ID and password; port 587 or 465 "
                       "is usual for that.")},
    {"sender-domain-unknown",
     {saidNo().at(Stage::Mail, Stage::Rcpt).enhanced(1, 8),
      saidNo()
          .at(Stage::Mail, Stage::Rcpt)
          .saying("sender address rejected: domain not found|"
                  "domain of sender")},
     QT_TRANSLATE_NOOP("diagnosis", "The server cannot find the domain of the sender address."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the spelling of the From address behind the @.")},
    {"out-of-step",
     {said(503).at(Stage::Mail, Stage::Rcpt, Stage::Data)},
     QT_TRANSLATE_NOOP("diagnosis", "The server expected another command at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "See the server's own words; often it wants a login first, so check "
                       "the method.")},
    {"relaying-denied",
     {said5().at(Stage::Mail, Stage::Rcpt, Stage::Data).saying("relay"),
      said5().at(Stage::Rcpt).enhanced(7, 1)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server does not pass mail on to {recipient} for this sender."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Use the account's own address as From; check that this is your "
                       "provider's server for sending.")},
    {"mailbox-full",
     {saidNo().enhanced(2, 2), said(552).at(Stage::Rcpt),
      saidNo()
          .at(Stage::Rcpt, Stage::Body)
          .saying("quota|mailbox full|mailbox is full|inbox is full")},
     QT_TRANSLATE_NOOP("diagnosis", "The mailbox of {recipient} is full."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Tell the recipient by another way, and send again when there is "
                       "room.")},
    {"mailbox-disabled",
     {saidNo().at(Stage::Rcpt, Stage::Body).enhanced(2, 1)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The mailbox of {recipient} takes no mail: it is switched off."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the recipient for another address.")},
    {"recipient-moved",
     {said(551).at(Stage::Rcpt), said5().at(Stage::Rcpt).enhanced(1, 6)},
     QT_TRANSLATE_NOOP("diagnosis", "There is no mailbox for {recipient} here any more."),
     QT_TRANSLATE_NOOP("diagnosis", "Use the new address, if the server's own words name one.")},
    {"recipient-domain-unknown",
     {saidNo().at(Stage::Rcpt).enhanced(1, 2),
      saidNo()
          .at(Stage::Rcpt)
          .saying("recipient address rejected: domain not found|"
                  "host unknown|unrouteable|unroutable")},
     QT_TRANSLATE_NOOP("diagnosis", "The server finds no way to the domain of {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the spelling of the address behind the @.")},
    {"recipient-unknown",
     {said5().at(Stage::Rcpt, Stage::Body).enhanced(1, 1), said5().at(Stage::Rcpt).enhanced(1, 10),
      said5()
          .at(Stage::Rcpt)
          .saying("user unknown|unknown user|no such user|does not exist|"
                  "unknown recipient|recipient not found|no mailbox|"
                  "mailbox unavailable|mailbox not found")},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not know {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the spelling of the address before the @, or ask the recipient "
                       "for it.")},
    {"recipient-malformed",
     {said5().at(Stage::Rcpt).enhanced(1, 3), said(501, 553).at(Stage::Rcpt)},
     QT_TRANSLATE_NOOP("diagnosis", "The server cannot read the address {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the address for stray spaces, quotes or letters.")},
    {"too-many-recipients",
     {said(452).at(Stage::Rcpt), saidNo().enhanced(5, 3),
      saidNo().at(Stage::Rcpt).saying("too many recipients")},
     QT_TRANSLATE_NOOP("diagnosis", "The server takes no more recipients for one message."),
     QT_TRANSLATE_NOOP("diagnosis", "Send the message to the others separately.")},
    {"greylisted",
     {said(450, 451).at(Stage::Rcpt).where(isNoFaultOfTheServer),
      said4().saying("greylist|graylist|grey-list|gray-list")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server puts {recipient} off for now, as many do with a sender they "
                       "do not know yet."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in a quarter of an hour; the settings are probably "
                                    "right.")},
    {"server-full",
     {saidNo().enhanced(3, 1), said(452).at(Stage::Mail, Stage::Data, Stage::Body)},
     QT_TRANSLATE_NOOP("diagnosis", "The server has no room for messages just now."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again later; if it stays so, tell the server's operator.")},
    {"message-has-virus",
     {said5().at(Stage::Data, Stage::Body).saying("virus|malware|infected")},
     QT_TRANSLATE_NOOP("diagnosis", "The server found a virus in the message, or believes so."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the attachments with a virus scanner; leave out programs and "
                       "locked archives.")},
    {"attachment-refused",
     {said5()
          .at(Stage::Data, Stage::Body)
          .saying("attachment|potential security issue|"
                  "blocked because its content")},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take a message with such an attachment."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Leave out programs, scripts and locked archives; put the file somewhere "
                       "and send the link.")},
    {"message-rejected-as-spam",
     {said5().at(Stage::Data, Stage::Body).enhanced(7),
      said5().at(Stage::Data, Stage::Body).saying("spam|unsolicited|junk")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server took the message for spam, or its rules forbid it."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Change subject and text, leave out links, and use the account's own "
                       "address as From.")},
    {"message-malformed",
     {said5().at(Stage::Data, Stage::Body).enhanced(6)},
     QT_TRANSLATE_NOOP("diagnosis", "The server finds the form of the message wrong."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "See the server's own words; a message file may lack a header such as "
                       "From or Date.")},
    {"message-too-large",
     {failed(Failure::MessageTooLarge), saidNo().enhanced(3, 4), saidNo().enhanced(2, 3),
      said(552).at(Stage::Mail, Stage::Data, Stage::Body),
      said5().saying("message size exceeds|message too large|message too big|size limit|"
                     "message exceeds")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The message is too large for the server (its limit: {limit})."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Send smaller attachments, split them over several mails, or put them "
                       "somewhere and send the link.")},
    {"message-refused",
     {said5().at(Stage::Data, Stage::Body)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server refused the message itself; sender and recipients had been "
                       "accepted."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "See the server's own words; change the message before you send it "
                       "again.")},
    {"sender-refused",
     {said5().at(Stage::Mail)},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take mail from this sender address."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the From address; most servers want the address that belongs to "
                       "the ID.")},
    {"policy-refused",
     {said5().enhanced(7)},
     QT_TRANSLATE_NOOP("diagnosis", "The server's rules do not allow this, at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "See the server's own words; check sender and recipients, or ask the "
                       "server's operator.")},
    {"recipient-refused",
     {said5().at(Stage::Rcpt)},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take mail for {recipient}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the address; see the server's own words for its reason.")},
};

} // namespace

std::span<const CauseRow> mailCauses()
{
    return rows;
}

} // namespace diagnosis
