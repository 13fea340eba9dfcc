// SPDX-License-Identifier: GPL-3.0-or-later
#include "texts/likeness.h"

#include "texts/traits.h"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace texts
{

namespace
{

constexpr double leastShare = 0.01;
constexpr size_t mostWords = 3;

struct Known
{
    const QString *trait;
    size_t at;
    double value;
};

std::vector<Known> knownOf(const QStringList &traits, const Knowledge &knowledge)
{
    std::vector<Known> known;
    double squares = 0;
    for (const QString &trait : traits) {
        const std::uint32_t number = numberOf(trait);
        const auto found =
            std::lower_bound(knowledge.traits.begin(), knowledge.traits.end(), number);
        if (found != knowledge.traits.end() && *found == number) {
            const auto at = static_cast<size_t>(found - knowledge.traits.begin());
            const double rarity = knowledge.rarities[at];
            known.push_back({&trait, at, rarity});
            squares += rarity * rarity;
        }
    }
    for (Known &one : known) {
        one.value /= std::sqrt(squares);
    }
    return known;
}

double weightFor(size_t cause, const Known &known, const Knowledge &knowledge)
{
    for (std::uint32_t i = knowledge.starts[known.at]; i < knowledge.starts[known.at + 1]; ++i) {
        if (knowledge.owners[i] == cause) {
            return known.value * knowledge.weights[i];
        }
    }
    return 0;
}

/// What speaks most for a cause, the heaviest first. Beginnings of words stand there as whole
/// words.
QStringList reasonsFor(size_t cause, const std::vector<Known> &known, const Knowledge &knowledge)
{
    std::vector<std::pair<double, QString>> reasons;
    for (const Known &one : known) {
        const double weight = weightFor(cause, one, knowledge);
        if (weight > 0 && !one.trait->endsWith(u'*') && *one.trait != "."_L1) {
            reasons.emplace_back(weight, *one.trait);
        }
    }
    std::sort(reasons.begin(), reasons.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    QStringList words;
    for (size_t i = 0; i < std::min(mostWords, reasons.size()); ++i) {
        words.append(reasons[i].second);
    }
    return words;
}

} // namespace

QList<Likeness> likenesses(const QStringList &traits, const Knowledge &knowledge)
{
    const std::vector<Known> known = knownOf(traits, knowledge);
    if (known.empty()) {
        return {};
    }
    std::vector<double> scores(knowledge.leanings.begin(), knowledge.leanings.end());
    for (const Known &one : known) {
        for (std::uint32_t i = knowledge.starts[one.at]; i < knowledge.starts[one.at + 1]; ++i) {
            scores[knowledge.owners[i]] += one.value * knowledge.weights[i] * knowledge.unit;
        }
    }
    const double highest = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (double &score : scores) {
        score = std::exp(score - highest);
        sum += score;
    }
    QList<Likeness> found;
    for (size_t cause = 0; cause < scores.size(); ++cause) {
        const double share = scores[cause] / sum;
        if (share >= leastShare) {
            found.append({QString::fromLatin1(knowledge.causes[cause]), share,
                          reasonsFor(cause, known, knowledge)});
        }
    }
    std::sort(found.begin(), found.end(), [](const Likeness &a, const Likeness &b) {
        return a.share != b.share ? a.share > b.share : a.cause < b.cause;
    });
    return found;
}

bool isKnown(const QString &trait, const Knowledge &knowledge)
{
    return std::binary_search(knowledge.traits.begin(), knowledge.traits.end(), numberOf(trait));
}

} // namespace texts
