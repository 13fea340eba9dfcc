// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: what net::Connection does with a protocol's actions, without a socket.
#include "driver.h"

#include "violation.h"
#include "wire.h"

#include <utility>
#include <variant>

namespace fuzz
{

namespace
{

/// What one input of a protocol may make it do.
constexpr int mostActions = 20;

} // namespace

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
        require(body.after == "QUIT\r\n" && body.shownAfter == QByteArrayList{"QUIT"},
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
