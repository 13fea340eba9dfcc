// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the row of a cause lists what helps; here stands what each of these actions does. A
// remedy is a copy of the profile with one thing changed, so that the window needs to know nothing
// of the reasons. In the POP3 login before SMTP an action works on that login's settings.
#include "diagnosis/remedies.h"

#include "core/ladder.h"
#include "diagnosis/recognition.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

using core::Failure;
using core::Method;
using core::PopSecurity;
using core::Security;
using core::Stage;
using Field = Remedy::Field;
using Kind = Remedy::Kind;

constexpr quint16 smtpsPort = 465;      // RFC 8314 7.3
constexpr quint16 submissionPort = 587; // RFC 6409 3.1
constexpr auto longerWait = std::chrono::seconds(10);

constexpr auto changePort = QT_TRANSLATE_NOOP("diagnosis", "Change the port");
constexpr auto changeCertificate = QT_TRANSLATE_NOOP("diagnosis", "Change the client certificate");
constexpr auto enterToken = QT_TRANSLATE_NOOP("diagnosis", "Enter an access token");
constexpr auto changeMethod = QT_TRANSLATE_NOOP("diagnosis", "Change the method");
constexpr auto changePop = QT_TRANSLATE_NOOP("diagnosis", "Change the POP3 login");
constexpr auto changeHost = QT_TRANSLATE_NOOP("diagnosis", "Change the host");
constexpr auto changeEhloName = QT_TRANSLATE_NOOP("diagnosis", "Change the EHLO name");
constexpr auto changeLogin = QT_TRANSLATE_NOOP("diagnosis", "Change ID or password");
constexpr auto changeSender = QT_TRANSLATE_NOOP("diagnosis", "Change the sender");
constexpr auto changeRecipients = QT_TRANSLATE_NOOP("diagnosis", "Change the recipients");

/// What the actions work with, and what they have found.
struct Offers
{
    const Case &c;
    const Translate &translate;
    QList<Remedy> found = {};

    [[nodiscard]] QByteArrayList methods() const
    {
        return c.facts.capabilities() ? c.facts.capabilities()->authMechanisms : QByteArrayList();
    }
    [[nodiscard]] bool offersStartTls() const
    {
        return c.facts.beforeTls && c.facts.beforeTls->startTls && !c.facts.afterTls;
    }

    void lookAt(Field field, const char *label)
    {
        if (c.inPop() && (field == Field::Host || field == Field::Port || field == Field::Login ||
                          field == Field::Method)) {
            field = Field::Pop;
            label = changePop;
        }
        const Remedy remedy{Kind::LookAt, translated(label, translate), c.profile, field};
        if (!found.contains(remedy)) {
            found.append(remedy);
        }
    }

    void add(Kind kind, const QString &label, const core::ServerProfile &changed)
    {
        found.append({kind, label, changed, Field::None});
    }
    void add(Kind kind, const char *label, const core::ServerProfile &changed)
    {
        add(kind, translated(label, translate), changed);
    }

    /// Nothing where the settings are so already; so it is with POP3.
    void secure(Security security, quint16 port)
    {
        core::ServerProfile changed = c.profile;
        changed.security = security;
        changed.port = port;
        const char *label = security == Security::Smtps
                                ? QT_TRANSLATE_NOOP("diagnosis", "Use SMTPs on port %1")
                                : QT_TRANSLATE_NOOP("diagnosis", "Use STARTTLS on port %1");
        if (changed != c.profile) {
            add(Kind::ChangeSettings, translated(label, translate).arg(port), changed);
        }
    }

    void securePop(PopSecurity security, quint16 port)
    {
        core::ServerProfile changed = c.profile;
        changed.pop.security = security;
        changed.pop.port = port;
        const char *label = security == PopSecurity::Pop3s
                                ? QT_TRANSLATE_NOOP("diagnosis", "Use POP3S on port %1")
                                : QT_TRANSLATE_NOOP("diagnosis", "Use STLS on port %1");
        if (changed != c.profile) {
            add(Kind::ChangeSettings, translated(label, translate).arg(port), changed);
        }
    }

