// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capabilities.h"
#include "core/failure.h"
#include "core/profile.h"
#include "core/protocol.h"
#include "core/reply.h"
#include "core/stage.h"
#include "core/text.h"
#include "core/tlsfacts.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <variant>

namespace core
{

/// What an attempt is for. Each goal is the same session, stopping at another place.
enum class Goal
{
    ReadReply, // the EHLO reply before and after TLS
    Check,     // that, and logging in
    SendMail,
};

/// One try to log in with one method, and what the server said to it.
struct AuthAttempt
{
    Method method = Method::None;
    std::optional<Reply> reply;
    bool nothingSent = false; // it ended before ID, password or anything made of them was sent

    /// A no to this ID and password. 50x only says that the command, or giving it up, was or was
    /// not understood (RFC 4954 4 and 6).
    [[nodiscard]] bool isRefusal() const
    {
        return reply && reply->isPermanent() && reply->code / 10 != 50 && !nothingSent;
    }
    bool operator==(const AuthAttempt &) const = default;
};

/// What became of one recipient. Failed: never asked, or the mail ended for another reason.
struct RecipientResult
{
    QByteArray address;
    Outcome outcome = Outcome::Failed;
    std::optional<Reply> reply;

    bool operator==(const RecipientResult &) const = default;
};

/// Things a server does that are no failure but worth a line.
enum class Note
{
    LfOnlyLines,
    RewritingFirewall, // 220 ****2***
    HeloOnly,
    OldAuthForm,
    SizeUnreadable,
    LoginSkippedNoPassword,
    StartTlsIfOfferedStayedPlain,
    PasswordOverPlaintext,
    CertificateWithoutAltName,
    CertificatePinned,
    OldTlsVersion,    // TLS 1.0 or 1.1, as allowed
    NextMethodTried,  // after a refused login, as allowed
    NotifyNotOffered, // delivery notifications were wanted, and the server has none
    NotifyRefused,    // it announces them, and took the mail only without them
    SizeRefused,      // the same with SIZE
    MessageReencoded,
    SignatureTakenOff, // as the person chose
    MessageWithoutFrom,
    MessageWithoutDate,
    RepliesLeftOut,     // some of what the server said, for the want of room
    PasswordEndsUnseen, // a refused one: a space or line end, perhaps copied along
};

/// What became of the POP3 login before SMTP. The stages are those of a connection (inPop()).
struct PopFacts
{
    Outcome outcome = Outcome::Failed; // Accepted: logged in
    Failure failure = Failure::None;
    Stage stage = Stage::Dns;
    QByteArray reply; // the server's decisive line
    Text detail;      // our or the library's words beside the failure; no secret
    std::optional<TlsFacts> tls;
    bool usedApop = false;

    bool operator==(const PopFacts &) const = default;
};

/// Everything a session found out. Values only; diagnosis turns it into words.
struct SessionFacts
{
    Outcome outcome = Outcome::Failed;
    Failure failure = Failure::None;
    Stage stage = Stage::Dns;   // where it ended
    std::optional<Reply> reply; // the server's decisive answer
    Text detail;                // the library's or our own words beside the failure; no secret
    std::optional<Capabilities> beforeTls;
    std::optional<Capabilities> afterTls;
    std::optional<TlsFacts> tls;
    Method method = Method::None; // the one that logged in, or was tried last
    bool loggedIn = false;
    QList<AuthAttempt> attempts;
    QList<RecipientResult> recipients;
    QList<Note> notes;
    int roundTrips = 0;
    int mailsAccepted = 0;       // of Delivery::copies, for at least one recipient each
    std::optional<PopFacts> pop; // of Method::PopBeforeSmtp; where it failed, SMTP was not tried

    /// The capabilities that count now: after TLS if there was one.
    [[nodiscard]] const std::optional<Capabilities> &capabilities() const
    {
        return afterTls ? afterTls : beforeTls;
    }
    bool operator==(const SessionFacts &) const = default;
};

/// The time a stage took, in milliseconds.
struct StageTime
{
    Stage stage = Stage::Dns;
    qint64 ms = 0;

    bool operator==(const StageTime &) const = default;
};

/// One address that was tried, and how that ended; an empty error is the one that answered. `ms`
/// is the time from the beginning of its own attempt.
struct AddressAttempt
{
    QString address; // a proxy's is its host and port
    Text error;
    qint64 ms = 0;
    bool ofProxy = false;

    bool operator==(const AddressAttempt &) const = default;
};

/// One line of what was said, with secrets already masked. `text` is what stood on the wire
/// (untrusted when the server's); a Direction::Note has a remark of ours instead.
struct TranscriptLine
{
    enum class Direction
    {
        Client,
        Server,
        Note,
    };

    qint64 ms = 0; // since the attempt began
    Direction direction = Direction::Note;
    bool tls = false;
    QByteArray text;
    Text note = {};

    bool operator==(const TranscriptLine &) const = default;
};

using Transcript = QList<TranscriptLine>;

/// A whole attempt as the person is told of it: the session's facts with net's times and the
/// transcript.
struct AttemptReport
{
    SessionFacts facts;
    QList<StageTime> timings;
    QList<AddressAttempt> addresses;
    Transcript transcript;

    bool operator==(const AttemptReport &) const = default;
};

/// What is kept of an attempt, so that it can be told again later and in another language: what it
/// was for, when, with which settings, what was found.
struct AttemptRecord
{
    Goal goal = Goal::Check;
    QDateTime at;
    ServerProfile profile; // as used
    SessionFacts facts;

    bool operator==(const AttemptRecord &) const = default;
};

/// How far a message has gone.
struct BodyProgress
{
    qint64 octetsSent = 0;
    qint64 octetsTotal = 0;

    bool operator==(const BodyProgress &) const = default;
};

/// What an attempt tells while it goes, from the connection to whoever shows it. The report is the
/// last. Halted: the end of the message is held back, for whoever asked for that to let it go.
using AttemptEvent =
    std::variant<StageStarted, TranscriptLine, BodyProgress, Halted, AttemptReport>;

/// Hears them as they happen, in the thread where they do.
using Tell = std::function<void(const AttemptEvent &)>;

} // namespace core
