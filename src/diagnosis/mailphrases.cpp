// SPDX-License-Identifier: GPL-3.0-or-later
// How servers speak of senders, recipients, limits, messages and of who sends them.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

constexpr Phrase senderNotAllowed[] = {
    {"domain ... not allowed ... header from"},
    {"authentication for specified", Named},
    {"(not|cannot|no) ... (allowed|permitted|authorized|authorised|permission|right) ... "
     "(send|sending|use|relay|submit) ... (as|from|behalf|with|using) "
     "(@address|sender|address|from|mail from|mailbox|domain|another|other|user|@host)?",
     Clear,
     "spf|dmarc|dkim|ip|@ip|policy record|network|country|verified|not "
     "verified|unverified|host|dynamic"},
    {"(sender|from address|mail from|sender address|return path|envelope sender|from) ... "
     "(rejected|denied|invalid|blocked|bad|illegal|unacceptable)",
     Hint,
     "spf|dmarc|dkim|domain not found|not login|verif*|syntax|policy|unverified|not "
     "exist|domain|loop|spam|host|ip|@ip|blocklist|helo|line|ptr|reverse|format|character|access "
     "denied|null"},
    {"(invalid|illegal|bad|wrong|unauthorized) (sender|from|mail from|envelope sender|return "
     "path|sender address|from address)",
     Likely, "syntax|format|character|verif*|domain|spf|dns|host"},
    {"send ... (behalf|on behalf) ... (denied|not allowed|permission|right)?", Clear},
    {"(remetente|remitente) ... (nao|no|non) ... (login|valido|conta|usuario|cuenta)", Clear},
    {"(absender|absenderadresse) ... (nicht erlaubt|nicht zugelassen|nicht "
     "gestattet|abgelehnt|ungultig|unbekannt|nicht berechtigt|verweigert)",
     Likely, "domain"},
    {"(보내는|발신자|발송자) ... (일치|다릅|거부|허용)", Likely},
};

constexpr Phrase senderUnverified[] = {
    {"(sender|from|mail|mail address|from address|address|identity|identities|domain|sender "
     "identity|@address|@host|sender address|sending domain) ... (not verified|unverified|not yet "
     "verified|not validated|not registered|not confirmed|needs verification|must verified|must "
     "verify|not approved|verification required|not added)",
     Clear,
     "tls|ssl|certificate|password|spf|hostname|peer|issuer|ptr|helo|reverse|account not "
     "activated|user unknown|recipient"},
    {"not authorized send from that mail address", Named},
    {"domain ... not (owned|associated|allowed|configured|authorized|found|registered) ... "
     "(account|server|user|token)",
     Likely, "recipient|dns|relay*"},
};

constexpr Phrase senderDomainBad[] = {
    {"(illegal|invalid|bad) mx", Clear, "recipient"},
    {"(sender|from|mail from|sender address|return path|envelope sender|sending|originating) "
     "domain ... (not exist|not resolve|not found|unresolvable|unknown|no mx|not "
     "valid|invalid|cannot resolve|must resolve|no dns|no a record|no "
     "valid|bad|unrouteable|unroutable|unregistered domain|cannot verified)",
     Clear, "dkim|dmarc|spf|blocklist|verified sender"},
    {"(sender|from) ... fully qualified", Likely, "helo"},
};

constexpr Phrase relayDenied[] = {
    {"(mail|send|deliver*) ... local (domain|user|recipient|address) only", Clear},
    {"relay*", Hint},
    {"(relay|relaying|relayed) ... (denied|not permitted|not "
     "allowed|disallowed|prohibited|refused|rejected|forbidden|disabled|blocked|not authorized|not "
     "supported|not enabled|restricted|access denied|no)",
     Clear, "authentication required|disallowed as|sender"},
    {"(denied|not permitted|not allowed|disallowed|prohibited|refused|refuse|cannot|no|not "
     "authorized|not|unauthorized|forbidden|without permission|access denied|illegal|rejected) ... "
     "(relay|relaying|relayed)",
     Clear, "pop|disallowed as"},
    {"(not|nor) ... (open relay|local domain|hosted here|in rcpthosts|rcpthosts)", Clear},
    {"nao faz parte ... lista ... rcpt"},
    {"(中継|リレー) ... (拒否|できません|禁止|許可されて)", Clear},
};

