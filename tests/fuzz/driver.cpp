// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: each line of the input becomes one input of the protocol, after which obey() does
// what the protocol wants until it waits. Rules that are the same for every
// protocol are checked by the driver, the others by the Watch. A session that has closed gets the
// rest of the input too, and must do nothing with it.
#include "driver.h"

#include "core/linebuffer.h"
#include "violation.h"
#include "wire.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

using core::Failure;

namespace fuzz
{

namespace
{

/// A longer input is only slower.
constexpr qsizetype mostBytes = qsizetype{2} * 1024 * 1024;
constexpr qsizetype longestRepeat = qsizetype{64} * 1024;
constexpr qsizetype eventsPerLine = 8;
/// What one input of a protocol may make it do.
constexpr int mostActions = 20;

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

// ---- what the protocol wants, done as net::Connection does it, but without a socket

void Driver::obey()
{
    for (int actions = 0;; ++actions) {
        require(actions < mostActions, "a session never stops to wait");
        takeEvents();
        const core::Action action = m_protocol.nextAction();
        if (std::holds_alternative<core::Wait>(action)) {
            break;
        }
        require(!m_closed, "a session does something after it has closed");
        if (const auto *send = std::get_if<core::Send>(&action)) {
            obey(*send);
        } else if (std::holds_alternative<core::StartTls>(action)) {
            obeyStartTls();
        } else if (const auto *body = std::get_if<core::SendBody>(&action)) {
            obey(*body);
        } else {
            m_script.append("CLOSE");
            m_closed = true;
            m_bodyGoing = false;
            m_handshaking = false;
            require(m_watch.isFinished(), "a session closes without being finished");
            require(!m_secrets.areIn(m_watch.told()), "the facts hold a secret");
            m_watch.onEnd();
        }
    }
    require(m_closed || !m_watch.isFinished(), "a finished session does not close");
    require(m_closed || m_protocol.deadline(), "a session waits without a deadline");
    require(!m_closed || !m_protocol.deadline(), "a closed session has a deadline");
}

/// As net does: what has arrived is fed before the handshake.
void Driver::obeyStartTls()
{
    require(!m_encrypted, "TLS is started twice");
    m_script.append("(TLS is started)");
    if (m_fed < m_chunk.size()) {
        const qsizetype from = std::exchange(m_fed, m_chunk.size());
        m_fedInAll += m_chunk.size() - from;
        m_eventRoom += mostActions;
        m_protocol.onBytes(QByteArrayView(m_chunk).sliced(from));
        require(m_watch.isFinished(), "bytes from before TLS are not seen");
    }
    m_handshaking = !m_watch.isFinished();
}

void Driver::obey(const core::Send &send)
{
    require(!m_handshaking, "something is sent into a TLS handshake");
    require(isWholeLines(send.bytes), "a line break in a line, or a line without its CRLF");
    const QByteArrayList lines = linesOf(send.bytes);
    require(lines.size() == send.shown.size(), "another number of lines is shown than is sent");
    for (qsizetype i = 0; i < lines.size(); ++i) {
        m_script.append("C: " + escaped(lines[i]));
        require(isShownAs(lines[i], send.shown[i]), "another line is shown than is sent");
        m_secrets.hide(hiddenPart(lines[i], send.shown[i]));
        require(!m_secrets.areIn(send.shown[i]), "a secret is shown as it is sent");
        m_lastSent = lines[i];
        m_watch.onSent(lines[i], m_encrypted);
    }
}

void Driver::obey(const core::SendBody &body)
{
    m_script.append("(message)");
    m_body = body;
    m_wire.clear();
    m_bodyGoing = true;
    m_watch.onBody(body.empty);
    if (!body.after.isEmpty()) {
        require(body.after == "QUIT\r\n" && body.shownAfter == QByteArrayList{".", "QUIT"},
                "something else than QUIT follows a message");
    }
}

void Driver::takeEvents()
{
    const QList<core::Event> events = m_protocol.takeEvents();
    for (const core::Event &event : events) {
        if (const auto *line = std::get_if<core::LineReceived>(&event)) {
            require(!m_secrets.areIn(line->text), "a server's line is shown with a secret in it");
            require(!Secrets::isSplit(m_watch.passwordKnown(), m_lastShown, line->text),
                    "a password is shown that two lines share");
            m_lastShown = line->text;
        } else if (const auto *remark = std::get_if<core::Remark>(&event)) {
            require(!m_secrets.areIn(remark->text.english().toUtf8()), "a secret in a remark");
        }
        require(m_eventRoom-- > -mostActions, "more happens than the server has sent");
    }
    require(!m_closed || events.isEmpty(), "something happens after the end");
}

} // namespace fuzz
