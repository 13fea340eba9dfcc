// SPDX-License-Identifier: GPL-3.0-or-later
// How servers and TLS libraries speak of encryption: OpenSSL, GnuTLS, NSS, SChannel, Java, .NET,
// Go, Node.js, Python, rustls, Qt.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

constexpr Phrase tlsRequired[] = {
    {"must issue ... starttls", Named, "auth|authentication|login|before auth"},
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
    {"(not|without|no|unencrypted|insecure|plaintext|cleartext|non tls|unsecured) ... "
     "(encrypted|tls|ssl|encryption|connection|session|secure) ... (not "
     "allowed|refused|rejected|not accepted|not permitted|denied|disallowed)",
     Likely, "auth|authentication|login|password|certificate"},
    {"requires secure connection", Likely, "authenticated"},
    {"starttls required", Named, "user"},
};

constexpr Phrase startTlsUnavailable[] = {
    {"starttls ... not advertise"},
    {"starttls not suppo*"},
    {"(starttls|tls|ssl) ... (not supported|unsupported|not available|not offered|not "
     "enabled|unavailable|not advertised|not implemented|disabled|not support|extension not|not "
     "recognized|unrecognized|not provide|not announced|missing|not understood|isn't supported|not "
     "configured|not listed|not allowed here)",
     Clear,
     "currently|after start|unsupported protocol|hello|routine|temporar*|due|local "
     "problem|version|cipher|protocol version|auth|authentication|login|local "
     "configuration|certificate|handshake|renegotiation|library|resource|session|tlsv#|key"},
    {"(not support|not offer|not advertise|no support|without|not provide|not announce|lacks|not "
     "enable) ... (starttls|tls|ssl|encryption|secure connection)",
     Likely,
     "version|cipher|protocol|auth|authentication|login|session|certificate|handshake|password|"
     "tlsv#"},
    {"smtpnotsupportederror", Likely, "auth*"},
    {"starttls ... (required|requested|enforce*|require*) ... (but|not)", Clear},
    {"(unrecognized|unknown|unsupported|not implemented|not recognized) ... command ... starttls",
     Clear},
    {"starttls ... (unrecognized|unknown|not implemented|command not|command unrecognized|syntax "
     "error|bad command|not permitted)",
     Clear},
    {"must issue starttls ... (not|but) ... support", Clear},
    {"tls support not enabled", Named},
    {"server not support secure connection", Named},
    {"starttls ... stripped", Clear},
};

constexpr Phrase tlsBroken[] = {
    {"(cannot|error|failed) .. switch* ... (encrypted|secure|tls|ssl)", Named},
    {"tls ... after start"},
    {"(tls|ssl|starttls) (not available|unavailable)", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::StartTls; }},
    {"(tls|starttls|ssl) ... (not available|unavailable|failed|error|cannot|failure|not "
     "possible|problem) ... "
     "(due|temporar*|local|problem|reason|configuration|currently|initializ*|engine|reset|resource|"
     "certificate|key)",
     Clear, "handshake|verify|verif*|validat*|expired|library problem|trusted"},
    {"(tls|ssl|starttls) ... (local problem|local configuration error)", Clear, "handshake"},
    {"(tls initialization|tls init|tls engine|tls configuration|initializ* tls|initializ* ssl)",
     Clear, "handshake"},
    {"temporar* ... (start|negotiate|initiate|initialize|enable|load) ... "
     "(tls|ssl|starttls|certificate)",
     Likely},
    {"(cannot load|failed to load|missing|no) ... (server certificate|private key|tls "
     "certificate|certificate file)",
     Likely, "verify|issuer|peer"},
    {"starttls ... (failed|rejected|refused|error|aborted)", Likely,
     "certificate|not supported|verify|protocol|wrong version|version|unexpected "
     "eof|handshake|expired"},
    {"(tls|ssl|starttls) (currently|temporarily) (unavailable|not available)", Clear},
    {"(internal error|alert internal error|tlsv# alert internal error|decode error|bad record "
     "mac|decryption failed|illegal parameter)",
     Likely, "exchange|server error"},
    {"(no certificate|no shared|missing certificate) ... (server|set|configured)", Hint, "cipher"},
    {"(unrecognized name|alert unrecognized name|unrecognized_name)", Likely},
    {"(tls|ssl) handshake ... (failed|failure|error|aborted)", Hint},
};

