// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// The ways in which a server may repeat a password that masking must know.
namespace spelled
{

/// Has what is spelled in another way by something: letters of both cases and of two octets, a
/// space, signs, and in its base64 both letters that the two alphabets differ in.
inline const QByteArray password("W\xC3\xB6r~t?-P@ss \\7");

struct Spelling
{
    QByteArray name;
    QByteArray said;
};

QList<Spelling> all();

} // namespace spelled
