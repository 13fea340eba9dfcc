// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment.h"

#include <QByteArray>

#include <pwd.h>
#include <unistd.h>

namespace
{

void findHome()
{
    if (!qgetenv("HOME").isEmpty()) {
        return;
    }
    const passwd *user = ::getpwuid(::geteuid());
    if (user != nullptr && user->pw_dir != nullptr && *user->pw_dir != '\0') {
        qputenv("HOME", user->pw_dir);
    }
}

void ignoreRelativeFolders()
{
    for (const char *name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}) {
        if (!qgetenv(name).startsWith('/')) {
            qunsetenv(name);
        }
    }
}

/// The locale of messages, as setlocale() finds it.
QByteArray messageLocale()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (QByteArray value = qgetenv(name); !value.isEmpty()) {
            return value;
        }
    }
    return "C";
}

void ignoreLanguageWithoutLocale()
{
    if (const QByteArray locale = messageLocale(); locale == "C" || locale == "POSIX") {
        qunsetenv("LANGUAGE");
    }
}

} // namespace

void correctEnvironment()
{
    findHome();
    ignoreRelativeFolders();
    ignoreLanguageWithoutLocale();
}
