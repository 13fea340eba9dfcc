// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/certificatehosts.h"

#include <algorithm>

namespace diagnosis
{

namespace
{

constexpr qsizetype longestName = 253; // RFC 1035 2.3.4, as text
constexpr qsizetype longestLabel = 63;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || isDigit(c);
}

/// RFC 5890 2.3.1: letters, digits, hyphen.
bool isLabel(const QString &label)
{
    return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(u'-') &&
           !label.endsWith(u'-') && std::all_of(label.begin(), label.end(), [](QChar c) {
               return isLetterOrDigit(c) || c == u'-';
           });
}

bool isHost(const QString &name)
{
    const QStringList labels = name.split(u'.');
    return name.size() <= longestName && std::all_of(labels.begin(), labels.end(), isLabel) &&
           !std::all_of(labels.constLast().begin(), labels.constLast().end(), isDigit);
}

} // namespace

QStringList hostsNamedIn(const core::Certificate &certificate, qsizetype most)
{
    QStringList hosts;
    for (const QString &name : certificate.hostNames) {
        if (hosts.size() < most && isHost(name)) {
            hosts.append(name);
        }
    }
    return hosts;
}

} // namespace diagnosis
