// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace diagnosis
{

/// A pattern (phrase.h) made ready for comparing. A value.
class Pattern
{
public:
    Pattern() = default;
    explicit Pattern(const char *pattern);
    /// One of "a|b c|d", or of nothing.
    static Pattern anyOf(const char *choices);

    /// A choice's words as they are compared; empty where all are left out of every text.
    static QString readAs(const QString &choice);
    /// The words of a text as patterns read them.
    static QString lineOf(const QStringList &words);

    /// The words that it stands for, where it stands first; nothing where it does not.
    [[nodiscard]] QString findIn(const QString &line) const;

private:
    QRegularExpression m_expression;
};

} // namespace diagnosis
