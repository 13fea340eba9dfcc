// SPDX-License-Identifier: GPL-3.0-or-later
// How servers speak of logins.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

constexpr Phrase wrongPassword[] = {
    {"mailbox unknown", Likely, nullptr, [](core::Stage stage) { return core::isOfPop(stage); }},
    {"cannot login", Likely, "now|moment|time|temporar*|browser|web",
     [](core::Stage stage) { return core::isOfPop(stage); }},
    {"(bad|wrong|invalid|incorrect|failed|failure|fail|error|rejected|denied|refused|unsuccessful|"
     "not accepted|not correct|not valid|not match|mismatch) ... "
     "(username|password|credential|username and password)",
     Likely, "temporar*|too many"},
    {"(failed|failure|cannot) authenticate", Likely, "temporar*|authentication server|auth server"},
    {"(username|login|password|username or password) ... (invalid|incorrect|wrong)"},
    {"(echec|mauvais|mauvaise|erreur|erreur d) ... (authentification|identifiant|mot de "
     "passe|connexion au compte|identification)",
     Likely},
    {"(비밀번호|아이디|인증|로그인) ... (실패|틀|잘못|올바르지|일치하지)", Likely},
};

constexpr Phrase appPassword[] = {
    {"(application specific|app specific|application|app|third party|dedicated) password", Clear},
    {"authorization code", Named, "grant|oauth"},
    {"(専用|アプリ) ... パスワード", Likely},
    {"парол* ... приложени*", Named},
    {"(contrasena de aplicacion|senha de app|senha de aplicativo|password per app)", Named},
    {"앱 비밀번호", Named},
};

constexpr Phrase oauthRequired[] = {
    {"basic auth* ... (disabled|not supported|blocked|deprecated|turned off|retired|removed|off|no "
     "longer)",
     Named},
};

constexpr Phrase tokenBad[] = {
    {"invalid_grant|invalid_token|invalidtoken|unauthorized_client|invalid_client", Named},
};

constexpr Phrase disabledByAdmin[] = {
    {"uc oper no permission", Named},
    {"(smtp|pop|pop3|imap|smtp auth|smtp authentication|smtp access|pop access|pop3 access|smtp "
     "service|pop3 service|imap access|external access|authenticated submission) ... (disabled|not "
     "enabled|not allowed|turned off|switched off|not activated|not permitted|not opened|not open)",
     Clear,
     "starttls|relay*|mechanism|plaintext|clear text|cleartext|connect|connection|ip|@ip|tls"},
    {"user no permission", Named},
    {"(pop3|imap|smtp|pop) ... (desactive|desactivee|non active|activer|pas active)", Clear},
};

constexpr Phrase loginNeeded[] = {
    {"(missing|no|without|not specified) ... (username|credential)", Likely, nullptr,
     [](core::Stage stage) { return stage == core::Stage::Auth; }},
    {"(authentication|authorization|login|auth|smtp authentication|smtp auth|sasl "
     "authentication|asmtp) (required|needed|must|mandatory|necessary)",
     Clear, "tls|ssl|starttls|encrypt*|pop|before smtp"},
    {"(require|required|requiring|need) ... (authentication|authenticate|authenticated|login|auth)",
     Clear,
     "tls|ssl|starttls|encrypt*|oauth*|mechanism|dmarc|dkim|spf|pop|sender|domain|message|"
     "unauthenticated|mail from"},
    {"(not|never|no) (authenticated|authenticate|login|login yet)", Clear,
     "failed|dkim|spf|dmarc|message|domain"},
    {"unauthenticated (command|sender|user|connection|access|client|sending|relay|session|mail "
     "not)",
     Likely, "dkim|spf|dmarc|@host"},
    {"(turn on|enable|switch on|set|activate|check) ... (smtp auth*|smtp authentication|outgoing "
     "server|my server requires)",
     Likely},
    {"(需要|必须|请先|请) ... (身份验证|认证|登录|验证|登陆)", Likely, "密码|授权码|失败"},
    {"(требуется|необходима|нужна) ... (аутентификация|авторизация)", Clear},
};

constexpr Phrase tlsBeforeLogin[] = {
    {"(disabled|not allowed|disallowed) via insecure connection", Named},
    {"(authentication|auth|login|authenticate) ... "
     "(not|disallowed|only|disabled|refused|denied|never) ... "
     "(insecure|unencrypted|plaintext|clear text|cleartext|plain text|non tls|non secure|without "
     "ssl|without tls|unsecured|without encryption|tls|ssl|secure|encrypted|encryption)",
     Clear, "expired|certificate|handshake"},
};

