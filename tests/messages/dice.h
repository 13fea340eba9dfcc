// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <random>

/// The chances a made-up message is made of: the same seed, the same message, everywhere.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_engine(seed)
    {}

    /// 0 to `sides` - 1.
    int roll(int sides) { return static_cast<int>(m_engine() % static_cast<quint32>(sides)); }
    bool oneIn(int sides) { return roll(sides) == 0; }
    template <typename T> T pick(const QList<T> &choices)
    {
        return choices[roll(static_cast<int>(choices.size()))];
    }

private:
    std::mt19937 m_engine;
};
