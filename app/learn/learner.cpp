// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: a trait is worth its rarity (the logarithm of how many texts there are for each
// that has it), and the values of a text have the length 1 together. Each cause has a weight for
// each trait; from text to text the weights are moved towards the text's true cause, each by less
// the more often it was moved, and those that are worth little stay 0 (FTRL-Proximal). Each time a
// text is read other traits of it are left out, so that none is relied on alone: a new text will
// have some of them. What is learnt is the mean of the later rounds, so that what was left out last
// does not decide.
#include "learner.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace
{

constexpr int rounds = 15;
constexpr int firstKept = 5;          // of the rounds whose weights make the mean
constexpr float step = 1.0F;          // how far a weight is moved at first
constexpr float price = 0.6F;         // what a weight has to be worth, or it stays 0: L1
constexpr float fading = 0.02F;       // of weights: L2
constexpr float leastError = 0.003F;  // of a share, to be worth the time
constexpr std::uint32_t leftOut = 40; // of a hundred traits of a text, each time
constexpr int leastExamples = 2;      // that have a trait
constexpr int mostUnits = 127;

struct Text
{
    std::vector<std::pair<size_t, float>> values; // trait, value
    size_t cause = 0;
};

/// The same numbers each time.
class Dice
{
public:
    /// From 0 up to `below`, which it is not.
    std::uint32_t next(std::uint32_t below)
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(m_state >> 33U) % below;
    }

private:
    std::uint64_t m_state = 1;
};

/// The traits that enough texts have, rising, with how many have them.
std::map<std::uint32_t, int> countedTraits(const std::vector<Example> &examples)
{
    std::map<std::uint32_t, int> counts;
    for (const Example &example : examples) {
        for (const std::uint32_t trait : example.traits) {
            ++counts[trait];
        }
    }
    std::erase_if(counts, [](const auto &one) { return one.second < leastExamples; });
    return counts;
}

/// Makes the length of all values together 1.
void setLength(Text &text)
{
    float squares = 0;
    for (const auto &[trait, value] : text.values) {
        squares += value * value;
    }
    for (auto &[trait, value] : text.values) {
        value /= std::sqrt(squares);
    }
}

std::vector<Text> textsOf(const std::vector<Example> &examples, const Learnt &learnt)
{
    std::vector<Text> texts;
    for (const Example &example : examples) {
        Text text;
        for (const std::uint32_t trait : example.traits) {
            const auto found = std::lower_bound(learnt.traits.begin(), learnt.traits.end(), trait);
            if (found != learnt.traits.end() && *found == trait) {
                const auto at = static_cast<size_t>(found - learnt.traits.begin());
                text.values.emplace_back(at, learnt.rarities[at]);
            }
        }
        setLength(text);
        text.cause = static_cast<size_t>(
            std::lower_bound(learnt.causes.begin(), learnt.causes.end(), example.cause) -
            learnt.causes.begin());
        texts.push_back(text);
    }
    return texts;
}

/// The weights of all traits for all causes while they are learnt.
class Lesson
{
public:
    Lesson(size_t traits, size_t causes)
        : m_causes(causes)
        , m_pulls(traits * causes)
        , m_weights(traits * causes)
        , m_moved(traits * causes)
        , m_sums(traits * causes)
        , m_leanings(causes)
        , m_shares(causes)
    {}

    /// After a round that counts.
    void keep()
    {
        ++m_kept;
        for (size_t at = 0; at < m_weights.size(); ++at) {
            m_sums[at] += m_weights[at];
        }
    }

    void take(const Text &text)
    {
        guess(text);
        for (size_t cause = 0; cause < m_causes; ++cause) {
            const float error = m_shares[cause] - (cause == text.cause ? 1.0F : 0.0F);
            if (std::abs(error) < leastError) {
                continue;
            }
            m_leanings[cause] -= 0.01F * error;
            for (const auto &[trait, value] : text.values) {
                move(trait * m_causes + cause, error * value);
            }
        }
    }

