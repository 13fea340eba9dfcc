// SPDX-License-Identifier: GPL-3.0-or-later
// How servers speak of what is in a message.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

constexpr Phrase contentSpam[] = {
    {"spamtext"},
    {"message filtered $", Likely},
    {"(mail|message|spam) score", Clear},
    {"reject reason unsigned", Hint},
    {"reject id ... spam", Named}, // amavisd
    {"dt (spm|sum)", Named},       // NetEase
    {"mail content denied", Named},
    {"(message|mail|content|it|email) ... (spam|spammy|unsolicited|junk|uce|ube|bulk "
     "mail|phishing|scam|spam like)",
     Clear,
     "ip|@ip|blocklist|dnsbl|rbl|account|outbound|reputation|reduce amount|host|server|abuse "
     "detected|sender address|client|listed|too many"},
    {"(spam|unsolicited|junk|phishing|scam|uce|bulk) (message|mail|content|detected|score|content "
     "detected|mail detected|rejected|reject|filter|suspected|threshold)",
     Clear, "ip|@ip|blocklist|dnsbl|rbl|outbound|account|abuse detected|listed"},
    {"likely (unsolicited|spam)", Named},
    {"(classified|identified|detected|considered|marked|flagged|scored|looks "
     "like|appears|recognized|suspected|tagged|judged|treated) ... "
     "(spam|junk|unsolicited|spammy|uce|bulk)",
     Clear, "ip|@ip|blocklist|host|listed"},
    {"(high|exceed*) ... spam", Clear},
    {"spam ... (detected|reject*|refused|score|blocked|content|not wanted|not "
     "accepted|probability|found|high)",
     Clear, "ip|@ip|blocklist|dnsbl|rbl|account|abuse detected|listed|source"},
    {"(spamassassin|rspamd|dspam|bogofilter|spamd|spam assassin)"},
    {"(antispam|anti spam) ... (reject*|block*|refused|policy|filter|engine)", Likely, "ip|@ip"},
    {"(content|message) ... (unsolicited|undesired|unwanted)", Likely},
    {"message ... looks ... spam", Named},
    {"(gtube|spam message)", Clear},
    {"(suspicious|suspected) (spam|content|message|url|link|mail)", Likely, "activity"},
    {"spam", Hint, "ip|@ip|blocklist|dnsbl|rbl|account|reputation|listed|antispam"},
    {"(blocked|rejected) ... (spam|content) filter", Likely, "ip|@ip"},
    {"no spam", Likely},
    {"dont send spam", Likely},
    {"(high probability|probability) ... spam", Named},
};

constexpr Phrase contentPolicy[] = {
    {"(unpacking|nested) archive", Named},
    {"security reason"},
    {"word .. blocked"},
    {"message partial", Named},
    {"number attachment ... maximum", Named},
    {"reject id ... banned", Named},
    {"(attachment|file type|file extension|file name|executable|archive|filename) ... (not "
     "allowed|blocked|rejected|prohibited|forbidden|not "
     "accepted|banned|disallowed|refused|denied|illegal|dangerous|potentially|bad|not "
     "permitted|restricted)",
     Clear, "too large|too big|size|virus"},
    {"(blocked|banned|illegal|forbidden|prohibited|disallowed|dangerous|bad|unacceptable) "
     "(attachment|file|extension|file type|filename|file name|content|executable|contents)",
     Clear, "virus|size"},
    {"(content|security) ... (potential security|presents potential|security issue)", Named,
     "spam"},
    {"(violat*|violation|breach) ... (policy|rule|guideline|policies|term)", Common,
     "spf|dmarc|dkim|rate|sending limit|account|ip|@ip"},
    {"(policy|security policy|local policy|content policy|policies|message policy|mail policy|site "
     "policy|administrative policy|organization policy|policy reasons|policy restrictions|policy "
     "violation) ... (reject*|refus*|den*|block*|not allow*|violat*|prohibit*|restrict*|forbid*)",
     Common,
     "spf|dmarc|dkim|ip|@ip|rate|relay*|greylist|helo|tls|password|dynamic|reputation|listed|ptr|"
     "reverse"},
    {"(reject*|refus*|den*|block*|not allow*|violat*|prohibit*|due|against|because|by|per|for) ... "
     "(policy|policies|policy reason|administrative prohibition|policy restriction)",
     Common,
     "spf|dmarc|dkim|ip|@ip|rate|relay*|greylist|helo|tls|password|dynamic|reputation|listed|ptr|"
     "reverse|sending limit|conditional access"},
    {"policy (violation|violation detected|reject|rejection|restriction)", Common,
     "spf|dmarc|dkim|ip|@ip"},
    {"(credential leak|data loss|dlp|sensitive data|confidential|credit card)", Clear, "support"},
    {"(blocked|rejected|refused) ... "
     "(content|rule|filter|administrator|header|body|subject|word|url|link)",
     Likely, "spam|ip|@ip|virus|malformed|invalid|rfc|message id|syntax|blocklist|dnsbl"},
    {"(prohibited|forbidden|unacceptable|inappropriate|illegal|objectionable) "
     "(content|word|header|subject|url|link|message)",
     Clear, "address|character"},
    {"administrative prohibition", Common, "relay*"},
    {"administratively prohibited", Common, "relay*"},
    {"administratively denied", Common, "relay*"},
    {"(url|link|domain) ... (in|within) ... (message|body) ... "
     "(listed|blocked|blocklist|blacklisted|surbl|uribl|dbl)",
     Clear},
    {"(uribl|surbl|dbl spamhaus)", Likely},
    {"message content (rejected|not allowed|not acceptable|refused|blocked)", Likely, "spam|virus"},
    {"content rejected", Likely, "spam|virus"},
    {"content not accepted", Likely, "spam|virus"},
    {"(encrypted|password protected) ... (archive|zip|attachment|file)", Clear},
    {"(transport rule|mail flow rule|transportrule*)", Likely},
};

