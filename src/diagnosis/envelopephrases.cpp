// SPDX-License-Identifier: GPL-3.0-or-later
// How servers speak of senders and recipients.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

bool notAtRecipients(core::Stage stage)
{
    return stage != core::Stage::Rcpt;
}

constexpr Phrase senderNotAllowed[] = {
    {"(null|blank|empty) sender"},
    {"(no|not accept|not accepted) bounce", Likely},
    {"(sender|from|sender address|envelope sender) .. (rejected|denied|refused) $", Likely,
     "recipient"},
    {"from account local account", Named},
    {"domain .. not allowed .. header from"},
    {"local user only"},
    {"authentication for specified", Named},
    {"sender address rejected user unknown", Named},
    {"@address permission denied", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Mail; }},
    {"not authorized .. perform .. send*", Named},
    {"(from|sender) ... not conform ... auth*", Named},
    {"from non local", Named},
    {"wm blu", Named},
    {"must match ... (authenticated|login)", Named},
    {"(sender|from) ... must ... (address|domain|mailbox) ... (account|login|user)", Clear,
     "verif*"},
    {"(not use|may not use) ... (address|domain) ... (sender|from)", Clear, "verif*"},
    {"send* as (another|other|different)"},
    {"(from|sender) ... must match ... (authenticated|login|user|account)", Named},
    {"from sender name not valid", Named}, // Postal
    {"(address|sender) ... not owned"},
    {"(only|must) ... send ... own (address|mail address|account|domain)", Named},
    {"sender address rejected ... (not owned|not belong|not allowed)", Named},
    {"not owned by (user|@address|auth)", Named},
    {"(not|cannot|no) ... "
     "(allowed|permitted|authorized|authorised|permission|permissions|right|allowed) ... "
     "(send|sending|use|relay|submit) ... (as|from|behalf|with|using) "
     "(@address|sender|address|from|mail from|mailbox|domain|another|other|user|@host)?",
     Clear,
     "spf|dmarc|dkim|ip|@ip|policy record|network|country|verified|not "
     "verified|unverified|host|dynamic"},
    {"(sendasdenied*|mapiexceptionsendasdenied*|sendasdeniedexception*)", Named},
    {"sendas", Named},
    {"(send as) ... (denied|not allowed|permission|right)", Named},
    {"(sender|from|mail from|from address|envelope sender|return path|sender address|envelope "
     "from|from header|header from|mailfrom) ... (not match|must match|mismatch|not same|must "
     "same|different|not equal|not correspond|must equal|does not belong|not belong|must "
     "correspond|identical)",
     Clear, "helo|spf|dkim|ptr|reverse"},
    {"(mail from|from|sender) must (equal|same|match) ... "
     "(authorized|auth|login|user|authenticated)",
     Named},
    {"(sender|from|from address|mail from|sender address|envelope sender|originator|return path) "
     "... (not allowed|not permitted|not authorized|not authorised|not accepted|not "
     "acceptable|disallowed|refused|forbidden|no permission)",
     Clear,
     "missing|spf|dmarc|dkim|ip|@ip|verified|unverified|country|relay*|not login|domain not "
     "found|host|authenticated"},
    {"(sender|from address|mail from|sender address|return path|envelope sender|from) ... "
     "(rejected|denied|invalid|blocked|bad|illegal|unacceptable)",
     Hint,
     "spf|dmarc|dkim|domain not found|not login|verif*|syntax|policy|unverified|not "
     "exist|domain|loop|spam|host|ip|@ip|blocklist|helo|line|ptr|reverse|format|character|access "
     "denied|null"},
    {"not allowed ... (this|envelope|given|different|other) ... (sender|from|address)", Clear,
     "spf|verif*|ip|@ip|recipient"},
    {"(not allowed|cannot|not permitted|not authorized) ... (use|using|specify) ... "
     "(sender|from|address|mail from|domain)",
     Clear, "verif*"},
    {"(sender|from|@address) ... (not) belong ... (user|account|you|login|authenticated)", Named},
    {"(authenticated|login) ... (user|account|as) ... (not|cannot) ... (sender|from|send|address)",
     Likely, "spf|dkim|dmarc|domain"},
    {"(badmailfrom|bad mail from) ...", Clear},
    {"envelope sender ... badmailfrom", Named},
    {"unknown sender (address)?", Likely, "domain"},
    {"relaying disallowed as", Named},
    {"(sender|from) ... must ... (your|own|valid|authorized|registered) ... "
     "(address|account|mailbox|domain)",
     Likely, "verif*"},
    {"(client|user|account) ... not ... permission ... (send|submit) ... (as|behalf)", Named},
    {"must ... (own|your) ... (sender|from|address)", Likely},
    {"(invalid|illegal|bad|wrong|unauthorized) (sender|from|mail from|envelope sender|return "
     "path|sender address|from address)",
     Likely, "syntax|format|character|verif*|domain|spf|dns|host"},
    {"(spoof*|forged|impersonat*) ... (sender|from|address|domain|mail)?", Likely,
     "dmarc|spf|dkim"},
    {"send ... (behalf|on behalf) ... (denied|not allowed|permission|right)?", Clear},
    {"no send as", Clear},
};

