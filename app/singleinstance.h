// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QString>

/// One window for one configuration folder: a second start tells the first what it was started for
/// and ends. They meet in XDG_RUNTIME_DIR; where that is not the user's alone, each start opens a
/// window.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    /// `wish`: what it was started for, as startedAgain() tells it there.
    explicit SingleInstance(const QString &configFolder, const QByteArray &wish = {},
                            QObject *parent = nullptr);

    /// Another one runs and was told.
    [[nodiscard]] bool raisedOther() const { return m_raisedOther; }

Q_SIGNALS:
    void startedAgain(const QByteArray &wish);

private:
    void hear(QLocalSocket *socket);

    QLocalServer m_server;
    bool m_raisedOther = false;
};
