// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace mime
{

/// A mail address as a person wrote it, taken apart. `address` is the addr-spec ready for the
/// envelope: the local part in UTF-8, the domain with A-labels.
struct Mailbox
{
    QString name;
    QByteArray address;

    /// What stands behind the @.
    [[nodiscard]] QByteArray domain() const { return address.mid(address.lastIndexOf('@') + 1); }
    bool operator==(const Mailbox &) const = default;
};

/// Reads "taro@example.org", "Taro <taro@example.org>", quoted names and quoted local parts;
/// exactly one address. A local part outside ASCII is taken; only the server can say whether it can
/// be carried (SMTPUTF8, RFC 6531). Error BadInput with a sentence.
core::Result<Mailbox> parseMailbox(const QString &typed);

/// The addresses of a field that holds several: parted at commas, semicolons and line breaks
/// outside quotation marks, each as typed without the spaces around it; empty ones left out. A
/// comma in a name without quotation marks parts nothing: parseMailbox() says what to do.
QStringList splitAddresses(const QString &typed);

} // namespace mime