    void logInBy(Method method, Kind kind)
    {
        core::ServerProfile changed = c.profile;
        changed.method = method;
        if (method == Method::CramMd5 && !c.encrypted()) {
            kind = Kind::GuessableDigest;
        }
        add(kind,
            translated(QT_TRANSLATE_NOOP("diagnosis", "Try %1"), translate)
                .arg(methodTitle(method, translate)),
            changed);
    }

    void pin(Kind kind, const char *label, const QByteArray &sha256)
    {
        core::ServerProfile changed = c.profile;
        (c.inPop() ? changed.pop.pinnedSha256 : changed.pinnedSha256) = sha256;
        add(kind, label, changed);
    }
};

// ---- encryption, port, host

void encrypt(Offers &o)
{
    if (o.offersStartTls()) {
        o.secure(Security::StartTls, o.c.profile.port);
    } else {
        o.secure(Security::Smtps, smtpsPort);
    }
}

void useStartTlsIfOffered(Offers &o)
{
    if (o.offersStartTls() && !o.c.encrypted()) {
        o.secure(Security::StartTls, o.c.profile.port);
    }
}

void useOtherPort(Offers &o)
{
    if (o.c.inPop()) {
        return;
    }
    if (o.c.profile.port != smtpsPort) {
        o.secure(Security::Smtps, smtpsPort);
    } else {
        o.secure(Security::StartTls, submissionPort);
    }
}

void leaveEncryption(Offers &o)
{
    core::ServerProfile changed = o.c.profile;
    changed.security = Security::None;
    changed.allowPlaintextPassword = false; // one thing at a time: that is a choice of its own
    o.add(Kind::LeaveEncryption, QT_TRANSLATE_NOOP("diagnosis", "Go on without encryption"),
          changed);
}

void allowOldTls(Offers &o)
{
    core::ServerProfile changed = o.c.profile;
    changed.allowOldTls = true;
    if (!o.c.profile.allowOldTls) {
        o.add(Kind::AllowOldTls, QT_TRANSLATE_NOOP("diagnosis", "Allow TLS 1.0 and 1.1"), changed);
    }
}

void allowPassword(Offers &o)
{
    core::ServerProfile changed = o.c.profile;
    changed.allowPlaintextPassword = true;
    o.add(Kind::AllowPassword,
          QT_TRANSLATE_NOOP("diagnosis", "Allow the password without encryption"), changed);
}

void leaveProxy(Offers &o)
{
    core::ServerProfile changed = o.c.profile;
    changed.proxy.kind = core::ProxyKind::None;
    o.add(Kind::LeaveProxy, QT_TRANSLATE_NOOP("diagnosis", "Connect without the proxy"), changed);
}

/// The first `most` names in the certificate that can be the host of a server: whoever answered
/// wrote them, and they become buttons and options of a command line. No wildcard, no address.
QStringList hostsNamedIn(const core::Certificate &certificate, qsizetype most)
{
    // Labels of letters, digits and hyphens (RFC 5890 2.3.1), 253 characters at most (RFC 1035
    // 2.3.4, as text); the last is no number.
    static const QString label = u"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"_s;
    static const QRegularExpression host(
        u"\\A(?=.{1,253}\\z)(?:%1\\.)*(?![0-9]+\\z)%1\\z"_s.arg(label));
    QStringList hosts;
    for (const QString &name : certificate.hostNames) {
        if (hosts.size() < most && host.match(name).hasMatch()) {
            hosts.append(name);
        }
    }
    return hosts;
}

