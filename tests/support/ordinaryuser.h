// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <unistd.h>

/// While it lives, this process is an ordinary user's, where it was root's. In its scope
/// Again() is root once more, as to mount something.
class OrdinaryUser
{
public:
    static constexpr uid_t number = 65534; // "nobody"

    OrdinaryUser() { become(number); }
    ~OrdinaryUser() { become(0); }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

    /// Root, where this process was started by root.
    class Again
    {
    public:
        Again() { become(0); }
        ~Again() { become(number); }
        Q_DISABLE_COPY_MOVE(Again)
    };

    /// In a child before it runs its program: for good.
    static void stay()
    {
        if (getuid() == 0 && geteuid() == number) {
            const bool done =
                setresgid(number, number, number) == 0 && setresuid(number, number, number) == 0;
            if (!done) {
                _exit(126);
            }
        }
    }

private:
    /// The real user tells who started it.
    static void become(uid_t user)
    {
        if (getuid() != 0) {
            return;
        }
        const bool done =
            seteuid(0) == 0 && setegid(user) == 0 && (user == 0 || seteuid(user) == 0);
        Q_ASSERT(done);
        Q_UNUSED(done)
    }
};