constexpr Phrase virus[] = {
    {"(trojan|virus|malware) found", Named},
    {"(virus|viruses|malware|infected|trojan|worm|malicious|ransomware|eicar*|clamav|malicious "
     "software|malicious content|infection|viral)",
     Clear,
     "spamhaus|ip|blocklist|antivirus error|scanner error|scan "
     "error|antivirus|unavailable|temporar*|cannot scan|scanner|@link"},
    {"(contain|contains|found|detected|carr*|has) ... "
     "(virus|malware|trojan|worm|malicious|infected|eicar*)",
     Named, "ip|blocklist"},
    {"(virus|malware) (found|detected|infected|rejected|identified|signature|name)", Named},
};

constexpr Phrase messageMalformed[] = {
    {"header (size|too large|too big)"},
    {"header error"},
    {"duplicate header", Named},
    {"(multiple|several) .. from", Clear, "header ... match"},
    {"multiple address in from", Named},
    {"(unicode|encoded word) ... header", Named},
    {"(subject|date|from) (mandatory|required)", Clear},
    {"conversion failure", Clear},
    {"must not have ... header"},
    {"no (from|date|message id|subject|to) (line|header|field)", Named},
    {"reject id ... bad header", Named},
    {"(not|non|rfc) ... (rfc # compliant|compliant with rfc #|rfc "
     "compliant|compliant|compliance|rfc#|rfc #)",
     Clear,
     "empty address|null|helo|hostname|ptr|reverse|command|address syntax|smtp|line "
     "end|crlf|bare|greeting"},
    {"(rfc822|rfc2822|rfc5322)", Clear,
     "address|local part|helo|command|line end|crlf|bare|null|empty"},
    {"(missing|no|without|lack|lacks|duplicate|multiple|invalid|malformed|bad|empty|incorrect|"
     "illegal|more than one|required|syntax error in|unparseable|broken|duplicated|wrong|must "
     "contain|needs|contains no|absent|several|ill formed) ... (from header|date "
     "header|header|headers|message id|subject header|date|mime header|from field|date "
     "field|message header|message-id|header field|from address header|header syntax)",
     Likely,
     "internationalized|line too long|spf|dkim|dmarc|too large|must match|hop|received "
     "header|loop|size|authenticated|spam|too many received|helo|authentication|8bit|# "
     "bytes|length"},
    {"(header|headers|message header|from header|date header|message id|mime header|header "
     "line|subject header) ... (missing|malformed|invalid|syntax|not "
     "valid|duplicate|multiple|required|bad|empty|absent|not found|incorrect|illegal|not "
     "rfc|unparseable|too many|not allowed more than once)",
     Clear, "line too long|spf|dkim|dmarc|hop|received|loop|too large|not match|verif*|size"},
    {"(malformed|corrupt|broken|invalid|bad|illegal|badly formatted|improper) ... "
     "(message|mime|header|multipart|mail format|mime structure|body|mime "
     "type|charset|boundary|encoding)",
     Clear,
     "address|recipient|sender|credential|password|auth*|login|helo|command|response|base64|"
     "mailbox|token|certificate|bare"},
    {"(mime|multipart|content transfer encoding|content type|boundary|charset|transfer encoding) "
     "... (error|invalid|malformed|missing|exceed*|bad|unsupported|not "
     "supported|illegal|unknown|nested|problem)",
     Clear, "8bitmime not"},
    {"(conversion|converting) ... (8bit|8 bit|required|prohibited|not supported|impossible)",
     Clear},
    {"(8bit|8 bit|8-bit|eight bit|non ascii|nul|null|binary) ... (not allowed|not supported|not "
     "permitted|header|message|not accepted|body|content|data|invalid|character)",
     Likely, "address|utf8|sender|mail from|smtputf8|null sender|null mx|username"},
    {"(format|structure) ... (message|mail) ... (invalid|bad|wrong|error)", Hint, "address"},
    {"message ... (rejected|refused) ... (format|malformed|structure|header)", Likely, "spam"},
    {"(resolver|storedrv) ... (content|mime)", Likely},
    {"invalid message content", Named},
    {"(must|should) ... (contain|include|have) ... (header|from|date|message id)", Likely,
     "match|verified"},
    {"(message|mail) ... (no|without|empty|missing) ... (body|content|subject)", Likely,
     "recipient|spam"},
    {"unknown (charset|encoding)", Clear},
    {"(message id|date) ... (invalid|missing|future|past|not)", Likely, "certificate"},
    {"from header ... (missing|invalid|must|malformed|empty)", Clear,
     "match|verif*|same|login|auth*|own"},
};

