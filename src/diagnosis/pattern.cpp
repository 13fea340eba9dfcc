// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/pattern.h"

#include "texts/wording.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

constexpr qsizetype longestGap = 6;
constexpr qsizetype shortGap = 2;

struct WordList
{
    QLatin1StringView name;
    const char *words;
};

constexpr WordList lists[] = {
    {"mailbox"_L1, "mailbox|user|account|recipient|inbox|maildrop|maildir|destination"},
    {"bad"_L1, "bad|wrong|invalid|incorrect|failed|failure|fail|error|rejected|denied|refused|"
               "unsuccessful|not accepted|not correct|not valid|not match|mismatch"},
    {"needed"_L1, "required|needed|necessary|mandatory|must|require|need"},
    {"ip"_L1, "ip|ip address|@ip|host|client|server|mta|address|network|connection|client host|"
              "sending ip|sending server"},
};

QString expanded(const QString &name)
{
    for (const WordList &list : lists) {
        if (list.name == name) {
            return QString::fromLatin1(list.words);
        }
    }
    Q_ASSERT_X(false, "Pattern", qPrintable(name));
    return {};
}

/// What follows may stand here or up to `longest` words later in the sentence.
template <typename Follows>
qsizetype afterGap(const NumberedWords &words, qsizetype at, qsizetype longest,
                   const Follows &follows)
{
    for (qsizetype skipped = 0; skipped <= longest && at + skipped <= words.size(); ++skipped) {
        const qsizetype end = follows(at + skipped);
        if (end >= 0) {
            return end;
        }
        if (at + skipped < words.size() && words.endsSentence(at + skipped)) {
            break;
        }
    }
    return -1;
}

/// Cut at blanks that are not in parentheses.
QStringList elementsOf(const QString &pattern)
{
    QStringList elements;
    QString element;
    bool inside = false;
    for (const QChar c : pattern) {
        if (c == u' ' && !inside) {
            if (!element.isEmpty()) {
                elements.append(element);
            }
            element.clear();
            continue;
        }
        inside = c == u'(' || (inside && c != u')');
        if (c != u'(' && c != u')') {
            element += c;
        }
    }
    if (!element.isEmpty()) {
        elements.append(element);
    }
    return elements;
}

/// It stands for itself in every text: "@address", "[in-use]", "#".
bool isMark(const QString &word)
{
    return word.startsWith(texts::Wording::firstOfMarks) || word.startsWith(u'[') || word == "#"_L1;
}

} // namespace

int Lexicon::numberOf(const QString &word, bool isBeginning)
{
    if (!isBeginning) {
        const auto found = m_words.constFind(word);
        return found != m_words.constEnd() ? *found : *m_words.insert(word, m_size++);
    }
    QList<std::pair<QString, int>> &beginnings = m_beginnings[word.front()];
    for (const auto &[text, number] : std::as_const(beginnings)) {
        if (text == word) {
            return number;
        }
    }
    beginnings.append({word, m_size});
    return m_size++;
}

QList<int> Lexicon::numbersIn(const QString &word) const
{
    QList<int> numbers;
    const auto found = m_words.constFind(word);
    if (found != m_words.constEnd()) {
        numbers.append(*found);
    }
    const auto beginnings = m_beginnings.constFind(word.front());
    if (beginnings != m_beginnings.constEnd()) {
        for (const auto &[text, number] : *beginnings) {
            if (word.startsWith(text)) {
                numbers.append(number);
            }
        }
    }
    return numbers;
}

NumberedWords::NumberedWords(const QStringList &words, const Lexicon &lexicon)
    : m_ends(words.size())
    , m_present(lexicon.size())
{
    m_numbers.reserve(words.size());
    for (const QString &word : words) {
        m_ends.setBit(m_numbers.size(), word == "."_L1);
        m_numbers.append(lexicon.numbersIn(word));
        for (const int number : std::as_const(m_numbers.last())) {
            m_present.setBit(number);
        }
    }
}

Pattern::Pattern(const char *pattern, Lexicon &lexicon)
{
    for (const QString &element : elementsOf(QString::fromUtf8(pattern))) {
        if (element == "..."_L1) {
            m_elements.append({Element::Kind::Gap, {}});
        } else if (element == ".."_L1) {
            m_elements.append({Element::Kind::ShortGap, {}});
        } else if (element == "^"_L1) {
            m_elements.append({Element::Kind::Begin, {}});
        } else if (element == "$"_L1) {
            m_elements.append({Element::Kind::End, {}});
        } else {
            addChoices(element, lexicon);
        }
    }
}

Pattern Pattern::anyOf(const char *choices, Lexicon &lexicon)
{
    Pattern pattern;
    if (choices) {
        pattern.addChoices(QString::fromUtf8(choices), lexicon);
    }
    return pattern;
}