void useHostOfCertificate(Offers &o)
{
    const std::optional<core::TlsFacts> &tls = o.c.facts.tls;
    if (!tls || tls->faults != QList{core::CertificateFault::WrongHost}) {
        return;
    }
    for (const QString &name : hostsNamedIn(tls->certificate(), o.c.inPop() ? 1 : 2)) {
        core::ServerProfile changed = o.c.profile;
        (o.c.inPop() ? changed.pop.host : changed.host) = name;
        const char *label = o.c.inPop() ? QT_TRANSLATE_NOOP("diagnosis", "Use the POP3 host %1")
                                        : QT_TRANSLATE_NOOP("diagnosis", "Use the host %1");
        o.add(Kind::ChangeHost, translated(label, o.translate).arg(name), changed);
    }
}

void forgetPin(Offers &o)
{
    if (o.c.facts.tls && o.c.facts.tls->faults.isEmpty()) {
        o.pin(Kind::ForgetPin, QT_TRANSLATE_NOOP("diagnosis", "Forget the pinned certificate"), {});
    }
}

void trustCertificate(Offers &o)
{
    if (o.c.facts.tls && !o.c.facts.tls->certificate().isEmpty()) {
        o.pin(Kind::TrustCertificate, QT_TRANSLATE_NOOP("diagnosis", "Trust this certificate"),
              o.c.facts.tls->certificate().sha256);
    }
}

// ---- the login

/// The next method that the server offers, which only a person may choose after a 535 (B53).
void tryNextMethod(Offers &o)
{
    QList<Method> tried;
    for (const core::AuthAttempt &attempt : o.c.facts.attempts) {
        tried.append(attempt.method);
    }
    const auto next = core::nextRung(o.c.facts.method, o.methods(), tried);
    const bool readable = next && core::sendsPassword(*next) && !o.c.encrypted();
    if (next && !readable) {
        // The token methods are each other's equals.
        o.logInBy(*next, core::takesToken(*next) ? Kind::ChangeSettings : Kind::WeakerMethod);
    }
}

/// A token is no password, and with EXTERNAL there is none: only the same kind of method helps.
void tryOfferedMethod(Offers &o)
{
    const Method chosen = o.c.profile.method;
    const bool token = core::takesToken(chosen);
    const Method top = token ? core::tokenLadder().constFirst() : core::ladder().constFirst();
    const auto best =
        chosen == Method::External ? std::nullopt : core::nextRung(top, o.methods(), {chosen});
    if (best) {
        o.logInBy(*best,
                  !token && core::sendsPassword(*best) ? Kind::WeakerMethod : Kind::ChangeSettings);
    }
}

void lookAtLogin(Offers &o)
{
    const Method method = o.c.profile.method;
    o.lookAt(Field::Login,
             core::takesToken(method) ? QT_TRANSLATE_NOOP("diagnosis", "Enter a new access token")
             : method == Method::External ? QT_TRANSLATE_NOOP("diagnosis", "Change the ID")
                                          : changeLogin);
}

void enterPassword(Offers &o)
{
    const bool ofPop = core::passwordUsed(o.c.profile) == core::PasswordFor::Pop;
    o.lookAt(ofPop ? Field::Pop : Field::Login,
             core::takesToken(o.c.profile.method)
                 ? enterToken
                 : QT_TRANSLATE_NOOP("diagnosis", "Enter the password"));
}

void encryptPop(Offers &o)
{
    o.securePop(PopSecurity::Pop3s, core::usualPort(PopSecurity::Pop3s));
}

void switchPopTls(Offers &o)
{
    const core::PopProfile &pop = o.c.profile.pop;
    o.securePop(pop.security == PopSecurity::Pop3s ? PopSecurity::Stls : PopSecurity::Pop3s,
                pop.port);
}

/// Then the password itself goes, never without encryption by a click here.
void logInWithoutApop(Offers &o)
{
    if (o.c.profile.pop.security == PopSecurity::None) {
        encryptPop(o);
        return;
    }
    core::ServerProfile changed = o.c.profile;
    changed.pop.auth = core::PopAuth::Auto;
    o.add(Kind::WeakerMethod, QT_TRANSLATE_NOOP("diagnosis", "Log in without APOP"), changed);
}

