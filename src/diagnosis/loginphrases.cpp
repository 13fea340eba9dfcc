// SPDX-License-Identifier: GPL-3.0-or-later
// How servers speak of logins.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

/// Whoever is past MAIL has logged in, or was not asked to.
bool notOfMail(core::Stage stage)
{
    return stage < core::Stage::Rcpt || stage > core::Stage::Body;
}

constexpr Phrase wrongPassword[] = {
    {"no authentication type succeeded", Named},
    {"credential .. no longer valid"},
    {"username too long"},
    {"mailbox unknown", Likely, nullptr, [](core::Stage stage) { return core::isOfPop(stage); }},
    {"(username|password) ... (null|empty)", Clear, "sender|address"},
    {"not password", Likely, "required|needed|accept*|protect*"},
    {"not (accept|accepted) ... (username|password|login)"},
    {"(0x800ccc92|0x800ccc80)", Likely}, // Outlook's own
    {"cannot login", Common, "now|moment|time|temporar*|browser|web",
     [](core::Stage stage) { return core::isOfPop(stage); }},
    {"%bad .. login", Common, "temporar*|too many"},
    {"%bad ... (username|password|credential|username and password)", Likely, "temporar*|too many"},
    {"login .. %bad", Common, "temporar*|too many|server|recipient|sender|must|require*"},
    {"(username|password|credential|secret|username or password|username and password) ... %bad",
     Likely, "temporar*|too many|server|recipient|sender|must|require*"},
    {"username and password not accepted"},
    {"(incorrect|invalid|bad|wrong) (authentication data|auth "
     "data|credential|password|username|login|authentication|authentication credential|username or "
     "password|username and password)"},
    {"authentication credential invalid"},
    {"(authentication|authorization|login|logon|auth) "
     "(failed|failure|unsuccessful|invalid|error|rejected|refused|denied|not "
     "accepted|incorrect|fail)",
     Common, "temporar*|too many|mechanism|blocked|locked|authentication server|auth server"},
    {"(failed|failure|cannot) authenticate", Common, "temporar*|authentication server|auth server"},
    {"authenticat* ... (failed|failure|fail|unsuccessful)", Hint, "temporar*|header|spf|dkim"},
    {"credential ... (incorrect|invalid|not valid|wrong|rejected|not recognized)"},
    {"password ... (incorrect|invalid|wrong|not match|mismatch|not correct|expired)"},
    {"not (recognize|match) ... (password|username|credential)"},
    {"(no such|unknown) (user|account|username|login)", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Auth || core::isOfPop(stage); }},
    {"no such user or wrong password"},
    {"(not know|unknown|nobody|no one) .. (anyone|user|one)? .. credential"},
    {"(user|username|account) (unknown|not found|not exist)", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Auth || core::isOfPop(stage); }},
    {"check ... (username|password|credential|login)", Hint},
    {"(username|login|password|username or password) ... (invalid|incorrect|wrong)"},
    {"authenticationfailedexception|smtpauthenticationerror", Hint},
    {"eauth", Hint},
    {"invalid ... (api key|smtp key|smtp credential|smtp username)"},
    {"permission denied ... login", Hint},
    {"badcredential"},
    {"login ... (incorrect|invalid|failed|failure|refused)", Common, "temporar*|too many"},
};

constexpr Phrase appPassword[] = {
    {"secure app", Hint},
    {"(not allowed|not possible|disabled|required) ... (2fa|two factor|second factor|mfa)"},
    {"(2fa|two factor|second factor|mfa|two step) ... (enabled|active|on)", Likely, "token"},
    {"(application specific|app specific|application|app|third party|dedicated) password", Clear},
    {"apppassword|app-password|application-specific"},
    {"authorization code", Named, "grant|oauth"},
    {"invalidsecondfactor", Named},
    {"(two|2|#) (step|factor) (verification|authentication) ... (enabled|required|on|password)",
     Likely},
    {"generate ... password", Likely, "token"},
    {"client password", Likely},
    {"password ... (external|third party) (application|app|program|mail program|client)"},
};

