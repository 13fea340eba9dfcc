// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace core
{

/// A mail as a person writes it. Addresses as typed ("Taro <taro@example.org>" or bare).
struct Draft
{
    QString from;
    QStringList to;
    QString subject;
    QString text;
    QStringList attachments; // file paths
    QStringList cc = {};
    QStringList bcc = {}; // in the envelope only
    QString replyTo = {};
    QString organisation = {};

    bool operator==(const Draft &) const = default;
};

/// What the session must know of the message it does not hold: octets on the wire without
/// dot-stuffing (RFC 1870 3), and what it asks of the server.
struct MessageTraits
{
    qint64 size = 0;
    bool eightBit = false;      // octets over 127 in the body
    bool needsSmtpUtf8 = false; // octets over 127 in a header, or in an address of the envelope
    qsizetype longestLine =
        0; // octets, line end excluded; over 998 is refused (RFC 5321 4.5.3.1.6)

    bool operator==(const MessageTraits &) const = default;
};

/// What delivery status notifications a sender asks for (RFC 3461 4). Nothing asked: the server's
/// own way.
struct NotifyRequest
{
    bool never = false;
    bool onSuccess = false;
    bool onFailure = false;
    bool onDelay = false;
    bool wholeMessage = false; // RET=FULL in place of HDRS

    [[nodiscard]] bool isMade() const { return never || onSuccess || onFailure || onDelay; }
    bool operator==(const NotifyRequest &) const = default;
};

/// The envelope (RFC 5321 2.3.1): addresses without brackets and names, domains as A-labels.
struct Envelope
{
    QByteArray from; // empty: the null reverse-path
    QList<QByteArray> to;

    bool operator==(const Envelope &) const = default;
};

/// How a mail is to be given to the server.
struct Delivery
{
    bool allOrNone = false; // one refused recipient, and nobody gets it
    NotifyRequest notify;
    bool breakSignature = false; // take one off that would not be valid any more
    int copies = 1;              // over one connection, each a transaction of its own

    bool operator==(const Delivery &) const = default;
};

} // namespace core