constexpr Phrase recipientUnknown[] = {
    {"too many (bad|invalid|unknown|incorrect) (recipient|address|user)", Named, "sender"},
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
     "address|recipient address|mail address|customer)",
     Clear,
     "domain|host|sender|relay*|try again|temporar*|greylist|syntax|smtp client|access "
     "denied|certificate|unknown address error",
     [](core::Stage stage) {
         return stage != core::Stage::Auth && stage != core::Stage::Mail && !core::isOfPop(stage);
     }},
    {"no mailbox", Likely, "auth*|file|directory|domain|host|command"},
    {"unknown recipient", Clear},
    {"not our customer", Clear},
    {"(宛先|受信者|メールアドレス|ユーザー|ユーザ|送信先|あて先|アドレス) ... "
     "(存在しません|見つかりません|不明|存在しない|見つからない|ありません|間違)",
     Likely, "ドメイン|サーバ|差出人|送信者"},
    {"(destinataire|adresse|utilisateur|boite) ... "
     "(inconnu|inconnue|introuvable|invalide|inexistant|inexistante|existe pas)",
     Likely, "expediteur|domaine"},
    {"(수신자|받는 사람|사용자|메일 주소) ... (존재하지|없|찾을 수)", Likely},
};

constexpr Phrase recipientDomainBad[] = {
    {"address reserved by", Clear},
    {"recipient address rejected need fully qualified", Named},
    {"(宛先|受信者|送信先) ... ドメイン ... (存在|見つかり|不明|誤)", Clear},
};

constexpr Phrase recipientDisabled[] = {
    {"(noactivity|no recipient activity)", Named},
    {"log* ... enable receiv*", Clear},
    {"inactive (mbox|mailbox|account|user)"},
    {"(mailbox|account|user|recipient|mail account|address|@address|inbox) ... "
     "(disabled|inactive|suspended|deactivated|closed|discontinued|not active|not "
     "activated|expired|terminated|no longer active|no longer use|no longer "
     "valid|frozen|locked|blocked|unavailable permanently|cancelled|dormant|not "
     "enabled|deleted|removed|retired)",
     Likely,
     "too many|smtp client|login|auth*|quota|full|space|using "
     "blocklist|blocklist|spam|sender|ip|@ip|relay*|password|from",
     [](core::Stage stage) {
         return stage == core::Stage::Rcpt || stage == core::Stage::Body ||
                stage == core::Stage::Data;
     }},
};

constexpr Phrase recipientRefused[] = {
    {"(sender|sender address|@address) ... (blocklist|blocked)", Likely,
     "ip|@ip|host|server|spamhaus|dnsbl|rbl|login|account"},
    {"(envelope blocked|user entry)", Clear},
    {"(recipient|mailbox|user|owner|group|list|addressee) ... (not accept*|not "
     "want|refuse*|reject*|not allow|only accept*|does not accept|blocked|declined) ... "
     "(mail|message|sender|from|external|outside)",
     Clear,
     "spam|ip|@ip|domain not found|spf|relay*|syntax|too large|greylist|virus|full|quota|not "
     "exist"},
    {"(recipient|user) ... (filter|rule|whitelist|blocklist|allow list)", Likely, "ip blocked"},
};

constexpr Phrase mailboxFull[] = {
    {"writing message file too large", Named},
    {"user ... too many message ... (on|in) (server|mailbox)", Named},
    {"benutzer ... zuviele mail", Clear},
};

constexpr Phrase greylisted[] = {
    {"greylist*", Clear},
};

constexpr Phrase rateLimited[] = {
    {"too many same"},
    {"(hl rep|hl ifc|mi sfq|rp qrc|rp drc|rp frl)", Named},
    {"too many ... (message|mail|recipient|send|sent|submission|request|data) ... "
     "(minute|hour|second|time|period|short|hourly|minutely|interval|window|too "
     "fast|quickly|rate|recently|now|server|from|ip|@ip)",
     Clear, "day|daily|# hour|login|auth*|connection"},
    {"(rate|throughput|speed|velocity|frequency|throttle|throttling|flow|ratelimit|sending "
     "rate|message rate) ... (limit|exceed*|too "
     "high|high|control|limited|over|reached|restrict*|policy|throttle*)",
     Clear, "login|auth*|connection rate|daily|day"},
    {"(throttled|throttling|throttle|rate limited|ratelimit*|rate limit|being limited)", Clear,
     "login|auth*|daily|connection"},
    {"(hourly|minutely) ... (limit|quota|rate|maximum)", Clear, "connection"},
    {"(limit|quota|maximum) ... (hourly|minutely|hour|minute|second)", Clear,
     "daily|day|# hour|login|auth*|connection|size"},
};

