// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/savedservers.h"

#include "cli/text.h"
#include "cli/textreport.h"
#include "diagnosis/words.h"

#include <QLocale>

namespace cli
{

std::optional<UsageError> unknownServers(const service::Servers &servers)
{
    const core::Text because = servers.unknownBecause();
    if (because.isEmpty()) {
        return {};
    }
    UsageError error{because.translated(&translatedText), badInputExit};
    if (const auto kept = servers.kept()) {
        error.advice = Text::tr("“proserpina-cli server restore” goes back to the list saved on %1 "
                                "(%2).")
                           .arg(savedOn(*kept), serverCount(*kept));
    } else if (servers.isDamaged()) {
        error.advice = Text::tr("There is no good copy to go back to. Repair the file, or move it "
                                "away to begin with an empty list.");
    }
    return error;
}

QString savedOn(const service::KeptServers &kept)
{
    return QLocale().toString(kept.savedAt.toLocalTime(), QLocale::ShortFormat);
}

QString serverCount(const service::KeptServers &kept)
{
    return diagnosis::serverCount(kept.count, &translatedText);
}

} // namespace cli
