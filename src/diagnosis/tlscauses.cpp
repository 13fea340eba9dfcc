// SPDX-License-Identifier: GPL-3.0-or-later
// The table's part on encryption and certificates.
#include "diagnosis/causerow.h"

namespace diagnosis
{

namespace
{

using enum Again;
using enum Action;
using enum Subject;
using enum Whose;

constexpr CauseRow rows[] = {
    {{"wrong-tls-mode-server-speaks-plain", CauseClass::WrongTlsMode, Person, AfterChange,
      Exit::Unavailable},
     {about(Encryption, Port), {UseStartTlsHere, ChangePort}},
     QT_TRANSLATE_NOOP("diagnosis", "On port {port}, {host} starts without encryption, and SMTPs "
                                    "was chosen."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS instead of SMTPs, or port 465.")},
    {{"wrong-tls-mode-server-speaks-tls", CauseClass::WrongTlsMode, Person, AfterChange,
      Exit::Unavailable},
     {about(Encryption, Port), {UseSmtpsHere, ChangePort}},
     QT_TRANSLATE_NOOP("diagnosis", "On port {port}, {host} expects encryption from the first "
                                    "byte."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose SMTPs instead of {security}, or port 587.")},
    {{"starttls-answered-in-plain", CauseClass::TlsBrokenOnServer, Server, Later,
      Exit::BadProtocol},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{host} said yes to STARTTLS and then went on without encryption. "
                       "Nothing more was sent."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "See the transcript and tell the server's operator; or something "
                       "on the way disturbs, so try from another network.")},
    {{"starttls-hidden-by-firewall", CauseClass::FirewallMangled, Server, AfterChange,
      Exit::Unavailable},
     {about(Encryption), {UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis", "A firewall on the way rewrites what {host} says and hides its "
                                    "encryption. Nothing was sent."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose SMTPs with port 465, or switch off the firewall's mail "
                                    "inspection.")},
    {{"starttls-not-offered", CauseClass::StartTlsUnavailable, Server, AfterChange,
      Exit::Unavailable},
     {about(Encryption), {UseSmtps, LeaveEncryption}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} offers no STARTTLS; perhaps something on the way took "
                                    "the offer away. Neither password nor mail was sent."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose SMTPs with port 465, or try from another network; use "
                                    "no encryption only where you trust the whole way.")},
    {{"starttls-refused", CauseClass::TlsBrokenOnServer, Server, Later, Exit::Unavailable},
     {about(Encryption), {UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} offers STARTTLS but refused to start it. Nothing was "
                                    "sent without encryption."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again later, or choose SMTPs with port 465.")},
    {{"plaintext-injected", CauseClass::FirewallMangled, Server, AfterChange, Exit::Unavailable},
     {about(Encryption), {UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis", "Text came in before the encryption started that should not be "
                                    "there: an attack on the way, or a broken server."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose SMTPs with port 465, or try from another network; "
                                    "nothing was sent.")},
    {{"ca-file-unreadable", CauseClass::BadInput, Person, AfterChange, Exit::Unavailable},
     {about(CaFile), {ChangeCaFile}},
     QT_TRANSLATE_NOOP("diagnosis", "The CA file cannot be read{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose a file with certificates in PEM form, or none: the "
                                    "system's certificates are used anyway.")},
    {{"client-certificate-unreadable", CauseClass::BadInput, Person, AfterChange,
      Exit::Unavailable},
     {about(ClientCertificate), {ChangeClientCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "The client certificate or its key cannot be used{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose files in PEM form, the key without a password; or none, "
                       "if the server asks for no certificate.")},
    {{"certificate-intercepted", CauseClass::TlsIntercepted, Server, AfterChange,
      Exit::Unavailable},
     {about(CaFile), {ChangeCaFile}},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate is not {host}'s own: {issuer}, a virus "
                                    "scanner or proxy on the way, put its own in its place."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Switch off the scanner's check of encrypted mail. Only where you know and "
                       "trust it, set its CA file: it then reads along, the password too.")},
    {{"certificate-not-yet-valid", CauseClass::CertExpired, Server, AfterChange, Exit::Unavailable},
     {about(Certificate), {TrustCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate of {host} is valid only from {from}; this "
                                    "computer's date is {today}."),
     QT_TRANSLATE_NOOP("diagnosis", "Set this computer's clock if that date is wrong. Otherwise "
                                    "tell the server's operator; trust this certificate only if it "
                                    "is your own server's.")},
    {{"certificate-expired", CauseClass::CertExpired, Server, AfterChange, Exit::Unavailable},
     {about(Certificate), {TrustCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate of {host} expired on {until}; this computer's "
                                    "date is {today}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Tell the server's operator, and trust this certificate only if "
                       "it is your own server's; if this computer's date is wrong, set "
                       "its clock.")},
    {{"certificate-wrong-host", CauseClass::CertHostname, Server, AfterChange, Exit::Unavailable},
     {about(Host, Certificate), {UseHostOfCertificate, TrustCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate is not for {host} but for: {names}."),
     QT_TRANSLATE_NOOP("diagnosis", "If one of these names is your provider's, use it as the host. "
                                    "Trust this certificate only if it is your own server's; "
                                    "otherwise do not log in there.")},
    {{"certificate-self-signed", CauseClass::CertSelfSigned, Server, AfterChange,
      Exit::Unavailable},
     {about(CaFile, Certificate), {ChangeCaFile, TrustCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} signed its certificate itself, so nobody vouches for "
                                    "it."),
     QT_TRANSLATE_NOOP("diagnosis", "If it is your own server, trust this certificate or set it as "
                                    "the CA file; otherwise do not log in there.")},
    {{"certificate-unknown-issuer", CauseClass::CertUntrusted, Server, AfterChange,
      Exit::Unavailable},
     {about(CaFile, Certificate), {ChangeCaFile, TrustCertificate}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The certificate of {host} was issued by somebody this computer "
                       "does not know, or the server sends it incompletely."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Get the issuer's certificate from the server's operator and "
                       "set it as the CA file; or ask for the fingerprint, compare it, "
                       "and trust this one certificate.")},
    {{"certificate-weak", CauseClass::TlsTooOld, Server, AfterChange, Exit::Unavailable},
     {about(Certificate), {TrustCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate of {host} is too weakly protected{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Tell the server's operator: the certificate needs a longer key "
                       "or a newer signature. Trust this certificate only if it is "
                       "your own server's.")},
    {{"certificate-not-trusted", CauseClass::CertUntrusted, Server, AfterChange, Exit::Unavailable},
     {about(Certificate), {TrustCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "The certificate of {host} cannot be trusted{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "See the certificate, and ask the server's operator about it "
                                    "before you trust it.")},
    {{"certificate-changed", CauseClass::CertUntrusted, Server, AfterChange, Exit::Unavailable},
     {about(Certificate), {ForgetPin, TrustCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} shows another certificate than the one that is pinned "
                                    "for it. Nothing was sent."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Ask the server's operator whether the certificate was renewed. "
                       "Only then trust the new one.")},
    {{"tls-too-old", CauseClass::TlsTooOld, Server, AfterChange, Exit::Unavailable},
     {about(OldTls), {AllowOldTls}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} encrypts only in an outdated way ({version}); TLS 1.2 "
                                    "or newer is needed."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the provider for a newer server; this one is no longer "
                                    "safe for passwords. Only for an old device of your own allow "
                                    "TLS 1.0 and 1.1.")},
    {{"client-certificate-refused", CauseClass::ClientCertificate, Person, AfterChange,
      Exit::Unavailable},
     {about(ClientCertificate, Port), {ChangePort, ChangeClientCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} does not accept the client certificate{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check that it is the certificate the server's operator gave "
                       "you, that it has not expired, and that the port is the one for "
                       "it.")},
    {{"client-certificate-wanted", CauseClass::ClientCertificate, Person, AfterChange,
      Exit::Unavailable},
     {about(ClientCertificate, Host, Port), {SetClientCertificate}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} asks this computer for a certificate of its own."),
     QT_TRANSLATE_NOOP("diagnosis", "Set the client certificate that the operator gave you; or ask "
                                    "for a port or host that takes ID and password instead.")},
    {{"tls-host-unknown", CauseClass::CertHostname, Person, AfterChange, Exit::Unavailable},
     {about(Host), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server that answers knows no host called {host}{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the host: it must be written as the provider gives it, not "
                       "as an address or another name of the same server.")},
    {{"tls-too-weak", CauseClass::TlsTooOld, Server, AfterChange, Exit::Unavailable},
     {about(OldTls, ClientCertificate), {AllowOldTls, SetClientCertificate}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{host} and this computer found no way of encrypting that counts "
                       "as safe today{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Ask the provider for a newer server, or whether a client "
                       "certificate is wanted. Only for an old device of your own allow "
                       "TLS 1.0 and 1.1, and with them weak keys.")},
    {{"tls-handshake-failed", CauseClass::TlsBrokenOnServer, Server, AfterChange,
      Exit::Unavailable},
     {about(Port), {ChangePort}},
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