constexpr Phrase dailyLimit[] = {
    {"(daily|day|# hour|24h|monthly|month|weekly) ... "
     "(limit|quota|maximum|exceed*|allowance|cap|reached|restrict*)",
     Clear, "login|auth*|connection"},
    {"(limit|quota|maximum|exceed*|allowance|cap|too many|reached) ... (daily|day|# "
     "hour|24h|monthly|month|today|weekly)",
     Clear, "login|auth*|connection|every # hour"},
    {"(sending|send|outgoing|outbound|submission|smtp|mail|message|credit|user|account) "
     "(limit|quota|credits|allowance) ... (exceed*|reached|over|used|exhausted|hit|depleted|full)",
     Likely, "size|minute|second|hour|mailbox|storage|login"},
    {"(maximum|no|not enough|insufficient|out of) credit* (exceed*|left|remaining)?", Clear},
    {"(limite|quota) ... (envoi|journalier|quotidien|quotidienne|envois|jour)", Clear},
    {"(limite|cuota|cota) ... (diario|diaria|envio|dia)", Clear},
};

constexpr Phrase tooManyConnections[] = {
    {"too many ... (connection|session|concurrent|simultaneous|parallel|connect|smtp session|smtp "
     "connection|client)",
     Clear, "message|recipient ... session|login|failed|auth*"},
    {"(concurrent|simultaneous|parallel) (connection|session|login|smtp|send*|client|delivery) ... "
     "(exceed*|limit|too many|reached|maximum)?",
     Clear},
};

constexpr Phrase tooManyRecipients[] = {
    {"only one recipient"},
};

constexpr Phrase messageTooLarge[] = {
    {"(message|mail|size|attachment|content|data|body|file) ... (too large|too big|too "
     "long|exceed* ... size|exceed* ... limit|exceed* maximum|size exceed*|larger than|bigger "
     "than|over size|oversize*|over limit|exceed* allowed|exceed* administrative|greater than)",
     Clear,
     "mailbox|line|header|quota|rate|hour|minute|day|daily|recipient|sending|connection|hop|inbox|"
     "session|boundary|number of|per"},
    {"(size|message size|mail size|data size|maximum message size|length|message length) ... "
     "(exceed*|limit|too large|too big|maximum|over)",
     Clear,
     "mailbox size|line|header|quota|rate|hour|day|window|key|dh|recipient|inbox|daily|boundary"},
    {"(exceed*|over|above|beyond) ... (message size|size limit|maximum size|maximum "
     "message|size|fixed limit|fixed maximum|max size|maximum allowed)",
     Clear, "mailbox|line|header|quota|rate|hour|day|daily|recipient|inbox|per|sending"},
    {"(サイズ|メール|容量|添付ファイル|メッセージ) ... (大きすぎ|上限を超|制限を超|超過|大きい)",
     Likely, "メールボックス|受信箱"},
};

constexpr Phrase contentSpam[] = {
    {"spamtext"},
    {"(message|mail|content) ... (spam|spammy|unsolicited|junk|uce|ube|bulk "
     "mail|phishing|scam|spam like)",
     Clear,
     "ip|@ip|blocklist|dnsbl|rbl|account|outbound|reputation|reduce amount|host|server|abuse "
     "detected|sender address|client|listed|too many"},
    {"(spam|unsolicited|junk|phishing|scam|uce|bulk) (message|mail|content|detected|score|content "
     "detected|mail detected|rejected|reject|filter|suspected|threshold)",
     Clear, "ip|@ip|blocklist|dnsbl|rbl|outbound|account|abuse detected|listed"},
    {"spam", Hint, "ip|@ip|blocklist|dnsbl|rbl|account|reputation|listed|antispam"},
};