constexpr Phrase senderUnverified[] = {
    {"unconfigured sending domain", Named},
    {"(sender|from|mail|mail address|from address|address|identity|identities|domain|sender "
     "identity|@address|@host|sender address|sending domain) ... (not verified|not been "
     "verified|unverified|not yet verified|not validated|not registered|not confirmed|needs "
     "verification|must verified|must verify|not approved|verification required|not added)",
     Clear,
     "tls|ssl|certificate|password|spf|hostname|peer|issuer|ptr|helo|reverse|account not "
     "activated|user unknown|recipient"},
    {"(verify|validate|register|confirm|verified|add) ... (sender|from address|sending "
     "domain|domain|sender identity|identity|sender signature)",
     Likely,
     "require* authentication|relay*|ip "
     "address|certificate|cannot|failed|spf|callout|callback|helo|recipient"},
    {"not verified ... (identity|identities|sender|address|domain|region)", Clear, "certificate"},
    {"failed ... check ... region", Named},
    {"verified sender identity", Named},
    {"sender signature", Named},
    {"not authorized send from (address|mail address)", Clear},
    {"not authorized send from that mail address", Named},
    {"(unverified|unregistered|unconfirmed) (sender|domain|from|address|identity|sending "
     "domain|mail)",
     Clear, "recipient"},
    {"domain ... not (owned|associated|allowed|configured|authorized|found|registered) ... "
     "(account|your|server|user|token)",
     Likely, "recipient|dns|relay*"},
};

constexpr Phrase senderDomainBad[] = {
    {"mx record ... violat*", Clear},
    {"mx without record", Clear},
    {"(illegal|invalid|bad) mx", Clear, "recipient"},
    {"valid sender domain"},
    {"ip address not allowed .. from", Named},
    {"no dns data", Clear, nullptr, [](core::Stage stage) { return stage == core::Stage::Mail; }},
    {"from without .. domain", Likely},
    {"sender verify failed", Named},
    {"domain not configured for mail", Named},
    {"cannot verify address", Likely, "time|now|moment"},
    {"(sender|from) domain ... (cannot|not) (found|resolve*)", Clear, "recipient"},
    {"(verification|verify) failed for @address", Likely},
    {"(invalid|no|bad|missing) ... (mx|dns mx|dns) ... (record|resource record)", Likely,
     "recipient|ptr|reverse|spf", [](core::Stage stage) { return stage == core::Stage::Mail; }},
    {"sender address rejected ... (domain not|unverified|malformed dns|undeliverable|unroutable)",
     Likely, "policy|not login"},
    {"sender address rejected ... domain not (found|exist)", Named},
    {"domain ... sender ... (not exist|not resolve|not found|unresolvable|unknown|no mx|no "
     "valid|cannot)",
     Named},
    {"(sender|from|mail from|sender address|return path|envelope sender|sending|originating) "
     "domain ... (not exist|not resolve|not found|unresolvable|unknown|no mx|not "
     "valid|invalid|cannot resolve|must resolve|no dns|no a record|no "
     "valid|bad|unrouteable|unroutable|unregistered domain|cannot verified)",
     Clear, "dkim|dmarc|spf|blocklist|verified sender"},
    {"(unresolvable|unroutable|unrouteable|unknown|nonexistent|non "
     "existent|invalid|bad|fake|undefined|bogus) (sender|from|originator|return path|envelope "
     "sender) (domain|host|address)?",
     Likely, "syntax|recipient"},
    {"sender verify failed", Clear},
    {"sender verification failed", Clear},
    {"cannot verify sender", Clear},
    {"sender verify fail", Clear},
    {"(could|can|cannot|not) ... (find|resolve|verify) ... (sender|mail "
     "from|your|from|sending|return path) ... (domain|address|mail exchanger|host)",
     Likely, "recipient|helo|ptr|reverse|spf|ip|@ip|hostname"},
    {"(sender|from|mail from|return path|envelope) ... (cannot resolve|not resolve|not "
     "resolvable|unresolvable|does not resolve|domain invalid|dns error|mx|no mx record|mx "
     "record|null mx)",
     Likely, "helo|ptr|reverse|spf|ip|@ip|recipient|hostname|client"},
    {"domain ... @host ... not exist", Likely, "recipient", notAtRecipients},
    {"(must|need) ... (valid|resolvable|fully qualified|existing|fqdn) ... (sender|from|mail "
     "from|envelope from) (domain|address)",
     Likely},
    {"mail from ... (domain|host) ... (not|cannot|no)", Hint},
    {"(sender|from) ... fully qualified", Likely, "helo"},
    {"domain name required ... sender", Named},
    {"sender ... domain ... required", Likely},
    {"callout ... sender", Likely},
    {"callback setup failed while verifying", Named},
    {"postmaster verification failed", Named},
};