constexpr Phrase oauthRequired[] = {
    {"basic auth* ... (disabled|not supported|blocked|deprecated|turned off|retired|removed|off|no "
     "longer)",
     Named},
    {"basicauthblocked|basicauthdisabled", Named},
    {"(oauth|oauth2|xoauth2|modern authentication) ... %needed", Clear, "token|failed|error"},
    {"(must|need|use|require*|only) ... (oauth|oauth2|xoauth2|modern auth|modern "
     "authentication|oauth # #|oauth #)",
     Clear, "token|failed|error|expired"},
    {"(password|plain|login) auth* ... no longer (supported|allowed|available)"},
    {"less secure (app|application)", Likely},
    {"(not support|no longer support|not accept) ... (password|basic) (auth*|login)"},
};

constexpr Phrase tokenBad[] = {
    {"authorization grant .. (invalid|expired|revoked)", Named},
    {"bad protocol cancel", Likely},
    {"invalid (xoauth2|oauthbearer)"},
    {"(access|refresh|oauth|bearer|oauth2|auth|authentication|id) token ... "
     "(expired|invalid|revoked|rejected|not valid|bad|wrong|malformed|missing|failed|error|not "
     "accepted)",
     Named},
    {"(invalid|expired|bad|revoked|wrong|malformed) ... (token|bearer|oauth|oauth2)", Named,
     "csrf"},
    {"token ... (expired|revoked|invalid|not valid)"},
    {"(xoauth2|oauthbearer|oauth2|oauth) ... (failed|invalid|failure|error|rejected|unsuccessful)",
     Clear, "basic"},
    {"invalid_grant|invalid_token|invalidtoken|unauthorized_client|invalid_client", Named},
    {"invalid (grant|client)", Named},
    {"(insufficient|wrong|missing|not grant*) ... scope", Named},
    {"oauth authentication ... (disabled|failed|error)", Clear},
    {"unauthorized client", Likely},
    {"consent ... (required|revoked|needed)", Likely},
    {"sasl authentication xoauth2 failed", Clear},
    {"eyjzdgf0dxmi*", Named}, // {"status": in base64, as RFC 7628 3.2.2 has it
};

constexpr Phrase disabledByAdmin[] = {
    {"not meet criteria ... authenticated", Named},
    {"uc login source not allowed", Named},
    {"uc oper no permission", Named},
    {"basic authentication ... not allowed", Likely, "2fa|two factor|second factor"},
    {"access by (mail program|client|other program|application) ... (off|disabled|not allowed)",
     Named},
    {"(authenticated sending|authenticated smtp|sending with authentication) ... (not "
     "enabled|disabled|off)",
     Named},
    {"not ... access right", Named},
    {"smtpclientauthentication|smtpclientauth ... disabled", Named},
    {"smtpclientauthentication disabled", Named},
    {"smtp client authentication ... disabled", Named},
    {"(smtp|pop|pop3|imap|smtp auth|smtp authentication|smtp access|pop access|pop3 access|smtp "
     "service|pop3 service|imap access|external access|authenticated submission) ... (disabled|not "
     "enabled|not allowed|turned off|switched off|not activated|not permitted|not opened|not open)",
     Clear,
     "starttls|relay*|mechanism|plaintext|clear text|cleartext|connect|connection|ip|@ip|tls"},
    {"(smtp|pop|pop3|imap) (access|service|login) ... (closed|denied|off|unavailable|not "
     "available)",
     Clear, "connect|connection|try again|later|temporar*",
     [](core::Stage stage) { return stage == core::Stage::Auth || core::isOfPop(stage); }},
    {"(not enabled|not allowed|not permitted|not authorized|not activated|disabled) ... (for|use) "
     "(smtp|pop|pop3|smtp auth|pop access|smtp access|imap)",
     Clear, "relay*|plaintext|cleartext"},
    {"(enable|turn on|activate|switch on|open) ... (smtp|pop|pop3|pop access|imap)", Clear,
     "ssl|tls|starttls|authentication|auth"},
    {"not ... permission ... (smtp|pop|pop3|use service)"},
    {"user has no permission", Named},
    {"user no permission", Named},
    {"authentication ... disabled", Likely, "basic"},
    {"(authentication|auth|login) ... disabled (for|by) "
     "(domain|tenant|organization|user|account|mailbox|policy|administrator)"},
    {"(pop|pop3|smtp) ... (upgrade|paid|premium|plan)", Likely},
    {"service not enabled", Likely},
    {"(protocol|access) ... disabled for (user|mailbox|account)", Likely},
    {"application access disabled", Clear},
    {"mailbox ... not ... (smtp|pop) access", Likely},
};

