// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: each line of the input becomes one input of the protocol, after which obey() does
// what the protocol wants until it waits (driverobey.cpp). Rules that are the same for every
// protocol are checked by the driver, the others by the Watch. A session that has closed gets the
// rest of the input too, and must do nothing with it.
#include "driver.h"

#include "core/linebuffer.h"
#include "violation.h"
#include "wire.h"

#include <algorithm>
#include <optional>
#include <utility>

using core::Failure;

namespace fuzz
{

namespace
{

/// A longer input is only slower.
constexpr qsizetype mostBytes = qsizetype{2} * 1024 * 1024;
constexpr qsizetype longestRepeat = qsizetype{64} * 1024;
constexpr qsizetype eventsPerLine = 8;

QByteArray repeated(const QByteArray &text, qsizetype times)
{
    return text.isEmpty() ? text : text.repeated(std::min(times, longestRepeat / text.size()));
}

} // namespace

QByteArray Driver::play(Input &events, bool connectFails)
{
    try {
        if (connectFails) {
            m_script.append("(no connection)");
            m_protocol.onConnectFailed(Failure::ConnectionRefused, core::Stage::Connect, {});
            require(m_watch.isFinished(), "a session without a connection goes on");
        } else {
            m_protocol.onConnected();
        }
        obey();
        while (!events.atEnd() && m_fedInAll < mostBytes) {
            const QByteArrayView line = events.line();
            if (!line.isEmpty()) {
                const bool space = line.size() > 1 && line[1] == ' ';
                event(line[0], line.sliced(space ? 2 : 1).toByteArray());
            }
        }
        feed();
        ends('C');
        require(m_closed, "a session that has lost its link does not close");
        m_watch.onEnd();
    } catch (Violation &violation) {
        violation.script = m_script.join('\n');
        throw;
    }
    return m_script.join('\n');
}

void Driver::event(char kind, const QByteArray &text)
{
    if (kind == 's') {
        serverSends(text + "\r\n");
        return;
    }
    if (kind == 'S' || kind == 'L') {
        serverSends(text + (kind == 'S' ? "\r\n" : "\n"));
    } else if (kind == 'R') {
        serverSends(text);
    } else if (kind == 'W') {
        serverSends(repeated(text, 1000));
    } else if (kind == 'K') {
        serverSends(repeated(text + "\r\n", 600));
    } else if (kind == 'A' || kind == 'I') {
        const bool atLineStart = m_chunk.isEmpty() ? m_sinceLineEnd == 0 : m_chunk.endsWith('\n');
        const QByteArray reply =
            kind == 'A' ? m_watch.answer(atLineStart) : m_watch.challengeWithRounds(text);
        serverSends(reply.isEmpty() ? reply : reply + "\r\n");
    }
    feed();
    const int number = Input(text).choice(10);
    switch (kind) {
    case 'P': m_piece = number; break;
    case 'T': tlsWorks(number); break;
    case 'E': tlsFails(number); break;
    case 'M': bodyPiece(text + '\n'); break;
    case 'D': bodyEnds(); break;
    case 'U': bodyFails(); break;
    case 'C':
    case 'O':
    case 'X': ends(kind); break;
    default: break;
    }
}

// ---- what the server does

void Driver::serverSends(QByteArray text)
{
    if (m_handshaking) {
        return; // net reads nothing then
    }
    text = withEchoes(text);
    if (!text.isEmpty()) {
        m_script.append("S! " + escaped(text));
        m_chunk += text;
    }
}

QByteArray Driver::withEchoes(QByteArray text) const
{
    QByteArray password = m_watch.passwordKnown();
    const QByteArray spelled = password.toBase64();
    text.replace("{sent}", m_lastSent);
    text.replace("{base64}", spelled).replace("{hex}", password.toHex());
    text.replace("{url}", Secrets::inUrl(password));
    if (password.contains('\n')) {
        password.clear();
    }
    text.replace("{pass}", password);
    // A part of one that repeats itself has in it what Secrets looks for.
    const QByteArray parted = password.size() > 20 ? QByteArray() : password;
    return text.replace("{first}", parted.first(parted.size() / 3))
        .replace("{rest}", parted.mid(parted.size() / 3));
}

void Driver::feed()
{
    const QByteArray chunk = m_chunk;
    for (m_fed = 0; m_fed < chunk.size();) {
        const qsizetype left = chunk.size() - m_fed;
        const QByteArrayView piece =
            QByteArrayView(chunk).sliced(m_fed, m_piece > 0 ? std::min(m_piece, left) : left);
        m_fed += piece.size();
        feedPiece(piece);
        obey();
    }
    m_chunk.clear();
    m_fed = 0;
}

void Driver::feedPiece(QByteArrayView piece)
{
    const std::optional<core::Deadline> before = m_protocol.deadline();
    m_fedInAll += piece.size();
    m_eventRoom += eventsPerLine * (piece.count('\n') + 1);
    m_watch.onFed(piece);
    m_protocol.onBytes(piece);
    const qsizetype lineEnd = piece.lastIndexOf('\n');
    m_sinceLineEnd = lineEnd < 0 ? m_sinceLineEnd + piece.size() : piece.size() - lineEnd - 1;
    if (m_watch.isFinished()) {
        return;
    }
    require(m_sinceLineEnd <= m_watch.longestLine(), "a line longer than any may be is gathered");
    const std::optional<core::Deadline> after = m_protocol.deadline();
    require(lineEnd >= 0 || !before || (after && after->serial == before->serial),
            "a server that sends no whole line gets more time");
}

// ---- what else happens

void Driver::tlsWorks(int how)
{
    if (!std::exchange(m_handshaking, false)) {
        return;
    }
    const core::TlsFacts facts = tlsFacts(how);
    m_script.append(facts.trusted() ? "TLS" : "TLS-UNTRUSTED");
    m_encrypted = true;
    m_sinceLineEnd = 0;
    m_protocol.onEncrypted(facts);
    require(facts.trusted() || m_watch.isFinished(), "an untrusted server is talked to");
    obey();
}

void Driver::tlsFails(int how)
{
    if (!std::exchange(m_handshaking, false)) {
        return;
    }
    m_script.append("TLS-FAILS");
    core::TlsFacts facts;
    facts.faults = {core::CertificateFault::WrongHost};
    m_protocol.onTlsFailed(
        how % 2 == 0 ? Failure::TlsHandshakeFailed : Failure::CertificateRejected, facts, {});
    require(m_watch.isFinished(), "a session goes on without the TLS it asked for");
    obey();
}

void Driver::bodyPiece(const QByteArray &text)
{
    if (m_bodyGoing && !m_body.empty) {
        m_protocol.encodeBody(text, m_wire);
    }
}

void Driver::bodyEnds()
{
    if (!std::exchange(m_bodyGoing, false)) {
        return;
    }
    m_protocol.finishBody(m_wire);
    m_script.append(m_body.empty ? "DOT" : "BODY");
    require(isWholeMessage(m_wire), "a message on the wire does not end once, and at its end");
    require(!m_body.empty || m_wire == ".\r\n", "a lone dot is not alone");
    m_watch.onBodySent();
    m_protocol.onBodySent();
    obey();
}

void Driver::bodyFails()
{
    if (std::exchange(m_bodyGoing, false)) {
        m_script.append("(the message cannot be read)");
        m_protocol.onBodyFailed(QByteArray("unreadable"));
        require(m_watch.isFinished(), "a session goes on with half a message on the wire");
        obey();
    }
}

void Driver::ends(char kind)
{
    if (kind == 'O' && !m_protocol.deadline()) {
        return;
    }
    m_script.append(kind == 'C' ? "EOF" : kind == 'O' ? "TIMEOUT" : "CANCEL");
    m_handshaking = false;
    if (kind == 'C') {
        m_protocol.onClosed({});
    } else if (kind == 'O') {
        m_protocol.onTimeout();
    } else {
        m_protocol.cancel();
    }
    require(m_watch.isFinished(), "a session goes on after its end");
    obey();
}

} // namespace fuzz
