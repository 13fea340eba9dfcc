// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

namespace store
{

/// What is wrong with a file of settings, as a fact.
struct FileProblem
{
    enum class Kind
    {
        None,
        InvalidEntries, // some entries cannot be read; they stay in the file
        NewerVersion,   // written by a newer Proserpina
        Broken,         // empty, cut off, no JSON, or not ours
        Unreadable,     // the file cannot be opened or read
        Distrusted,     // another user could have written it: not even looked at
    };

    Kind kind = Kind::None;
    core::Text detail;      // what is wrong or the version found; of Distrusted a whole sentence
    int invalidEntries = 0; // also counted beside NewerVersion

    /// Whether nothing is known of what the file holds.
    [[nodiscard]] bool isDamage() const { return kind == Kind::Broken || kind == Kind::Unreadable; }
    /// Whether the file must not be overwritten.
    [[nodiscard]] bool isReadOnly() const
    {
        return isDamage() || kind == Kind::NewerVersion || kind == Kind::Distrusted;
    }
    bool operator==(const FileProblem &) const = default;
};

} // namespace store
