// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "diagnosis/words.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace diagnosis
{

struct Case;

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
        Login, // ID, password or token
        Method,
        Pop, // the POP3 login's settings
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

/// What an advice speaks of and an action touches.
enum class Subject
{
    Host,
    Port,
    Encryption,  // with its port
    Certificate, // whether this one is trusted
    CaFile,
    ClientCertificate,
    OldTls,
    Proxy,
    TimeLimit,
    EhloName,
    Login, // ID, password, token
    Method,
    ClearPassword, // without encryption
    Pop,
    From,
    Recipients,
    Signature,
    Entered, // whatever was refused before anything was sent
};

/// The small things of which a row of the table lists what helps.
enum class Action
{
    None,
    // a field to look at
    ChangeHost,
    ChangePort,
    ChangeEhloName,
    ChangeCaFile,
    ChangeClientCertificate,
    SetClientCertificate,
    ChangeProxy,
    SetProxy,
    ChangeTimeLimit,
    ChangeLogin,
    ChangeMethod,
    EnterPassword,
    EnterToken,
    ChangePop,
    ChangeFrom,
    ChangeRecipients,
    CorrectWhatWasEntered,
    // encryption, port, host
    Encrypt, // STARTTLS where it is offered, else SMTPs
    UseStartTlsIfOffered,
    UseStartTlsHere, // on the same port
    UseSmtpsHere,
    UseSmtps,      // on port 465
    UseSubmission, // STARTTLS on port 587, where neither 587 nor 465 is set
    UseOtherPort,
    LeaveEncryption,
    AllowOldTls,
    AllowPassword,
    LeaveProxy,
    UseHostOfCertificate,
    TrustCertificate,
    ForgetPin,
    // the login
    TryNextMethod, // which only a person may choose after a refusal
    TryOfferedMethod,
    TryCramMd5,
    TryPlain1,
    TryPlain2,
    LogInNotAtAll,
    EncryptPop,
    SwitchPopTls,
    LogInWithoutApop,
    WaitLongerAfterPop,
    UseSmtpAuth,
    // the mail
    TakeSignatureOff,
};

/// "change-host", for scripts. None has no name.
QStringList actionNames(std::span<const Action> actions);
Subject touchedBy(Action action);

/// What of the actions helps in this case, in their order. Settings that are as an action would
/// have them, or that the facts speak against, leave it out.
QList<Remedy> offered(std::span<const Action> actions, const Case &c, const Translate &translate);

/// What a risky remedy gives up, in a sentence or two; empty for the others.
QString riskSentence(const Remedy &remedy, const Translate &translate = {});

} // namespace diagnosis