constexpr Phrase loginNeeded[] = {
    {"require* authentication ... (when|before|for|if)", Named, "tls|ssl|starttls|encrypt*"},
    {"(missing|no|without|not specified) .. (username|credential)", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Auth; }},
    {"(username|password|credential|username and password) .. (not specified|not set|missing|not "
     "given|not provided)",
     Clear},
    {"unauthenticated (sender|user|client|connection) not (allowed|permitted|accepted)", Named},
    {"use (smtp auth|smtp authentication|authentication|auth)", Clear,
     "tls|ssl|oauth*|mechanism|encrypt*|before auth*"},
    {"(authentication|authorization|login|auth|smtp authentication|smtp auth|sasl "
     "authentication|asmtp) (required|needed|must|mandatory|necessary)",
     Clear, "tls|ssl|starttls|encrypt*|pop|before smtp"},
    {"must ... (authenticate|authenticated|login)", Clear,
     "match|tls|ssl|starttls|pop|pop3|apop|oauth*"},
    {"(require|requires|required|requiring|need|needs) ... "
     "(authentication|authenticate|authenticated|login|auth)",
     Clear,
     "tls|ssl|starttls|encrypt*|oauth*|mechanism|dmarc|dkim|spf|pop|sender|domain|message|"
     "unauthenticated|mail from"},
    {"(not|never|no) (authenticated|authenticate|login|login yet)", Clear,
     "failed|dkim|spf|dmarc|message|domain"},
    {"not authenticated send", Clear},
    {"(client|user|sender|session|connection) ... not (authenticated|login|authorized)", Clear,
     "dkim|spf|dmarc|send from|use sender"},
    {"(authenticate|login) (first|before|yourself)", Clear, "starttls|tls|pop|browser"},
    {"(send|use|try|issue|perform|please) (auth|authentication|authenticate) (first|command "
     "first|before)",
     Clear},
    {"auth first", Clear},
    {"need ... (auth|authentication|login) (command|first)", Clear},
    {"without (authentication|authenticating|login|authorization|auth|smtp auth|smtp "
     "authentication)",
     Likely, "tls|ssl"},
    {"unauthenticated (command|sender|user|connection|access|client|sending|relay|session|mail "
     "not)",
     Likely, "dkim|spf|dmarc|@host"},
    {"anonymous ... (not allowed|not permitted|disabled|denied|refused)", Likely},
    {"sender address rejected ... not login", Named},
    {"client host rejected ... access denied", Likely},
    {"authentication ... not (given|provided|supplied|present)", Likely},
    {"(turn on|enable|switch on|set|activate|check) ... (smtp auth*|smtp authentication|outgoing "
     "server|my server requires)",
     Likely},
    {"not authoriz* ... send ... (until|without|before) ... (auth*|login)", Clear},
    {"only authenticated (user|client|sender)", Clear},
    {"(authorization|authentication) ... missing", Likely},
    {"not login", Likely},
};

