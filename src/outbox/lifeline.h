// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "files/filelock.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace outbox
{

/// A program that sends mail holds one while it lives, and its claims bear the name: a lock that
/// the kernel lets go of with the process, whatever ends that, and that a sleeping computer's
/// programs keep. Synchronous.
class Lifeline
{
public:
    /// Which kind of program it is.
    enum class Kind
    {
        Window,
        Unit,    // in the background, without a window
        Command, // until its own mail is sent
    };

    explicit Lifeline(const QString &folder);

    core::Result<bool> take(Kind kind);
    /// Empty before take().
    [[nodiscard]] const QString &name() const { return m_name; }

    [[nodiscard]] bool isAlive(const QString &name) const;
    /// Another program that goes on sending mail; nothing: there is none.
    [[nodiscard]] std::optional<Kind> otherSender() const;

private:
    QString m_folder;
    QString m_name;
    std::optional<files::FileLock> m_lock;
};

} // namespace outbox
