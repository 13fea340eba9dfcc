// SPDX-License-Identifier: GPL-3.0-or-later
// How servers speak of who sends: the network address, its name, and what the domain's DNS says.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

constexpr Phrase ipBlocklisted[] = {
    {"forbidden by ip"},
    {"bad ip", Clear},
    {"not accept .. connection from (ip|@ip)", Named},
    {"access .. (rejected|denied)", Likely, "too many|relay*",
     [](core::Stage stage) { return stage == core::Stage::Greeting; }},
    {"blocked for abuse"},
    {"(message|mail) from @ip .. deferred", Named},
    {"block* ... activity from ip", Named},
    {"spam list", Likely, "recipient|user"},
    {"(hl ihu|hl ipb|mi spb|wm bli)", Named},
    {"spam (ip|@ip)", Clear},
    {"unwelcome connection"},
    {"blocked using @host"},
    {"^ (you)? blocked $", Hint, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Greeting; }},
    {"network (blocked|banned|listed)"},
    {"intrusion prevention"},
    {"from (ip|ip address|host|network|dial up network|dynamic ip) ... not "
     "(accepted|allowed|permitted)",
     Named, "spf|relay*|hour"},
    {"reputation filter", Named},
    {"(dt rbl|ip rejected)", Named}, // NetEase
    {"not accepted from @ip"},
    {"blocklist", Likely, "sender|recipient|greylist|uribl|surbl|dbl|url|link|by user"},
    {"(ip|@ip) ... filtered", Clear},
    {"(spamhaus|spamcop|sorbs|barracudacentral|barracuda "
     "reputation|psbl|uceprotect|abuseat|cbl|zen|dnsbl|rbl|senderbase|talos|senderscore|cdrbl|csi|"
     "invaluement|mailspike|nixspam|backscatterer|spamrats|proofpoint ... blocked|cloudmark ... "
     "ip|dnswl|rats dyna|njabl|dsbl|ahbl|wpbl|bl)",
     Clear,
     "sender address|greylist|uribl|surbl|dbl|from address|url|link|domain ... listed|recipient "
     "... blocklist|by recipient|by user"},
    {"(%ip|you|your ip|@ip|host|mail server|client host|connection|from) ... "
     "(listed|blocklist|blocked using|blocked by|blocked due|on a block list|on block list|blocked "
     "in|in blocklist|listing)",
     Clear, "domain|@address|sender address|mail address|url|country|recipient|message"},
    {"(ip|@ip|client host|client address|network|sending ip|ip address|source ip|mail server|your "
     "host|connecting ip|sender ip) ... "
     "(blocked|rejected|banned|denied|refused|reputation|listed|not "
     "allowed|blocklist|bad|poor|low|suspicious|untrusted|dynamic|residential|unauthorized|"
     "restricted|access denied|temporarily blocked)",
     Likely,
     "ptr|reverse|rdns|spf|dmarc|dkim|helo|relay*|country|hostname|too many|rate "
     "limit|login|receiver|auth*|not found|resolve|per its spf|per spf|record|permitted|domain "
     "not|access denied|smtp auth*|greylist|recipient|hour"},
    {"(blocked|rejected|banned|denied|refused|blocking|not accept*) ... (ip|@ip|ip "
     "address|host|network|client|connection|client host|address) ... "
     "(blocked|banned|listed|reputation|blocklist|spam|abuse)",
     Likely,
     "ptr|reverse|rdns|spf|dmarc|dkim|helo|relay*|country|too many|rate|login|auth*|recipient "
     "address|sender address|domain not|hour|connection refused|verify|user|from "
     "address|hostname|certificate|policy|permitted|address rejected|content"},
    {"(poor|bad|low|negative|ip|sender|sending|domain|reputation) reputation", Clear, "link"},
    {"reputation", Likely},
    {"(dynamic|dial up|dialup|residential|dhcp|adsl|generic|home) ... "
     "(ip|host|address|client|rdns|reverse|range|pool|network|hostname)",
     Clear, "ipv6"},
    {"(ip|@ip|address) ... (dynamic|dial up|dialup|residential|dhcp|pool)", Clear},
    {"(open relay|open proxy|exploited|botnet|infected host|compromised host|spam source|source "
     "spam|spamming host|known spammer|spam ... from @ip|spam source)",
     Likely},
    {"(delist|delisting|removal|unblock|remove ... list|remove ... block)", Likely, "account"},
    {"(blocked|rejected) ... (due|because|for) ... (spam|abuse|complaint) ... "
     "(ip|@ip|network|host|from)",
     Clear},
    {"(your|from) (network|isp|ip|ip range|subnet|@ip) ... (block*|list*|ban*)", Likely, "country"},
    {"(part of your network|network on our block list|on block list)", Named},
    {"(mail|messages|connection|connections) from @ip (blocked|rejected|refused|denied|not "
     "accepted|rejected due|weren't sent|temporarily deferred|not allowed)",
     Clear, "spf|dkim|dmarc|helo|hour|country"},
    {"(no|bad|rejected|refused|closed) ... connection ... (policy|reputation|spam|abuse)", Likely},
    {"(banned|ban) sending ip", Named},
    {"(excessive|unexpected|unusual|high) ... (complaint|volume|user complaint|spam) ... "
     "(ip|@ip|from)",
     Clear},
    {"(not|never) ... (send|sent) ... directly", Likely},
    {"(rejected|blocked) ... (local|internal|private) (blocklist|list|rbl)", Clear, "recipient"},
};