    [[nodiscard]] float weight(size_t trait, size_t cause) const
    {
        return m_sums[trait * m_causes + cause] / static_cast<float>(m_kept);
    }
    [[nodiscard]] const std::vector<float> &leanings() const { return m_leanings; }

private:
    void move(size_t at, float slope)
    {
        const float moved = m_moved[at] + slope * slope;
        m_pulls[at] += slope - (std::sqrt(moved) - std::sqrt(m_moved[at])) / step * m_weights[at];
        m_moved[at] = moved;
        const float pull = m_pulls[at];
        m_weights[at] = std::abs(pull) <= price ? 0.0F
                                                : -(pull - std::copysign(price, pull)) /
                                                      ((1 + std::sqrt(moved)) / step + fading);
    }

    void guess(const Text &text)
    {
        m_shares = m_leanings;
        for (const auto &[trait, value] : text.values) {
            for (size_t cause = 0; cause < m_causes; ++cause) {
                m_shares[cause] += value * m_weights[trait * m_causes + cause];
            }
        }
        const float highest = *std::max_element(m_shares.begin(), m_shares.end());
        float sum = 0;
        for (float &share : m_shares) {
            share = std::exp(share - highest);
            sum += share;
        }
        for (float &share : m_shares) {
            share /= sum;
        }
    }

    size_t m_causes;
    int m_kept = 0;
    std::vector<float> m_pulls;
    std::vector<float> m_weights;
    std::vector<float> m_moved;
    std::vector<float> m_sums; // of the weights after each round that counts
    std::vector<float> m_leanings;
    std::vector<float> m_shares;
};

void shuffle(std::vector<size_t> &order, Dice &dice)
{
    for (size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[dice.next(static_cast<std::uint32_t>(i))]);
    }
}

/// What is left of a text, as long as the whole.
Text partOf(const Text &whole, Dice &dice)
{
    Text part{{}, whole.cause};
    for (const auto &value : whole.values) {
        if (dice.next(100) >= leftOut) {
            part.values.push_back(value);
        }
    }
    setLength(part);
    return part;
}

void keepWeights(const Lesson &lesson, Learnt &learnt)
{
    float highest = 0;
    for (size_t trait = 0; trait < learnt.traits.size(); ++trait) {
        for (size_t cause = 0; cause < learnt.causes.size(); ++cause) {
            highest = std::max(highest, std::abs(lesson.weight(trait, cause)));
        }
    }
    learnt.unit = highest / mostUnits;
    for (size_t trait = 0; trait < learnt.traits.size(); ++trait) {
        learnt.starts.push_back(static_cast<std::uint32_t>(learnt.weights.size()));
        for (size_t cause = 0; cause < learnt.causes.size(); ++cause) {
            const float weight = lesson.weight(trait, cause);
            if (const long units = std::lround(weight / learnt.unit); units != 0) {
                learnt.owners.push_back(static_cast<std::uint8_t>(cause));
                learnt.weights.push_back(static_cast<std::int8_t>(units));
            }
        }
    }
    learnt.starts.push_back(static_cast<std::uint32_t>(learnt.weights.size()));
}

} // namespace

Learnt learn(const std::vector<Example> &examples)
{
    Learnt learnt;
    for (const Example &example : examples) {
        learnt.causes.push_back(example.cause);
    }
    std::sort(learnt.causes.begin(), learnt.causes.end());
    learnt.causes.erase(std::unique(learnt.causes.begin(), learnt.causes.end()),
                        learnt.causes.end());
    const auto all = static_cast<float>(examples.size());
    for (const auto &[trait, count] : countedTraits(examples)) {
        learnt.traits.push_back(trait);
        learnt.rarities.push_back(1 + std::log((1 + all) / static_cast<float>(1 + count)));
    }
    const std::vector<Text> texts = textsOf(examples, learnt);
    Lesson lesson(learnt.traits.size(), learnt.causes.size());
    std::vector<size_t> order(texts.size());
    for (size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    Dice dice;
    for (int round = 0; round < rounds; ++round) {
        shuffle(order, dice);
        for (const size_t one : order) {
            lesson.take(partOf(texts[one], dice));
        }
        if (round >= firstKept) {
            lesson.keep();
        }
    }
    learnt.leanings = lesson.leanings();
    keepWeights(lesson, learnt);
    return learnt;
}
