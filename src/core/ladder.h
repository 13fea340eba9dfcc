// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <QByteArrayList>
#include <QList>

#include <optional>

namespace core
{

/// The manual's ladder with today's rung on top: SCRAM-SHA-256 > CRAM-MD5 > LOGIN > PLAIN1.
const QList<Method> &ladder();
/// The same for an access token: OAUTHBEARER (RFC 7628) > XOAUTH2.
const QList<Method> &tokenLadder();

/// The first method, from the chosen rung downwards and never up, that `offered` has and `tried`
/// has not. A method beside the ladders (PLAIN2, EXTERNAL) is itself or
/// nothing.
std::optional<Method> nextRung(Method chosen, const QByteArrayList &offered,
                               const QList<Method> &tried);

} // namespace core