constexpr Phrase mailLoop[] = {
    {"forwarded too many time", Named},
    {"(loop|looping|loops|loopback|mail loop|routing loop|forwarding loop|loop detected)", Clear,
     "back to myself dns|localhost"},
    {"too many hop", Named},
    {"hop count exceed*", Named},
    {"hop count", Named},
    {"too many received", Named},
    {"many received header", Named},
    {"maximum hop", Named},
    {"hops exceeded", Named},
    {"number of hop", Named},
    {"(mail|message) (loop|looping|loops)", Named},
    {"(received header|received line|received) ... (too many|exceed*)", Clear},
    {"(loops back to myself|loop back myself|back myself)", Named},
    {"(routing|forwarding|delivery) ... (loop|recursion|circular)", Clear},
    {"(hop|hops) ... (exceed*|too many|limit|maximum)", Clear},
};

constexpr Phrase lineTooLong[] = {
    {"(line|lines|header line|message line|body line|text line) ... (too "
     "long|length|exceed*|longer than|over # |limit|maximum)",
     Clear, "command line|offline|online|number of|too many|on line|at line|hour"},
    {"(line length|maximum line|long line|overlong line|lines longer|line limit)", Clear,
     "command line"},
    {"header ... too long", Likely},
    {"longer than # (octet|character|byte)", Likely, "command"},
};

constexpr Phrase bareLf[] = {
    {"(bare|stray|naked|lone) (lf|cr|newline|line feed|linefeed|carriage return|new "
     "line|lfs|@link)",
     Named},
    {"bare ... (lf|cr|newline|linefeed|line feed|received)", Clear},
    {"(lf|cr|newline|line feed|linefeed) ... without ... (cr|lf|carriage return)", Clear},
    {"smuggl*", Clear},
    {"(line end|line ending|end of line|line terminator|crlf|newline) ... "
     "(invalid|must|not|improper|wrong|incorrect|only|required|illegal)",
     Clear},
    {"(must|only|not) ... (crlf|cr lf)", Likely},
    {"barelinefeedsareillegal", Named},
    {"barelinefeed*", Named},
    {"(docs/smtplf|smtplf)", Named},
    {"lf line", Clear},
    {"stray newline", Clear},
};

constexpr Phrase smtpUtf8[] = {
    {"internationalized header"},
    {"smtputf8", Named},
    {"(internationalized|internationalised|international|eai|unicode|utf8|utf 8|non "
     "ascii|nonascii|8bit|8 bit|idn) ... (address|addresses|mailbox|sender|recipient|mail|local "
     "part|character|header|username|localpart|domain) ... "
     "(not|no|unsupported|required|invalid|cannot|disabled)",
     Likely,
     "charset|encoding|body|8bitmime|attachment|mime|message body|helo|nul|password|credential"},
    {"(address|sender|recipient|mailbox|local part|header) ... (non "
     "ascii|nonascii|unicode|utf8|utf 8|8bit|8 bit|internationalized|international)",
     Clear, "8bitmime|body"},
    {"(local part|address) ... (ascii)", Likely},
    {"utf8 ... (not|unsupported|required|no)", Likely, "charset|body"},
};

constexpr PhraseTable tables[] = {
    {CauseClass::ContentSpam, contentSpam},
    {CauseClass::ContentPolicy, contentPolicy},
    {CauseClass::Virus, virus},
    {CauseClass::MessageMalformed, messageMalformed, nullptr,
     [](core::Stage stage) { return stage >= core::Stage::Mail; }},
    {CauseClass::MailLoop, mailLoop},
    {CauseClass::LineTooLong, lineTooLong},
    {CauseClass::BareLfRejected, bareLf},
    {CauseClass::SmtpUtf8Unsupported, smtpUtf8},
};

} // namespace

std::span<const PhraseTable> messagePhrases()
{
    return tables;
}

} // namespace diagnosis
