// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder.h"

#include <algorithm>

namespace core
{

const QList<Method> &ladder()
{
    static const QList<Method> rungs{Method::ScramSha256, Method::CramMd5, Method::Login,
                                     Method::Plain1};
    return rungs;
}

const QList<Method> &tokenLadder()
{
    static const QList<Method> rungs{Method::OAuthBearer, Method::XOauth2};
    return rungs;
}

std::optional<Method> nextRung(Method chosen, const QByteArrayList &offered,
                               const QList<Method> &tried)
{
    const QList<Method> &rungs = takesToken(chosen) ? tokenLadder() : ladder();
    const qsizetype start = rungs.indexOf(chosen);
    const QList<Method> candidates = start < 0 ? QList<Method>{chosen} : rungs.mid(start);
    const auto usable = [&](Method method) {
        const QLatin1StringView mechanism = mechanismOf(method);
        return !tried.contains(method) &&
               offered.contains(QByteArray(mechanism.data(), mechanism.size()));
    };
    const auto rung = std::find_if(candidates.begin(), candidates.end(), usable);
    return rung == candidates.end() ? std::optional<Method>() : *rung;
}

} // namespace core
