// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/linebuffer.h"
#include "core/protocol.h"
#include "input.h"
#include "secrets.h"

#include <QByteArray>
#include <QByteArrayList>

namespace fuzz
{

/// What one protocol must keep to, asked while it is driven. Implementations throw Violation.
class Watch
{
public:
    virtual ~Watch() = default;

    [[nodiscard]] virtual bool isFinished() const = 0;
    /// Every text the facts hold by now.
    [[nodiscard]] virtual QByteArray told() const = 0;
    /// Each line that goes out, without its CRLF.
    virtual void onSent(const QByteArray &line, bool encrypted) = 0;
    virtual void onFed(QByteArrayView bytes) = 0;
    virtual void onBody(bool /*empty*/) {}
    virtual void onBodySent() {}
    /// Called at Close, and once more when all that is left of the input has been played.
    virtual void onEnd() = 0;
    /// Octets of a line without an end that may be gathered just now.
    [[nodiscard]] virtual qsizetype longestLine() const { return core::LineBuffer::defaultLimit; }
    /// What a server that has read what was sent would call the password.
    [[nodiscard]] virtual QByteArray passwordKnown() const = 0;
    /// A server's reply to the login, honest or with another number of rounds.
    /// `atLineStart`: it will be a line of its own, not the end of another.
    virtual QByteArray answer(bool /*atLineStart*/) { return {}; }
    virtual QByteArray challengeWithRounds(const QByteArray & /*rounds*/) { return {}; }
};

/// Plays the lines of an input to a protocol, and does what the protocol wants as net::Connection
/// does it. The first letter of a line is what happens:
///
///     S text  the server sends the text and CRLF      s text  ... and more in the same packet
///     L text  the text and LF                         R text  the text without a line end
///     W text  the text a thousand times               K text  the text and CRLF 600 times
///     A       the server answers the login honestly   I text  SCRAM's challenge, text = rounds
///     P n     from here on packets of n octets (0: each as it comes)
///     T n     the TLS handshake works, trusted or not E n     it fails
///     M text  a piece of the message                  D       its end
///     U       the message cannot be read              C O X   closed, time-out, cancel
///
/// In what the server sends {sent} is the client's last line and {pass} its password; {hex}, {url}
/// and {base64} are that in other spellings, {first} and {rest} its parts. What cannot
/// happen just now does not happen.
class Driver
{
public:
    Driver(core::Protocol &protocol, Watch &watch, Secrets &secrets)
        : m_protocol(protocol)
        , m_watch(watch)
        , m_secrets(secrets)
    {}

    /// Returns the script of what happened, or throws a Violation with it.
    QByteArray play(Input &events, bool connectFails);

private:
    void event(char kind, const QByteArray &text);
    void serverSends(QByteArray text);
    [[nodiscard]] QByteArray withEchoes(QByteArray text) const;
    void feed();
    void feedPiece(QByteArrayView piece);
    void tlsWorks(int how);
    void tlsFails(int how);
    void bodyPiece(const QByteArray &text);
    void bodyEnds();
    void bodyFails();
    void ends(char kind);
    void obey();
    void obeyStartTls();
    void obey(const core::Send &send);
    void obey(const core::SendBody &body);
    void takeEvents();

    core::Protocol &m_protocol;
    Watch &m_watch;
    Secrets &m_secrets;
    QByteArrayList m_script;
    QByteArray m_lastSent;
    QByteArray m_lastShown; // of the server
    QByteArray m_chunk;     // said by the server, not yet fed
    qsizetype m_fed = 0;
    qsizetype m_piece = 0;
    qsizetype m_sinceLineEnd = 0;
    qsizetype m_fedInAll = 0;
    qsizetype m_eventRoom = 0;
    core::SendBody m_body;
    QByteArray m_wire; // of the body that is going
    bool m_bodyGoing = false;
    bool m_handshaking = false;
    bool m_encrypted = false;
    bool m_closed = false;
};

} // namespace fuzz
