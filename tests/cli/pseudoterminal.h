// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <cstdio>

/// A terminal of 80 columns that nobody sits at.
class PseudoTerminal
{
public:
    PseudoTerminal();
    ~PseudoTerminal();
    Q_DISABLE_COPY_MOVE(PseudoTerminal)

    [[nodiscard]] bool isOpen() const { return m_file != nullptr; }
    /// Where programs write.
    [[nodiscard]] std::FILE *file() const { return m_file; }
    /// All that has been written so far.
    [[nodiscard]] QByteArray written();
    /// What stands in the last line, after all that was said to rewrite it.
    [[nodiscard]] QByteArray lastLine();

private:
    int m_person = -1;
    std::FILE *m_file = nullptr;
    QByteArray m_written;
};
