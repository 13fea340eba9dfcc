// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: POSIX.1-2017, Shell Command Language 2.2 (quoting), read letter by letter.
#include "service/commandline.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

class Splitter
{
public:
    explicit Splitter(const QString &line)
        : m_line(line)
    {}

    core::Result<QStringList> words()
    {
        for (m_at = 0; m_at < m_line.size(); ++m_at) {
            const QChar c = m_line[m_at];
            if (!m_quote.isNull()) {
                readQuoted(c);
            } else if (c == u'\'' || c == u'"') {
                m_quote = c;
                m_isWord = true;
            } else if (c.isSpace()) {
                endWord();
            } else {
                add(c == u'\\' ? next().value_or(c) : c);
            }
        }
        if (!m_quote.isNull()) {
            return core::badInput(QT_TRANSLATE_NOOP(
                "core", "The password command has a quotation mark that is not closed."));
        }
        endWord();
        return m_words;
    }

private:
    void readQuoted(QChar c)
    {
        if (c == m_quote) {
            m_quote = QChar();
            return;
        }
        const bool escapes = m_quote == u'"' && c == u'\\' && m_at + 1 < m_line.size() &&
                             u"\"\\$`"_s.contains(m_line[m_at + 1]);
        add(escapes ? *next() : c);
    }

    std::optional<QChar> next()
    {
        return m_at + 1 < m_line.size() ? std::optional(m_line[++m_at]) : std::nullopt;
    }

    void add(QChar c)
    {
        m_word += c;
        m_isWord = true;
    }

    void endWord()
    {
        if (m_isWord) {
            m_words.append(m_word);
        }
        m_word.clear();
        m_isWord = false;
    }

    const QString &m_line;
    qsizetype m_at = 0;
    QChar m_quote; // null: outside
    QString m_word;
    bool m_isWord = false; // "" is one
    QStringList m_words;
};

bool needsQuotes(const QString &word)
{
    return word.isEmpty() || std::any_of(word.begin(), word.end(), [](QChar c) {
               return c.isSpace() || c == u'\'' || c == u'"' || c == u'\\';
           });
}

} // namespace

core::Result<QStringList> splitCommand(const QString &line)
{
    return Splitter(line).words();
}

QString commandLineOf(const QStringList &argv)
{
    QStringList words;
    for (const QString &word : argv) {
        words.append(needsQuotes(word) ? u'\'' + QString(word).replace(u"'"_s, u"'\\''"_s) + u'\''
                                       : word);
    }
    return words.join(u' ');
}

} // namespace service
