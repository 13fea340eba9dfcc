// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace mime
{

/// A message as a reader wants it. What it holds is inert.
struct ReadMessage
{
    struct Attachment
    {
        QString name; // empty: it has none
        QString type; // "image/png"
        qint64 octets = 0;
    };

    QString from;
    QString to;
    QString cc;
    QString subject;
    QString date;
    QByteArray messageId; // with its angle brackets; empty: it has none
    QString text;         // the first part that is plain text; empty: there is none
    QList<Attachment> attachments;
};

/// Reads what it can of any bytes; a message that is none has empty fields.
ReadMessage readMessage(const QByteArray &message);

} // namespace mime
