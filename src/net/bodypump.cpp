// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/bodypump.h"

#include <QScopeGuard>

#include <utility>

namespace net
{

namespace
{

constexpr qint64 highWater = qint64{64} * 1024;
constexpr qint64 pieceSize = qint64{16} * 1024;

} // namespace

BodyPump::BodyPump(core::Protocol &protocol, QSslSocket &socket)
    : m_protocol(protocol)
    , m_socket(socket)
{}

BodyPump::State BodyPump::start(std::unique_ptr<QIODevice> device, const core::SendBody &action)
{
    m_after = action.after;
    m_read = 0;
    m_total = 0;
    if (action.empty) {
        return finish();
    }
    m_device = std::move(device);
    if (!m_device || !m_device->isReadable()) {
        return fail(m_device ? m_device->errorString() : QString());
    }
    m_total = m_device->size();
    return pump();
}

BodyPump::State BodyPump::pump()
{
    if (m_pumping) {
        return State::Going; // a write reported its progress at once; the loop below goes on
    }
    m_pumping = true;
    const auto done = qScopeGuard([this] { m_pumping = false; });
    QByteArray wire;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    while (m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() < highWater) {
        const qint64 length = m_device->read(piece.data(), pieceSize);
        if (length < 0) {
            return fail(m_device->errorString());
        }
        if (length == 0) {
            return finish();
        }
        m_read += length;
        wire.resize(0);
        m_protocol.encodeBody(QByteArrayView(piece.constData(), length), wire);
        m_socket.write(wire);
    }
    return State::Going;
}

BodyPump::State BodyPump::finish()
{
    m_device.reset();
    QByteArray wire;
    m_protocol.finishBody(wire);
    m_socket.write(wire + m_after);
    m_socket.flush();
    return State::Done;
}

BodyPump::State BodyPump::fail(const QString &error)
{
    m_device.reset();
    m_error = error;
    return State::Unreadable;
}

} // namespace net
