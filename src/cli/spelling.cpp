// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/spelling.h"

#include "cli/text.h"
#include "core/tidy.h"

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

struct Spelling
{
    QLatin1StringView option;
    QLatin1StringView written;
    QLatin1StringView word;
};

constexpr Spelling spellings[] = {
    {"security"_L1, "ssl"_L1, "smtps"_L1},         {"security"_L1, "tls"_L1, "smtps"_L1},
    {"security"_L1, "ssl/tls"_L1, "smtps"_L1},     {"security"_L1, "tls/ssl"_L1, "smtps"_L1},
    {"pop-security"_L1, "ssl"_L1, "pop3s"_L1},     {"pop-security"_L1, "ssl/tls"_L1, "pop3s"_L1},
    {"pop-security"_L1, "starttls"_L1, "stls"_L1}, {"auth"_L1, "plain"_L1, "plain1"_L1},
};

} // namespace

QString wordMeant(const QString &option, const QString &typed)
{
    const QString written = core::tidied(typed).toLower();
    for (const Spelling &spelling : spellings) {
        if (option == spelling.option && written == spelling.written) {
            return spelling.word;
        }
    }
    return written;
}

QStringList tidiedIds(const QCommandLineParser &parser)
{
    QStringList sentences;
    const QStringList given = parser.optionNames();
    for (const QString &option : {u"id"_s, u"pop-id"_s}) {
        if (given.contains(option) && core::losesUnseen(parser.value(option))) {
            sentences.append(
                Text::tr(
                    "--%1: spaces or invisible characters were left out; what is used is “%2”.")
                    .arg(option, core::tidied(parser.value(option))));
        }
    }
    return sentences;
}

} // namespace cli
