// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

/// The files below a folder, hidden ones too, that have one of `wanted` in them. For asking whether
/// a secret was written anywhere.
[[nodiscard]] QStringList filesWith(const QString &folder, const QByteArrayList &wanted);

/// A text in the shapes in which files could hold it: as it is, as base64, as UTF-16.
[[nodiscard]] QByteArrayList shapesOf(const QByteArray &text);
