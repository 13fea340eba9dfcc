// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/remedies.h"

namespace diagnosis
{

using Kind = Remedy::Kind;

QString riskSentence(const Remedy &remedy, const Translate &translate)
{
    switch (remedy.kind) {
    case Kind::ChangeSettings:
    case Kind::LookAt:
        return {};
    case Kind::ChangeHost:
        return translated(
            QT_TRANSLATE_NOOP("diagnosis",
                              "This name comes from the server that answered; somebody in between "
                              "can have a certificate for a name of their own. Check with your "
                              "provider that it is theirs: ID and password will be sent there."),
            translate);
    case Kind::TrustCertificate:
        return translated(
            QT_TRANSLATE_NOOP("diagnosis",
                              "From now on exactly this certificate counts for this server, "
                              "whatever is wrong with it. Whoever holds it can read what you send. "
                              "Compare the fingerprint with the operator's first."),
            translate);
    case Kind::AllowPassword:
        return translated(QT_TRANSLATE_NOOP("diagnosis",
                                            "Anybody on the way can then read the password and use "
                                            "it. This is remembered for this server."),
                          translate);
    case Kind::LeaveEncryption:
        return translated(QT_TRANSLATE_NOOP("diagnosis",
                                            "Anybody on the way can then read the mail. The "
                                            "password is still not sent without encryption unless "
                                            "you allow that too."),
                          translate);
    case Kind::WeakerMethod:
        return translated(
            QT_TRANSLATE_NOOP("diagnosis",
                              "This method shows the server the password itself or protects it "
                              "less. If the first refusal was about a wrong password, it will be "
                              "refused again."),
            translate);
    case Kind::GuessableDigest:
        return translated(
            QT_TRANSLATE_NOOP("diagnosis",
                              "Anybody on the way can then try passwords out on what is sent until "
                              "one fits; a short or common one is soon found. This is remembered "
                              "for this server."),
            translate);
    case Kind::AllowOldTls:
        return translated(
            QT_TRANSLATE_NOOP("diagnosis",
                              "These old forms of encryption can be broken: somebody on the way "
                              "may read the password and the mail. This is remembered for this "
                              "server; it is only for an old device of your own."),
            translate);
    case Kind::ForgetPin:
        return translated(
            QT_TRANSLATE_NOOP("diagnosis",
                              "From now on any certificate counts for this server that an issuer "
                              "known to this computer gave for its host name."),
            translate);
    case Kind::LeaveProxy:
        return translated(
            QT_TRANSLATE_NOOP("diagnosis",
                              "The server and the network on the way then see this computer's own "
                              "address. This is remembered for this server."),
            translate);
    case Kind::TakeSignatureOff:
        return translated(
            QT_TRANSLATE_NOOP("diagnosis",
                              "The recipient can then no longer check who wrote the message and "
                              "that nobody changed it."),
            translate);
    }
    Q_UNREACHABLE();
}

} // namespace diagnosis
