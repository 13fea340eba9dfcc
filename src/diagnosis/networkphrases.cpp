// SPDX-License-Identifier: GPL-3.0-or-later
// How systems, libraries and mail programs speak of reaching a server.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

constexpr Phrase portBlocked[] = {
    {"(port # blocked|port blocked|blocked port|blocks port|block port|port # closed by)", Clear},
    {"(block|blocks|blocked|blocking|restrict*) ... (port|outbound smtp|outgoing smtp|smtp "
     "traffic|smtp port|outbound mail)",
     Clear},
    {"(port) ... (blocked|filtered)", Clear},
    {"(outbound|outgoing) port", Likely},
    {"op25b", Named},
    {"outbound port # blocking", Named},
    {"(firewall|isp|antivirus|provider) ... (block*)", Likely, "greylist"},
    {"cannot connect smtp server ... connect error #", Likely},
    {"forbidden by its access permission", Named},
    {"(connection|connect|port) ... (permission denied|operation not permitted|eacces|eperm)",
     Clear},
    {"(eacces|eperm|wsaeacces|10013)", Clear},
};

constexpr Phrase nxDomain[] = {
    {"0x800ccc0d", Likely}, // Outlook's own codes, here and below
    {"edns", Likely},
    {"(name or service not known|no such host|no such host known|host not found|unknown "
     "host|nodename nor servname|enotfound|unknownhostexception|nxdomain|host "
     "unknown|eai_noname|non existent domain|name not resolved|err_name_not_resolved)",
     Clear,
     "sender address|sender domain|recipient|address rejected|temporar*|try again|helo|client"},
    {"(nodename nor servname|enotfound|unknownhostexception|eai noname|getaddrinfo "
     "failed|getaddrinfo enotfound)",
     Clear},
    {"(cannot|could not|couldnt|failed|not|unable) ... "
     "(resolve|resolved|resolving|lookup|find|found|look up) ... (host|hostname|server "
     "name|server|name|domain|address|dns|@host)",
     Likely,
     "temporar*|eai again|sender|recipient|from|ptr|reverse|try again|timeout|refused|mail "
     "from|certificate|route|client|issuer|header|altname"},
    {"(host|hostname|server|remote name|dns name|domain name|server name) ... (not found|not "
     "exist|not resolved|cannot resolved|not be found|unknown|could not be resolved|not be "
     "resolved|could not resolved)",
     Likely,
     "sender|from|recipient|temporar*|eai "
     "again|helo|ptr|reverse|client|certificate|rejected|timeout|address rejected"},
    {"remote name ... not resolved", Named},
    {"(dns|name resolution|resolution|lookup) ... (failed|failure|error|not found)", Likely,
     "temporar*|again|sender|recipient|from|ptr|reverse|timeout|servfail|timed"},
    {"no (address|ip address|addresses) associated ... hostname", Clear},
    {"(no|not) (data|address) record", Likely},
    {"11001", Clear},
    {"wsahost_not_found", Clear},
    {"wsahost not found", Clear},
    {"(getaddrinfo|gethostbyname) ... (failed|error)", Hint, "again|temporar*"},
    {"valid name no data", Likely},
    {"requested name valid", Likely},
};

constexpr Phrase dnsTemporary[] = {
    {"errno # try again", Clear},
    {"cannot (look up|lookup)", Likely},
    {"name service error", Clear, "host not found"},
    {"name server reply"},
    {"server misbehaving", Named},
    {"host not found try again", Named},
    {"(temporary failure|temporary error|temporarily failed) ... (name resolution|resolution|dns "
     "lookup|dns|name lookup|resolve|resolving)",
     Named},
    {"(eai again|servfail|server failure dns)", Named},
    {"(dns|name server|nameserver|resolver|name resolution|dns lookup|dns server|name service) ... "
     "(temporar*|timeout|servfail|unavailable|no response|not respond*|try "
     "again|unreachable|failed temporarily|no servers|not reached)",
     Clear, "sender|ptr|reverse|recipient|address rejected|sender address|client"},
    {"(cannot|could not|couldnt) ... (contact|reach|connect) ... (dns|name "
     "server|nameserver|resolver)",
     Clear},
    {"(no|none) ... (dns|name) server ... (reached|available|configured|answer*|could)", Clear},
    {"temp* ... (dns|resolution|resolver) ... (failure|error|problem)", Clear, "sender"},
    {"(resolver error|eservfail)"},
    {"(dns|mx) lookup (failure|failed|error)", Clear, "ptr|reverse|recipient address",
     [](core::Stage stage) { return stage >= core::Stage::Mail; }},
    {"(cannot|not) check mx"},
    {"temporary domain failure"},
    {"temporary error ... spf", Named},
    {"(getaddrinfo|resolution|lookup) ... temporar*", Clear},
    {"(try again) ... (dns|resolution|lookup)", Likely},
    {"communication error ... (dns|nameserver|#)", Hint},
    {"host lookup ... not complete", Likely},
    {"11002", Likely},
};

