// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reply.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace texts
{

/// The words of a text that somebody else's program wrote, with all that differs between two texts
/// of the same kind taken out: case, accents, articles, plural endings, line breaks. What names a
/// person, a host or a place is a word that says only what it is ("@address"), so that a host named
/// spam.example says nothing of spam. A value.
class Wording
{
public:
    Wording() = default;
    explicit Wording(const QString &text);

    /// In order. "." stands where a sentence ends.
    [[nodiscard]] const QStringList &words() const { return m_words; }
    /// Host and path of each link, in lower case and without its scheme, and each host alone.
    [[nodiscard]] const QStringList &links() const { return m_links; }
    /// The three-digit code a line begins with, if one does; the first of 4yz or 5yz.
    [[nodiscard]] std::optional<int> code() const { return m_code; }
    /// RFC 3463 codes, wherever they stand, also "(#5.7.1)".
    [[nodiscard]] const QList<core::EnhancedCode> &enhanced() const { return m_enhanced; }

    static constexpr QChar firstOfMarks =
        u'@'; // "@address", "@host", "@ip", "@link", "@id", "@masked"

    /// A word of a phrase as it is compared, or nothing for one that is left out of every text.
    static QString canonical(const QString &word);

private:
    void addLine(const QString &line);
    void addChunk(const QString &chunk);
    void addWord(const QString &word);
    void endSentence();
    void joinWords();

    QStringList m_words;
    QStringList m_links;
    std::optional<int> m_code;
    QList<core::EnhancedCode> m_enhanced;
};

} // namespace texts
