// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace diagnosis
{

/// The words and beginnings of words that patterns name, each with a number, so that comparing is
/// comparing numbers. A value.
class Lexicon
{
public:
    /// The number of a word, or of a beginning ("exceed*").
    int numberOf(const QString &word, bool isBeginning);

    [[nodiscard]] QList<int> numbersIn(const QString &word) const;
    [[nodiscard]] int size() const { return m_size; }

private:
    QHash<QString, int> m_words;
    QHash<QChar, QList<std::pair<QString, int>>> m_beginnings; // by their first letter
    int m_size = 0;
};

/// A text's words as a lexicon knows them. A value.
class NumberedWords
{
public:
    NumberedWords(const QStringList &words, const Lexicon &lexicon);

    [[nodiscard]] qsizetype size() const { return m_numbers.size(); }
    [[nodiscard]] bool endsSentence(qsizetype at) const { return m_ends.testBit(at); }
    [[nodiscard]] bool isAt(qsizetype at, int number) const
    {
        return m_numbers[at].contains(number);
    }
    [[nodiscard]] bool has(int number) const { return m_present.testBit(number); }

private:
    QList<QList<int>> m_numbers;
    QBitArray m_ends;
    QBitArray m_present;
};

/// A pattern (phrase.h) made ready for comparing. A value.
class Pattern
{
public:
    Pattern() = default;
    Pattern(const char *pattern, Lexicon &lexicon);
    /// One of "a|b c|d", or of nothing.
    static Pattern anyOf(const char *choices, Lexicon &lexicon);

    struct Found
    {
        qsizetype at = -1;
        qsizetype end = -1;

        explicit operator bool() const { return at >= 0; }
    };

    /// Where it stands first.
    [[nodiscard]] Found findIn(const NumberedWords &words) const;
    /// How many words it names at the least.
    [[nodiscard]] int length() const { return m_length; }

private:
    using Sequence = QList<int>; // numbers of a lexicon, and `gap`
    struct Element
    {
        enum class Kind
        {
            Words,
            Gap,
            ShortGap,
            Begin,
            End,
        };
        Kind kind = Kind::Words;
        QList<Sequence> choices; // the empty one: need not be there
    };
    static constexpr int gap = -1;

    static Sequence parsed(const QString &words, Lexicon &lexicon);
    void addChoices(const QString &all, Lexicon &lexicon);
    [[nodiscard]] bool mayBeIn(const NumberedWords &words) const;
    [[nodiscard]] qsizetype chosenFrom(const NumberedWords &words, qsizetype at,
                                       const Sequence &choice, qsizetype of,
                                       qsizetype element) const;
    [[nodiscard]] qsizetype matchedFrom(const NumberedWords &words, qsizetype at,
                                        qsizetype element) const;

    QList<Element> m_elements;
    int m_length = 0;
};

} // namespace diagnosis
