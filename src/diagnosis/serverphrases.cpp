// SPDX-License-Identifier: GPL-3.0-or-later
// How libraries and servers speak of the way to a server, of TLS and of themselves.
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

constexpr Phrase portBlocked[] = {
    {"(block|blocked|blocking|restrict*) ... (port|outbound smtp|outgoing smtp|smtp traffic|smtp "
     "port|outbound mail)",
     Clear},
    {"(port) ... (blocked|filtered)", Clear},
    {"op25b", Named},
    {"(connection|connect|port) ... (permission denied|operation not permitted|eacces|eperm)",
     Clear},
    {"(eacces|eperm|wsaeacces|10013)", Clear},
};

constexpr Phrase nxDomain[] = {
    {"(name or service not known|no such host|no such host known|host not found|unknown "
     "host|nodename nor servname|enotfound|unknownhostexception|nxdomain|host "
     "unknown|eai_noname|non existent domain|name not resolved|err_name_not_resolved)",
     Clear,
     "sender address|sender domain|recipient|address rejected|temporar*|try again|helo|client"},
    {"(nodename nor servname|enotfound|unknownhostexception|eai noname|getaddrinfo "
     "failed|getaddrinfo enotfound)",
     Clear},
    {"(host|hostname|server|remote name|dns name|domain name|server name) ... (not found|not "
     "exist|not resolved|cannot resolved|unknown)",
     Likely,
     "sender|from|recipient|temporar*|eai "
     "again|helo|ptr|reverse|client|certificate|rejected|timeout|address rejected"},
    {"(无法解析|找不到) ... (主机|服务器|域名)", Clear},
    {"(serveur|hote) ... (introuvable|inconnu|pas trouve|pas ete trouve|non trouve)", Likely},
};

constexpr Phrase dnsTemporary[] = {
    {"errno # try again", Clear},
    {"(temporary failure|temporary error|temporarily failed) ... (name resolution|resolution|dns "
     "lookup|dns|name lookup|resolve|resolving)",
     Named},
    {"(no|none) ... (dns|name) server ... (reached|available|configured|answer*|could)", Clear},
    {"11002", Likely},
};

constexpr Phrase refusedConnection[] = {
    {"(connection refused|econnrefused|refused connection|actively refused|connect "
     "refused|connection actively refused|refused it)",
     Clear, "temporar*|policy|reputation|spam|blocked|too many|ip reputation|client host"},
    {"(10061|wsaeconnrefused|connectionrefusederror|connectexception)", Likely},
};

constexpr Phrase unreachable[] = {
    {"(network unreachable|host unreachable|destination unreachable|destination net "
     "unreachable|destination host unreachable|enetunreach|ehostunreach|eaddrnotavail|no route "
     "host|network down|enetdown|ehostdown|host down|10051|10065)",
     Clear},
    {"(no|not) ... (internet connection|network connection|internet|network access)", Likely},
    {"(网络|主机) ... (不可达|无法访问|不可到达)", Clear},
};

constexpr Phrase timeout[] = {
    {"(0x800ccc19|0x8004210b|0x8004210a)", Likely},
    {"(timeoutexception|sockettimeoutexception|timeouterror|10060|wsaetimedout|etimedout)", Clear},
    {"(no|not) ... (response|respond|responded|answer|reply) ... (in "
     "time|within|after|period|time|from|server|host)",
     Likely, "dns|auth*"},
    {"(inactivity|idle|inactive) ... (timeout|disconnect*|closing|closed|too long|connection)?",
     Likely, "mailbox|account|user|@address"},
    {"greeting never received", Clear},
    {"(connection|operation|command|read|data|socket|session) timeout", Named, "dns"},
    {"(超时|逾時|没有响应|没有正确答复|无响应)", Clear},
    {"(zeituberschreitung|zeitlimit|antwortet nicht|keine antwort|zeit uberschritten)", Clear},
    {"(tiempo de espera|tempo limite|tempo esgotado|tiempo agotado|timeout scaduto)", Clear},
};

constexpr Phrase connectionLost[] = {
    {"0x800ccc0f", Likely},
    {"connectionclosed", Likely},
    {"(connection reset|econnreset|connection aborted|broken pipe|epipe|connection lost|lost "
     "connection|connection dropped|connection broken|connection closed|forcibly closed|closed "
     "connection|closed unexpectedly|unexpectedly closed|connection terminated|unexpected "
     "eof|unexpected end|socket closed|eof|socket hang up|server closed|remote host "
     "closed|disconnected|premature|hung up|connection "
     "down|10054|10053|econnaborted|connectionreseterror|brokenpipeerror|smtpserverdisconnected)",
     Likely,
     "timeout|inactiv*|idle|too many|authentication server|auth server|ssl routine|refused|wrong "
     "version|certificate|handshake|starttls|auth*|spam|policy|helo"},
    {"connection ... unexpectedly", Clear, "certificate|handshake|starttls"},
    {"(connexion) ... (perdue|interrompue|fermee|reinitialisee|coupee|a ete fermee)", Clear},
};

