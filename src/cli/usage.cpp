// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/usage.h"

#include "cli/text.h"

#include <QList>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

constexpr qsizetype longestWord = 200;

int distance(const QString &a, const QString &b)
{
    QList<QList<int>> table(a.size() + 1, QList<int>(b.size() + 1, 0));
    for (qsizetype i = 0; i <= a.size(); ++i) {
        for (qsizetype j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = static_cast<int>(i + j);
                continue;
            }
            const int substituted = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, substituted});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return table[a.size()][b.size()];
}

} // namespace

QString nearest(const QString &word, const QStringList &candidates)
{
    if (word.size() > longestWord) {
        return {};
    }
    QString best;
    int bestDistance = static_cast<int>(std::max<qsizetype>(2, word.size() / 3)) + 1;
    for (const QString &candidate : candidates) {
        // Half a word is near to the whole: --pass, --password-env.
        const bool begun = word.size() >= 3 && candidate.startsWith(word);
        if (!begun && std::abs(word.size() - candidate.size()) >= bestDistance) {
            continue; // and a name that somebody made a million letters long costs nothing
        }
        const int d = begun ? 1 : distance(word, candidate);
        if (d < bestDistance) {
            best = candidate;
            bestDistance = d;
        }
    }
    return best;
}

UsageError notOneOf(const QString &option, const QString &value, const QStringList &values)
{
    QString message = Text::tr("--%1 takes %2, not “%3”.").arg(option, values.join(u", "_s), value);
    if (const QString near = nearest(value, values); !near.isEmpty()) {
        message += u' ' + Text::tr("Did you mean %1?").arg(near);
    }
    return {message};
}

} // namespace cli
