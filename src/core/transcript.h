// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QByteArray>
#include <QList>

namespace core
{

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

} // namespace core