void waitLongerAfterPop(Offers &o)
{
    if (o.c.profile.pop.wait < longerWait) {
        core::ServerProfile changed = o.c.profile;
        changed.pop.wait = longerWait;
        const char *label = QT_TRANSLATE_NOOP("diagnosis", "Wait %1 s after the POP3 login");
        o.add(Kind::ChangeSettings, translated(label, o.translate).arg(longerWait.count()),
              changed);
    }
}

void useSmtpAuth(Offers &o)
{
    if (o.c.facts.capabilities() && o.c.facts.capabilities()->hasAuth) {
        core::ServerProfile changed = o.c.profile;
        changed.method = Method::ScramSha256;
        o.add(Kind::ChangeSettings, QT_TRANSLATE_NOOP("diagnosis", "Use SMTP-AUTH instead"),
              changed);
    }
}

// ---- what was entered

void correctWhatWasEntered(Offers &o)
{
    struct StageField
    {
        Stage stage;
        Field field;
        const char *label;
    };
    constexpr StageField fields[] = {
        {Stage::Dns, Field::Host, changeHost},
        {Stage::Ehlo, Field::EhloName, changeEhloName},
        {Stage::Auth, Field::Login, changeLogin},
        {Stage::Mail, Field::From, changeSender},
        {Stage::Rcpt, Field::Recipients, changeRecipients},
        {Stage::Message, Field::Message, QT_TRANSLATE_NOOP("diagnosis", "Change the mail")},
    };
    if (o.c.inPop()) {
        o.lookAt(Field::Pop, changePop);
    }
    for (const StageField &row : fields) {
        if (row.stage == o.c.facts.stage) {
            o.lookAt(row.field, row.label);
        }
    }
}

struct ActionRow
{
    Action action;
    QLatin1StringView name;
    Subject touches;
    void (*offer)(Offers &);
};