constexpr Phrase notSmtp[] = {
    {"sent invalid reply"},
    {"ssh", Likely},
    {"(html|doctype|http/1.1)", Clear, "@link http"},
    {"(ftp server|ftpd|proftpd|vsftpd|filezilla|pure ftpd|ftp)", Clear},
};

constexpr Phrase firewallMangled[] = {
    {"@masked", Clear, "auth|plain|login|subject|件|unable send|address|password|user",
     [](core::Stage stage) { return stage >= core::Stage::Greeting; }},
    {"(mailguard|fixup|esmtp inspection|smtp fixup|pix|cisco asa|cisco pix)", Clear},
    {"(antivirus|anti virus|mail scanner|mail shield|proxy|firewall) ... (error|aborted|cannot "
     "connect|unavailable|not available|intercept*|failed)",
     Likely, "certificate|spam"},
};

constexpr Phrase tlsRequired[] = {
    {"(must|need|use|issue|require*|requires|only) ... (starttls|tls|ssl|encryption|encrypted "
     "connection|secure connection|secure channel|ssl tls) ... "
     "(first|before|command|connection|session|send|mail|required|channel)?",
     Likely,
     "auth|authentication|authenticate|login|password|certificate|version|handshake|oauth*|"
     "mechanism|authenticated"},
    {"(starttls|tls|ssl|encryption|encrypted connection|secure connection|secure channel|session "
     "encryption|transport encryption|ssl tls) ... "
     "(required|needed|mandatory|enforced|must|necessary)",
     Clear,
     "auth|authentication|authenticate|login|password|certificate|version|user requires|required "
     "extension|not supported|not available|mechanism|authenticated|handshake|but"},
};

constexpr Phrase startTlsUnavailable[] = {
    {"(not support|not offer|not advertise|no support|without|not provide|not announce|lacks|not "
     "enable) ... (starttls|tls|ssl|encryption|secure connection)",
     Likely,
     "version|cipher|protocol|auth|authentication|login|session|certificate|handshake|password|"
     "tlsv1*"},
};

constexpr Phrase tlsBroken[] = {
    {"(internal error|alert internal error|decode error|bad record mac|decryption failed|illegal "
     "parameter)",
     Likely, "exchange|server error"},
    {"(tls|ssl) handshake ... (failed|failure|error|aborted)", Hint},
};

constexpr Phrase wrongMode[] = {
    {"(tls|stls|ssl|channel|starttls) already", Clear},
    {"(wrong version number|wrong ssl version|ssl3 get record|unknown "
     "protocol|tls_validate_record_header|packet length too long|first record not look like tls "
     "handshake|not look like tls|record layer|plaintext connection|plain text "
     "connection|unsupported or unrecognized ssl message|unrecognized ssl message|not an ssl tls "
     "record|http request|wrong record|record overflow|packet unexpected length|unexpected tls "
     "packet|invalid content type|corrupt message|eproto)",
     Clear, "unsupported protocol|protocol version|alert|expired|certificate verify"},
};

constexpr Phrase certExpired[] = {
    {"(expired|not yet valid|outdated|not yet activated) ... certificate", Clear},
    {"(cert has "
     "expired|cert_not_yet_valid|sec_error_expired_certificate|certificateexpiredexception|"
     "certificatenotyetvalid*|certexpired|cert_e_expired|certificateexpired|notafter|x509_v_err_"
     "cert_has_expired)",
     Named},
    {"(证书|憑證) ... 有效期", Named},
    {"(证书|憑證) ... (过期|已过期|到期|過期)", Named},
};

constexpr Phrase certSelfSigned[] = {
    {"(self signed|selfsigned)", Clear, "in certificate chain|in chain|certificate chain"},
};