constexpr Phrase methodNotSupported[] = {
    {"command unrecognized ... auth", Clear, "after"},
    {"auth not allowed $", Clear},
    {"no authentication (mechanism|mechansim)", Clear},
    {"not supported (authentication|auth) mode"},
    {"auth command (unrecognized|unknown|not recognized)", Named},
    {"(no|cannot) ... (usable|supported|suitable) ... (authentication|auth|login|mechanism) "
     "(method|mechanism)?"},
    {"no ... mechanism (found|available)"},
    {"(unrecognized|unsupported|unknown|invalid|bad|no such|not recognized|not supported|not "
     "implemented|unavailable) (authentication|auth|sasl|login) (type|mechanism|method|scheme)"},
    {"(authentication|auth|sasl|login) (type|mechanism|method|scheme|mechanisms) ... (not "
     "supported|unsupported|not implemented|not available|unavailable|unrecognized|unknown|not "
     "recognized|too weak|invalid|not allowed|disabled|not permitted|not enabled|not valid)",
     Clear, "encrypt*|tls|ssl|starttls"},
    {"(mechanism|method|authtype) ... (not supported|unsupported|not available|not implemented|too "
     "weak|unknown|not recognized|invalid|not permitted|disabled|not allowed)",
     Likely, "encrypt*|tls|ssl|starttls"},
    {"no (worthy mech|supported authentication|suitable auth*|mechanism|authentication "
     "mechanism|supported authentication method|compatible auth*|acceptable auth*)",
     Clear},
    {"(plain|login|cram md5|cram-md5|crammd5|digest md5|ntlm|xoauth2|gssapi|scram*) ... (not "
     "supported|unsupported|not permitted|not allowed|not available|disabled|not implemented|not "
     "enabled|not advertised)",
     Likely, "encrypt*|tls|ssl|starttls|basic"},
    {"(auth|authentication|smtp auth extension|auth command|auth extension) ... (not supported|not "
     "implemented|not available|not offered|unsupported|not advertised|not recognized|not "
     "understood)",
     Likely, "encrypt*|tls|ssl|starttls"},
    {"(not support|no support|not offer|not advertise) ... (auth|authentication|smtp auth*)",
     Clear},
    {"(command|auth) ... not (implemented|recognized|supported)", Hint, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Auth; }},
    {"unknown ... auth* method", Clear},
    {"authentication not (enabled|available|implemented)", Likely, "user|account|tenant|mailbox"},
};

constexpr Phrase tlsBeforeLogin[] = {
    {"secure connection", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Auth; }},
    {"unencrypted connection", Clear},
    {"(stls|starttls) first", Clear},
    {"use (stls|starttls)", Likely},
    {"(login|authentication|auth) without (encryption|ssl|tls) ... (disabled|not "
     "allowed|refused|not possible)",
     Named},
    {"(disabled|not allowed|disallowed) via insecure connection", Named},
    {"(encryption|encrypted|tls|ssl|starttls|secure|secured|ssl tls) ... %needed ... "
     "(authentication|auth|authenticate|login|logging)",
     Named},
    {"(authentication|auth|login|authenticate) ... "
     "(not|disallowed|only|disabled|refused|denied|never) ... "
     "(insecure|unencrypted|plaintext|clear text|cleartext|plain text|non tls|non secure|without "
     "ssl|without tls|unsecured|without encryption|tls|ssl|secure|encrypted|encryption)",
     Clear, "expired|certificate|handshake"},
    {"(plaintext|cleartext|clear text|plain text|clear|unencrypted|insecure|non secure) ... "
     "(authentication|auth|login|password|logging) ... (disallowed|not allowed|disabled|not "
     "permitted|refused|denied|forbidden|not supported|prohibited|rejected|not available)",
     Named},
    {"(authentication|auth|login|password) ... (plaintext|cleartext|clear text|plain "
     "text|unencrypted|insecure) ... (disallowed|not allowed|disabled|not "
     "permitted|refused|denied|forbidden|not supported)",
     Named},
    {"(only|must|require*) ... (tls|ssl|encrypted|secure|starttls) ... "
     "(authentication|auth|login|authenticate|mechanism)",
     Clear, "certificate"},
    {"encryption %needed ... (mechanism|authentication)", Named},
    {"encryption required", Likely},
    {"(use|using|enable|issue|run|without|requires|require|need) (ssl|tls|starttls|encryption|ssl "
     "tls|secure connection) ... (authentication|auth|login|authenticate|authenticating|logging)",
     Clear, "certificate"},
    {"(ssl|tls|starttls|ssl tls) ... %needed ... (authentication|auth|authenticate|login)", Clear},
    {"(auth|authentication) ... not advertised", Likely},
    {"must ... starttls ... before ... (auth|login|authentication|authenticating|authenticate)",
     Named},
    {"[privacyrequired]", Named},
    {"without (ssl|tls|encryption|ssl tls) ... not allowed", Likely},
    {"(auth|authentication|login) ... (requires|require|needs|need) ... "
     "(tls|ssl|encryption|starttls|secure)",
     Named},
};

