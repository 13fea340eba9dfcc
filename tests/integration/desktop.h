// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accessible.h"
#include "keyring.h"

#include <QProcess>

#include <memory>

/// A desktop that nobody sits at: a home, an X server that draws nowhere (without a window
/// manager), a session bus and the accessibility bus, all its own and gone with the object. A
/// screen reader would find the programs on it as it finds them on a person's.
class Desktop
{
public:
    Desktop();
    ~Desktop();
    Q_DISABLE_COPY_MOVE(Desktop)

    /// False: error() says which program is missing or did not come up.
    [[nodiscard]] bool start();
    [[nodiscard]] QByteArray error() const { return m_error; }

    [[nodiscard]] QString display() const { return m_environment.value(QStringLiteral("DISPLAY")); }
    [[nodiscard]] QString busAddress() const
    {
        return m_environment.value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    }
    [[nodiscard]] QString home() const { return m_home.home(); }
    /// A new process of the built proserpina, in English.
    [[nodiscard]] std::unique_ptr<QProcess> startProgram() const;
    /// What the accessibility bus knows of that process; null until it is there.
    [[nodiscard]] Accessible program(const QProcess &process) const;

private:
    [[nodiscard]] bool startDisplay();
    [[nodiscard]] bool startAccessibilityBus();
    [[nodiscard]] bool run(QProcess &process, const QString &program, const QStringList &arguments);

    Keyring m_home{Keyring::Bus::WithoutServices};
    QProcessEnvironment m_environment;
    QProcess m_display;
    QProcess m_launcher;
    QString m_accessibilityBus;
    QList<qint64> m_started; // by the launcher
    QByteArray m_error;
};
