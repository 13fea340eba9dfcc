// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

/// The texts of the project's own files below `folders`, by their path from its top.
[[nodiscard]] QMap<QString, QString> sourceFiles(const QStringList &folders,
                                                 const QStringList &names);