constexpr ActionRow actionRows[] = {
    {Action::ChangeHost, "change-host"_L1, Subject::Host,
     [](Offers &o) { o.lookAt(Field::Host, changeHost); }},
    {Action::ChangePort, "change-port"_L1, Subject::Port,
     [](Offers &o) { o.lookAt(Field::Port, changePort); }},
    {Action::ChangeEhloName, "change-ehlo-name"_L1, Subject::EhloName,
     [](Offers &o) { o.lookAt(Field::EhloName, changeEhloName); }},
    {Action::ChangeCaFile, "change-ca-file"_L1, Subject::CaFile,
     [](Offers &o) {
         o.lookAt(Field::CaFile, o.c.profile.caFile.isEmpty()
                                     ? QT_TRANSLATE_NOOP("diagnosis", "Set the CA file")
                                     : QT_TRANSLATE_NOOP("diagnosis", "Change the CA file"));
     }},
    {Action::ChangeClientCertificate, "change-client-certificate"_L1, Subject::ClientCertificate,
     [](Offers &o) { o.lookAt(Field::ClientCertificate, changeCertificate); }},
    {Action::SetClientCertificate, "set-client-certificate"_L1, Subject::ClientCertificate,
     [](Offers &o) {
         o.lookAt(Field::ClientCertificate,
                  o.c.profile.clientCertificate.isEmpty()
                      ? QT_TRANSLATE_NOOP("diagnosis", "Set a client certificate")
                      : changeCertificate);
     }},
    {Action::ChangeProxy, "change-proxy"_L1, Subject::Proxy,
     [](Offers &o) { o.lookAt(Field::Proxy, QT_TRANSLATE_NOOP("diagnosis", "Change the proxy")); }},
    {Action::SetProxy, "set-proxy"_L1, Subject::Proxy,
     [](Offers &o) {
         if (!o.c.profile.proxy.isUsed()) {
             o.lookAt(Field::Proxy, QT_TRANSLATE_NOOP("diagnosis", "Set a proxy"));
         }
     }},
    {Action::ChangeTimeLimit, "change-time-limit"_L1, Subject::TimeLimit,
     [](Offers &o) {
         if (o.c.profile.deadlines != core::Deadlines()) {
             o.lookAt(Field::TimeLimit, QT_TRANSLATE_NOOP("diagnosis", "Change the time limit"));
         }
     }},
    {Action::ChangeLogin, "change-login"_L1, Subject::Login, lookAtLogin},
    {Action::ChangeMethod, "change-method"_L1, Subject::Method,
     [](Offers &o) { o.lookAt(Field::Method, changeMethod); }},
    {Action::EnterPassword, "enter-password"_L1, Subject::Login, enterPassword},
    {Action::EnterToken, "enter-token"_L1, Subject::Login,
     [](Offers &o) {
         o.lookAt(core::takesToken(o.c.profile.method) ? Field::Login : Field::Method, enterToken);
     }},
    {Action::ChangePop, "change-pop3-login"_L1, Subject::Pop,
     [](Offers &o) { o.lookAt(Field::Pop, changePop); }},
    {Action::ChangeFrom, "change-sender"_L1, Subject::From,
     [](Offers &o) { o.lookAt(Field::From, changeSender); }},
    {Action::ChangeRecipients, "change-recipients"_L1, Subject::Recipients,
     [](Offers &o) { o.lookAt(Field::Recipients, changeRecipients); }},
    {Action::CorrectWhatWasEntered, "correct-what-was-entered"_L1, Subject::Entered,
     correctWhatWasEntered},
    {Action::Encrypt, "encrypt"_L1, Subject::Encryption, encrypt},
    {Action::UseStartTlsIfOffered, "use-starttls-if-offered"_L1, Subject::Encryption,
     useStartTlsIfOffered},
    {Action::UseStartTlsHere, "use-starttls-on-this-port"_L1, Subject::Encryption,
     [](Offers &o) { o.secure(Security::StartTls, o.c.profile.port); }},
    {Action::UseSmtpsHere, "use-smtps-on-this-port"_L1, Subject::Encryption,
     [](Offers &o) { o.secure(Security::Smtps, o.c.profile.port); }},
    {Action::UseSmtps, "use-smtps"_L1, Subject::Encryption,
     [](Offers &o) { o.secure(Security::Smtps, smtpsPort); }},
    {Action::UseSubmission, "use-submission"_L1, Subject::Encryption,
     [](Offers &o) {
         if (o.c.profile.port != submissionPort && o.c.profile.port != smtpsPort) {
             o.secure(Security::StartTls, submissionPort);
         }
     }},
    {Action::UseOtherPort, "use-other-port"_L1, Subject::Encryption, useOtherPort},
    {Action::LeaveEncryption, "leave-encryption"_L1, Subject::Encryption, leaveEncryption},
    {Action::AllowOldTls, "allow-old-tls"_L1, Subject::OldTls, allowOldTls},
    {Action::AllowPassword, "allow-plaintext-password"_L1, Subject::ClearPassword, allowPassword},
    {Action::LeaveProxy, "leave-proxy"_L1, Subject::Proxy, leaveProxy},
    {Action::UseHostOfCertificate, "use-host-of-certificate"_L1, Subject::Host,
     useHostOfCertificate},
    {Action::TrustCertificate, "trust-certificate"_L1, Subject::Certificate, trustCertificate},
    {Action::ForgetPin, "forget-pin"_L1, Subject::Certificate, forgetPin},
    {Action::TryNextMethod, "try-next-method"_L1, Subject::Method, tryNextMethod},
    {Action::TryOfferedMethod, "try-offered-method"_L1, Subject::Method, tryOfferedMethod},
    {Action::TryCramMd5, "try-cram-md5"_L1, Subject::Method,
     [](Offers &o) { o.logInBy(Method::CramMd5, Kind::WeakerMethod); }},
    {Action::TryPlain1, "try-plain1"_L1, Subject::Method,
     [](Offers &o) { o.logInBy(Method::Plain1, Kind::ChangeSettings); }},
    {Action::TryPlain2, "try-plain2"_L1, Subject::Method,
     [](Offers &o) { o.logInBy(Method::Plain2, Kind::ChangeSettings); }},
    {Action::LogInNotAtAll, "use-no-login"_L1, Subject::Method,
     [](Offers &o) { o.logInBy(Method::None, Kind::ChangeSettings); }},
    {Action::EncryptPop, "use-pop3s"_L1, Subject::Pop, encryptPop},
    {Action::SwitchPopTls, "switch-pop3s-and-stls"_L1, Subject::Pop, switchPopTls},
    {Action::LogInWithoutApop, "log-in-without-apop"_L1, Subject::Pop, logInWithoutApop},
    {Action::WaitLongerAfterPop, "wait-longer-after-pop3"_L1, Subject::Pop, waitLongerAfterPop},
    {Action::UseSmtpAuth, "use-smtp-auth"_L1, Subject::Method, useSmtpAuth},
    {Action::TakeSignatureOff, "take-signature-off"_L1, Subject::Signature,
     [](Offers &o) {
         o.found.append(
             {Kind::TakeSignatureOff,
              translated(QT_TRANSLATE_NOOP("diagnosis", "Send without the signature"), o.translate),
              o.c.profile, Field::None});
     }},
};

