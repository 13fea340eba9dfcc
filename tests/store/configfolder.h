// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QTemporaryDir>

/// A configuration folder that is not made yet, in a home that goes with the test, and one file of
/// it. Another file is meant where it is named.
class ConfigFolder
{
public:
    explicit ConfigFolder(const QString &file);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString path(const QString &name = {}) const;
    /// Writes the file as another program would, in place.
    void put(const QByteArray &bytes, const QString &name = {}) const;
    [[nodiscard]] QByteArray content(const QString &name = {}) const;
    [[nodiscard]] QJsonObject json() const;

private:
    QTemporaryDir m_home;
    QString m_folder;
    QString m_file;
};