constexpr Phrase contentPolicy[] = {
    {"(policy|security policy|local policy|content policy|policies|message policy|mail policy|site "
     "policy|administrative policy|organization policy|policy reasons|policy restrictions|policy "
     "violation) ... (reject*|refus*|den*|block*|not allow*|violat*|prohibit*|restrict*|forbid*)",
     Likely,
     "spf|dmarc|dkim|ip|@ip|rate|relay*|greylist|helo|tls|password|dynamic|reputation|listed|ptr|"
     "reverse"},
    {"(reject*|refus*|den*|block*|not allow*|violat*|prohibit*|due|against|because|by|per|for) ... "
     "(policy|policies|policy reason|administrative prohibition|policy restriction)",
     Likely,
     "spf|dmarc|dkim|ip|@ip|rate|relay*|greylist|helo|tls|password|dynamic|reputation|listed|ptr|"
     "reverse|sending limit|conditional access"},
    {"(blocked|rejected|refused) ... "
     "(content|rule|filter|administrator|header|body|subject|word|url|link)",
     Likely, "spam|ip|@ip|virus|malformed|invalid|rfc|message id|syntax|blocklist|dnsbl"},
    {"(url|link|domain) ... (in|within) ... (message|body) ... "
     "(listed|blocked|blocklist|surbl|uribl|dbl)",
     Clear},
    {"content rejected", Likely, "spam|virus"},
};

constexpr Phrase virus[] = {
    {"(virus|viruses|malware|infected|trojan|worm|malicious|ransomware|eicar*|clamav|malicious "
     "software|malicious content|infection|viral)",
     Clear,
     "spamhaus|ip|blocklist|antivirus error|scanner error|scan "
     "error|antivirus|unavailable|temporar*|cannot scan|scanner|@link"},
    {"(contain|found|detected|carr*) ... (virus|malware|trojan|worm|malicious|infected|eicar*)",
     Named, "ip|blocklist"},
};

constexpr Phrase messageMalformed[] = {
    {"(subject|date|from) (mandatory|required)", Clear},
    {"(header|message header|from header|date header|message id|mime header|header line|subject "
     "header) ... (missing|malformed|invalid|syntax|not "
     "valid|duplicate|multiple|required|bad|empty|absent|not found|incorrect|illegal|not "
     "rfc|unparseable|too many|not allowed more than once)",
     Clear, "line too long|spf|dkim|dmarc|hop|received|loop|too large|not match|verif*|size"},
    {"(malformed|corrupt|broken|invalid|bad|illegal|badly formatted|improper) ... "
     "(message|mime|header|multipart|mail format|mime structure|body|mime "
     "type|charset|boundary|encoding)",
     Clear,
     "address|recipient|sender|credential|password|auth*|login|helo|command|response|base64|"
     "mailbox|token|certificate|bare"},
};

constexpr Phrase lineTooLong[] = {
    {"(line|header line|message line|body line|text line) ... (too long|length|exceed*|longer "
     "than|over # |limit|maximum)",
     Clear, "command line|offline|online|number of|too many|on line|at line|hour"},
    {"header ... too long", Likely},
};

constexpr Phrase smtpUtf8[] = {
    {"smtputf8", Named},
    {"(address|sender|recipient|mailbox|local part|header) ... (non "
     "ascii|nonascii|unicode|utf8|utf 8|8bit|8 bit|internationalized|international)",
     Clear, "8bitmime|body"},
};

constexpr Phrase ipBlocklisted[] = {
    {"access ... (rejected|denied)", Likely, "too many|relay*",
     [](core::Stage stage) { return stage == core::Stage::Greeting; }},
    {"blocklist", Likely, "sender|recipient|greylist|uribl|surbl|dbl|url|link|by user"},
    {"(spamhaus|spamcop|sorbs|barracudacentral|barracuda "
     "reputation|psbl|uceprotect|abuseat|cbl|zen|dnsbl|rbl|senderbase|talos|senderscore|cdrbl|csi|"
     "invaluement|mailspike|nixspam|backscatterer|spamrats|proofpoint ... blocked|cloudmark ... "
     "ip|dnswl|rats dyna|njabl|dsbl|ahbl|wpbl|bl)",
     Clear,
     "sender address|greylist|uribl|surbl|dbl|from address|url|link|domain ... listed|recipient "
     "... blocklist|by recipient|by user"},
    {"(ip|ip address|@ip|host|client|server|mta|address|network|connection|client host|sending "
     "ip|sending server|mail server|from) ... (listed|blocklist|blocked using|blocked by|blocked "
     "due|on a block list|blocked in|in blocklist|listing)",
     Clear, "domain|@address|sender address|mail address|url|country|recipient|message"},
    {"(ip|@ip|client host|client address|network|sending ip|ip address|source ip|mail "
     "server|connecting ip|sender ip) ... "
     "(blocked|rejected|banned|denied|refused|reputation|listed|not "
     "allowed|blocklist|bad|poor|low|suspicious|untrusted|dynamic|residential|unauthorized|"
     "restricted|access denied|temporarily blocked)",
     Likely,
     "ptr|reverse|rdns|spf|dmarc|dkim|helo|relay*|country|hostname|too many|rate "
     "limit|login|receiver|auth*|not found|resolve|per its spf|record|permitted|domain not|access "
     "denied|smtp auth*|greylist|recipient|hour"},
    {"(open relay|open proxy|exploited|botnet|infected host|compromised host|spam source|source "
     "spam|spamming host|known spammer|spam ... from @ip)",
     Likely},
};

