// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// A text whose cause is known: its traits as numbers, and its cause.
struct Example
{
    std::vector<std::uint32_t> traits;
    std::string cause;
};

/// What the examples teach, as texts::Knowledge has it.
struct Learnt
{
    std::vector<std::string> causes;
    std::vector<float> leanings;
    std::vector<std::uint32_t> traits;
    std::vector<float> rarities;
    std::vector<std::uint32_t> starts;
    std::vector<std::uint8_t> owners;
    std::vector<std::int8_t> weights;
    float unit = 0;
};

/// Multinomial logistic regression by FTRL-Proximal. The same examples give the same result.
Learnt learn(const std::vector<Example> &examples);
