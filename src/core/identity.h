// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

namespace core
{

/// Who a mail is from, and the one server that it goes through.
struct Identity
{
    QUuid id;
    QString name; // of the person, as From shows it
    QString address;
    QUuid server;
    QString replyTo;
    QString organisation;
    QString signature;
    bool isDefault = false;

    bool operator==(const Identity &) const = default;
};

} // namespace core
