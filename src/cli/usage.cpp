// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/usage.h"

#include "core/tidy.h"

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

struct Spelling
{
    QLatin1StringView option;
    QLatin1StringView written;
    QLatin1StringView word;
};

constexpr Spelling spellings[] = {
    {"security"_L1, "ssl"_L1, "smtps"_L1},         {"security"_L1, "tls"_L1, "smtps"_L1},
    {"security"_L1, "ssl/tls"_L1, "smtps"_L1},     {"security"_L1, "tls/ssl"_L1, "smtps"_L1},
    {"pop-security"_L1, "ssl"_L1, "pop3s"_L1},     {"pop-security"_L1, "ssl/tls"_L1, "pop3s"_L1},
    {"pop-security"_L1, "starttls"_L1, "stls"_L1}, {"auth"_L1, "plain"_L1, "plain1"_L1},
};

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

QString didYouMean(const QString &word, const QStringList &candidates)
{
    const QString near = nearest(word, candidates);
    return near.isEmpty() ? QString() : u' ' + Text::tr("Did you mean %1?").arg(near);
}

UsageError notOneOf(const QString &option, const QString &value, const QStringList &values)
{
    return {Text::tr("--%1 takes %2, not “%3”.").arg(option, values.join(u", "_s), value) +
            didYouMean(value, values)};
}

QString wordMeant(const QString &option, const QString &typed)
{
    const QString written = core::tidied(typed).toLower();
    for (const Spelling &spelling : spellings) {
        if (option == spelling.option && written == spelling.written) {
            return spelling.word;
        }
    }
    return written;
}

} // namespace cli