constexpr Phrase refusedConnection[] = {
    {"refusing ... connection"},
    {"(0x800ccc0e|0x80042109|0x80042108)", Likely},
    {"(connection refused|econnrefused|refused connection|connection was refused|actively "
     "refused|connect refused|connection actively refused|refused it)",
     Clear, "temporar*|policy|reputation|spam|blocked|too many|ip reputation|client host"},
    {"(target machine|remote host|remote computer|server|host) ... (actively refused|refused "
     "connection|refused the connection|rejected connection)",
     Named},
    {"(10061|wsaeconnrefused|connectionrefusederror|connectexception)", Likely},
    {"(no server|nothing) ... listen*", Clear},
    {"connection ... refused", Likely, "by policy|reputation|spam|client host|ip|too many"},
    {"(not listening|no process listening)", Clear},
};

constexpr Phrase unreachable[] = {
    {"(network unreachable|network is unreachable|host unreachable|host is unreachable|destination "
     "unreachable|destination net unreachable|destination host "
     "unreachable|enetunreach|ehostunreach|eaddrnotavail|no route host|no route to host|network "
     "down|enetdown|ehostdown|host down|10051|10065)",
     Clear},
    {"cannot assign requested address", Named},
    {"(unreachable|not reachable) ... (network|host|server)", Likely, "dns|name server"},
    {"(network|host|server) ... (unreachable|not reachable|not be reached)", Likely,
     "dns|name server|auth*"},
    {"no route", Likely},
    {"address family not supported", Clear},
    {"network ... (down|not available|unavailable|not connected)", Likely},
    {"(no|not) ... (internet connection|network connection|internet|network access)", Likely},
    {"unreachable network", Clear},
};

constexpr Phrase timeout[] = {
    {"operation now in progress", Named},
    {"connection expired"},
    {"in queue .. long", Named},
    {"(0x800ccc19|0x8004210b|0x8004210a)", Likely},
    {"execution expired"},
    {"timeout", Clear,
     "login|too many|dns|resolution|name server|lookup|auth* server|authentication server|backend"},
    {"(timeoutexception|sockettimeoutexception|timeouterror|10060|wsaetimedout|etimedout)", Clear},
    {"(no|not) ... (response|respond|responded|answer|reply) ... (in "
     "time|within|after|period|time|from|server|host)",
     Likely, "dns|auth*"},
    {"(not|failed) ... respond", Likely, "dns|auth*|name server"},
    {"(not receive|never received|no) ... (greeting|banner|response|reply)", Likely, "http"},
    {"(inactivity|idle|inactive) ... (timeout|disconnect*|closing|closed|too long|connection)?",
     Likely, "mailbox|account|user|@address"},
    {"disconnected ... inactivity", Named},
    {"(exceeded|over) ... (time limit|wait|waiting|timeout)", Likely},
    {"(time limit) ... (exceeded|reached|over)", Likely},
    {"greeting never received", Clear},
    {"(took|takes) too long", Clear},
    {"did not properly respond", Named},
    {"(connection|operation|command|read|data|socket|session) timeout", Named, "dns"},
    {"delivery time expired", Likely},
    {"message expired", Likely},
};

constexpr Phrase connectionLost[] = {
    {"lost input channel"},
    {"unexpected close"},
    {"connection .. closed abruptly"},
    {"(error|failure) .. reading input", Likely},
    {"message ended early", Likely},
    {"network connection ... (error|failure)", Likely},
    {"error .. network connection", Likely},
    {"(econnreset|econnaborted|epipe|connection reset|socket disconnected|socket hang up)"},
    {"0x800ccc0f", Likely},
    {"(connection|session) ... interrupted", Likely},
    {"unexpectedly terminated"},
    {"connectionclosed", Likely},
    {"(connection reset|econnreset|connection was reset|connection aborted|connection was "
     "aborted|broken pipe|epipe|connection lost|lost connection|connection dropped|connection "
     "broken|connection closed|connection was closed|forcibly closed|closed connection|closed "
     "unexpectedly|unexpectedly closed|connection terminated|unexpected eof|unexpected end|socket "
     "closed|eof|socket hang up|server closed|remote host closed|disconnected|premature|hung "
     "up|connection "
     "down|10054|10053|econnaborted|connectionreseterror|brokenpipeerror|smtpserverdisconnected)",
     Likely,
     "timeout|inactiv*|idle|too many|authentication server|auth server|ssl routine|refused|wrong "
     "version|certificate|handshake|starttls|auth*|spam|policy|helo"},
    {"(closed|reset|dropped|aborted|terminated|lost) ... (by|from|connection) ... "
     "(peer|remote|server|host|foreign host|other side)",
     Clear, "timeout|inactiv*|idle|certificate|handshake|wrong version"},
    {"(connection|session|socket|link|server|host|channel) ... "
     "(closed|reset|dropped|aborted|terminated|lost|broken|interrupted|died|disconnected) ... "
     "(unexpected*|prematurely|peer|remote|abnormally|without)",
     Likely,
     "timeout|inactiv*|idle|too many|authentication "
     "server|auth*|certificate|handshake|starttls|closing transmission channel|shutting down|try "
     "again|ssl routine|wrong version|policy|spam"},
    {"(unexpected|premature) ... (eof|end of file|end of stream|disconnect*|close|closure)", Clear,
     "certificate|starttls|ssl routine|handshake"},
    {"connection ... unexpectedly", Clear, "certificate|handshake|starttls"},
    {"connection closed by server", Clear},
    {"server disconnected", Clear},
};