constexpr Phrase noPtr[] = {
    {"ip must resolve", Named},
    {"forged hostname", Named},
    {"ip name lookup failed", Named},
    {"unverif* .. ip", Clear},
    {"no dns (entry|entries|record) ... (mta|server|host|ip|client|you)", Named,
     "sender|domain of"},
    {"rdns", Likely},
    {"(host|ip|server|address) ... no (name|hostname) ... (dns)"},
    {"(ptr|reverse dns|rdns|reverse lookup|reverse hostname|reverse name|reverse dns "
     "record|reverse mapping|inverse dns|reverse record|reverse address|reverse resolution|reverse "
     "ip)",
     Clear, "helo command rejected"},
    {"(no|not|cannot|missing|without|invalid|bad) ... (ptr|reverse dns|rdns|reverse|fcrdns|forward "
     "confirmed|inverse)",
     Named},
    {"(fcrdns|forward confirmed)", Named},
    {"(client host rejected|client) ... cannot find ... (hostname|reverse|name)", Named},
    {"cannot find ... (your|client) (hostname|host|reverse hostname|name)", Named},
    {"(ip|@ip|address|client) ... (not resolve|does not resolve|no hostname|no name|has no "
     "dns|without name|not have hostname|cannot resolved|unresolvable|no dns name|no valid name)",
     Clear, "sender|from domain|mail from|helo|domain of"},
    {"(hostname|host) ... (not|unknown) ... (match|resolve|correspond) ... (ip|@ip|address)",
     Likely, "certificate|helo"},
    {"unknown hostname", Likely, "helo|connect"},
    {"hostname unknown", Likely, "helo|connect"},
    {"(dns|name) ... (forward|reverse) ... (not match|mismatch)", Named},
};

constexpr Phrase spfFail[] = {
    {"invalid ip for sending mail of domain", Named},
    {"invalid ip for sending mail", Named},
    {"mi spf", Named}, // NetEase
    {"(reject*|blocked|denied|refused|due|because|by) ... spf", Clear, "dmarc|dkim"},
    {"spf ... (fail|failed|failure|not pass|reject*|hardfail|softfail|not "
     "permitted|record|error|check|forbidden|unauthorized|violation|not "
     "authorized|permerror|temperror|validation|denied|invalid|bad|not allowed|policy|protect*)",
     Clear, "dmarc|dkim"},
    {"(not|fail|failed|bad|violat*|rejected|invalid|unauthorized) ... spf", Clear, "dmarc|dkim"},
    {"sender policy framework", Named},
    {"openspf", Named},
    {"spf pobox", Named},
    {"(not|no) ... (permitted|authorized|designated|allowed|designate) ... (sender|send|to send "
     "mail|send mail|use) ... (spf|for domain|for @host|domain of|from domain)",
     Hint, "%auth"},
    {"domain ... not ... designate ... (permitted|sender|@ip)", Named},
    {"spf", Likely, "dmarc|dkim"},
    {"@ip ... not allowed send mail from @host", Clear},
    {"@ip ... (not permitted|not authorized|not allowed) ... (send|sender|mail) ... "
     "(from|for|behalf) ... (domain|@host|@address)",
     Clear},
};