constexpr Phrase wrongMode[] = {
    {"(tls|stls|ssl|channel|starttls) already", Clear},
    {"already .. (tls|secured|ssl|secure)", Clear},
    {"(wrong version number|wrong ssl version|ssl3 get record|unknown "
     "protocol|tls_validate_record_header|packet length too long|first record not look like tls "
     "handshake|not look like tls|record layer|plaintext connection|plain text "
     "connection|unsupported or unrecognized ssl message|unrecognized ssl message|not an ssl tls "
     "record|http request|wrong record|record overflow|packet unexpected length|unexpected tls "
     "packet|invalid content type|corrupt message|eproto)",
     Clear, "unsupported protocol|protocol version|alert|expired|certificate verify"},
    {"(unrecognized ssl message|plaintext connection)", Named},
    {"(wrong version number)", Named},
    {"first record ... not look like ... tls", Named},
    {"(the handshake failed due to an unexpected packet format|unexpected packet format|unexpected "
     "packet)",
     Named},
    {"(packet with unexpected length|unexpected tls packet was received|tls packet with unexpected "
     "length)",
     Clear},
    {"(port|server|connection) ... (expects|expecting|requires|uses|speaks) ... "
     "(ssl|tls|implicit|plain|starttls) ... (not|instead|rather)",
     Likely},
    {"(speaking|talking|sent|command|received) ... (plain|cleartext|http|plaintext) ... "
     "(tls|ssl|https)",
     Clear, "auth*|login|password"},
    {"(implicit|wrapped) (tls|ssl)", Likely},
    {"ssl error rx record too long", Named},
    {"rx_record_too_long", Named},
    {"rx record too long", Named},
    {"invalidmessage", Hint},
    {"invalid message", Hint},
    {"corrupt message", Hint},
    {"(token supplied function invalid|0x80090308|sec_e_invalid_token)", Clear},
    {"tls handshake ... (first byte|garbage|non tls)", Clear},
    {"(starttls|tls) already ... (active|started|established)", Clear},
    {"nested starttls", Clear},
};

constexpr Phrase certExpired[] = {
    {"certificate ... (expired|has expired|not yet valid|no longer valid|outdated|validity|out of "
     "date|not valid yet|not yet activated)",
     Named, "revoked"},
    {"(expired|not yet valid|outdated|not yet activated) ... certificate", Clear},
    {"(cert has expired|cert_has_expired|cert_not_yet_valid|cert "
     "expired|sec_error_expired_certificate|sec error expired "
     "certificate|certificateexpiredexception|certificatenotyetvalid*|certexpired|cert_e_expired|"
     "certificateexpired|notafter|x509_v_err_cert_has_expired)",
     Named},
    {"notafter ... (#|date)", Likely},
    {"(validity|valid) ... (not within|outside|period|time) ... (certificate|current)?", Likely,
     "address|user"},
    {"(not within its validity period|validity check failed)", Named},
    {"(certificate|cert) ... not valid until", Clear},
    {"current time ... (after|before)", Named},
    {"alert certificate expired", Named},
    {"0x800b0101", Named},
    {"0x80090328", Named},
};

constexpr Phrase certHostname[] = {
    {"domain name mismatch"},
    {"cannot verify server identity", Named},
    {"target principal name", Named},
    {"common name field"},
    {"hostname ... not match", Likely, "helo|ptr|reverse|sender|ip|@ip"},
    {"(no sni provided|sni)", Clear},
    {"(hostname|host|ip|name|common name|domain name|server name|altname|altnames|subject|dns "
     "name|address|identity|ip address|cn) ... (not match|mismatch|does not match|not in|doesn't "
     "match|not listed|not match certificate|mismatched|no match|isnt in|not valid for) ... "
     "(certificate|cert|altname|altnames|subject|name|names|peer|requested)",
     Likely,
     "sender|from|ptr|reverse|helo|recipient|version|password|username|spf|dkim|issuer|user|login"},
    {"certificate ... (name|hostname|host|subject|owner) ... (mismatch|not match|not "
     "correspond|wrong|invalid|different|does not match)",
     Clear},
    {"certificate ... (valid for|issued for|belongs to|not valid for|not match|doesnt match|not "
     "issued for|for the following names|only valid for|match any)",
     Clear},
    {"(err_tls_cert_altname_invalid|err tls cert altname "
     "invalid|altname|altnames|ssl_error_bad_cert_domain|ssl error bad cert "
     "domain|remotecertificatenamemismatch|cert_e_cn_no_match|notvalidforname|certnotvalidforname|"
     "bad_cert_domain|hostnamemismatch|x509_v_err_hostname_mismatch|certificate name "
     "mismatch|hostname mismatch)",
     Named},
    {"(no subject alternative|no alternative certificate|no subject alt name|no name "
     "matching|subject alternative dns name matching|no matching)",
     Named, "cipher|mechanism"},
    {"certificate ... not ... (@host|hostname|host|@ip)", Likely,
     "trusted|authority|expired|issuer|verify|signed"},
    {"(cannot validate certificate) ... (ip san|ip sans)", Named},
    {"hostname ... (verification|verify|check) ... (failed|error)", Clear},
    {"(peer|host) name ... (mismatch|not match)", Clear},
    {"(doesnt|not) ... contain ... (ip san|san)", Named},
    {"ip sans", Named},
    {"any ip san", Named},
    {"cn name ... (not match|mismatch)", Clear},
    {"cert_e_cn_no_match", Clear},
    {"(name|common name|cn) ... not ... (passed value|peer)", Clear},
    {"0x800b010f", Named},
    {"certificate ... used for ... different", Likely},
    {"issued ... different ... (host|name|site|domain)", Clear},
};