constexpr Phrase notSmtp[] = {
    {"sent invalid reply"},
    {"imap server greeting"},
    {"imap4rev1", Clear, "smtp|enable imap|pop access|disabled|not enabled"},
    {"imap4", Clear, "smtp|enable imap|pop access|disabled|not enabled"},
    {"imap server ready", Clear, "smtp|enable imap|pop access|disabled|not enabled"},
    {"imap", Clear, "smtp|enable imap|pop access|disabled|not enabled",
     [](core::Stage stage) {
         return stage == core::Stage::Greeting || stage == core::Stage::Ehlo;
     }},
    {"(ssh # #|openssh|sshd|ssh-2)", Named},
    {"ssh", Likely},
    {"http/1", Clear, "@link http"},
    {"http # #", Clear, "@link http"},
    {"(html|doctype|http/1.1|http/1.0)", Clear, "@link http"},
    {"(bad request|not found|moved permanently|forbidden|200 ok|400 bad) ... "
     "(html|http|nginx|apache|cloudflare)",
     Clear},
    {"(nginx|apache|cloudflare|microsoft iis)", Likely, "smtp|mail"},
    {"(ftp server|ftpd|proftpd|vsftpd|filezilla|pure ftpd|ftp)", Clear},
    {"(not|isnt|no) ... (an|a)? (smtp|esmtp|mail|pop3) (server|service|reply|response|greeting)",
     Likely, "auth*|available|unavailable|not available"},
    {"(invalid|unexpected|bad|unrecognized|malformed|illegal|unknown) (greeting|banner|smtp "
     "greeting)",
     Likely, "#"},
    {"(greeting|banner) ... (invalid|unexpected|not|bad|html|http)", Likely,
     "never received|timeout|helo|within"},
    {"(got|received|response|response:) ... (+ok|+ok dovecot)", Clear},
    {"^ ok ... (pop|pop3|dovecot|ready)", Likely, "smtp"},
    {"(* ok)", Likely},
    {"(mysql|redis|postgres*|rtsp|ldap) ... (server|version|protocol)", Likely,
     "error|failed|down"},
    {"unparseable (smtp|response|reply)", Likely},
    {"(could not|cannot) (parse|read|understand) ... (response|greeting|reply)", Likely},
    {"bad response ... (server|greeting)", Hint},
};

constexpr Phrase firewallMangled[] = {
    {"(command|unrecognized|unknown|invalid|not recognized|not implemented) ... @masked", Named,
     "auth|plain|login"},
    {"@masked ... (command|unrecognized|unknown|invalid|not recognized)", Named},
    {"@masked", Clear, "auth|plain|login|subject|件|unable send|address|password|user",
     [](core::Stage stage) { return stage >= core::Stage::Greeting; }},
    {"smtp cmap", Likely},
    {"^ @masked", Named},
    {"(mailguard|fixup|esmtp inspection|smtp fixup|pix|cisco asa|cisco pix)", Clear},
    {"mfe proxy", Named},
    {"(antivirus|anti virus|mail scanner|mail shield|proxy|firewall) ... (error|aborted|cannot "
     "connect|unavailable|not available|intercept*|failed)",
     Likely, "certificate|spam"},
    {"request action aborted mfe proxy", Named},
    {"(avast|avg|kaspersky|mcafee|norton|eset|bitdefender|f-secure|trend micro) ... (cannot "
     "connect|blocked|intercepted|proxy|scanner|server unavailable)",
     Likely, "certificate|issuer|virus found"},
    {"(transparent|smtp) proxy", Likely},
};

constexpr PhraseTable tables[] = {
    {CauseClass::PortBlocked, portBlocked},
    {CauseClass::DnsNxDomain, nxDomain},
    {CauseClass::DnsTemporary, dnsTemporary},
    {CauseClass::RefusedConnection, refusedConnection},
    {CauseClass::NetworkUnreachable, unreachable},
    {CauseClass::Timeout, timeout},
    {CauseClass::ConnectionLost, connectionLost},
    {CauseClass::NotSmtp, notSmtp},
    {CauseClass::FirewallMangled, firewallMangled},
};

} // namespace

std::span<const PhraseTable> networkPhrases()
{
    return tables;
}

} // namespace diagnosis
