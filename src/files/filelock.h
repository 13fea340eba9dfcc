// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QString>

#include <chrono>

namespace files
{

/// A lock that all programs of this user take by the name of a file. The kernel holds it, so it
/// ends with the program that took it, however that one ends, and what the file holds means
/// nothing. The file goes when the lock is let go of.
class FileLock
{
public:
    enum class Taking
    {
        Held,
        HeldByAnother,
        Refused, // fault() says why
    };

    explicit FileLock(const QString &path);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    /// Waits for another one at most `patience`, in short even pauses.
    Taking take(std::chrono::milliseconds patience);
    /// Such as "it is not a regular file"; empty: no file can be made there.
    [[nodiscard]] const core::Text &fault() const { return m_fault; }

private:
    Taking tryOnce();

    QString m_path;
    core::Text m_fault;
    int m_descriptor = -1;
};

} // namespace files