constexpr Phrase temporaryAuth[] = {
    {"federated sts", Named},
    {"account temporarily unavailable", Likely, nullptr,
     [](core::Stage stage) { return core::isOfPop(stage); }},
    {"(login|authentication|auth|password) (server|service|database|backend) ... (not "
     "reachable|unreachable|unavailable|down|not available|not respond*)",
     Named},
    {"cannot authenticate ... (present|now|moment|time)", Named},
    {"temporary (authentication|auth|login|sasl) (failure|error|problem)", Named},
    {"temporar* ... (authentication|auth|login) ... (failure|failed|error|unavailable|problem)",
     Clear, "blocked|suspended|too many|locked|disabled"},
    {"(authentication|auth|sasl) (server|service|backend|database|daemon|subsystem|system) ... "
     "(unavailable|not available|down|failure|failed|error|unreachable|lost|not "
     "respond*|timeout|problem|temporar*|busy|gone)",
     Clear},
    {"(cannot|not) (authenticate|check|verify|validate) ... "
     "(now|moment|time|temporar*|credential|password|due)",
     Likely, "failed"},
    {"(authentication|login|auth) ... (temporarily|temporary) (unavailable|disabled|failed|error)",
     Clear},
    {"connection lost ... authentication server", Named},
    {"(ldap|mysql|sql|radius|sasl|saslauthd|dovecot) ... "
     "(down|error|failed|failure|unavailable|not available)",
     Likely, "incorrect|invalid credential"},
    {"internal authentication error", Clear},
    {"generic failure", Named, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Auth; }},
    {"(cannot|not) login ... (now|moment|time)", Likely},
    {"(try|retry) ... (login|authentication) ... later", Hint},
};

constexpr Phrase accountLocked[] = {
    {"sending paused", Named},
    {"outgoing mail ... suspended", Named},
    {"outbound* disabled", Named},
    {"access denied spam abuse detected", Named},
    {"(allow|grant) access ... account", Likely, "sender|relay"},
    {"address .. blocked .. (complaint|abuse|spam)", Named, "ip|@ip"},
    {"account not allowed send", Named},
    {"sending ... account disabled", Named},
    {"(account|mailbox|user|username|sender|tenant|domain|subscription|service|smtp "
     "account|login|mail account|sending) ... "
     "(locked|suspended|blocked|disabled|deactivated|frozen|terminated|restricted|banned|inactive|"
     "limited|closed|hacked|compromised|on "
     "hold|cancelled|deleted|expired|hijacked|paused|revoked|quarantined|unusual "
     "activity|suspicious)",
     Likely,
     "recipient|from ip|temporarily disabled due too many|too many|smtp "
     "client|smtpclientauthentication|ip|host|try again later|inbox|mailbox "
     "full|message|relay|header",
     [](core::Stage stage) { return stage != core::Stage::Rcpt; }},
    {"(locked|suspended|disabled|blocked|deactivated|frozen) (account|user|mailbox|sender)", Likely,
     "recipient|relay", [](core::Stage stage) { return stage != core::Stage::Rcpt; }},
    {"(login|log in) ... (web browser|browser|web|webmail|website)", Clear, "token"},
    {"webloginrequired", Named},
    {"(unusual|suspicious|abnormal) ... (activity|login|usage|sign|behaviour|behavior)", Clear,
     "from ip"},
    {"(outbound|bad outbound) (spam|sender)", Clear},
    {"(sending|outbound|outgoing) ... (disabled|blocked|suspended|restricted|not allowed) ... "
     "(account|user|you|spam|abuse)",
     Likely, "ip|tls"},
    {"account ... (under review|violation|violated|abuse|not in good standing)", Clear,
     "recipient address"},
    {"(password|account) ... compromised", Named},
    {"(verify|confirm|unlock) ... account", Likely, "sender|domain"},
    {"(contact|call) ... (support|administrator) ... (unlock|reactivate|restore|reinstate)",
     Likely},
    {"tenant ... exceeded threshold", Named},
    {"(unpaid|payment|invoice|overdue|billing)", Likely},
    {"account ... (spam|spamming)", Likely, "recipient"},
    {"user ... been (suspended|blocked|disabled|locked)", Likely, nullptr,
     [](core::Stage stage) { return stage != core::Stage::Rcpt; }},
};