constexpr Phrase certSelfSigned[] = {
    {"self signed certificate", Named,
     "in certificate chain|in chain|certificate "
     "chain|avast|avg|kaspersky|eset|bitdefender|antivirus|mail shield"},
    {"(self signed|selfsigned|self-signed)", Clear,
     "in certificate chain|in chain|certificate chain"},
    {"(depth_zero_self_signed_cert|depth zero self signed cert|depth zero self signed)", Named},
    {"certificate ... self (signed|issued)", Clear, "chain"},
    {"self signed ... certificate", Likely, "chain"},
    {"caused by self signed", Likely},
    {"(mozilla_pkix_error_self_signed_cert|pkix error self signed "
     "cert|x509_v_err_depth_zero_self_signed_cert)",
     Named},
};

constexpr Phrase certUntrusted[] = {
    {"pkix error", Likely},
    {"invalid certificate", Likely},
    {"(unsupported certificate|key usage mismatch)", Clear},
    {"no certificate ... verified"},
    {"(unknown authority|unknown ca|unknown issuer|unknownissuer|unable get local issuer|cannot "
     "get local issuer|local issuer "
     "certificate|unable_to_get_issuer*|unable_to_verify_leaf_signature|unable verify leaf|verify "
     "leaf signature|verify first certificate|verify the first certificate|not "
     "trusted|untrusted|untrusted root|issuer not trusted|no trust|trust anchor|trust "
     "anchors|partial "
     "chain|partialchain|remotecertificatechainerrors|sec_error_unknown_issuer|sec_error_untrusted_"
     "issuer|unknownca|path building failed|unable find valid certification path|valid "
     "certification path|certification path|cert_untrusted|root certificate not "
     "trusted|cert_e_untrustedroot|signer not found|signer not trusted|issuer unknown|not issued "
     "by trusted|unable_to_get_issuer_cert_locally|untrustedroot|unknownroot)",
     Clear, "expired|self signed|altname|hostname mismatch|@ip network"},
    {"(certificate|cert) ... (not trusted|untrusted|unknown authority|signed by unknown|not "
     "verified|unknown issuer|cannot be verified|not be verified|unverified|chain "
     "incomplete|issuer unknown|not issued|trust|revoked)",
     Clear, "expired|self signed|hostname|name mismatch|altname|match"},
    {"(sunCertPathBuilderException|suncertpathbuilderexception|validatorexception|"
     "certpathvalidatorexception)",
     Clear, "expired|notafter"},
    {"certificate verify failed", Common, "expired|self signed|mismatch|not match"},
    {"(certificate|cert|crl) .. (revocation|revoked)"},
    {"revocation (check|status|server)"},
    {"(certificate|cert) (verification|validation|verify) (failed|failure|error)", Common,
     "expired|self signed|mismatch|not match"},
    {"(remote certificate|server certificate|certificate) ... (invalid|not valid) ... "
     "(validation|according)",
     Hint},
    {"(certificate chain|chain) ... (incomplete|broken|errors|not complete|error|not "
     "built|processed but terminated)",
     Clear, "self signed"},
    {"0x800b0109", Named},
    {"0x80090325", Named},
    {"(issuer|ca) ... (not recognized|not known|unknown|not found|not recognised|could not be "
     "found)",
     Clear, "expired"},
    {"alert (unknown ca|certificate unknown|bad certificate)", Likely},
    {"errsecnottrusted", Likely},
    {"certificate (revoked|has been revoked)", Likely},
};