constexpr Phrase relayDenied[] = {
    {"invalid credential for relay", Named},
    {"(mail|send|deliver*) .. local (domain|user|recipient|address) only", Clear},
    {"den* relay*"},
    {"not .. permitted .. relay ... (login|auth*|pop)", Likely},
    {"relay*", Hint},
    {"not mail server for", Likely},
    {"delivery not allowed ... address", Likely},
    {"(not gateway|not local host)"},
    {"(relay|relaying|relayed) ... (denied|not permitted|not "
     "allowed|disallowed|prohibited|refused|rejected|forbidden|disabled|blocked|not authorized|not "
     "supported|not enabled|restricted|access denied|no)",
     Clear, "authentication required|disallowed as|sender"},
    {"(denied|not permitted|not allowed|disallowed|prohibited|refused|refuse|cannot|no|not "
     "authorized|not|unauthorized|forbidden|without permission|access denied|illegal|rejected) ... "
     "(relay|relaying|relayed)",
     Clear, "pop|disallowed as"},
    {"(relay|relaying) ... authentic*", Likely},
    {"(not|nor) ... (open relay|local domain|hosted here|in rcpthosts|rcpthosts)", Clear},
    {"domain ... not ... (rcpthosts|allowed recipient|allowed rcpthosts)", Named},
    {
        "(not|no) ... (local|hosted) ... (domain|recipient|address|here) ... (relay|gateway)",
        Likely,
        "user unknown|no such user",
    },
    {"not (accept|deliver|handle|serve|host|receive|gateway) ... (mail|message) for "
     "(domain|host|@host|@address|address|recipient)?",
     Likely, "ipv6"},
    {"cannot deliver mail for", Named},
    {"(not|no) ... (mail exchanger|gateway|mx|mail server) ... (for|domain|reach|host)", Hint},
    {"we not relay", Clear, "pop"},
    {"not relay for", Clear, "pop"},
    {"not relay", Clear, "pop"},
    {"relay ... (not|deny)", Likely},
    {"(unrouteable|unroutable) ... relay", Clear},
    {"tenantattribution", Named},
    {"(relay|relaying) (restriction|attempt|mail|access|message|required)", Likely},
    {"cannot relay", Clear},
    {"unable relay", Clear},
    {"(use|try) ... (your own|isp|provider|own) (smtp|mail|outgoing) server", Likely},
    {"(third party|third-party) (mail|relay)", Likely},
};

