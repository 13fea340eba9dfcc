// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/pacedsocket.h"

namespace practice
{

PacedSocket::PacedSocket()
{
    setReadBufferSize(most);
    connect(this, &QSslSocket::bytesWritten, this, &PacedSocket::repliesLeft, Qt::QueuedConnection);
    connect(this, &QSslSocket::encryptedBytesWritten, this, &PacedSocket::repliesLeft,
            Qt::QueuedConnection);
}

bool PacedSocket::isHeldUp() const
{
    return bytesToWrite() + encryptedBytesToWrite() > most;
}

} // namespace practice
