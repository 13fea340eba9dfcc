// SPDX-License-Identifier: GPL-3.0-or-later
// How servers speak of their own troubles, and of commands they do not like.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

/// To AUTH and STARTTLS it says that these are not there.
bool notOfExtension(core::Stage stage)
{
    return stage != core::Stage::Auth && stage != core::Stage::StartTls;
}

constexpr Phrase serverBusy[] = {
    {"(server|service|mail server|host) (not available|unavailable)", Likely,
     "auth*|tls|starttls|login"},
    {"(too busy|server busy|system busy|service busy|busy|overload*|load too high|too much "
     "load|high load|heavy load|load average|high server load|highly loaded|out of "
     "resources|resources temporarily unavailable|resource shortage|server too|insufficient system "
     "resource|insufficient resources)",
     Clear, "mailbox|maildrop|lock|pop|user busy|insufficient system storage|recipient|queue file"},
    {"(service|server|system|mail server|smtp service|smtp server|mail system|host) ... (not "
     "available|unavailable|temporarily unavailable|shutting down|going "
     "down|down|maintenance|closing|not ready|offline|not accepting|stopped)",
     Hint,
     "auth*|tls|starttls|ptr|ip|@ip|policy|blocklist|dnsbl|mailbox|user|spam|listed|mfe "
     "proxy|authentication server|reputation|virus|smtp access"},
    {"(maintenance|shutting down|shutdown in progress|being upgraded|server restart*|going down)",
     Clear},
    {"closing transmission channel", Hint, "timeout|error"},
    {"(back pressure|backpressure|under pressure|server under)", Clear},
    {"(system not accepting network messages|not accepting mail|not accepting message)", Hint,
     "domain|relay*"},
    {"(try|retry) ... later ... (busy|load|resource)", Clear},
    {"(queue|queues) (full|too long|overload*)", Clear, "message .. in queue"},
    {"(congest*|capacity)", Likely, "mailbox|storage|recipient|disk"},
    {"(unable|cannot|not) ... (accept|process|handle|take) ... "
     "(connection|message|mail|request|more|further) ... "
     "(now|moment|time|temporar*|currently|present)",
     Likely, "recipient|quota|mailbox|ip|login|auth*"},
    {"server (temporarily )?unavailable", Likely},
    {"^ (try|retry) again later ... (closing connection)? $", Hint},
    {"(lowest numbered mx)", Hint},
};

constexpr Phrase localError[] = {
    {"drop file", Likely},
    {"mailbox ... invalid format", Named},
    {"cannot .. (read|access|get|open) .. (maildrop|mailbox|mail list)", Clear},
    {"oops", Likely},
    {"problem with .. access", Likely},
    {"deleted message not removed", Named},
    {"queu* (declined|disabled)", Clear},
    {"(license|crashed)"},
    {"maildir ... (no such|invalid|not valid|missing)", Likely},
    {"cannot (scan|unlink|stat|rename|chdir)", Likely},
    {"cannot open ... (inbox|mailbox|maildrop)"},
    {"verification problem", Hint},
    {"message ... cannot stored"},
    {"cannot (stored|saved|delivered locally)", Likely},
    {"temporarily rejected message", Likely, "spam|policy|content"},
    {"cannot (exec|queued|queue|read control|write|open mailbox|open maildir)", Likely},
    {"not queued", Likely},
    {"(temporary problem|temporary local problem)", Likely, "auth*|dns|name|tls"},
    {"(internal|local|configuration|system|software|database|queue|temporary local|temporary "
     "server|temporary system|policy server|filter|milter|content "
     "filter|scanner|backend|upstream|spool|i o|io|input output|permanent internal|internal "
     "server) (error|problem|failure|fault|exception|trouble|misconfiguration)",
     Clear,
     "auth*|login|dns|authentication|certificate|tls|starttls|mailbox full|syntax|policy "
     "reject|ssl|authserver|name service"},
    {"(server|processing|unexpected|fatal|service|mail server) "
     "(error|problem|failure|fault|trouble)",
     Common, "auth*|login|dns|authentication|certificate|tls|starttls|ssl|name service"},
    {"(requested action aborted|action aborted|aborted) ... (error in processing|local "
     "error|processing)",
     Clear, "spam|virus"},
    {"error in processing", Clear},
    {"local error", Likely},
    {"(server configuration error|configuration error|misconfigur*|not configured|configuration "
     "problem|bad configuration|config error)",
     Clear, "domain|tls|starttls|auth*|relay*|sender|dns|ptr|local configuration"},
    {"(cannot|could not|not|failed|unable|failure|error|trouble|problem) ... "
     "(open|write|create|read|fork|lock|access|exec|load|chdir|queue|process|store|save|spool|"
     "connect database|writing|opening|creating|reading|accessing|queueing|processing|saving) ... "
     "(file|queue|message|database|directory|spool|folder|process|mail "
     "file|program|maildir|mailfile|mail|message file|backend)",
     Likely,
     "login|auth*|certificate|relay*|accept|mailbox locked|in "
     "use|password|command|greeting|response|exclusive|maildrop|dns|recipient|key"},
    {"(mail system|mail server|server|message store|storage|database|backend|sql|lookup|table "
     "lookup|policy service|milter|scanner|filter|queue|clamd|amavis|ldap) .. "
     "(error|failure|failed|problem|broken)",
     Common,
     "auth*|login|dns|sender|tls|starttls|credential|spf|dkim|certificate|connection|host|connect|"
     "password|quota|space"},
    {"(mail system|message store|storage|database|backend|sql|lookup|table lookup|policy "
     "service|milter|scanner|filter|queue|clamd|amavis|ldap) ... "
     "(error|failure|failed|problem|unavailable|not "
     "available|down|broken|temporar*|timeout|cannot|unreachable)",
     Likely,
     "auth*|login|too "
     "busy|maintenance|shutting|dns|sender|tls|starttls|authentication|credential|spf|dkim|"
     "certificate|connection|host|connect|password|closing|too many|quota|disk full|space"},
    {"(no|not|without|missing) ... (maildir|home|$home|homedir|home directory|mail "
     "directory|mailbox file|spool|mail file)",
     Clear},
    {"(unexpected|unknown|unhandled|generic|general|undefined|unspecified) "
     "(error|exception|failure|problem)",
     Common, "auth*|certificate|eof|ssl"},
    {"(temporary|transient) (lookup failure|system problem|local problem|queue error)", Hint,
     "auth*|dns|name resolution|login|tls|authentication|greylist|sender"},
    {"(lookup failure|table lookup|lookup failed|database lookup)", Clear,
     "dns|name|host lookup|domain|sender"},
    {"(out of memory|license|fork failed|cannot fork|segmentation|assert*)", Likely,
     "login|outbound|connect*|port"},
    {"(error|failure) ... (mail server|server|system|our|internal)", Hint},
    {"(scanner|virus scanner|antivirus|av) ... (error|unavailable|failed|fail|not running|timeout)",
     Clear},
    {"(exception)", Hint, "auth*|certificate|quota|ssl"},
    {"(smtp|mail|message) ... (delivery|transport) ... (failed|error|failure)", Hint},
    {"upstream error", Named},
    {"(replicated|replication|healthy)", Likely},
    {"(crash|crashed|bug|panic)", Likely},
    {"write error", Clear, "full|space"},
    {"read error", Clear, "full|space"},
    {"queue file write error", Clear, "full|space"},
    {"writing queue file", Clear, "full|space"},
    {"spool error", Clear, "full|space"},
};

