// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdio>

namespace cli
{

/// What people read is at most this many columns wide.
inline constexpr int textWidth = 80;

/// The two streams a command writes to. Whatever the source of a text, it is inert when it is
/// written: a name in a file, a host or a reply cannot tell the terminal anything. Colours only
/// where the stream is a terminal (and NO_COLOR is unset).
class Terminal
{
public:
    enum class Style
    {
        Plain,
        Good,
        Bad,
        Faint,
        Strong,
    };

    explicit Terminal(std::FILE *out = stdout, std::FILE *error = stderr);

    void line(const QString &text = {}, Style style = Style::Plain);
    void lines(const QStringList &texts, Style style = Style::Plain);
    /// A paragraph, broken into lines.
    void error(const QString &text);
    void json(const QJsonDocument &json);
    void json(const QJsonObject &object) { json(QJsonDocument(object)); }
    void json(const QJsonArray &array) { json(QJsonDocument(array)); }
    /// Bytes as they are: our own words with their line ends.
    void raw(const QByteArray &bytes);

    /// Whether a line can be taken back: on a terminal that knows how.
    [[nodiscard]] bool takesStatus() const { return m_takesStatus; }
    /// Shows a line that stands only until something else is written or shown, cut where the
    /// terminal ends. Nothing where it could not be taken back.
    void showStatus(const QString &text);
    void clearStatus();

    /// The errno of the first write that failed, 0 where all is well. A reader that has seen enough
    /// and closed its pipe is no failure.
    [[nodiscard]] int writeError() const { return m_writeError; }

private:
    void write(const QByteArray &bytes);

    std::FILE *m_out;
    std::FILE *m_error;
    bool m_takesStatus;
    bool m_colours;
    bool m_statusShown = false;
    int m_writeError = 0;
};

/// The lines of a paragraph no wider than `width` columns (wide letters count two), each after the
/// first indented by `indent`. Lines end at spaces and between wide letters, as Japanese does it:
/// none begins with 、。」）, and a phrase is kept together where that costs little. Words longer
/// than a line are cut. The text is inert, as core::inert() makes it. Takes time by its length.
QStringList wrapped(const QString &text, int width, const QString &first = {},
                    const QString &indent = {});
/// The columns a text takes on a terminal.
int columns(const QString &text);

} // namespace cli
