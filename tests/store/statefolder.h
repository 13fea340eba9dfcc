// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSqlDatabase>
#include <QString>
#include <QTemporaryDir>
#include <QVariant>

/// A data folder that is not made yet, in a home that goes with the test.
class StateFolder
{
public:
    StateFolder();

    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString path(const QString &name = QStringLiteral("state.db")) const;
    /// Writes state.db as something that is no database.
    void put(const QByteArray &bytes) const;
    /// Never while one of our connections is open: closing the file would take its locks away.
    [[nodiscard]] QByteArray content() const;

private:
    QTemporaryDir m_home;
    QString m_folder;
};

/// Another program with state.db open. For the thread that builds it.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path);
    ~OtherProgram();
    Q_DISABLE_COPY_MOVE(OtherProgram)

    /// Whether it went well.
    bool execute(const QString &statement) const;
    /// The first value of the first row.
    [[nodiscard]] QVariant value(const QString &statement) const;

private:
    QString m_connection;
    QSqlDatabase m_database;
};
