// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringList>

#include <cstddef>
#include <optional>

namespace core
{

// An enum that is written down has its stable words in wordOf(), declared where the enum is; what
// follows helps with that and goes the way back. Its values are numbered from 0 without a gap; what
// is none has no word.

/// The value's word, where `words` has one for each value in the enum's order and `last` is the
/// last of them: a value that comes to the enum does not compile before it has its word.
template <auto last, size_t count>
QLatin1StringView wordAt(const QLatin1StringView (&words)[count], decltype(last) value)
{
    static_assert(count == static_cast<size_t>(last) + 1);
    const auto number = static_cast<size_t>(value);
    return number < count ? words[number] : QLatin1StringView();
}

/// All the words.
template <typename Enum> QStringList wordsOf()
{
    QStringList words;
    for (int number = 0; !wordOf(static_cast<Enum>(number)).isEmpty(); ++number) {
        words.append(wordOf(static_cast<Enum>(number)));
    }
    return words;
}

/// The value with this word; nothing for a word of a newer version.
template <typename Enum> std::optional<Enum> valueOf(const QString &word)
{
    const qsizetype number = wordsOf<Enum>().indexOf(word);
    return number < 0 ? std::nullopt : std::optional(static_cast<Enum>(number));
}

} // namespace core