constexpr Phrase notActivated[] = {
    {"relay* ... not enabled ... account", Named},
    {"(account|service|server|smtp account|user|profile) ... (not activated|not yet activated|not "
     "active|not yet active|not yet approved|not approved|pending activation|pending approval|not "
     "yet enabled|under review|pending review|inactive)",
     Clear, "recipient|smtp access|pop",
     [](core::Stage stage) { return stage != core::Stage::Rcpt && stage != core::Stage::Body; }},
    {"(activate|validate) ... account", Clear, "smtp access|pop access"},
    {"(trial|sandbox|test|demo|free) (account|mode|domain|subdomain|plan|server)", Clear},
    {"account pending", Clear},
    {"(pending approval|pending activation|awaiting approval)", Clear},
    {"(sandbox|testing mode)", Clear},
    {"(not allowed|can only|only) ... (own|authorized) recipient", Likely},
    {"authorized recipient", Clear},
    {"request production access", Named},
    {"(free|trial) account ... (not allowed|limited|restricted|upgrade)", Clear},
    {"(upgrade|paid) ... (plan|account|subscription)", Hint},
};

constexpr Phrase tooManyLogins[] = {
    {"(blocked|locked) after # ... (password|login|attempt|try|tries|failure)", Named},
    {"login limit"},
    {"authenticate* too many"},
    {"too many ... (login|authentication|auth|authenticate|password|unsuccessful|failed login|bad "
     "auth*|invalid login|failed) ... (attempt|try|tries|failure|error)?",
     Clear},
    {"too many (login|authentication|auth|failed|bad|invalid|unsuccessful|password|incorrect)",
     Named, "recipient|command|connection|host"},
    {"(login|authentication|auth|password) ... (attempt|failure|try|tries) ... (exceed*|too "
     "many|limit|blocked|reached|maximum)",
     Clear},
    {"(maximum|max|limit) ... (login|authentication|auth|password) "
     "(attempt|tries|try|failure|retries)",
     Clear},
    {"(login|authentication|auth) ... (rate|rate limit*|throttle*|frequency|too frequent*|too "
     "often)",
     Clear},
    {"(login|auth) frequency limited", Named},
    {"[login-delay]|(login delay)", Named},
    {"(login|logins) ... (too soon|too fast|too frequent*|minimum interval)", Clear},
    {"(failed|unsuccessful|invalid) (login|authentication|auth) attempt", Likely},
    {"(excessive|many) ... (login|authentication|auth) ... (failure|attempt)", Clear},
    {"(ip|address|host|client) ... (blocked|banned|locked) ... "
     "(login|authentication|auth|password) (failure|attempt)",
     Clear},
    {"login ... (blocked|locked|disabled) ... (minute|hour)", Clear},
    {"try ... login ... (minute|hour)", Likely},
    {"(account|user|username) temporarily (locked|blocked|disabled|suspended)", Likely},
    {"brute force", Named},
};

constexpr Phrase wrongServer[] = {
    {"^ (mailer mailgun)? .. domain not found", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Auth; }},
    {"(server|host) ... not host ... account"},
    {"(no|not) account here", Named},
    {"(account|mailbox|user) ... (different|another|other|wrong) "
     "(server|host|cluster|location|region|data center|datacenter)",
     Clear},
    {"(use|connect|login) ... (correct|right|other|another|different) (server|host|data "
     "center|datacenter|region)",
     Clear},
    {"wrong (server|host|pod|cluster|data center|region)", Clear},
    {"(not|no longer) ... (hosted|local|served|provisioned|homed) ... "
     "(here|server|system|host|cluster)",
     Likely, "recipient|relay",
     [](core::Stage stage) {
         return stage == core::Stage::Auth || stage == core::Stage::Greeting ||
                core::isOfPop(stage);
     }},
    {"(moved|migrated|redirected|redirect) ... (server|host|cluster)", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Auth || core::isOfPop(stage); }},
    {"referral ... @host", Likely},
    {"(domain|user) ... not (exist|found|configured) ... (server|system) ... (login|auth)", Likely},
};