constexpr Phrase recipientUnknown[] = {
    {"too many (bad|invalid|unknown|incorrect) (recipient|address|user)", Named, "sender"},
    {"(recipient)? address rejected $", Hint, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Rcpt; }},
    {"not known (user|recipient|address)"},
    {"(addressee|recipient|user) unknown", Clear, "sender|domain|host",
     [](core::Stage stage) {
         return stage != core::Stage::Auth && stage != core::Stage::Mail && !core::isOfPop(stage);
     }},
    {"user ... not have ... account"},
    {"(user|recipient|mailbox|account|address|alias|username|local part|mail account|mail "
     "address|person|@address|addressee|destination|local user|mailaccount) ... (unknown|not "
     "exist|not found|not known|nonexistent|undeliverable|not local|invalid|not valid|not "
     "recognized|not listed|no such|not available|unavailable|no longer available|not present|no "
     "longer exist|not in|incorrect)",
     Likely,
     "address error|request|credential|domain|host|sender|from address|relay*|try "
     "again|later|temporar*|greylist|name "
     "server|syntax|quota|full|space|disabled|inactive|spf|ip|@ip|helo|dns|auth*|login|password|"
     "locked|verify|mx|character|format|rate|starttls|policy",
     [](core::Stage stage) {
         return stage != core::Stage::Auth && stage != core::Stage::Mail && !core::isOfPop(stage);
     }},
    {"(unknown|no such|invalid|nonexistent|non existent|undeliverable|bad|incorrect|not "
     "valid|unknown local|unknown virtual) "
     "(user|recipient|mailbox|account|address|alias|person|local part|destination|local user|mail "
     "account|addressee|address location|username|destination address|destination mailbox|mailbox "
     "address|recipient address|mail address|customer|mail box)",
     Clear,
     "domain|host|sender|relay*|try again|temporar*|greylist|syntax|smtp client|access "
     "denied|certificate|unknown address error",
     [](core::Stage stage) {
         return stage != core::Stage::Auth && stage != core::Stage::Mail && !core::isOfPop(stage);
     }},
    {"(user|recipient|mailbox|account|address) (unknown|not found|not exist)", Clear,
     "domain|host|sender|relay*|name server",
     [](core::Stage stage) {
         return stage != core::Stage::Auth && stage != core::Stage::Mail && !core::isOfPop(stage);
     }},
    {"no (mailbox|user|account|recipient|one|such person|address) ... "
     "(here|name|found|this|listed)",
     Clear, nullptr,
     [](core::Stage stage) {
         return stage != core::Stage::Auth && stage != core::Stage::Mail && !core::isOfPop(stage);
     }},
    {"no mailbox", Likely, "auth*|file|directory|domain|host|command"},

    {"no such", Likely, "auth*|file|directory|domain|host|command"},
    {"(mail account|account|address|user) ... tried reach ... not exist", Named},
    {"not ... valid ... (mailbox|recipient|user|address|account)", Likely,
     "sender|relay|from|domain"},
    {"recipient address rejected ... (unknown|access denied|undeliverable|not exist|no "
     "such|unverified|invalid|not found)",
     Clear,
     "domain not found|greylist|try again|relay*|quota|full|temporar*|spf|policy|rate|limit|later"},
    {"mailbox unavailable", Hint, "sender|quota|busy|access denied|virus"},
    {"(not|no) ... (in|on) ... (directory|database|list) ... (recipient|user)", Likely,
     "dns|blocklist"},
    {"(address|mailbox|recipient) ... (check|verify) ... (spelling|typo)", Likely,
     "domain|after|password"},
    {"invalid recipient", Clear},
    {"(recipient|address) ... (misspelled|mistyped|typo)", Likely},
    {"unknown recipient", Clear},
    {"(recipnotfound|recipientnotfound)", Named},
    {"not our customer", Clear},
    {"not a user here", Clear},
    {"dont know anyone", Clear, "credential"},
    {"doesnt live here", Clear},
    {"(user|recipient|path) .. (no exist|not exist)", Likely, "sender|from|domain"},
    {"(user|account) ... (not|no) ... (registered|subscribed|customer)", Likely, "sender|from"},
    {"does not like recipient", Hint},
};