constexpr Phrase certUntrusted[] = {
    {"(unknown authority|unknown ca|unknown issuer|unknownissuer|unable get local issuer|local "
     "issuer certificate|unable_to_get_issuer*|unable_to_verify_leaf_signature|unable verify "
     "leaf|verify leaf signature|verify first certificate|not trusted|untrusted|untrusted "
     "root|issuer not trusted|no trust|trust anchor|partial "
     "chain|partialchain|remotecertificatechainerrors|sec_error_unknown_issuer|sec_error_untrusted_"
     "issuer|unknownca|path building failed|unable find valid certification path|valid "
     "certification path|certification path|cert_untrusted|root certificate not "
     "trusted|cert_e_untrustedroot|signer not found|signer not trusted|issuer unknown|not issued "
     "by trusted|unable_to_get_issuer_cert_locally|untrustedroot|unknownroot)",
     Clear, "expired|self signed|altname|hostname mismatch|@ip network"},
    {"(certificate|cert) ... (not trusted|untrusted|unknown authority|signed by unknown|not "
     "verified|unknown issuer|cannot be verified|unverified|chain incomplete|issuer unknown|not "
     "issued|trust|revoked)",
     Clear, "expired|self signed|hostname|name mismatch|altname|match"},
    {"(certificate|cert) (verification|validation|verify) (failed|failure|error)", Likely,
     "expired|self signed|mismatch|not match"},
    {"(remote certificate|server certificate|certificate) ... (invalid|not valid) ... "
     "(validation|according)",
     Hint},
    {"(certificate chain|chain) ... (incomplete|broken|errors|not complete|not built|processed but "
     "terminated)",
     Clear, "self signed"},
    {"alert (unknown ca|certificate unknown|bad certificate)", Likely},
    {"(证书|憑證) ... (不受信任|不可信|不信任|无效|验证失败)", Likely, "过期|名称|自签名"},
    {"(сертификат*) ... (не довер*|недовер*|недействител*|не является довер*|ненадежн*)", Likely,
     "истек*|имя|имени|самоподписан*"},
};

constexpr Phrase tlsIntercepted[] = {
    {"(avast|avg|kaspersky|eset|bitdefender|norton|mcafee|sophos|fortinet|fortigate|zscaler|"
     "umbrella|netskope|bluecoat|blue coat|palo "
     "alto|sonicwall|watchguard|barracuda|squid|mitmproxy|charles|fiddler|burp|adguard|drweb|dr "
     "web|trend micro|checkpoint|check point|forcepoint|websense|cisco umbrella|panda|gdata|g "
     "data|f secure|cloudflare gateway|lightspeed|smoothwall|untangle|iboss|cyberoam|net "
     "nanny|superfish|kerio control|vipre|web mail shield|webmail shield|mail shield|anti "
     "virus|antivirus) ... (root|ca|certificate|personal|web|mail shield|generated|ssl|root "
     "ca|filter|issuer|trusted|untrusted|mitm|proxy|shield|inspection)",
     Named, "blocklist|spam|reputation|blocked|central|listed|rejected|refused|virus found|poor"},
    {"(mitm|man in the middle|ssl inspection|https scanning|ssl interception|tls interception|tls "
     "inspection|deep inspection|ssl scanning|mail scanning)",
     Clear},
};

constexpr Phrase tlsTooOld[] = {
    {"high strength cipher", Named},
    {"(unsupported protocol|protocol version|alert protocol version|no protocols available|version "
     "too low|unsupported version|tls version|ssl version|no shared cipher|no cipher|no ciphers "
     "available|no common cipher|no cipher suites in common|cipher mismatch|insufficient "
     "security|dh key too small|ee key too small|ca md too weak|key too small|weak "
     "ephemeral|legacy sigalg|unsafe legacy renegotiation|wrong signature type|protocol is "
     "disabled|not support protocol|no appropriate "
     "protocol|tlsv1_alert_protocol_version|ssl_error_no_cypher_overlap|no cypher "
     "overlap|ssl_error_unsupported_version|peerincompatible|protocol not supported|cipher "
     "suite|algorithm mismatch|no common algorithm|sec_e_algorithm_mismatch|dh prime|prime too "
     "small|key too weak|bits not|too weak|sslv3 not|handshake_failure no)",
     Clear, "mechanism|password|auth*|certificate expired|wrong version number"},
    {"(tls|tlsv1*|tls #|ssl|tls1*|sslv3|sslv2*|ssl #) ... (not supported|unsupported|too "
     "old|deprecated|disabled|no longer supported|not enabled|outdated|obsolete|not "
     "allowed|must|or higher|or later|minimum|at least|required)",
     Likely,
     "auth|authentication|login|starttls|renegotiation|@host|certificate|encryption required|must "
     "issue"},
    {"handshake failure", Likely, "certificate|verify"},
};

constexpr Phrase serverBusy[] = {
    {"(too busy|server busy|system busy|service busy|busy|overload*|load too high|too much "
     "load|high load|heavy load|load average|high server load|highly loaded|out of "
     "resources|resources temporarily unavailable|resource shortage|server too|insufficient system "
     "resource|insufficient resources)",
     Clear, "mailbox|maildrop|lock|pop|user busy|insufficient system storage|recipient|queue file"},
    {"(back pressure|backpressure|under pressure|server under)", Clear},
    {"(queue) (full|too long|overload*)", Clear, "message ... in queue"},
    {"(混雑|混み合|メンテナンス|過負荷)", Clear},
    {"(系统繁忙|服务器忙|系统忙|服务器繁忙|维护)", Clear},
};