constexpr Phrase noPtr[] = {
    {"ip name lookup failed", Named},
    {"unverif* ... ip", Clear},
    {"(ptr|reverse dns|rdns|reverse lookup|reverse hostname|reverse name|reverse dns "
     "record|reverse mapping|inverse dns|reverse record|reverse address|reverse resolution|reverse "
     "ip)",
     Clear, "helo command rejected"},
    {"(no|not|cannot|missing|without|invalid|bad) ... (ptr|reverse dns|rdns|reverse|fcrdns|forward "
     "confirmed|inverse)",
     Named},
    {"(ruckwartsauflosung|reverse dns eintrag)", Named},
    {"обратн* ... (зон*|dns|запис*)", Clear},
};

constexpr Phrase spfFail[] = {
    {"spf", Likely, "dmarc|dkim"},
};

constexpr Phrase dkimDmarc[] = {
    {"dmarc", Named},
    {"(sender|from|message|domain|mail) ... (not|must) ... (pass|passed|aligned|align) ... "
     "(authentication|spf|dkim|validation|check)",
     Clear},
};

constexpr Phrase heloRejected[] = {
    {"in helo", Named, "helo command"},
    {"(invalid|bad|illegal|forged|fake|rejected|incorrect|malformed|unresolvable|syntactically "
     "invalid|unacceptable|bogus) helo",
     Named},
    {"helo command rejected ... (not found|invalid|access denied|need|unknown|not "
     "exist|own|mine|blocked|denied|bad|forged|not allowed|fake|spoof*|dynamic|fqdn|fully "
     "qualified|reject*|policy)",
     Named},
    {"helo (name|hostname|host|argument|string|domain|greeting|data)", Likely, "first"},
    {"(hello|greeting) ... (invalid|rejected|bad|refused|not valid)", Likely,
     "received|response|polite"},
};

constexpr PhraseTable tables[] = {
    {CauseClass::SenderNotAllowed, senderNotAllowed},
    {CauseClass::SenderUnverified, senderUnverified},
    {CauseClass::SenderDomainBad, senderDomainBad},
    {CauseClass::RelayDenied, relayDenied},
    {CauseClass::RecipientUnknown, recipientUnknown},
    {CauseClass::RecipientDomainBad, recipientDomainBad},
    {CauseClass::RecipientDisabled, recipientDisabled},
    {CauseClass::RecipientRefused, recipientRefused},
    {CauseClass::MailboxFull, mailboxFull},
    {CauseClass::Greylisted, greylisted},
    {CauseClass::RateLimited, rateLimited},
    {CauseClass::DailyLimit, dailyLimit},
    {CauseClass::TooManyConnections, tooManyConnections},
    {CauseClass::TooManyRecipients, tooManyRecipients},
    {CauseClass::MessageTooLarge, messageTooLarge},
    {CauseClass::ContentSpam, contentSpam},
    {CauseClass::ContentPolicy, contentPolicy},
    {CauseClass::Virus, virus},
    {CauseClass::MessageMalformed, messageMalformed},
    {CauseClass::LineTooLong, lineTooLong},
    {CauseClass::SmtpUtf8Unsupported, smtpUtf8},
    {CauseClass::IpBlocklisted, ipBlocklisted},
    {CauseClass::NoPtr, noPtr},
    {CauseClass::SpfFail, spfFail},
    {CauseClass::DkimDmarcFail, dkimDmarc},
    {CauseClass::HeloRejected, heloRejected},
};

} // namespace

std::span<const PhraseTable> mailPhrases()
{
    return tables;
}

} // namespace diagnosis
