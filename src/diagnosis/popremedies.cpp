// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/popremedies.h"

#include "core/denial.h"
#include "diagnosis/certificatehosts.h"

#include <algorithm>
#include <iterator>

namespace diagnosis
{

namespace
{

using core::Failure;
using core::PopProfile;
using core::PopSecurity;
using Field = Remedy::Field;
using Kind = Remedy::Kind;

constexpr auto longerWait = std::chrono::seconds(10);

struct PopFinder
{
    const core::SessionFacts &facts;
    const core::ServerProfile &profile;
    const Translate &translate;
    QList<Remedy> found = {};

    void add(Kind kind, const QString &label, const PopProfile &pop)
    {
        core::ServerProfile changed = profile;
        changed.pop = pop;
        found.append({kind, label, changed, Field::None});
    }

    void secure(PopSecurity security, quint16 port)
    {
        PopProfile changed = profile.pop;
        changed.security = security;
        changed.port = port;
        if (changed == profile.pop) {
            return;
        }
        const char *label = security == PopSecurity::Pop3s
                                ? QT_TRANSLATE_NOOP("diagnosis", "Use POP3S on port %1")
                                : QT_TRANSLATE_NOOP("diagnosis", "Use STLS on port %1");
        add(Kind::ChangeSettings, translated(label, translate).arg(port), changed);
    }

    void lookAtPop()
    {
        found.append(
            {Kind::LookAt,
             translated(QT_TRANSLATE_NOOP("diagnosis", "Change the POP3 login"), translate),
             profile, Field::Pop});
    }
};

void encryptionOf(PopFinder &f)
{
    const Failure failure = f.facts.failure;
    const PopSecurity now = f.profile.pop.security;
    if (failure == Failure::WrongTlsMode) {
        f.secure(now == PopSecurity::Pop3s ? PopSecurity::Stls : PopSecurity::Pop3s,
                 f.profile.pop.port);
    }
    if (failure == Failure::StartTlsRefused || failure == Failure::PlaintextInjected ||
        failure == Failure::ConnectionRefused || failure == Failure::PlaintextPasswordNotAllowed) {
        f.secure(PopSecurity::Pop3s, core::usualPort(PopSecurity::Pop3s));
    }
    if (failure == Failure::PlaintextPasswordNotAllowed) {
        core::ServerProfile changed = f.profile;
        changed.allowPlaintextPassword = true;
        f.found.append(
            {Kind::AllowPassword,
             translated(QT_TRANSLATE_NOOP("diagnosis", "Allow the password without encryption"),
                        f.translate),
             changed, Field::None});
    }
}

void certificateOf(PopFinder &f)
{
    const bool refused = f.facts.failure == Failure::CertificateRejected ||
                         f.facts.failure == Failure::CertificateChanged;
    if (!refused || !f.facts.tls || f.facts.tls->certificate().isEmpty()) {
        return;
    }
    const core::Certificate certificate = f.facts.tls->certificate();
    if (f.facts.tls->faults == QList{core::CertificateFault::WrongHost}) {
        for (const QString &name : hostsNamedIn(certificate, 1)) {
            PopProfile changed = f.profile.pop;
            changed.host = name;
            f.add(Kind::ChangeHost,
                  translated(QT_TRANSLATE_NOOP("diagnosis", "Use the POP3 host %1"), f.translate)
                      .arg(name),
                  changed);
        }
    }
    PopProfile changed = f.profile.pop;
    if (f.facts.failure == Failure::CertificateChanged && f.facts.tls->faults.isEmpty()) {
        changed.pinnedSha256.clear();
        f.add(Kind::ForgetPin,
              translated(QT_TRANSLATE_NOOP("diagnosis", "Forget the pinned certificate"),
                         f.translate),
              changed);
    }
    changed.pinnedSha256 = certificate.sha256;
    f.add(Kind::TrustCertificate,
          translated(QT_TRANSLATE_NOOP("diagnosis", "Trust this certificate"), f.translate),
          changed);
}

/// APOP is not offered: the password itself would go, never without encryption by a click here.
void apopOf(PopFinder &f)
{
    if (f.profile.pop.security == PopSecurity::None) {
        f.secure(PopSecurity::Pop3s, core::usualPort(PopSecurity::Pop3s));
        return;
    }
    PopProfile changed = f.profile.pop;
    changed.auth = core::PopAuth::Auto;
    f.add(Kind::WeakerMethod,
          translated(QT_TRANSLATE_NOOP("diagnosis", "Log in without APOP"), f.translate), changed);
}

/// The POP3 login was taken, and the mail was refused for the want of one.
void notLetInOf(PopFinder &f)
{
    if (f.profile.pop.wait < longerWait) {
        PopProfile changed = f.profile.pop;
        changed.wait = longerWait;
        f.add(Kind::ChangeSettings,
              translated(QT_TRANSLATE_NOOP("diagnosis", "Wait %1 s after the POP3 login"),
                         f.translate)
                  .arg(std::chrono::duration_cast<std::chrono::seconds>(longerWait).count()),
              changed);
    }
    if (f.facts.capabilities() && f.facts.capabilities()->hasAuth) {
        core::ServerProfile changed = f.profile;
        changed.method = core::Method::ScramSha256;
        f.found.append(
            {Kind::ChangeSettings,
             translated(QT_TRANSLATE_NOOP("diagnosis", "Use SMTP-AUTH instead"), f.translate),
             changed, Field::None});
    }
    f.lookAtPop();
}

/// Else waiting is all there is to do, or the settings are those of the whole server.
bool isOfPopLogin(Failure failure)
{
    constexpr Failure others[] = {
        Failure::ReplyDeferred,       Failure::Cancelled,
        Failure::CaFileUnreadable,    Failure::ClientCertificateUnreadable,
        Failure::TlsTooOld,           Failure::ProxyFailed,
        Failure::CertificateRejected, Failure::CertificateChanged};
    return std::find(std::begin(others), std::end(others), failure) == std::end(others);
}

} // namespace

QList<Remedy> popRemedies(const core::SessionFacts &facts, const core::ServerProfile &profile,
                          const Translate &translate)
{
    PopFinder finder{facts, profile, translate};
    if (core::isOfPop(facts.stage)) {
        if (facts.failure == Failure::MethodNotOffered) {
            apopOf(finder);
        }
        encryptionOf(finder);
        certificateOf(finder);
        if (isOfPopLogin(facts.failure)) {
            finder.lookAtPop();
        }
    } else if (profile.method == core::Method::PopBeforeSmtp && core::isDeniedWithoutLogin(facts)) {
        notLetInOf(finder);
    }
    return finder.found;
}

} // namespace diagnosis
