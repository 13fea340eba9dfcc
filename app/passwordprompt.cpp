// SPDX-License-Identifier: GPL-3.0-or-later
#include "passwordprompt.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace
{

std::optional<QByteArray> readLine()
{
    QByteArray line;
    char octet = 0;
    ssize_t got = 0;
    while ((got = read(STDIN_FILENO, &octet, 1)) == 1 && octet != '\n') {
        line += octet;
    }
    if (got < 0 && errno == EINTR) {
        return {};
    }
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    return line;
}

} // namespace

std::optional<QByteArray> readPasswordLine()
{
    termios old{};
    if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &old) != 0) {
        return readLine();
    }
    termios silent = old;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent.c_lflag |= ECHONL;
    std::fputs(qUtf8Printable(QCoreApplication::translate("cli", "Password: ")), stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    std::optional<QByteArray> line = readLine();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &old);
    return line;
}
