// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/ladder.h"

#include <algorithm>

namespace smtp
{

const QList<core::Method> &ladder()
{
    static const QList<core::Method> rungs{core::Method::ScramSha256, core::Method::CramMd5,
                                           core::Method::Login, core::Method::Plain1};
    return rungs;
}

std::optional<core::Method> nextRung(core::Method chosen, const QByteArrayList &offered,
                                     const QList<core::Method> &tried)
{
    const qsizetype start = ladder().indexOf(chosen);
    const QList<core::Method> candidates =
        start < 0 ? QList<core::Method>{chosen} : ladder().mid(start);
    const auto usable = [&](core::Method method) {
        const QLatin1StringView mechanism = core::mechanismOf(method);
        return !tried.contains(method) &&
               offered.contains(QByteArray(mechanism.data(), mechanism.size()));
    };
    const auto rung = std::find_if(candidates.begin(), candidates.end(), usable);
    return rung == candidates.end() ? std::optional<core::Method>() : *rung;
}

} // namespace smtp