constexpr Phrase dkimDmarc[] = {
    {"dmarc", Named},
    {"dkim", Clear},
    {"(unauthenticated|not authenticated) (mail|message|email|sender|from|domain)", Clear,
     "client|user|command|relay*|login first"},
    {"(message|mail|sender|domain|from domain) ... (not|failed|fail|unauthenticated|lacks) ... "
     "(authentication|authenticated|authenticate)",
     Likely,
     "must issue|required ... smtp|user|login|password|credential|client|smtp auth*|sasl|auth "
     "required"},
    {"(sender|from|message|domain|mail) ... (not|must) ... (pass|passed|aligned|align) ... "
     "(authentication|spf|dkim|validation|check)",
     Clear},
    {"(spf|dkim) ... (and|or) ... (dkim|spf|dmarc)", Clear},
    {"(alignment|not aligned|domainkeys|domainkey|domain keys)", Clear, "hash"},
    {"(signature|signed) ... (dkim|domain)", Likely},
    {"(sender|from|domain) .. (authentication|verification) .. (failed|required|failure|policy)",
     Likely, "user|login|password|smtp auth*|sender verif*|sender verify|sasl|@address"},
    {"mailauth", Likely},
    {"sender must authenticate", Likely},
    {"senders must authenticate", Likely},
    {"authenticate with ... spf", Likely},
    {"unauthenticatedsender", Named},
    {"unauthenticatedmail", Named},
};

constexpr Phrase heloRejected[] = {
    {"in helo", Named, "helo command"},
    {"@host invalid", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Ehlo; }},
    {"not believe you", Clear, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Ehlo; }},
    {"(not|isnt) .. (localhost|who)", Clear, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Ehlo; }},
    {"helohost", Clear},
    {"helo dynamic", Clear},
    {"helo ... (should|fqdn|fully qualified|literal)", Clear, "helo first"},
    {"helo ... (rejected|invalid|refused|bad|denied|not accepted|not "
     "allowed|required|need|must|unknown|not resolve|not found|syntax*|not "
     "valid|unacceptable|mismatch|not match|forged|not fully|cannot|failed|not "
     "exist|spoof*|reject*|illegal|incorrect|error|blocked|impersonat*|not a valid|mine)",
     Clear,
     "send helo first|helo first|required first|hello first|polite|not "
     "implemented|unrecognized|not recognized|command unrecognized|spf|dmarc|say helo|not "
     "issued|before mail|unknown command|helo command rejected|socket|ssl"},
    {"(invalid|bad|illegal|forged|fake|rejected|incorrect|malformed|unresolvable|syntactically "
     "invalid|unacceptable|bogus) helo",
     Named},
    {"helo command rejected", Common},
    {"helo command rejected ... (not found|invalid|access denied|need|unknown|not "
     "exist|own|mine|blocked|denied|bad|forged|not allowed|fake|spoof*|dynamic|fqdn|fully "
     "qualified|reject*|policy)",
     Named},
    {"helo (name|hostname|host|argument|string|domain|greeting|data)", Likely, "first"},
    {"(need|require*|must|not|use|non) ... (fully qualified|fqdn) ... "
     "(hostname|host|name|domain|helo)",
     Clear, "sender|recipient|from|certificate|mail from"},
    {"(your|client|own) ... (hostname|host|name|domain) ... (localhost|invalid|not "
     "fully|bad|fqdn|not resolve|generic)",
     Likely, "ptr|reverse|certificate|dynamic|sender|rdns"},
    {"helo ... (localhost|@ip|@host)", Hint, "pleased|hello"},
    {"(access denied bad helo|syntactically invalid helo)", Named},
    {"(hello|greeting) ... (invalid|rejected|bad|refused|not valid)", Likely,
     "received|response|polite"},
    {"invalid (hostname|host name|domain name)", Likely,
     "certificate|recipient|sender|username|@address",
     [](core::Stage stage) {
         return stage == core::Stage::Ehlo || stage == core::Stage::Rcpt ||
                stage == core::Stage::Mail;
     }},
    {"(not|isnt) ... valid ... (helo|hostname)", Clear},
};

constexpr PhraseTable tables[] = {
    {CauseClass::IpBlocklisted, ipBlocklisted, "rejected message"},
    {CauseClass::NoPtr, noPtr},
    {CauseClass::SpfFail, spfFail},
    {CauseClass::DkimDmarcFail, dkimDmarc},
    {CauseClass::HeloRejected, heloRejected},
};

} // namespace

std::span<const PhraseTable> reputationPhrases()
{
    return tables;
}

} // namespace diagnosis
