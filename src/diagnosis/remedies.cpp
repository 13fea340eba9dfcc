// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: one function a group of failures, each adding what may help, the best first. A
// remedy is a copy of the profile with one thing changed, so that the window needs to know nothing
// of the reasons.
#include "diagnosis/remedies.h"

#include "core/ladder.h"
#include "diagnosis/causes.h"
#include "diagnosis/certificatehosts.h"
#include "diagnosis/popremedies.h"
#include "diagnosis/words.h"

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

using core::Failure;
using core::Method;
using core::Security;
using core::Stage;
using Field = Remedy::Field;
using Kind = Remedy::Kind;

constexpr quint16 smtpsPort = 465;      // RFC 8314 7.3
constexpr quint16 submissionPort = 587; // RFC 6409 3.1
constexpr qsizetype mostHosts = 2;      // of those a certificate names

struct Finder
{
    const core::SessionFacts &facts;
    const core::ServerProfile &profile;
    const Translate &translate;
    QList<Remedy> found = {};

    void lookAt(Field field, const char *label)
    {
        found.append({Kind::LookAt, translated(label, translate), profile, field});
    }

    void add(Kind kind, const char *label, const core::ServerProfile &changed)
    {
        found.append({kind, translated(label, translate), changed, Field::None});
    }

    void secure(Security security, quint16 port)
    {
        core::ServerProfile changed = profile;
        changed.security = security;
        changed.port = port;
        if (changed == profile) {
            return;
        }
        const char *label = security == Security::Smtps
                                ? QT_TRANSLATE_NOOP("diagnosis", "Use SMTPs on port %1")
                                : QT_TRANSLATE_NOOP("diagnosis", "Use STARTTLS on port %1");
        found.append(
            {Kind::ChangeSettings, translated(label, translate).arg(port), changed, Field::None});
    }

    void logInBy(Method method, Kind kind)
    {
        core::ServerProfile changed = profile;
        changed.method = method;
        if (method == Method::CramMd5 && !encrypted()) {
            kind = Kind::GuessableDigest;
        }
        found.append({kind,
                      translated(QT_TRANSLATE_NOOP("diagnosis", "Try %1"), translate)
                          .arg(methodTitle(method, translate)),
                      changed, Field::None});
    }

    [[nodiscard]] QByteArrayList offered() const
    {
        return facts.capabilities() ? facts.capabilities()->authMechanisms : QByteArrayList();
    }
    [[nodiscard]] QLatin1StringView cause() const
    {
        return diagnose(facts, profile, core::Goal::Check, QDateTime()).id;
    }
    [[nodiscard]] bool encrypted() const { return facts.tls && facts.tls->trusted(); }
    [[nodiscard]] bool offersStartTls() const
    {
        return facts.beforeTls && facts.beforeTls->startTls && !facts.afterTls;
    }
};

void encryptionOf(Finder &f)
{
    const Failure failure = f.facts.failure;
    if (failure == Failure::WrongTlsMode) {
        // The port is right for the other way of beginning.
        f.secure(f.profile.security == Security::Smtps ? Security::StartTls : Security::Smtps,
                 f.profile.port);
    }
    if (failure == Failure::WrongTlsMode || failure == Failure::TlsHandshakeFailed) {
        f.lookAt(Field::Port, QT_TRANSLATE_NOOP("diagnosis", "Change the port"));
    }
    if (failure == Failure::StartTlsNotOffered || failure == Failure::StartTlsRefused ||
        failure == Failure::PlaintextInjected) {
        f.secure(Security::Smtps, smtpsPort);
    }
    if (failure == Failure::TlsTooOld && !f.profile.allowOldTls) {
        core::ServerProfile changed = f.profile;
        changed.allowOldTls = true;
        f.add(Kind::AllowOldTls, QT_TRANSLATE_NOOP("diagnosis", "Allow TLS 1.0 and 1.1"), changed);
    }
    if (failure == Failure::CaFileUnreadable) {
        f.lookAt(Field::CaFile, QT_TRANSLATE_NOOP("diagnosis", "Change the CA file"));
    }
    if (failure == Failure::StartTlsNotOffered) {
        core::ServerProfile changed = f.profile;
        changed.security = Security::None;
        changed.allowPlaintextPassword = false; // one thing at a time: that is a choice of its own
        f.add(Kind::LeaveEncryption, QT_TRANSLATE_NOOP("diagnosis", "Go on without encryption"),
              changed);
    }
}

void certificateOf(Finder &f)
{
    const bool refused = f.facts.failure == Failure::CertificateRejected ||
                         f.facts.failure == Failure::CertificateChanged;
    if (!refused || !f.facts.tls || f.facts.tls->certificate().isEmpty()) {
        return;
    }
    const core::Certificate certificate = f.facts.tls->certificate();
    if (f.facts.tls->faults == QList{core::CertificateFault::WrongHost}) {
        for (const QString &name : hostsNamedIn(certificate, mostHosts)) {
            core::ServerProfile changed = f.profile;
            changed.host = name;
            f.found.append(
                {Kind::ChangeHost,
                 translated(QT_TRANSLATE_NOOP("diagnosis", "Use the host %1"), f.translate)
                     .arg(name),
                 changed, Field::None});
        }
    }
    core::ServerProfile changed = f.profile;
    if (f.facts.failure == Failure::CertificateChanged && f.facts.tls->faults.isEmpty()) {
        changed.pinnedSha256.clear();
        f.add(Kind::ForgetPin, QT_TRANSLATE_NOOP("diagnosis", "Forget the pinned certificate"),
              changed);
    }
    changed.pinnedSha256 = certificate.sha256;
    f.add(Kind::TrustCertificate, QT_TRANSLATE_NOOP("diagnosis", "Trust this certificate"),
          changed);
}

