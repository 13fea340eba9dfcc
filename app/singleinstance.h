// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

/// One window for one configuration folder: a second start tells the first and ends. They meet in
/// XDG_RUNTIME_DIR; where that is not the user's alone, each start opens a window.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &configFolder, QObject *parent = nullptr);

    /// Another one runs and was told.
    [[nodiscard]] bool raisedOther() const { return m_raisedOther; }

Q_SIGNALS:
    void startedAgain();

private:
    QLocalServer m_server;
    bool m_raisedOther = false;
};