const ActionRow &rowOf(Action action)
{
    return *std::find_if(std::begin(actionRows), std::end(actionRows) - 1,
                         [action](const ActionRow &row) { return row.action == action; });
}

const char *riskSource(Kind kind)
{
    switch (kind) {
    case Kind::ChangeSettings:
    case Kind::LookAt: return nullptr;
    case Kind::ChangeHost:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "This name comes from the server that answered; somebody in "
                                 "between can have a certificate for a name of their own. Check "
                                 "with your provider that it is theirs: ID and password will be "
                                 "sent there.");
    case Kind::TrustCertificate:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "From now on exactly this certificate counts for this server, "
                                 "whatever is wrong with it. Whoever holds it can read what you "
                                 "send. Compare the fingerprint with the operator's first.");
    case Kind::AllowPassword:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "Anybody on the way can then read the password and use it. This "
                                 "is remembered for this server.");
    case Kind::LeaveEncryption:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "Anybody on the way can then read the mail. The password is still "
                                 "not sent without encryption unless you allow that too.");
    case Kind::WeakerMethod:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "This method shows the server the password itself or protects it "
                                 "less. If the first refusal was about a wrong password, it will "
                                 "be refused again.");
    case Kind::GuessableDigest:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "Anybody on the way can then try passwords out on what is sent "
                                 "until one fits; a short or common one is soon found. This is "
                                 "remembered for this server.");
    case Kind::AllowOldTls:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "These old forms of encryption can be broken: somebody on the way "
                                 "may read the password and the mail. This is remembered for this "
                                 "server; it is only for an old device of your own.");
    case Kind::ForgetPin:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "From now on any certificate counts for this server that an "
                                 "issuer known to this computer gave for its host name.");
    case Kind::LeaveProxy:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "The server and the network on the way then see this computer's "
                                 "own address. This is remembered for this server.");
    case Kind::TakeSignatureOff:
        return QT_TRANSLATE_NOOP("diagnosis",
                                 "The recipient can then no longer check who wrote the message and "
                                 "that nobody changed it.");
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList actionNames(std::span<const Action> actions)
{
    QStringList names;
    for (const Action action : actions) {
        if (action != Action::None) {
            names.append(rowOf(action).name);
        }
    }
    return names;
}

Subject touchedBy(Action action)
{
    return rowOf(action).touches;
}

QList<Remedy> offered(std::span<const Action> actions, const Case &c, const Translate &translate)
{
    Offers offers{c, translate};
    for (const Action action : actions) {
        if (action != Action::None) {
            rowOf(action).offer(offers);
        }
    }
    return offers.found;
}

QString riskSentence(const Remedy &remedy, const Translate &translate)
{
    const char *source = riskSource(remedy.kind);
    return source ? translated(source, translate) : QString();
}

} // namespace diagnosis
