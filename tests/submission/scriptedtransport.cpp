// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedtransport.h"

#include "core/utf8.h"

#include <QIODevice>
#include <QPointer>
#include <QScopeGuard>

#include <utility>

ScriptedTransport::ScriptedTransport(std::shared_ptr<core::Protocol> protocol, net::BodySource body,
                                     core::Tell tell, QByteArrayList script, QByteArrayList &verbs)
    : m_protocol(std::move(protocol))
    , m_body(std::move(body))
    , m_tell(std::move(tell))
    , m_script(std::move(script))
    , m_verbs(verbs)
{}

void ScriptedTransport::start()
{
    m_tell(core::StageStarted{core::Stage::Connect});
    if (m_script.value(0) == "refuse") {
        m_protocol->onConnectFailed(core::Failure::ConnectionRefused, core::Stage::Connect, {});
    } else {
        m_connected = true;
        m_protocol->onConnected();
    }
    advance();
}

void ScriptedTransport::cancel()
{
    if (m_ended) {
        return;
    }
    m_protocol->cancel();
    advance();
}

void ScriptedTransport::advance()
{
    if (std::exchange(m_advancing, true)) {
        return;
    }
    const auto done = qScopeGuard([this] { m_advancing = false; });
    while (!m_ended) {
        takeEvents();
        const core::Action action = m_protocol->nextAction();
        if (const auto *send = std::get_if<core::Send>(&action)) {
            obey(*send);
        } else if (std::holds_alternative<core::StartTls>(action)) {
            core::TlsFacts facts;
            facts.encrypted = true;
            m_protocol->onEncrypted(facts);
        } else if (const auto *body = std::get_if<core::SendBody>(&action)) {
            obey(*body);
        } else if (std::holds_alternative<core::Close>(action)) {
            end();
        } else if (m_opening || !say()) {
            return;
        }
    }
}

void ScriptedTransport::obey(const core::Send &send)
{
    for (const QByteArray &line : send.bytes.split('\n')) {
        const QByteArray word = line.trimmed().split(' ')[0].split(':')[0];
        if (!word.isEmpty()) {
            m_verbs.append(word == word.toUpper() ? word : "..."); // Base64
        }
    }
}

void ScriptedTransport::obey(const core::SendBody &body)
{
    m_opening = true;
    m_body([self = QPointer(this), body](const std::unique_ptr<QIODevice> &device) {
        if (self && !self->m_ended) {
            self->onBody(body, device.get());
        }
    });
}

void ScriptedTransport::onBody(const core::SendBody &body, QIODevice *device)
{
    m_opening = false;
    if (device == nullptr) {
        m_protocol->onBodyFailed({});
    } else {
        const bool sevenBit = core::isAscii(device->readAll());
        m_verbs.append(sevenBit ? "7bit" : "8bit");
        obey(core::Send{body.after, {}});
        m_protocol->onBodySent();
    }
    advance();
}

bool ScriptedTransport::say()
{
    if (m_script.isEmpty() || m_script.constFirst() == "stay") {
        return false;
    }
    if (m_script.constFirst() == "rest" || m_script.constFirst() == "let") {
        m_script.removeFirst(); // what follows is said when it proceeds
        return false;
    }
    const QByteArray line = m_script.takeFirst();
    if (line == "close") {
        m_protocol->onClosed({});
    } else {
        m_protocol->onBytes(line + "\r\n");
    }
    return true;
}

void ScriptedTransport::takeEvents()
{
    for (const core::Event &event : m_protocol->takeEvents()) {
        if (const auto *started = std::get_if<core::StageStarted>(&event)) {
            m_tell(*started);
        } else if (const auto *line = std::get_if<core::LineReceived>(&event)) {
            m_tell(core::TranscriptLine{0, core::TranscriptLine::Direction::Server, false,
                                        line->text});
        } else if (std::holds_alternative<core::Halted>(event)) {
            m_tell(core::Halted{});
        }
    }
}

void ScriptedTransport::end()
{
    m_ended = true;
    const auto last = [this] {
        const core::Tell tell = m_tell;
        tell(core::AttemptReport());
    };
    QMetaObject::invokeMethod(this, last, Qt::QueuedConnection);
}