/// What the server wants of this computer's own certificate, or does not like about it, only the
/// row of the cause knows: the failure is an alert in the library's words.
void clientCertificateOf(Finder &f)
{
    const QLatin1StringView cause = diagnose(f.facts, f.profile, core::Goal::Check, QDateTime()).id;
    if (cause == "client-certificate-wanted"_L1) {
        f.lookAt(Field::ClientCertificate,
                 f.profile.clientCertificate.isEmpty()
                     ? QT_TRANSLATE_NOOP("diagnosis", "Set a client certificate")
                     : QT_TRANSLATE_NOOP("diagnosis", "Change the client certificate"));
    } else if (f.facts.failure == Failure::ClientCertificateUnreadable ||
               cause == "client-certificate-refused"_L1 || cause == "external-refused"_L1) {
        f.lookAt(Field::ClientCertificate,
                 QT_TRANSLATE_NOOP("diagnosis", "Change the client certificate"));
    }
}

void networkOf(Finder &f)
{
    const Failure failure = f.facts.failure;
    if (failure == Failure::ProxyFailed) {
        f.lookAt(Field::Proxy, QT_TRANSLATE_NOOP("diagnosis", "Change the proxy"));
        core::ServerProfile changed = f.profile;
        changed.proxy.kind = core::ProxyKind::None;
        f.add(Kind::LeaveProxy, QT_TRANSLATE_NOOP("diagnosis", "Connect without the proxy"),
              changed);
    }
    if (failure == Failure::NameNotFound || failure == Failure::NotAMailServer) {
        f.lookAt(Field::Host, QT_TRANSLATE_NOOP("diagnosis", "Change the host"));
    }
    if (failure == Failure::Unreachable && !f.profile.proxy.isUsed()) {
        f.lookAt(Field::Proxy, QT_TRANSLATE_NOOP("diagnosis", "Set a proxy"));
    }
    if (failure == Failure::TimedOut && f.profile.deadlines != core::Deadlines()) {
        f.lookAt(Field::TimeLimit, QT_TRANSLATE_NOOP("diagnosis", "Change the time limit"));
    }
    const bool silent = failure == Failure::ConnectionRefused || failure == Failure::TimedOut;
    if (silent && f.facts.stage == Stage::Connect) {
        if (f.profile.port != smtpsPort) {
            f.secure(Security::Smtps, smtpsPort);
        } else {
            f.secure(Security::StartTls, submissionPort);
        }
        f.lookAt(Field::Port, QT_TRANSLATE_NOOP("diagnosis", "Change the port"));
    }
}

/// The next method that the server offers, which only a person may choose after a 535 (B53).
void weakerMethodOf(Finder &f)
{
    QList<Method> tried;
    for (const core::AuthAttempt &attempt : f.facts.attempts) {
        tried.append(attempt.method);
    }
    const auto next = core::nextRung(f.facts.method, f.offered(), tried);
    const bool readable = next && core::sendsPassword(*next) && !f.encrypted();
    if (next && !readable) {
        // The token methods are each other's equals.
        f.logInBy(*next, core::takesToken(*next) ? Kind::ChangeSettings : Kind::WeakerMethod);
    }
}

void refusedLoginOf(Finder &f)
{
    const int code = f.facts.reply ? f.facts.reply->code : 0;
    const bool formRefused = code == 500 || code == 501 || code == 502;
    if (formRefused && f.facts.method == Method::Plain1) {
        f.logInBy(Method::Plain2, Kind::ChangeSettings);
        return;
    }
    if (formRefused && f.facts.method == Method::Plain2) {
        f.logInBy(Method::Plain1, Kind::ChangeSettings);
        return;
    }
    const bool wantsEncryption = code == 530 || code == 538;
    if (wantsEncryption && !f.encrypted()) {
        if (f.offersStartTls()) {
            f.secure(Security::StartTls, f.profile.port);
        }
        f.secure(Security::Smtps, smtpsPort);
        return;
    }
    f.lookAt(Field::Login, core::takesToken(f.profile.method)
                               ? QT_TRANSLATE_NOOP("diagnosis", "Enter a new access token")
                           : f.profile.method == Method::External
                               ? QT_TRANSLATE_NOOP("diagnosis", "Change the ID")
                               : QT_TRANSLATE_NOOP("diagnosis", "Change ID or password"));
    weakerMethodOf(f);
}

