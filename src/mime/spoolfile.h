// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace mime
{

/// A file in the temporary folder without a name: the system removes it with the last descriptor,
/// even of a program that is killed. Buffered; by hand, because QFile loses the reason of a write
/// that fails in the middle.
class SpoolFile
{
public:
    SpoolFile();
    ~SpoolFile();
    Q_DISABLE_COPY_MOVE(SpoolFile)

    /// Where such files are made, whether or not it is there.
    [[nodiscard]] static QString folder();

    /// Whether all is well so far.
    bool write(QByteArrayView octets);
    bool flush();
    /// The system's words for what went wrong first.
    [[nodiscard]] QString fault() const;
    /// The descriptor, which is the caller's from now on.
    int release();

private:
    int m_descriptor = -1;
    int m_error = 0;
    QByteArray m_buffer;
};

} // namespace mime
