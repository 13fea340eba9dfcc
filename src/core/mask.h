// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reply.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace core
{

struct Reading;

/// What a server must not get us to show or to remember: some servers repeat in an error what they
/// were sent. A secret is masked as it is and in base64 or hexadecimal digits, in any letter case,
/// with escapes in it, and cut in two at a line's end. Of base64 the whole word is masked.
///
/// What a line ends with is shown before it is known how the next one goes on. So it is masked if
/// it may be half a secret, or eight letters of a long one; the rest of the secret, at the
/// beginning of the next line, is masked whatever its length. That hides an ordinary word at times,
/// "wrong password" where the password is "password1"; more letters to be sure of would show more
/// of the others.
///
/// This does not stop a server that wants to show a secret in a spelling of its own; it has it
/// already. One Mask serves all connections of a job: what one server was told, another may repeat.
class Mask final
{
public:
    Mask() = default;
    ~Mask();
    Mask(const Mask &) = delete;
    Mask &operator=(const Mask &) = delete;

    /// Too short ones are left out: they would be "masked" in ordinary words as well, and tell more
    /// than they hide.
    void add(const QByteArray &secret);

    /// What a server says next: a line, or several with their line ends. It may go on where the
    /// last one ended.
    [[nodiscard]] QByteArray next(const QByteArray &said);
    /// A text of its own. A secret that its end cuts off is masked too.
    [[nodiscard]] QByteArray over(const QByteArray &text) const;
    [[nodiscard]] Reply over(Reply reply) const;

private:
    enum class Kind
    {
        Letters,
        Base64,
        Hex,
    };
    /// What to look for in a Reading.
    struct Spelling
    {
        QByteArray letters;
        Kind kind = Kind::Letters;
    };
    struct Range
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    struct Found
    {
        QList<Range> ranges;
        /// Where what may be the beginning of a secret stands at the text's end, however short.
        qsizetype openFrom = 0;
    };

    void add(const QByteArray &letters, Kind kind);
    /// `code`: where a reply's code ends, whose digits are not part of a word.
    [[nodiscard]] Found find(const QByteArray &text, qsizetype code) const;
    static void findSpelling(const Spelling &spelling, const Reading &reading,
                             const QByteArray &text, qsizetype code, Found &found);
    [[nodiscard]] QByteArray masked(const QByteArray &line, QByteArray &tail) const;
    void maskAll(QByteArrayList &lines) const;

    QList<Spelling> m_spellings;
    QByteArray m_tail; // of what was said: a secret may have begun there
};

} // namespace core
