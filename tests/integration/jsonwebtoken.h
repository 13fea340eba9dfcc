// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QJsonObject;

/// 32 random octets.
[[nodiscard]] QByteArray newTokenKey();
/// A JSON Web Token signed with HS256 (RFC 7519).
[[nodiscard]] QByteArray jsonWebToken(const QJsonObject &claims, const QByteArray &key);