constexpr Phrase recipientDomainBad[] = {
    {"address reserved by", Clear},
    {"recipient address rejected need fully qualified", Named},
    {"domain .. not reachable"},
    {"(recipient|destination|target) domain ... (not exist|not "
     "found|unknown|invalid|cannot|unable|not resolve|no mx|not valid)",
     Clear},
    {"recipient address rejected ... domain not (found|exist|resolve)", Named},
    {"(not|cannot|unable|could not|werent able) ... (find|resolve|locate|lookup) ... "
     "(recipient|destination|target|remote) ... (domain|host|server|mail exchanger)",
     Clear, "user|mailbox"},
    {"(host|domain) (unknown|not found|not exist|unresolvable|name lookup failed|lookup failed)",
     Likely, "sender|from|client|helo|ptr|reverse|getaddrinfo|enotfound|mail from|ip|@ip|connect*",
     [](core::Stage stage) {
         return stage != core::Stage::Mail && stage != core::Stage::Ehlo &&
                stage != core::Stage::Connect;
     }},
    {"host unknown", Clear, "sender",
     [](core::Stage stage) { return stage != core::Stage::Connect; }},
    {"(unknown|invalid|bad|nonexistent|non existent|unrouteable|unroutable) "
     "(destination|recipient|target|mail) (domain|host|system)",
     Clear},
    {"(unrouteable|unroutable|unroutable) (address|domain|mail|host|recipient)", Likely},
    {"(no|not) ... (mx|mail exchanger|route|mail server|mx record) ... "
     "(domain|recipient|host|for|destination|@host|found)",
     Likely, "sender|from|ip|@ip|helo|ptr|return path|connect|route to host"},
    {"(domain|host) ... (not accept|no longer accept|never accept) ... mail", Clear,
     "ipv6|sender verify|verification failed|callback"},
    {"(null mx|nullmx)", Named, "sender|from"},
    {"recipient ... domain ... (invalid|bad|wrong|misspelled|spelling|typo)", Likely},
    {"all relevant mx record point non existent host", Named},
    {"domain ... (name|part) ... (wrong|misspelled|spelling|invalid)", Hint},
    {"dns ... (nxdomain|not exist|no such domain) ... (recipient|domain)", Likely,
     "sender|from|helo|@ip|getaddrinfo|resolve host",
     [](core::Stage stage) { return stage == core::Stage::Rcpt || stage == core::Stage::Body; }},
    {"name server ... host not found", Clear},
};

constexpr Phrase recipientDisabled[] = {
    {"domain .. (suspended|deactivated|disabled)", Likely, "sender",
     [](core::Stage stage) { return stage == core::Stage::Rcpt; }},
    {"administratively disabled", Clear, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Rcpt; }},
    {"cannot receive (mail|message)", Clear, "ip|@ip"},
    {"(noactivity|no recipient activity)", Named},
    {"log* .. enable receiv*", Clear},
    {"not accept .. (incoming|any) (mail|message)", Likely, "policy|spam|ip|@ip|from"},
    {"account not allowed receive", Named},
    {"inactive (mbox|mailbox|account|user)"},
    {"blocked ... (inactivity|inactive)", Named},
    {"(archived|archivee)", Clear, "message archived"},
    {"(mailbox|account|user|recipient|mail account|address|@address|mail box|inbox) ... "
     "(disabled|inactive|suspended|deactivated|closed|discontinued|not active|not "
     "activated|expired|terminated|no longer active|no longer use|no longer "
     "valid|frozen|locked|blocked|unavailable permanently|cancelled|dormant|not "
     "enabled|deleted|removed|retired)",
     Likely,
     "too many|smtp client|login|auth*|quota|full|space|using "
     "blocklist|blocklist|spam|your|sender|ip|@ip|relay*|password|from",
     [](core::Stage stage) {
         return stage == core::Stage::Rcpt || stage == core::Stage::Body ||
                stage == core::Stage::Data;
     }},
    {"(disabled|inactive|suspended|deactivated|closed|discontinued|locked|terminated|dormant|"
     "expired) (mailbox|account|user|recipient|address)",
     Likely, "login|auth*",
     [](core::Stage stage) {
         return stage == core::Stage::Rcpt || stage == core::Stage::Body ||
                stage == core::Stage::Data;
     }},
    {"(account|mail account) ... tried reach ... (disabled|inactive|suspended)", Named},
    {"(user|recipient|mailbox|person|employee) ... (moved|left|no longer work|no longer with|no "
     "longer here|no longer at|no longer employed)",
     Clear, "message"},
    {"(user|mailbox|address|recipient) ... (moved|changed) ... (@address|new|other)", Clear},
    {"user not local", Named, "relay*"},
    {"address no longer (valid|in use|used|active|accept*)", Clear},
    {"no longer (accept|receive|valid|active|in use)", Likely, "sender|password|basic|auth*|plain"},
    {"mailbox disabled ... not accept*", Named},
    {"account disabled", Hint, nullptr,
     [](core::Stage stage) { return stage != core::Stage::Auth; }},
};