constexpr Phrase tlsIntercepted[] = {
    {"(avast|avg|kaspersky|eset|bitdefender|antivirus) ... certificate ... (root|mail shield|ca)",
     Named},
    {"self signed certificate in (the)? certificate chain", Likely},
    {"self_signed_cert_in_chain", Likely},
    {"self signed cert in chain", Likely},
    {"(avast|avg|kaspersky|eset|bitdefender|norton|mcafee|sophos|fortinet|fortigate|zscaler|"
     "umbrella|netskope|bluecoat|blue coat|palo "
     "alto|sonicwall|watchguard|barracuda|squid|mitmproxy|charles|fiddler|burp|adguard|comodo|"
     "drweb|dr web|trend micro|symantec|checkpoint|check point|forcepoint|websense|cisco "
     "umbrella|panda|gdata|g data|f secure|cloudflare "
     "gateway|lightspeed|smoothwall|untangle|iboss|cyberoam|net nanny|superfish|kerio "
     "control|vipre|web mail shield|webmail shield|mail shield|anti virus|antivirus) ... "
     "(root|ca|certificate|personal|web|mail shield|generated|ssl|root "
     "ca|filter|issuer|trusted|untrusted|mitm|proxy|shield|inspection)",
     Named, "blocklist|spam|reputation|blocked|central|listed|rejected|refused|virus found|poor"},
    {"(issuer|issued by|certificate|cert|issuer cn|cn) ... "
     "(avast|avg|kaspersky|eset|bitdefender|norton|mcafee|sophos|fortinet|fortigate|zscaler|"
     "umbrella|netskope|bluecoat|palo "
     "alto|sonicwall|squid|mitmproxy|charles|fiddler|adguard|drweb|antivirus|firewall|proxy)",
     Clear},
    {"(mitm|man in the middle|ssl inspection|https scanning|ssl interception|tls interception|tls "
     "inspection|deep inspection|ssl scanning|mail scanning)",
     Clear},
    {"verify error num # self signed certificate in certificate chain", Likely},
    {"(antivirus|firewall|proxy) ... (intercept*|scan*|replac*)", Clear},
};

constexpr Phrase tlsTooOld[] = {
    {"high strength cipher", Named},
    {"(unsupported protocol|protocol version|alert protocol version|no protocols available|version "
     "too low|unsupported version|tls version|ssl version|no shared cipher|no cipher|no ciphers "
     "available|no common cipher|no cipher suites in common|cipher mismatch|insufficient "
     "security|dh key too small|ee key too small|ca md too weak|key too small|weak "
     "ephemeral|legacy sigalg|unsafe legacy renegotiation|wrong signature type|protocol is "
     "disabled|not support protocol|no appropriate "
     "protocol|unsupported_protocol|tlsv1_alert_protocol_version|protocol_version|ssl_error_no_"
     "cypher_overlap|no cypher overlap|ssl_error_unsupported_version|peerincompatible|protocol not "
     "supported|cipher suite|algorithm mismatch|no common algorithm|sec_e_algorithm_mismatch|dh "
     "prime|prime too small|key too weak|bits not|too weak|sslv3 not|handshake_failure no)",
     Clear, "mechanism|password|auth*|certificate expired|wrong version number"},
    {"(tls|tlsv#|tls #|ssl|tls1*|tlsv1*|sslv3|sslv#|ssl #) ... (not supported|unsupported|too "
     "old|deprecated|disabled|no longer supported|not enabled|outdated|obsolete|not "
     "allowed|must|or higher|or later|minimum|at least|required)",
     Likely,
     "auth|authentication|login|starttls|renegotiation|@host|certificate|encryption required|must "
     "issue"},
    {"(protocol|version|cipher) ... (not supported|unsupported|mismatch|too low|too old|not "
     "match|no common|negotiat*)",
     Likely, "auth*|mechanism|ip"},
    {"(server|client|peer) ... (selected|only supports|only offers|offers|uses|requires) ... "
     "(tls|protocol version|sslv#|tls1*|unsupported protocol)",
     Clear, "starttls"},
    {"(server selected unsupported protocol version|peer incompatible)", Named},
    {"(client and server cannot communicate|common algorithm|do not possess a common "
     "algorithm|0x80090331)",
     Named},
    {"handshake failure", Common, "certificate|verify"},
    {"sslv# alert handshake failure", Likely, "certificate|verify"},
    {"handshake_failure", Likely, "certificate|verify"},
    {"alert handshake failure", Likely, "certificate|verify"},
    {"(diffie hellman|dh) ... (small|weak|insufficient|prime|bits|key)", Clear},
    {"(upgrade|update) ... tls", Likely},
};

constexpr PhraseTable tables[] = {
    {CauseClass::TlsRequired, tlsRequired,
     "but|not offered|not support|not supported|not available|not advertise|unavailable"},
    {CauseClass::StartTlsUnavailable, startTlsUnavailable},
    {CauseClass::TlsBrokenOnServer, tlsBroken,
     "certificate problem|local issuer|certificate not verified|trusted|certificate expired"},
    {CauseClass::WrongTlsMode, wrongMode},
    {CauseClass::CertExpired, certExpired},
    {CauseClass::CertHostname, certHostname},
    {CauseClass::CertSelfSigned, certSelfSigned},
    {CauseClass::CertUntrusted, certUntrusted},
    {CauseClass::TlsIntercepted, tlsIntercepted},
    {CauseClass::TlsTooOld, tlsTooOld},
};

} // namespace

std::span<const PhraseTable> tlsPhrases()
{
    return tables;
}

} // namespace diagnosis
