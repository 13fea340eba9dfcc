// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "service/passwords.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace service
{

/// Runs a password command without a shell and without waiting for it. One fetch an object; its
/// owner may delete it at any time, which ends the program.
class PasswordFetch final : public QObject
{
    Q_OBJECT

public:
    explicit PasswordFetch(const PasswordCommand &command);
    ~PasswordFetch() override;

    void start();

Q_SIGNALS:
    /// Error PasswordUnavailable: the program could not be run, failed, said nothing or took too
    /// long.
    void fetched(const core::Result<core::Secret> &password);

private:
    void onOutput();
    void onSaid();
    [[nodiscard]] QByteArray complaint() const;
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void fail(const core::Text &detail);

    PasswordCommand m_command;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_said; // the beginning of its stderr
    QTimer m_deadline;
};

} // namespace service
