// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"

using namespace Qt::StringLiterals;
using core::Failure;
using core::Stage;

namespace
{

QList<CauseCase> ownCases()
{
    return {
        {"B70 a line break in an address", "bad-input",
         failedAt(Stage::Mail, Failure::BadInput, u"The address has a line break."_s)},
        {"a file that cannot be read", "message-unreadable",
         failedAt(Stage::Body, Failure::BodyUnreadable, u"Permission denied"_s)},
        {"a full temporary folder", "temporary-folder-unusable",
         failedAt(Stage::Message, Failure::TemporaryFolderUnusable,
                  u"The temporary folder /tmp cannot be used: No space left on device"_s)},
        {"B83 a line over 998", "line-too-long",
         failedAt(Stage::Mail, Failure::LineTooLong, u"1200"_s)},
        {"a signed message that would have to be re-encoded", "signature-would-break",
         failedAt(Stage::Message, Failure::SignatureWouldBreak)},
        {"B84 8-bit text without 8BITMIME", "needs-8bitmime",
         failedAt(Stage::Mail, Failure::NeedsEightBit)},
        {"B85 a Japanese local part without SMTPUTF8", "needs-smtputf8",
         failedAt(Stage::Mail, Failure::NeedsSmtpUtf8)},
        {"B80 larger than SIZE", "message-too-large",
         failedAt(Stage::Mail, Failure::MessageTooLarge)},
    };
}

QList<CauseCase> senderCases()
{
    return {
        {"530 at MAIL", "login-needed", saidAt(Stage::Mail, {"530 5.7.0 Authentication Required"})},
        {"530 at RCPT", "login-needed", saidAt(Stage::Rcpt, {"530 5.7.1 Authentication required"})},
        {"Exchange's 5.7.57", "login-needed",
         saidAt(Stage::Mail, {"530 5.7.57 Client not authenticated"})},
        {"550 5.7.1 at RCPT gives no reason", "recipient-not-taken",
         saidAt(Stage::Rcpt, {"550 5.7.1 no"})},
        {"Postfix without a login", "relaying-without-login",
         saidAt(Stage::Rcpt, {"554 5.7.1 <x@example.com>: Relay access denied"})},
        {"Postfix: a sender not logged in", "login-needed",
         saidAt(Stage::Rcpt,
                {"553 5.7.1 <a@example.org>: Sender address rejected: not logged in"})},
        {"Postfix: a sender of somebody else", "sender-not-yours",
         saidAfterLogin(Stage::Rcpt,
                        {"553 5.7.1 <a@example.org>: Sender address rejected: not owned by "
                         "user taro"})},
        {"553 5.7.1 at MAIL gives no reason", "sender-refused",
         saidAfterLogin(Stage::Mail, {"553 5.7.1 no"})},
        {"Exchange's 5.7.60", "sender-not-yours",
         saidAfterLogin(Stage::Body,
                        {"550 5.7.60 SMTP; Client does not have permissions to send as this "
                         "sender"})},
        {"Exchange's SendAsDenied", "sender-not-yours",
         saidAfterLogin(Stage::Body,
                        {"554 5.2.252 SendAsDenied; taro@example.org not allowed to send as x"})},
        {"a sender domain that does not exist", "sender-domain-unknown",
         saidAfterLogin(Stage::Mail,
                        {"553 5.1.8 Domain of sender address a@example.invalid does not exist"})},
        {"Postfix's temporary form of it", "sender-domain-unknown",
         saidAfterLogin(Stage::Rcpt,
                        {"450 4.1.8 <a@x>: Sender address rejected: Domain not found"})},
        {"550 at MAIL", "sender-refused", saidAfterLogin(Stage::Mail, {"550 no"})},
        {"501 at MAIL", "sender-malformed",
         saidAfterLogin(Stage::Mail, {"501 5.1.7 bad sender syntax"})},
        {"550 5.7.1 at MAIL after a login", "sender-refused",
         saidAfterLogin(Stage::Mail, {"550 5.7.1 no"})},
        {"451 at MAIL", "server-fault", saidAfterLogin(Stage::Mail, {"451 4.3.0 local error"})},
        {"530 after a login", "login-forgotten",
         saidAfterLogin(Stage::Mail, {"530 5.7.0 Authentication required"})},
        {"a registered sender only", "sender-not-verified",
         saidAfterLogin(Stage::Mail, {"554 Message rejected: Email address is not verified."})},
        {"a client that is not encrypted", "encryption-needed",
         saidAt(Stage::Mail, {"530 5.7.0 Must issue a STARTTLS command first"})},
        {"POP before SMTP, and another method was chosen", "pop-login-needed-first",
         saidAt(Stage::Mail, {"554 sorry, you must get POP/APOP authorization."})},
        {"no reverse DNS", "no-reverse-name",
         saidAfterLogin(Stage::Mail, {"550 5.7.25 Reverse DNS validation failed."})},
        {"a closed mailing list", "recipient-refused",
         saidAfterLogin(Stage::Rcpt, {"550 5.7.1 RESOLVER.RST.AuthRequired; authentication "
                                      "required for this recipient"})},
        {"a policy", "policy-refused",
         saidAfterLogin(Stage::Body, {"554 5.7.7 Email policy violation detected"})},
        {"a loop", "mail-loop",
         saidAfterLogin(Stage::Body, {"554 5.4.6 Too many hops 27 (25 max)"})},
        {"a reason that nobody knows", "server-refused", saidAfterLogin(Stage::Quit, {"550 no"})},
        {"and one for now", "server-temporary", saidAfterLogin(Stage::Mail, {"450 later"})},
        {"503 at MAIL", "out-of-step",
         saidAfterLogin(Stage::Mail, {"503 5.5.1 nested MAIL command"})},
        {"B78 503 at DATA", "out-of-step",
         saidAfterLogin(Stage::Data, {"503 5.5.1 need RCPT command"})},
        {"503 at MAIL where nobody has logged in", "out-of-step-without-login",
         saidAt(Stage::Mail, {"503 5.5.1 bad sequence of commands"})},
        {"Google's daily limit", "sending-limit-reached",
         saidAfterLogin(Stage::Body, {"550 5.4.5 Daily user sending limit exceeded"})},
        {"a rate limit", "sending-too-fast",
         saidAfterLogin(Stage::Mail, {"450 4.7.1 rate limit exceeded"})},
        {"DMARC", "sender-authentication-failed",
         saidAfterLogin(Stage::Body,
                        {"550 5.7.26 Unauthenticated email from example.org is not accepted"})},
        {"SPF", "spf-failed", saidAfterLogin(Stage::Rcpt, {"550 5.7.1 SPF check failed"})},
    };
}

QList<CauseCase> recipientCases()
{
    return {
        {"5.1.1", "recipient-unknown",
         saidAfterLogin(Stage::Rcpt, {"550 5.1.1 <x>: User unknown"})},
        {"550 with words only", "recipient-unknown",
         saidAfterLogin(Stage::Rcpt, {"550 Requested action not taken: mailbox unavailable"})},
        {"Exchange's 5.1.10", "recipient-unknown",
         saidAfterLogin(Stage::Rcpt, {"550 5.1.10 RecipientNotFound"})},
        {"a domain without a way", "recipient-domain-unknown",
         saidAfterLogin(Stage::Rcpt, {"550 5.1.2 bad destination system"})},
        {"an address that cannot be read", "recipient-malformed",
         saidAfterLogin(Stage::Rcpt, {"501 5.1.3 Bad recipient address syntax"})},
        {"551", "recipient-moved",
         saidAfterLogin(Stage::Rcpt, {"551 User not local; please try <b@c.example>"})},
        {"550 without words", "recipient-not-taken", saidAfterLogin(Stage::Rcpt, {"550 no"})},
        {"relaying after a login", "relaying-denied",
         saidAfterLogin(Stage::Rcpt, {"554 5.7.1 Relay access denied"})},
        {"B104 relaying in words only", "relaying-denied",
         saidAfterLogin(Stage::Rcpt, {"550 relaying denied"})},
        {"another 5.7 at RCPT", "recipient-not-taken",
         saidAfterLogin(Stage::Rcpt, {"550 5.7.0 against our rules"})},
        {"5.2.2", "mailbox-full", saidAfterLogin(Stage::Rcpt, {"552 5.2.2 Over quota"})},
        {"4.2.2", "mailbox-full", saidAfterLogin(Stage::Rcpt, {"452 4.2.2 mailbox full"})},
        {"B79 552 5.2.2 after the dot", "mailbox-full",
         saidAfterLogin(Stage::Body, {"552 5.2.2 Quota exceeded"})},
        {"5.2.1", "mailbox-disabled",
         saidAfterLogin(Stage::Rcpt, {"550 5.2.1 The account is disabled"})},
        {"B86 450", "greylisted",
         saidAfterLogin(Stage::Rcpt, {"450 4.2.0 Greylisted, see http://x"})},
        {"B86 451", "greylisted",
         saidAfterLogin(Stage::Rcpt, {"451 4.7.1 Please try again later"})},
        {"451 of a server in trouble", "server-fault",
         saidAfterLogin(Stage::Rcpt, {"451 4.3.0 Temporary lookup failure"})},
        {"421 at RCPT", "server-busy", saidAfterLogin(Stage::Rcpt, {"421 4.3.2 closing"})},
        {"B74 452", "too-many-recipients",
         saidAfterLogin(Stage::Rcpt, {"452 4.5.3 Too many recipients"})},
        {"452 at MAIL", "server-full",
         saidAfterLogin(Stage::Mail, {"452 4.3.1 Insufficient system storage"})},
    };
}

QList<CauseCase> messageCases()
{
    return {
        {"B79 552 after the dot", "message-too-large",
         saidAfterLogin(Stage::Body, {"552 too big"})},
        {"552 5.3.4 at MAIL", "message-too-large",
         saidAfterLogin(Stage::Mail, {"552 5.3.4 Message size exceeds fixed limit"})},
        {"Google's blocked attachment", "attachment-refused",
         saidAfterLogin(Stage::Body,
                        {"552-5.7.0 This message was blocked because its content presents a "
                         "potential security issue."})},
        {"a virus", "message-has-virus", saidAfterLogin(Stage::Body, {"550 5.7.1 Virus found"})},
        {"5.7.1 after the dot gives no reason", "message-refused",
         saidAfterLogin(Stage::Body, {"554 5.7.1 rejected"})},
        {"spam in words only", "message-rejected-as-spam",
         saidAfterLogin(Stage::Body, {"554 looks like spam"})},
        {"a line end that is none", "line-ends-refused",
         saidAfterLogin(Stage::Body, {"552 5.6.0 message contains bare CR"})},
        {"not compliant, with a code that says policy", "message-malformed",
         saidAfterLogin(Stage::Body,
                        {"550 5.7.1 Messages that are not RFC 5322 compliant are refused"})},
        {"555 that stays", "parameter-refused", saidAfterLogin(Stage::Mail, {"555 5.5.4 what"})},
        {"5.6.0", "message-malformed", saidAfterLogin(Stage::Body, {"550 5.6.0 no From header"})},
        {"B79 554 after the dot", "message-refused",
         saidAfterLogin(Stage::Body, {"554 transaction failed"})},
        {"B78 503 at DATA", "out-of-step",
         saidAfterLogin(Stage::Data, {"503 5.5.1 Bad sequence of commands"})},
        {"502 at DATA", "command-refused",
         saidAfterLogin(Stage::Data, {"502 5.5.2 Command not recognized"})},
        {"B78 554 at DATA", "message-refused",
         saidAfterLogin(Stage::Data, {"554 Transaction failed"})},
        {"B33 an enhanced code of another class counts for nothing", "message-refused",
         saidAfterLogin(Stage::Body, {"554 2.7.1 contradiction"})},
        {"the server finds a line too long", "line-refused",
         saidAfterLogin(Stage::Body, {"500 5.5.2 Error: line too long"})},
        {"451 after the dot", "server-fault",
         saidAfterLogin(Stage::Body, {"451 4.3.0 queue file write error"})},
        {"greylisted after the dot", "greylisted",
         saidAfterLogin(Stage::Body, {"451 4.7.1 Greylisting in action"})},
    };
}

} // namespace

QList<CauseCase> mailCases()
{
    return ownCases() + senderCases() + recipientCases() + messageCases();
}
