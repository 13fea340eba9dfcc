// SPDX-License-Identifier: GPL-3.0-or-later
// The table's part on encryption and certificates.
#include "diagnosis/causerow.h"

namespace diagnosis
{

namespace
{

using core::CertificateFault;
using core::Failure;
using core::Note;
using core::Security;
using core::Stage;

// OpenSSL's words for the alerts of RFC 8446 6.2; before TLS 1.3 a missing certificate is a failed
// handshake.
constexpr const char *wantedCertificateWords = "certificate required";
constexpr const char *refusedCertificateWords =
    "certificate required|alert bad certificate|alert unknown ca|alert certificate unknown|"
    "alert certificate expired|alert certificate revoked|alert access denied|"
    "alert unsupported certificate";

bool givesCertificate(const Case &c)
{
    return !c.profile.clientCertificate.isEmpty();
}

constexpr CauseRow rows[] = {
    {"wrong-tls-mode-server-speaks-plain",
     {failed(Failure::WrongTlsMode).under(Security::Smtps)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "On port {port}, {host} starts without encryption, and SMTPs was "
                       "chosen."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS instead of SMTPs, or port 465.")},
    {"wrong-tls-mode-server-speaks-tls",
     {failed(Failure::WrongTlsMode)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "On port {port}, {host} expects encryption from the first byte."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose SMTPs instead of {security}, or port 587.")},
    {"starttls-hidden-by-firewall",
     {failed(Failure::StartTlsNotOffered).noting(Note::RewritingFirewall)},
     QT_TRANSLATE_NOOP("diagnosis", "A firewall on the way rewrites what {host} says and hides its "
                                    "encryption. Nothing was sent."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose SMTPs with port 465, or switch off the firewall's mail "
                                    "inspection.")},
    {"starttls-not-offered",
     {failed(Failure::StartTlsNotOffered)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{host} offers no STARTTLS; perhaps something on the way took the "
                       "offer away. Neither password nor mail was sent."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose SMTPs with port 465, or try from another network; use no "
                       "encryption only where you trust the whole way.")},
    {"starttls-refused",
     {failed(Failure::StartTlsRefused), saidNo().at(Stage::StartTls)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{host} offers STARTTLS but refused to start it. Nothing was sent "
                       "without encryption."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again later, or choose SMTPs with port 465.")},
    {"plaintext-injected",
     {failed(Failure::PlaintextInjected)},
     QT_TRANSLATE_NOOP("diagnosis", "Text came in before the encryption started that should not be "
                                    "there: an attack on the way, or a broken server."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose SMTPs with port 465, or try from another network; nothing "
                       "was sent.")},
    {"ca-file-unreadable",
     {failed(Failure::CaFileUnreadable)},
     QT_TRANSLATE_NOOP("diagnosis", "The CA file cannot be read{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose a file with certificates in PEM form, or none: the "
                                    "system's certificates are used anyway.")},
    {"client-certificate-unreadable",
     {failed(Failure::ClientCertificateUnreadable)},
     QT_TRANSLATE_NOOP("diagnosis", "The client certificate or its key cannot be used{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose files in PEM form, the key without a password; or "
                                    "none, if the server asks for no certificate.")},
    {"certificate-not-yet-valid",
     {failed(Failure::CertificateRejected).having(CertificateFault::NotYetValid)},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate of {host} is valid only from {from}; this "
                                    "computer's date is {today}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Set this computer's clock if that date is wrong; otherwise tell "
                       "the server's operator.")},
    {"certificate-expired",
     {failed(Failure::CertificateRejected).having(CertificateFault::Expired)},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate of {host} expired on {until}; this computer's "
                                    "date is {today}."),
     QT_TRANSLATE_NOOP("diagnosis", "Tell the server's operator; if this computer's date is wrong, "
                                    "set its clock.")},
    {"certificate-wrong-host",
     {failed(Failure::CertificateRejected).having(CertificateFault::WrongHost)},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate is not for {host} but for: {names}."),
     QT_TRANSLATE_NOOP("diagnosis", "If one of these names is your provider's, use it as the host; "
                                    "otherwise do not log in there.")},
    {"certificate-self-signed",
     {failed(Failure::CertificateRejected).having(CertificateFault::SelfSigned)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{host} signed its certificate itself, so nobody vouches for it."),
     QT_TRANSLATE_NOOP("diagnosis", "If it is your own server, set its certificate as the CA file; "
                                    "otherwise do not log in there.")},
    {"certificate-unknown-issuer",
     {failed(Failure::CertificateRejected).having(CertificateFault::UnknownIssuer)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The certificate of {host} was issued by somebody this computer "
                       "does not know, or the server sends it incompletely."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Get the issuer's certificate from the server's operator and set "
                       "it as the CA file.")},
    {"certificate-weak",
     {failed(Failure::CertificateRejected).having(CertificateFault::Weak)},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate of {host} is too weakly protected{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Tell the server's operator: the certificate needs a longer key "
                       "or a newer signature.")},
    {"certificate-not-trusted",
     {failed(Failure::CertificateRejected)},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate of {host} cannot be trusted{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "See the certificate, and ask the server's operator about it.")},
    {"certificate-changed",
     {failed(Failure::CertificateChanged)},
     QT_TRANSLATE_NOOP("diagnosis", "{host} shows another certificate than the one that is pinned "
                                    "for it. Nothing was sent."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Ask the server's operator whether the certificate was renewed. Only then "
                       "trust the new one.")},
    {"tls-too-old",
     {failed(Failure::TlsTooOld)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{host} encrypts only in an outdated way ({version}); TLS 1.2 or "
                       "newer is needed."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Ask the provider for a newer server; this one is no longer safe "
                       "for passwords. Only for an old device of your own allow TLS 1.0 and 1.1.")},
    {"client-certificate-refused",
     {failed(Failure::TlsHandshakeFailed).because(refusedCertificateWords).where(givesCertificate),
      failed(Failure::ClosedByPeer).because(refusedCertificateWords).where(givesCertificate)},
     QT_TRANSLATE_NOOP("diagnosis", "{host} does not accept the client certificate{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check that it is the certificate the server's operator gave "
                                    "you, and that it has not expired.")},
    {"client-certificate-wanted",
     {failed(Failure::TlsHandshakeFailed).because(wantedCertificateWords),
      failed(Failure::ClosedByPeer).because(wantedCertificateWords)},
     QT_TRANSLATE_NOOP("diagnosis", "{host} asks this computer for a certificate of its own."),
     QT_TRANSLATE_NOOP("diagnosis", "Set the client certificate that the operator gave you; or ask "
                                    "for a port or host that takes ID and password instead.")},
    {"tls-handshake-failed",
     {failed(Failure::TlsHandshakeFailed), failed(Failure::ClosedByPeer).at(Stage::Tls)},
     QT_TRANSLATE_NOOP("diagnosis", "No encrypted connection with {host}, port {port}{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the port: 465 is usual with SMTPs, 587 with STARTTLS; a "
                                    "virus scanner in between may disturb.")},
};

} // namespace

std::span<const CauseRow> tlsCauses()
{
    return rows;
}

} // namespace diagnosis
