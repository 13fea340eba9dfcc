// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    bool operator==(const Draft &) const = default;
};

} // namespace core