constexpr Phrase pbsExpired[] = {
    {"(not|before) .. login .. pop ... (minute|hour|server)", Named},
    {"pop before smtp", Named},
    {"pop ... before ... (smtp|send|sending)", Named},
    {"(pop|pop3|apop|pop apop) (authorization|authentication|auth|login) ... "
     "(%needed|first|before|expired)",
     Clear},
    {"(must|need|required|require) ... (pop|pop3|apop) ... "
     "(authorization|authentication|login|auth|first|check)",
     Clear},
    {"(check|read|retrieve|receive|fetch|download|get) ... (mail|new mail|message|pop|pop3) ... "
     "(before|first|prior)",
     Clear},
    {"(check|read|retrieve|receive|fetch) ... mail ... (pop|pop3|imap)", Likely},
    {"(pop|pop3) ... (check|first|session expired|expired)", Likely, "access"},
    {"must check ... mail", Clear},
    {"(pop|pop3) (user|login) ... (relay|send)", Likely},
    {"(smtp after pop|pop auth)", Clear},
};

constexpr Phrase country[] = {
    {"blocklist country", Named},
    {"determine country", Likely},
    {"mail from (china|russia|india|nigeria|korea|brazil|turkey|vietnam)", Likely, "@address"},
    {"(country|region|geo|geographic|geolocation|abroad|foreign|overseas|outside) ... (blocked|not "
     "allowed|denied|restricted|refused|filtered|rejected|banned|not "
     "permitted|restriction|block|policy)",
     Clear, "top level domain"},
    {"(blocked|not allowed|denied|restricted|refused|not accepted|reject*) ... "
     "(country|region|geo|geographic|geolocation|abroad|foreign|overseas|outside)",
     Clear, "outside organization|outside sender"},
    {"(from|your) country", Clear},
    {"(geoip|geo ip|geoblock*|geo block*|country block*|geofenc*)", Named},
    {"outside (japan|germany|france|china|russia|country|eu|usa)", Clear},
};

constexpr Phrase popInUse[] = {
    {"lock busy", Named},
    {"(overlap|duplicate) login", Named},
    {"(login|logon) (overlap|duplicate)", Named},
    {"locked by another", Named},
    {"mailbox ... (opened|used|open) by (another|other)", Named},
    {"[in-use]", Named},
    {"in use", Likely, "already in use by another account|address already in use",
     [](core::Stage stage) { return core::isOfPop(stage); }},
    {"(mailbox|maildrop|mail drop|mail file|spool) ... (in use|locked|already open|busy|being "
     "used|lock busy)",
     Named, "too many|suspended|recipient"},
    {"(lock|locking) ... (mailbox|maildrop|spool|mail file|maildir)", Clear},
    {"(another|other) ... (session|pop session|pop3 session|client|process|connection) ... "
     "(using|active|open|progress|running|locked|lock|accessing)",
     Clear, "blocked"},
    {"pop lock busy", Named},
    {"already ... (login|locked) ... (pop|another|session)?", Likely, nullptr,
     [](core::Stage stage) { return core::isOfPop(stage); }},
    {"cannot ... (lock|exclusive)", Clear},
    {"(obtain|get|acquire) ... lock", Clear},
};

constexpr PhraseTable tables[] = {
    {CauseClass::WrongPassword, wrongPassword, "mechanism|not implemented|server response",
     notOfMail},
    {CauseClass::AppPasswordNeeded, appPassword, nullptr, notOfMail},
    {CauseClass::OAuthRequired, oauthRequired},
    {CauseClass::OAuthTokenBad, tokenBad, nullptr, notOfMail},
    {CauseClass::AuthDisabledByAdmin, disabledByAdmin, nullptr, notOfMail},
    {CauseClass::LoginNeeded, loginNeeded},
    {CauseClass::MethodNotSupported, methodNotSupported},
    {CauseClass::TlsNeededBeforeLogin, tlsBeforeLogin},
    {CauseClass::TemporaryAuthFailure, temporaryAuth},
    {CauseClass::AccountLocked, accountLocked},
    {CauseClass::AccountNotActivated, notActivated},
    {CauseClass::TooManyLogins, tooManyLogins, nullptr, notOfMail},
    {CauseClass::WrongServer, wrongServer},
    {CauseClass::PbsExpired, pbsExpired},
    {CauseClass::CountryBlocked, country},
    {CauseClass::PopMailboxInUse, popInUse, "suspended|smtp|recipient|authentication unsuccessful",
     notOfMail},
};

} // namespace

std::span<const PhraseTable> loginPhrases()
{
    return tables;
}

} // namespace diagnosis