Pattern::Sequence Pattern::parsed(const QString &words, Lexicon &lexicon)
{
    Sequence sequence;
    QString plain; // neighbours are read together, as in a text: "log in" is one word
    const auto addPlain = [&] {
        const texts::Wording wording(plain);
        for (const QString &word : wording.words()) {
            sequence.append(lexicon.numberOf(word, false));
        }
        plain.clear();
    };
    for (const QString &one : words.split(u' ', Qt::SkipEmptyParts)) {
        const bool isBeginning = one.size() > 1 && one.endsWith(u'*') && one.front() != u'*';
        if (!isBeginning && !isMark(one) && one != "..."_L1 && one.front() != u'*') {
            plain += u' ' + one;
            continue;
        }
        addPlain();
        if (one == "..."_L1) {
            sequence.append(gap);
        } else if (isBeginning) {
            const QStringList parts = texts::Wording(one.chopped(1)).words();
            for (const QString &part : parts) {
                sequence.append(lexicon.numberOf(part, &part == &parts.constLast()));
            }
        } else {
            sequence.append(lexicon.numberOf(one, false));
        }
    }
    addPlain();
    return sequence;
}

void Pattern::addChoices(const QString &all, Lexicon &lexicon)
{
    Element element;
    const bool isOptional = all.endsWith(u'?');
    const QString choices = isOptional ? all.chopped(1) : all;
    qsizetype shortest = std::numeric_limits<qsizetype>::max();
    QStringList single;
    for (const QString &choice : choices.split(u'|')) {
        single +=
            choice.startsWith(u'%') ? expanded(choice.mid(1)).split(u'|') : QStringList{choice};
    }
    for (const QString &choice : std::as_const(single)) {
        const Sequence sequence = parsed(choice, lexicon);
        if (!sequence.isEmpty()) { // else a word that is left out of every text
            element.choices.append(sequence);
            shortest = std::min(shortest, sequence.size() - sequence.count(gap));
        }
    }
    if (isOptional) {
        element.choices.append(Sequence());
    } else if (!element.choices.isEmpty()) {
        m_length += static_cast<int>(shortest);
    }
    if (!element.choices.isEmpty()) {
        m_elements.append(element);
    }
}

bool Pattern::mayBeIn(const NumberedWords &words) const
{
    return std::all_of(m_elements.begin(), m_elements.end(), [&](const Element &element) {
        return element.kind != Element::Kind::Words ||
               std::any_of(element.choices.begin(), element.choices.end(),
                           [&](const Sequence &choice) {
                               return choice.isEmpty() || words.has(choice.constFirst());
                           });
    });
}

qsizetype Pattern::chosenFrom(const NumberedWords &words, qsizetype at, const Sequence &choice,
                              qsizetype of, qsizetype element) const
{
    for (; of < choice.size(); ++of, ++at) {
        if (choice[of] == gap) {
            return afterGap(words, at, longestGap, [&](qsizetype from) {
                return chosenFrom(words, from, choice, of + 1, element);
            });
        }
        if (at >= words.size() || !words.isAt(at, choice[of])) {
            return -1;
        }
    }
    return matchedFrom(words, at, element + 1);
}

qsizetype Pattern::matchedFrom(const NumberedWords &words, qsizetype at, qsizetype element) const
{
    if (element == m_elements.size()) {
        return at;
    }
    const Element &next = m_elements[element];
    switch (next.kind) {
    case Element::Kind::Begin: return at == 0 ? matchedFrom(words, at, element + 1) : -1;
    case Element::Kind::End:
        return at == words.size() || (at + 1 == words.size() && words.endsSentence(at))
                   ? matchedFrom(words, at, element + 1)
                   : -1;
    case Element::Kind::Gap:
    case Element::Kind::ShortGap:
        return afterGap(words, at, next.kind == Element::Kind::Gap ? longestGap : shortGap,
                        [&](qsizetype from) { return matchedFrom(words, from, element + 1); });
    case Element::Kind::Words: break;
    }
    for (const Sequence &choice : next.choices) {
        const qsizetype end = chosenFrom(words, at, choice, 0, element);
        if (end >= 0) {
            return end;
        }
    }
    return -1;
}

Pattern::Found Pattern::findIn(const NumberedWords &words) const
{
    if (m_elements.isEmpty() || !mayBeIn(words)) {
        return {};
    }
    const bool onlyAtBegin = m_elements.constFirst().kind == Element::Kind::Begin;
    for (qsizetype at = 0; at < (onlyAtBegin ? 1 : words.size()); ++at) {
        const qsizetype end = matchedFrom(words, at, 0);
        if (end >= 0) {
            return {at, end};
        }
    }
    return {};
}

} // namespace diagnosis
