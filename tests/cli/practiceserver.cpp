// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceserver.h"

using namespace Qt::StringLiterals;

QStringList optionsFor(const service::PracticeEntry &entry)
{
    return {u"--host"_s,         u"localhost"_s,
            u"--port"_s,         QString::number(entry.startTlsPort()),
            u"--ca-file"_s,      entry.caFile(),
            u"--id"_s,           entry.credentials().userId,
            u"--password-env"_s, u"PRACTICE_PASSWORD"_s};
}

CliInput passwordFor(const service::PracticeEntry &entry)
{
    CliInput input;
    input.environment.insert(u"PRACTICE_PASSWORD"_s,
                             QString::fromUtf8(entry.credentials().password.reveal()));
    return input;
}
