// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringList>

#include <optional>

namespace core
{

// An enum has its stable words in one function, such as securityName(): what follows goes the way
// back by it. Its values are numbered from 0 without a gap, and what is none has no word.

/// All the words.
template <typename Enum> QStringList wordsOf(QLatin1StringView (*name)(Enum))
{
    QStringList words;
    for (int number = 0; !name(static_cast<Enum>(number)).isEmpty(); ++number) {
        words.append(name(static_cast<Enum>(number)));
    }
    return words;
}

/// The value with this word; nothing for a word of a newer version.
template <typename Enum>
std::optional<Enum> valueOf(const QString &word, QLatin1StringView (*name)(Enum))
{
    for (int number = 0; !name(static_cast<Enum>(number)).isEmpty(); ++number) {
        if (word == name(static_cast<Enum>(number))) {
            return static_cast<Enum>(number);
        }
    }
    return {};
}

} // namespace core
