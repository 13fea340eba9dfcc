// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace core
{

/// Puts a source text of a context into the person's language, as QCoreApplication::translate()
/// does. The pure modules know no translator; window and command line pass theirs. Without one:
/// English.
using Translate = std::function<QString(const char *context, const char *source)>;

/// A text for people that is not yet in their language: what a module says, on its way to where it
/// is shown. Its source is marked where it stands, QT_TRANSLATE_NOOP("core", "%1 has no @."), and
/// its places are filled by other texts.
class Text
{
public:
    Text() = default;
    Text(const char *source, QList<Text> arguments = {});
    /// Words that are nobody's to translate, made inert: a library's, the server's, a path, what
    /// was typed, a name, a number.
    Text(const QString &words);
    Text(const QByteArray &octets);
    Text(qint64 number);

    [[nodiscard]] bool isEmpty() const { return m_source.isEmpty() && m_words.isEmpty(); }
    [[nodiscard]] QString translated(const Translate &translate) const;
    /// For logs, tests and what other programs read.
    [[nodiscard]] QString english() const { return translated({}); }

    /// Empty where it is words alone.
    [[nodiscard]] const QByteArray &source() const { return m_source; }
    [[nodiscard]] const QList<Text> &arguments() const { return m_arguments; }

    bool operator==(const Text &other) const;

private:
    QByteArray m_source; // UTF-8
    QList<Text> m_arguments;
    QString m_words; // without a source
};

} // namespace core