constexpr Phrase diskFull[] = {
    {"spazio esaurito", Named},
    {"(disk|system storage|filesystem|file system|storage|space|spool|partition|disk "
     "space|queue|server|volume|device) ... (full|shortage|insufficient|exhausted|low|not "
     "enough|no space|no space left|out)",
     Likely, "mailbox|quota|user|account|inbox|recipient|overload*|auth*|exceeded|busy|queue full"},
    {"(insufficient|not enough|no|low|out of|lack of|inadequate) ... (disk|system "
     "storage|storage|space|disk space|free space|room)",
     Likely, "mailbox|quota|user|account|inbox|recipient|mail box"},
    {"(insufficient system storage|no space left on device|insufficient disk space|insufficient "
     "system resources storage)",
     Named},
    {"space shortage", Named},
    {"(enospc)", Named},
    {"disk full", Clear, "user|mailbox"},
    {"disk quota exceeded", Clear, "user|mailbox"},
    {"insufficient (system )?storage", Clear, "mailbox|user"},
    {"queue file write error", Hint},
};

constexpr Phrase commandSyntax[] = {
    {"no valid recipient", Clear, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Data; }},
    {"already authenticated", Named},
    {"(during|in) mail transaction", Named},
    {"line long", Likely, nullptr, [](core::Stage stage) { return core::isOfPop(stage); }},
    {"mechanism must specified", Named},
    {"base64", Likely, nullptr, [](core::Stage stage) { return stage == core::Stage::Auth; }},
    {"initial (data|response) not expected", Named},
    {"invalid character in authentication", Named},
    {"invalid data for", Likely},
    {"must have .. (operand|argument|parameter)", Named},
    {"normalize .. address", Likely},
    {"option .. (cannot|invalid)", Likely},
    {"(user|mail)? address required $", Likely},
    {"size syntax", Named},
    {"login twice", Named},
    {"(give|send) (username|user) first", Named},
    {"not .. implemented", Likely, nullptr, [](core::Stage stage) { return core::isOfPop(stage); }},
    {"restricted character", Named},
    {"multiple destination domain", Named},
    {"no identity change", Named},
    {"no data before greeting", Named},
    {"(excess*|too much) ... data sent", Clear},
    {"break rule", Clear},
    {"must specify .. domain", Clear},
    {"wrong command", Clear},
    {"authorization first", Clear},
    {"must give .. command", Clear},
    {"mi cel", Named},
    {"(nested mail command|expecting mail arg|requires domain address)"},
    {"address too long"},
    {"invalid base64"},
    {"helo needed"},
    {"cannot decode response", Named},
    {"(syntax|command syntax) (error|problem|invalid)", Clear,
     "helo|header|ehlo|message|from header|mime|helo argument"},
    {"(syntax error|bad syntax|invalid syntax|wrong syntax|malformed|invalid format|bad "
     "format|illegal format|syntactically invalid|syntactically incorrect) ... "
     "(command|parameter|argument|address|recipient|sender|mail|from|recipient address|sender "
     "address|path|mailbox|local part|domain|line)?",
     Clear, "helo|header|headers|message|mime|dns|spf|body|response|certificate|packet|base64"},
    {"(command|commands|verb) ... (unrecognized|not recognized|unknown|not "
     "implemented|unimplemented|not understood|not supported|invalid|bad|illegal|unexpected|not "
     "allowed|out of sequence|out of order|not valid|disabled|missing|not permitted)",
     Clear,
     "helo|recipient|rcpts|data command "
     "rejected|starttls|auth|authentication|@masked|tls|oauth*|limit",
     notOfExtension},
    {"(unrecognized|unknown|unimplemented|unsupported|bad|invalid|illegal|unexpected|unrecognised) "
     "(command|commands|verb|parameter|argument|arguments|option|smtp command|command "
     "sequence|esmtp parameter|keyword|parameters|input)",
     Clear, "helo|starttls|@masked|auth", notOfExtension},
    {"(bad sequence|sequence of commands|out of sequence|wrong order|out of order|command "
     "order|sequence error|improper sequence|wrong sequence|protocol error|protocol "
     "violation|protocol synchronization|synchronization error|improper command|invalid command "
     "pipelining|pipelining)",
     Clear, "login|auth*|ip address"},
    {"(need|send|must|issue|say|expected|expecting|give|polite|specify|no) ... "
     "(mail|rcpt|recipient|helo|mail from|sender) ... "
     "(first|command|before|already|specified|needed)",
     Likely, "auth*|login|pop|starttls|tls|check|read|unverified|verif*|fully|accept"},
    {"(sender|mail from|from|mail|nested mail|nested) ... (already specified|already "
     "given|already|twice)",
     Clear, "auth*|login"},
    {"(parameter|argument|option|esmtp) ... (not implemented|not "
     "recognized|unrecognized|unknown|invalid|not "
     "supported|bad|illegal|missing|syntax|rejected|unsupported|error|required)",
     Clear, "helo|auth|authentication|spf|starttls"},
    {"(address|recipient|sender|mailbox|path|local part|recipient address|sender address|mail "
     "address) ... (syntax|malformed|badly formed|ill formed|not rfc|format|parse|not "
     "parse|invalid character|illegal character|incomplete|not valid syntax|unqualified|not fully "
     "qualified|must contain|missing @|missing domain|brackets|quote|quoted)",
     Likely, "helo|header|utf8|smtputf8|dns|ptr|non ascii|not exist|host|hostname"},
    {"(bad|invalid|malformed|illegal|unbalanced|missing) "
     "(sender|recipient|address|path|mailbox|mail|sender address|recipient address|mail address) "
     "(syntax|format|form|argument|characters)",
     Named, "helo"},
    {"bad (destination|recipient|sender|address) syntax", Named},
    {"too many (error|bad command|unrecognized command|syntax|unknown command|invalid "
     "command|protocol error|errors|unknown|non mail|junk command|synchronization)",
     Clear, "auth*|login|recipient"},
    {"(error|mistake) ... too many", Hint},
    {"(empty|missing) (recipient|address|from|to|envelope)", Likely, "header|mailbox"},
    {"(must have at least one recipient|recipient not specified)", Likely,
     "not exist|unknown|user"},
    {"(unexpected|extra|junk|garbage|data) ... (after|characters|following) ... "
     "(command|address|data|path)",
     Likely, "eof|token"},
    {"command (line)? too long"},
    {"line too long", Likely, "header|body",
     [](core::Stage stage) { return stage <= core::Stage::Rcpt; }},
    {"(fully qualified|domain) ... (address|name required) ... (sender|recipient|local part)", Hint,
     "helo"},
    {"(hello|helo) (first|required)", Clear},
    {"send helo first", Clear},
    {"polite people say helo", Clear},
    {"say helo first", Clear},
    {"(base64|cannot decode|decode) ... (auth|response|base64|invalid|error|decoding)", Likely,
     "message|body|attachment"},
    {"(size) ... (syntax|parameter) ... (error|invalid)", Likely},
    {"@address ... (syntax|malformed|invalid address)", Likely},
    {"domain missing", Clear},
    {"missing domain", Clear},
    {"unqualified address", Clear},
    {"(xclient|bdat|chunking|8bitmime) ... (not|error|unsupported|fail*)", Likely},
};

constexpr PhraseTable tables[] = {
    {CauseClass::ServerBusy, serverBusy},
    {CauseClass::LocalServerError, localError, "rdns|reverse dns|ptr|name resolution"},
    {CauseClass::DiskFull, diskFull},
    {CauseClass::CommandSyntax, commandSyntax, "command rejected with error"},
};

} // namespace

std::span<const PhraseTable> serverPhrases()
{
    return tables;
}

} // namespace diagnosis
