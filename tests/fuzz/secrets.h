// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace fuzz
{

/// What nobody may be told: the password in each of its shapes, and whatever a session has hidden
/// behind **** so far.
class Secrets
{
public:
    /// `input`: what stands in it is no secret.
    explicit Secrets(const QByteArray &input);

    /// A password of which passwordCore() is a part; `kind` chooses one that is plain, in need of
    /// SASLprep, longer than an AUTH line, with a NUL, or with a line break.
    static constexpr int passwordKinds = 5;
    static QByteArray password(int kind);

    /// Whether the password stands in `text`, in any case, as it is, in hexadecimal digits, as in a
    /// URL or inside of some base64.
    static bool isPasswordIn(const QByteArray &text);
    /// Whether `password` stands there if what `next` says goes on at the end of `line`.
    static bool isSplit(const QByteArray &password, const QByteArray &line, const QByteArray &next);
    /// Each octet as %XX.
    static QByteArray inUrl(const QByteArray &text);

    void hide(const QByteArray &text);
    /// The password, or something hidden.
    [[nodiscard]] bool areIn(const QByteArray &text) const;

private:
    QByteArray m_input;
    QByteArrayList m_hidden;
};

} // namespace fuzz
