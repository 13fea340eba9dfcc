// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/refusal.h"

#include <QList>

#include <algorithm>

namespace smtp
{

bool isTooManyRecipients(const core::Reply &reply)
{
    if (reply.code != 452 && reply.code != 552) {
        return false;
    }
    return reply.enhanced ? reply.enhanced->subject == 5 && reply.enhanced->detail == 3
                          : reply.code == 452;
}

bool refusesParameter(const core::Reply &reply)
{
    static const QList<int> codes{455, 500, 501, 504, 555};
    return codes.contains(reply.code) &&
           (!reply.enhanced || reply.enhanced->isAboutArguments() || reply.enhanced->subject == 6);
}

QByteArrayList namedParameters(const core::Reply &reply)
{
    static const QByteArrayList all{"size", "notify", "ret", "dsn", "8bitmime", "body", "smtputf8"};
    QByteArrayList named;
    for (QByteArray word : reply.words().split(' ')) {
        if (word.contains('@')) {
            continue;
        }
        std::replace_if(
            word.begin(), word.end(),
            [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); }, ' ');
        for (const QByteArray &part : word.split(' ')) {
            if (all.contains(part)) {
                named.append(part);
            }
        }
    }
    return named;
}

bool blames(const core::Reply &reply, const QByteArrayList &parameters)
{
    const QByteArrayList named = namedParameters(reply);
    const bool byCode = reply.enhanced ? reply.enhanced->isAboutArguments()
                                       : reply.code != 500 && reply.code != 501;
    return named.isEmpty()
               ? byCode
               : std::any_of(parameters.begin(), parameters.end(),
                             [&](const QByteArray &one) { return named.contains(one); });
}

} // namespace smtp
