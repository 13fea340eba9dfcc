// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stage.h"

#include "core/words.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace core
{

Stage inPop(Stage stage)
{
    static constexpr std::pair<Stage, Stage> pairs[] = {
        {Stage::Dns, Stage::PopDns},       {Stage::Connect, Stage::PopConnect},
        {Stage::Tls, Stage::PopTls},       {Stage::Greeting, Stage::PopGreeting},
        {Stage::StartTls, Stage::PopStls}, {Stage::Auth, Stage::PopLogin},
        {Stage::Quit, Stage::PopQuit},
    };
    for (const auto &[ofConnection, ofPop] : pairs) {
        if (stage == ofConnection) {
            return ofPop;
        }
    }
    return stage;
}

bool isOfPop(Stage stage)
{
    return stage >= Stage::PopDns && stage <= Stage::PopQuit;
}

QLatin1StringView stageName(Stage stage)
{
    static constexpr QLatin1StringView words[] = {
        "message"_L1,  "POP DNS"_L1,   "POP connect"_L1, "POP TLS"_L1,  "POP greeting"_L1,
        "POP STLS"_L1, "POP login"_L1, "POP QUIT"_L1,    "DNS"_L1,      "connect"_L1,
        "TLS"_L1,      "greeting"_L1,  "EHLO"_L1,        "STARTTLS"_L1, "AUTH"_L1,
        "MAIL"_L1,     "RCPT"_L1,      "DATA"_L1,        "body"_L1,     "QUIT"_L1};
    return wordAt<Stage::Quit>(words, stage);
}

std::optional<Stage> stageOfWord(const QString &word)
{
    if (word.compare("dot"_L1, Qt::CaseInsensitive) == 0) {
        return Stage::Body;
    }
    if (word.compare("pop"_L1, Qt::CaseInsensitive) == 0) {
        return Stage::PopLogin;
    }
    for (int number = 0; number <= static_cast<int>(Stage::Quit); ++number) {
        const auto stage = static_cast<Stage>(number);
        if (word.compare(stageName(stage), Qt::CaseInsensitive) == 0) {
            return stage;
        }
    }
    return {};
}

} // namespace core
