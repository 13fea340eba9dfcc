// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace diagnosis
{

/// A word of an EHLO reply in upper case, and what it means.
struct Explanation
{
    const char *name;
    const char *sentence;
};

/// The keywords whose sentence needs nothing but the word; SIZE and AUTH stand in keywords.cpp.
std::span<const Explanation> keywordTable();
std::span<const Explanation> mechanismTable();

} // namespace diagnosis
