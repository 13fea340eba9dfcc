// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: a text's words stand in one line with a blank before each and one at the end, and a
// pattern is a regular expression over it in which a blank stands before each word.
#include "diagnosis/pattern.h"

#include "texts/wording.h"

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

const QString gap = u"..."_s;
const QString upToSixWords = u"(?: (?!\\. )\\S+){0,6}?"_s; // of one sentence

/// Cut at blanks that are not in parentheses.
QStringList elementsOf(const QString &pattern)
{
    static const QRegularExpression element(u"\\([^)]*\\)\\??|\\S+"_s);
    QStringList elements;
    for (const QRegularExpressionMatch &match : element.globalMatch(pattern)) {
        elements.append(match.captured());
    }
    return elements;
}

/// "over quota", "exceed*", "from ... @ip"; empty where all words are left out of every text.
QString sequenceOf(const QString &words)
{
    QString sequence;
    QString plain; // neighbours are read together, as in a text: "log in" is one word
    const auto addPlain = [&](const QString &ending = {}) {
        const texts::Wording wording(plain);
        for (const QString &word : wording.words()) {
            sequence += u' ' + QRegularExpression::escape(word);
        }
        sequence += ending;
        plain.clear();
    };
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (word == gap) {
            addPlain(upToSixWords);
        } else if (word.startsWith(texts::Wording::firstOfMarks) || word == "#"_L1) {
            addPlain(u' ' + QRegularExpression::escape(word));
        } else if (word.endsWith(u'*')) {
            addPlain();
            plain = word.chopped(1);
            addPlain(u"\\S*"_s);
        } else {
            plain += u' ' + word;
        }
    }
    addPlain();
    return sequence;
}

/// "(over quota|exceed*)?"; empty where all are left out of every text.
QString choiceOf(QString choices)
{
    const bool isOptional = choices.endsWith(u'?');
    choices.remove(u'(').remove(u')').remove(u'?');
    QStringList sequences;
    for (const QString &choice : choices.split(u'|')) {
        if (const QString sequence = sequenceOf(choice); !sequence.isEmpty()) {
            sequences.append(sequence);
        }
    }
    if (sequences.isEmpty()) {
        return {};
    }
    const QString oneOfThem = u"(?:"_s + sequences.join(u'|') + u")(?= )"_s;
    return isOptional ? u"(?:"_s + oneOfThem + u")?"_s : oneOfThem;
}

} // namespace

Pattern::Pattern(const char *pattern)
{
    QString expression;
    for (const QString &element : elementsOf(QString::fromUtf8(pattern))) {
        expression += element == gap ? upToSixWords : choiceOf(element);
    }
    m_expression.setPattern(expression);
    Q_ASSERT_X(m_expression.isValid(), "Pattern", pattern);
}

Pattern Pattern::anyOf(const char *choices)
{
    Pattern pattern;
    pattern.m_expression.setPattern(choiceOf(QString::fromUtf8(choices)));
    return pattern;
}

QString Pattern::readAs(const QString &choice)
{
    return sequenceOf(choice);
}

QString Pattern::lineOf(const QStringList &words)
{
    return u' ' + words.join(u' ') + u' ';
}

QString Pattern::findIn(const QString &line) const
{
    return m_expression.pattern().isEmpty() ? QString()
                                            : m_expression.match(line).captured().trimmed();
}

} // namespace diagnosis