constexpr Phrase temporaryAuth[] = {
    {"federated sts", Named},
    {"(authentication|auth|sasl) (server|service|backend|database|daemon|subsystem|system) ... "
     "(unavailable|not available|down|failure|failed|error|unreachable|lost|not "
     "respond*|timeout|problem|temporar*|busy|gone)",
     Clear},
    {"(authentication|login|auth) ... (temporarily|temporary) (unavailable|disabled|failed|error)",
     Clear},
    {"(ldap|mysql|sql|radius|sasl|saslauthd|dovecot) ... "
     "(down|error|failed|failure|unavailable|not available)",
     Likely, "incorrect|invalid credential"},
    {"(認証|ログイン) ... (一時的|しばらく)", Named},
};

constexpr Phrase accountLocked[] = {
    {"outbound* disabled", Named},
    {"address ... blocked ... (complaint|abuse|spam)", Named, "ip|@ip"},
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
    {"(unusual|suspicious|abnormal) ... (activity|login|usage|sign|behaviour|behavior)", Clear,
     "from ip"},
    {"(unpaid|payment|invoice|overdue|billing)", Likely},
    {"user ... been (suspended|blocked|disabled|locked)", Likely, nullptr,
     [](core::Stage stage) { return stage != core::Stage::Rcpt; }},
    {"(compte|boite) ... (bloque|verrouille|suspendu|desactive|restreint)", Likely, "destinataire"},
};

constexpr Phrase notActivated[] = {
    {"(account|service|server|smtp account|user|profile) ... (not activated|not yet activated|not "
     "active|not yet active|not yet approved|not approved|pending activation|pending approval|not "
     "yet enabled|under review|pending review|inactive)",
     Clear, "recipient|smtp access|pop",
     [](core::Stage stage) { return stage != core::Stage::Rcpt && stage != core::Stage::Body; }},
    {"(sandbox|testing mode)", Clear},
};

constexpr Phrase tooManyLogins[] = {
    {"too many ... (login|authentication|auth|authenticate|password|unsuccessful|failed login|bad "
     "auth*|invalid login|failed) ... (attempt|try|tries|failure|error)?",
     Clear},
    {"(login|authentication|auth) ... (rate|rate limit*|throttle*|frequency|too frequent*|too "
     "often)",
     Clear},
    {"login delay", Named},
    {"(failed|unsuccessful|invalid) (login|authentication|auth) attempt", Likely},
};

constexpr Phrase wrongServer[] = {
    {"(no|not) account here", Named},
    {"(account|mailbox|user) ... (different|another|other|wrong) "
     "(server|host|cluster|location|region|data center|datacenter)",
     Clear},
};

constexpr Phrase pbsExpired[] = {
    {"pop ... before ... (smtp|send|sending)", Named},
    {"(check|read|retrieve|receive|fetch) ... mail ... (pop|pop3|imap)", Likely},
};

constexpr Phrase country[] = {
    {"(blocked|not allowed|denied|restricted|refused|not accepted|reject*) ... "
     "(country|region|geo|geographic|geolocation|abroad|foreign|overseas|outside)",
     Clear, "outside organization|outside sender"},
    {"(geoip|geo ip|geoblock*|geo block*|country block*|geofenc*)", Named},
    {"outside (japan|germany|france|china|russia|country|eu|usa)", Clear},
    {"国外 ... (制限|拒否|フィルタ|登录|禁止)", Named},
};

constexpr PhraseTable tables[] = {
    {CauseClass::WrongPassword, wrongPassword},
    {CauseClass::AppPasswordNeeded, appPassword},
    {CauseClass::OAuthRequired, oauthRequired},
    {CauseClass::OAuthTokenBad, tokenBad},
    {CauseClass::AuthDisabledByAdmin, disabledByAdmin},
    {CauseClass::LoginNeeded, loginNeeded},
    {CauseClass::TlsNeededBeforeLogin, tlsBeforeLogin},
    {CauseClass::TemporaryAuthFailure, temporaryAuth},
    {CauseClass::AccountLocked, accountLocked},
    {CauseClass::AccountNotActivated, notActivated},
    {CauseClass::TooManyLogins, tooManyLogins},
    {CauseClass::WrongServer, wrongServer},
    {CauseClass::PbsExpired, pbsExpired},
    {CauseClass::CountryBlocked, country},
};

} // namespace

std::span<const PhraseTable> loginPhrases()
{
    return tables;
}

} // namespace diagnosis
