// SPDX-License-Identifier: GPL-3.0-or-later
#include "pseudoterminal.h"

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

PseudoTerminal::PseudoTerminal()
{
    const winsize size{24, 80, 0, 0};
    int program = -1;
    if (::openpty(&m_person, &program, nullptr, nullptr, &size) == 0) {
        ::fcntl(m_person, F_SETFL, O_NONBLOCK);
        m_file = ::fdopen(program, "w");
    }
}

PseudoTerminal::~PseudoTerminal()
{
    if (m_file != nullptr) {
        std::fclose(m_file);
        ::close(m_person);
    }
}

QByteArray PseudoTerminal::written()
{
    char octets[4096];
    ssize_t size = 0;
    while ((size = ::read(m_person, octets, sizeof octets)) > 0) {
        m_written.append(octets, size);
    }
    return m_written;
}

QByteArray PseudoTerminal::lastLine()
{
    QByteArray line = written();
    line = line.sliced(line.lastIndexOf('\n') + 1);
    const QByteArray emptied = "\r\x1B[K";
    const qsizetype start = line.lastIndexOf(emptied);
    return start < 0 ? line : line.sliced(start + emptied.size());
}
