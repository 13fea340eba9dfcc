// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringList>

#include <optional>

namespace core
{

// An enum that is written down has its stable words in wordOf(), declared where the enum is; what
// follows goes the way back. Its values are numbered from 0 without a gap; what is none has no
// word.

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