constexpr Phrase recipientRefused[] = {
    {"rejected by destination", Clear},
    {"receiver denied", Clear},
    {"blocked sender", Named, "account"},
    {"not accepting mail from sender", Named},
    {"previously bounced", Likely},
    {"(mail address|domain) .. (blocklist|blocked)", Clear, "ip|@ip|spamhaus|complaint",
     [](core::Stage stage) { return stage == core::Stage::Mail; }},
    {"(user|recipient) (reject|block|deny) list", Named},
    {"(recipient|user|mailbox owner) block* (you|your|sender|address|mail)?", Likely, "block* by"},
    {"(blocked|rejected|refused|denied) by (recipient|user|addressee|mailbox owner)"},
    {"resolver rst ... (notauth*|auth*|not auth*|not authenticated*|sendernot*|sendermust*)",
     Named},
    {"(allow list|allowed list|whitelist|allowed sender)", Likely},
    {"(sender|sender address|@address) ... (blocklist|blocked)", Likely,
     "ip|@ip|host|server|spamhaus|dnsbl|rbl|login|account"},
    {"(envelope blocked|user entry)", Clear},
    {"(recipient|mailbox|user|owner|group|list|addressee) ... (not accept*|not "
     "want|refuse*|reject*|not allow|only accept*|does not accept|blocked|has blocked|declined) "
     "... (mail|message|sender|you|from|external|outside)",
     Clear,
     "spam|ip|@ip|domain not found|spf|relay*|syntax|too large|greylist|virus|full|quota|not "
     "exist"},
    {"(restricted|restrict*) ... (recipient|delivery|sender|mailbox|group|list)", Likely},
    {"(not allowed|not permitted|not authorized|no permission|permission) ... "
     "(send|mail|post|deliver) ... "
     "(recipient|group|list|mailbox|distribution|user|address|here|@address)",
     Likely, "as|from|behalf|relay*|sender|verified"},
    {"badrcptto", Named},
    {"badrcptto list", Named},
    {"(not authorized|authentication required|auth required) ... delivery ... "
     "(recipient|mailbox|group)?",
     Clear},
    {"resolver rst (notauthorized|authrequired|sendermust*)", Named},
    {"rst notauthorized", Named},
    {"rst authrequired", Named},
    {"delivery not authorized", Hint, "compliant|rfc"},
    {"mailing list expansion prohibited", Named},
    {"(sender|you) ... (blocked|rejected|denied|blocklist*) by "
     "(recipient|user|mailbox|addressee|owner|customer)",
     Named},
    {"(recipient|user) ... (filter|rule|whitelist|blocklist|allow list)", Likely, "ip blocked"},
    {"not accept mail over ipv6", Named},
    {"(member|subscriber) ... (only|post)", Clear},
    {"refused by (recipient|user|addressee)", Clear},
    {"(recipient|mailbox|address) ... only ... (internal|local|authenticated|inside)", Clear},
    {"recipient ... (denied|reject|rejected|refused|blocked|not accepted)", Hint,
     "relay*|unknown|domain|access denied|auth*|greylist|syntax|address rejected"},
};

constexpr PhraseTable tables[] = {
    {CauseClass::SenderNotAllowed, senderNotAllowed},
    {CauseClass::SenderUnverified, senderUnverified},
    {CauseClass::SenderDomainBad, senderDomainBad},
    {CauseClass::RelayDenied, relayDenied},
    {CauseClass::RecipientUnknown, recipientUnknown},
    {CauseClass::RecipientDomainBad, recipientDomainBad},
    {CauseClass::RecipientDisabled, recipientDisabled},
    {CauseClass::RecipientRefused, recipientRefused,
     "recipient address rejected|all recipient rejected"},
};

} // namespace

std::span<const PhraseTable> envelopePhrases()
{
    return tables;
}

} // namespace diagnosis
