// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"
#include "diagnosis/translate.h"

#include <QList>
#include <QString>

namespace diagnosis
{

/// What a click can do after an attempt that did not go well: other settings to start a new one
/// with, or a field to look at.
struct Remedy
{
    enum class Kind
    {
        ChangeSettings,   // nothing is given up by it
        ChangeHost,       // to one that whoever answered has named
        TrustCertificate, // the one shown, from now on and no other
        AllowPassword,    // where anybody on the way can read it
        LeaveEncryption,  // nothing is secret on the way
        WeakerMethod,
        GuessableDigest, // CRAM-MD5 where anybody on the way can try passwords out on it
        AllowOldTls,
        ForgetPin,        // any certificate counts again that a known issuer vouches for
        LeaveProxy,       // straight to the server
        TakeSignatureOff, // of this mail; the settings are as they were
        LookAt,           // `field`; the settings are as they were
    };
    enum class Field
    {
        None,
        Host,
        Port,
        Login, // method, ID, password
        Pop,   // the POP3 login's settings
        EhloName,
        CaFile,
        ClientCertificate, // or its key
        Proxy,
        TimeLimit,
        From,
        Recipients,
        Message,
    };

    Kind kind = Kind::LookAt;
    QString label; // of the button
    core::ServerProfile profile;
    Field field = Field::None;

    /// Whether the person should read what it means before the click counts.
    [[nodiscard]] bool isRisky() const
    {
        return kind != Kind::ChangeSettings && kind != Kind::LookAt;
    }
    bool operator==(const Remedy &) const = default;
};

/// The best first; empty where waiting or asking somebody is all there is to do. `profile` is what
/// the attempt was made with.
QList<Remedy> remedies(const core::SessionFacts &facts, const core::ServerProfile &profile,
                       const Translate &translate = {});

/// What a risky remedy gives up, in a sentence or two; empty for the others.
QString riskSentence(const Remedy &remedy, const Translate &translate = {});

} // namespace diagnosis
