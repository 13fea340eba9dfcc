// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/serverentry.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QTemporaryDir>

/// A configuration folder that is not made yet, in a home that goes with the test.
class ServerFolder
{
public:
    ServerFolder();

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString path(const QString &name = QStringLiteral("servers.json")) const;
    /// Writes servers.json as another program would, in place.
    void put(const QByteArray &bytes) const;
    [[nodiscard]] QByteArray content(const QString &name = QStringLiteral("servers.json")) const;
    [[nodiscard]] QJsonObject json() const;

private:
    QTemporaryDir m_home;
    QString m_folder;
};

/// A server as a person begins it.
core::ServerEntry entryNamed(const QString &name);
/// A server of the file with the id ...0001 and the name "first"; `keys` begin with a comma.
QByteArray serverJson(const QByteArray &keys = {});
/// A whole servers.json.
QByteArray versionOne(const QByteArray &servers);
