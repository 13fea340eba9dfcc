// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

#include <chrono>
#include <optional>

namespace core
{

enum class Security
{
    Smtps,             // TLS from the first byte, RFC 8314
    StartTls,          // STARTTLS or nothing, RFC 3207
    StartTlsIfOffered, // what a man in the middle can take away
    None,
};

/// The ways of logging in. PLAIN1 sends the initial response in the AUTH line, PLAIN2 waits for the
/// 334. With PopBeforeSmtp a POP3 login lets in this computer's address; SMTP is then as with None.
/// OAuthBearer and XOauth2 take an access token as the password (RFC 6750), External the client
/// certificate.
enum class Method
{
    None,
    Plain1,
    Login,
    CramMd5,
    ScramSha256,
    Plain2,
    PopBeforeSmtp,
    OAuthBearer,
    XOauth2,
    External,
};

enum class PopSecurity
{
    Pop3s, // TLS from the first byte, RFC 8314
    Stls,  // STLS or nothing, RFC 2595
    None,
};

/// How to log in by POP3: APOP (RFC 1939 7) hides the password, USER/PASS sends it.
enum class PopAuth
{
    Auto, // APOP where the greeting has a valid stamp, else USER/PASS
    Apop,
    User,
};

enum class ProxyKind
{
    None,
    Socks5,      // RFC 1928
    HttpConnect, // RFC 9110 9.3.6
};

/// The command line's and JSON's words ("starttls-if-offered", "pop3s", "socks5"), stable
/// (words.h).
QLatin1StringView wordOf(Security security);
QLatin1StringView wordOf(Method method);
QLatin1StringView wordOf(PopSecurity security);
QLatin1StringView wordOf(PopAuth auth);
QLatin1StringView wordOf(ProxyKind kind);

/// The mechanism's registered name ("PLAIN" for both PLAINs); empty for None and PopBeforeSmtp.
QLatin1StringView mechanismOf(Method method);

/// Whether the password (or the token) itself crosses the wire to the SMTP server with this method.
bool sendsPassword(Method method);

/// Whether an access token stands in the password's place.
bool takesToken(Method method);

/// How long a reply may take, whole, from the command to its last line. Defaults of RFC
/// 5321 4.5.3.2 for the replies; connecting and TLS have none there.
struct Deadlines
{
    std::chrono::milliseconds connect = std::chrono::seconds(30);
    std::chrono::milliseconds tls = std::chrono::seconds(30);
    std::chrono::milliseconds greeting = std::chrono::minutes(5);
    std::chrono::milliseconds command = std::chrono::minutes(5);
    std::chrono::milliseconds data = std::chrono::minutes(2);
    std::chrono::milliseconds block = std::chrono::minutes(3);
    std::chrono::milliseconds endOfData = std::chrono::minutes(10);

    /// The same time for every stage.
    static Deadlines all(std::chrono::milliseconds time);
    bool operator==(const Deadlines &) const = default;
};

/// The proxy through which a server is reached, without a login of its own. The name of the server
/// goes to it unresolved.
struct Proxy
{
    ProxyKind kind = ProxyKind::None;
    QString host;
    quint16 port = 1080;

    [[nodiscard]] bool isUsed() const { return kind != ProxyKind::None; }
    bool operator==(const Proxy &) const = default;
};

/// The POP3 login that lets one in to send (POP before SMTP). What is empty is the SMTP server's.
struct PopProfile
{
    QString host;
    quint16 port = 995;
    PopSecurity security = PopSecurity::Pop3s;
    PopAuth auth = PopAuth::Auto;
    QString userId;
    bool ownPassword = false; // else the one for SMTP
    QByteArray pinnedSha256;  // as ServerProfile's
    /// Between the login and the SMTP connection: many servers learn of it only by reading a log.
    std::chrono::milliseconds wait = std::chrono::seconds(1);

    bool operator==(const PopProfile &) const = default;
};

/// How much of the outbox a server is given at a time.
struct Pace
{
    int connections = 1;        // at once, of all programs together
    int mailsPerConnection = 0; // 0: as many as the server takes
    int mailsPerMinute = 0;     // 0: as many as go

    bool operator==(const Pace &) const = default;
};

/// How to reach a server and log in; no password. Host and EHLO name as typed.
struct ServerProfile
{
    QString name;
    QString host;
    quint16 port = 587;
    Security security = Security::StartTls;
    Method method = Method::ScramSha256; // the chosen rung; the ladder goes down from it
    QString userId;
    QString ehloName; // empty: [127.0.0.1]
    QString caFile;   // PEM, added to the system's store
    QByteArray
        pinnedSha256; // SHA-256 of the DER of the one certificate to trust; empty: by its issuer
    bool allowPlaintextPassword = false;
    bool allowOldTls = false;   // TLS 1.0 and 1.1 too, which RFC 8996 forbids
    bool tryNextMethod = false; // after a refused login, over verified TLS (B53)
    QString clientCertificate;  // PEM
    QString clientKey;          // PEM; empty: in the certificate's file
    Proxy proxy;
    Deadlines deadlines;
    Pace pace;
    PopProfile pop; // for Method::PopBeforeSmtp

    bool operator==(const ServerProfile &) const = default;
};

/// The port that goes with a kind of security (S8): 465 with SMTPs, 587 with a login, 25 without
/// either.
quint16 usualPort(Security security, Method method);
/// RFC 8314 7.3 and RFC 1939 3: 995, else 110.
quint16 usualPort(PopSecurity security);
/// RFC 1928 3: 1080; for HTTP what most proxies have, 3128.
quint16 usualPort(ProxyKind kind);
/// The security that goes with a port: SMTPs with 465 (RFC 8314 3.3), STARTTLS with 25, 587 and
/// 2525; nothing where a port has no usual one.
std::optional<Security> usualSecurity(quint16 port);

/// Who logs in with the profile's method, and at which host.
QString loginIdOf(const ServerProfile &profile);
QString loginHostOf(const ServerProfile &profile);
quint16 loginPortOf(const ServerProfile &profile);
/// The POP3 server's host.
QString popHostOf(const ServerProfile &profile);

/// The two passwords a server may have.
enum class PasswordFor
{
    Smtp, // for POP before SMTP too, unless that has one of its own
    Pop,
};

/// The one that logs in with the profile's method; nothing where none does.
std::optional<PasswordFor> passwordUsed(const ServerProfile &profile);

} // namespace core