constexpr Phrase localError[] = {
    {"deleted message not removed", Named},
    {"(license|crashed)"},
    {"(internal|local|configuration|system|software|database|queue|temporary local|temporary "
     "server|temporary system|policy server|filter|milter|content "
     "filter|scanner|backend|upstream|spool|i o|io|input output|permanent internal|internal "
     "server) (error|problem|failure|fault|exception|trouble|misconfiguration)",
     Clear,
     "auth*|login|dns|authentication|certificate|tls|starttls|mailbox full|syntax|policy "
     "reject|ssl|authserver|name service"},
    {"(mail system|message store|storage|database|backend|sql|lookup|table lookup|policy "
     "service|milter|scanner|filter|queue|clamd|amavis|ldap) ... "
     "(error|failure|failed|problem|unavailable|not "
     "available|down|broken|temporar*|timeout|cannot|unreachable)",
     Likely,
     "auth*|login|too "
     "busy|maintenance|shutting|dns|sender|tls|starttls|authentication|credential|spf|dkim|"
     "certificate|connection|host|connect|password|closing|too many|quota|disk full|space"},
    {"(out of memory|license|fork failed|cannot fork|segmentation|assert*)", Likely,
     "login|outbound|connect*|port"},
    {"(系统错误|内部错误|服务器错误|服务器内部)", Likely},
    {"(interner fehler|serverfehler|interner serverfehler)", Clear},
    {"(erreur interne|erreur serveur)", Clear},
};

constexpr Phrase diskFull[] = {
    {"(disk|system storage|filesystem|file system|storage|space|spool|partition|disk "
     "space|queue|server|volume|device) ... (full|shortage|insufficient|exhausted|low|not "
     "enough|no space|no space left|out)",
     Likely, "mailbox|quota|user|account|inbox|recipient|overload*|auth*|exceeded|busy|queue full"},
    {"(enospc)", Named},
};

constexpr Phrase commandSyntax[] = {
    {"already authenticated", Named},
    {"(during|in) mail transaction", Named},
    {"base64", Likely, nullptr, [](core::Stage stage) { return stage == core::Stage::Auth; }},
    {"login twice", Named},
    {"not ... implemented", Likely, nullptr,
     [](core::Stage stage) { return core::isOfPop(stage); }},
    {"multiple destination domain", Named},
    {"no identity change", Named},
    {"break rule", Clear},
    {"wrong command", Clear},
    {"invalid base64"},
    {"(syntax|command syntax) (error|problem|invalid)", Clear,
     "helo|header|message|from header|mime|helo argument"},
    {"(command|verb) ... (unrecognized|not recognized|unknown|not implemented|unimplemented|not "
     "understood|not supported|invalid|bad|illegal|unexpected|not allowed|out of sequence|out of "
     "order|not valid|disabled|missing|not permitted)",
     Clear,
     "helo|recipient|data command rejected|starttls|auth|authentication|@masked|tls|oauth*|limit",
     notOfExtension},
    {"(bad sequence|sequence of commands|out of sequence|wrong order|out of order|command "
     "order|sequence error|improper sequence|wrong sequence|protocol error|protocol "
     "violation|protocol synchronization|synchronization error|improper command|invalid command "
     "pipelining|pipelining)",
     Clear, "login|auth*|ip address"},
    {"(address|recipient|sender|mailbox|path|local part|recipient address|sender address|mail "
     "address) ... (syntax|malformed|badly formed|ill formed|not rfc|format|parse|not "
     "parse|invalid character|illegal character|incomplete|not valid syntax|unqualified|not fully "
     "qualified|must contain|missing domain|brackets|quote|quoted)",
     Likely, "helo|header|utf8|smtputf8|dns|ptr|non ascii|not exist|host|hostname"},
    {"command (line)? too long"},
    {"line too long", Likely, "header|body",
     [](core::Stage stage) { return stage <= core::Stage::Rcpt; }},
    {"(hello|helo) (first|required)", Clear},
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
    {CauseClass::TlsRequired, tlsRequired},
    {CauseClass::StartTlsUnavailable, startTlsUnavailable},
    {CauseClass::TlsBrokenOnServer, tlsBroken},
    {CauseClass::WrongTlsMode, wrongMode},
    {CauseClass::CertExpired, certExpired},
    {CauseClass::CertSelfSigned, certSelfSigned},
    {CauseClass::CertUntrusted, certUntrusted},
    {CauseClass::TlsIntercepted, tlsIntercepted},
    {CauseClass::TlsTooOld, tlsTooOld},
    {CauseClass::ServerBusy, serverBusy},
    {CauseClass::LocalServerError, localError},
    {CauseClass::DiskFull, diskFull},
    {CauseClass::CommandSyntax, commandSyntax},
};

} // namespace

std::span<const PhraseTable> serverPhrases()
{
    return tables;
}

} // namespace diagnosis