void notOfferedOf(Finder &f)
{
    if (f.offersStartTls()) {
        f.secure(Security::StartTls, f.profile.port);
        return;
    }
    // A token is no password, and with EXTERNAL there is none: only the same kind of method helps.
    const bool token = core::takesToken(f.profile.method);
    const Method top = token ? core::tokenLadder().constFirst() : core::ladder().constFirst();
    const auto best = f.profile.method == Method::External
                          ? std::nullopt
                          : core::nextRung(top, f.offered(), {f.profile.method});
    if (best && token) {
        f.logInBy(*best, Kind::ChangeSettings);
    } else if (best) {
        f.logInBy(*best, core::sendsPassword(*best) ? Kind::WeakerMethod : Kind::ChangeSettings);
    } else if (f.facts.failure == Failure::LoginNotOffered) {
        if (f.profile.port != submissionPort && f.profile.port != smtpsPort) {
            f.secure(Security::StartTls, submissionPort);
        }
        f.logInBy(Method::None, Kind::ChangeSettings);
    }
}

void plaintextOf(Finder &f)
{
    if (f.offersStartTls()) {
        f.secure(Security::StartTls, f.profile.port);
    } else {
        f.secure(Security::Smtps, smtpsPort);
    }
    if (f.facts.method == Method::CramMd5) {
        f.logInBy(Method::CramMd5, Kind::WeakerMethod); // it gives up less than the password
        return;
    }
    core::ServerProfile changed = f.profile;
    changed.allowPlaintextPassword = true;
    f.add(Kind::AllowPassword,
          QT_TRANSLATE_NOOP("diagnosis", "Allow the password without encryption"), changed);
}

void loginOf(Finder &f)
{
    const Failure failure = f.facts.failure;
    if (f.cause() == "oauth-only"_L1) {
        // Another method would show the password once more for nothing.
        f.lookAt(Field::Login, QT_TRANSLATE_NOOP("diagnosis", "Enter an access token"));
    } else if (failure == Failure::ReplyRefused && f.facts.stage == Stage::Auth) {
        refusedLoginOf(f);
    } else if (failure == Failure::PlaintextPasswordNotAllowed) {
        plaintextOf(f);
    } else if (failure == Failure::LoginNotOffered || failure == Failure::MethodNotOffered) {
        notOfferedOf(f);
        f.lookAt(Field::Login, QT_TRANSLATE_NOOP("diagnosis", "Change the method"));
    } else if (failure == Failure::PasswordUnavailable) {
        const bool ofPop = core::passwordUsed(f.profile) == core::PasswordFor::Pop;
        f.lookAt(ofPop ? Field::Pop : Field::Login,
                 QT_TRANSLATE_NOOP("diagnosis", "Enter the password"));
    } else if (failure == Failure::BadChallenge || failure == Failure::TooFewRounds) {
        weakerMethodOf(f);
    }
}

struct StageField
{
    Stage stage;
    Field field;
    const char *label;
};

constexpr StageField stageFields[] = {
    {Stage::Dns, Field::Host, QT_TRANSLATE_NOOP("diagnosis", "Change the host")},
    {Stage::Ehlo, Field::EhloName, QT_TRANSLATE_NOOP("diagnosis", "Change the EHLO name")},
    {Stage::Auth, Field::Login, QT_TRANSLATE_NOOP("diagnosis", "Change ID or password")},
    {Stage::Mail, Field::From, QT_TRANSLATE_NOOP("diagnosis", "Change the sender")},
    {Stage::Rcpt, Field::Recipients, QT_TRANSLATE_NOOP("diagnosis", "Change the recipients")},
    {Stage::Message, Field::Message, QT_TRANSLATE_NOOP("diagnosis", "Change the mail")},
};

void inputOf(Finder &f)
{
    const bool ours = f.facts.failure == Failure::BadInput;
    const bool theirs = f.facts.failure == Failure::ReplyRefused && f.facts.stage != Stage::Auth;
    if (!f.found.isEmpty() || (!ours && !theirs)) {
        return;
    }
    if (theirs && !f.facts.loggedIn && f.profile.method != Method::PopBeforeSmtp &&
        (f.facts.stage == Stage::Mail || f.facts.stage == Stage::Rcpt)) {
        f.lookAt(Field::Login, QT_TRANSLATE_NOOP("diagnosis", "Change ID or password"));
        return;
    }
    for (const StageField &row : stageFields) {
        if (row.stage == f.facts.stage) {
            f.lookAt(row.field, row.label);
        }
    }
}

} // namespace

QList<Remedy> remedies(const core::SessionFacts &facts, const core::ServerProfile &profile,
                       const Translate &translate)
{
    if (QList<Remedy> found = popRemedies(facts, profile, translate); !found.isEmpty()) {
        return found;
    }
    Finder finder{facts, profile, translate};
    networkOf(finder);
    encryptionOf(finder);
    certificateOf(finder);
    clientCertificateOf(finder);
    loginOf(finder);
    if (facts.failure == Failure::SignatureWouldBreak) {
        finder.add(Kind::TakeSignatureOff,
                   QT_TRANSLATE_NOOP("diagnosis", "Send without the signature"), profile);
    }
    inputOf(finder);
    return finder.found;
}

} // namespace diagnosis
