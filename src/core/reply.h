// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace core
{

/// RFC 3463 status code, e.g. 5.7.8.
struct EnhancedCode
{
    int status = 0;
    int subject = 0;
    int detail = 0;

    /// x.5.4, invalid arguments of the command (RFC 3463 3.6).
    [[nodiscard]] bool isAboutArguments() const { return subject == 5 && detail == 4; }
    bool operator==(const EnhancedCode &) const = default;
};

/// One whole reply of an SMTP server (RFC 5321 4.2), as it came.
struct Reply
{
    int code = 0;
    QByteArrayList text;                  // each line's text behind the code
    QByteArrayList lines;                 // each line as received, without its line end
    std::optional<EnhancedCode> enhanced; // only where its class agrees with the code's (B33)

    [[nodiscard]] bool isPositive() const { return code / 100 == 2; }
    [[nodiscard]] bool isIntermediate() const { return code / 100 == 3; }
    [[nodiscard]] bool isTemporary() const { return code / 100 == 4; }
    [[nodiscard]] bool isPermanent() const { return code / 100 == 5; }
    /// The text to look for words in: one line, lower case, without <addresses>, whose words are
    /// not the server's.
    [[nodiscard]] QByteArray words() const;

    /// Its beginning, as much as is worth keeping of one of many.
    [[nodiscard]] Reply brief() const;

    bool operator==(const Reply &) const = default;
};

/// The enhanced code at the start of the text of `reply`, if there is one of the reply's own class.
std::optional<EnhancedCode> enhancedCodeOf(int code, const QByteArray &text);

} // namespace core
