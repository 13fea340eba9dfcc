// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace core
{

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
