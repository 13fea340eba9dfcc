// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timelimits.h"

namespace core
{

namespace
{

constexpr auto greetingOfCheck = std::chrono::seconds(30);

} // namespace

Deadlines deadlinesFor(Goal goal, const ServerProfile &profile)
{
    Deadlines deadlines = profile.deadlines;
    // Even where the one limit for all stages is as long as the usual one.
    const bool chosen = deadlines.greeting != Deadlines().greeting ||
                        deadlines == Deadlines::all(deadlines.greeting);
    if (goal != Goal::SendMail && !chosen) {
        deadlines.greeting = greetingOfCheck;
    }
    return deadlines;
}

std::chrono::milliseconds limitOf(Stage stage, const Deadlines &deadlines)
{
    switch (stage) {
    case Stage::Message:
    case Stage::PopDns:
    case Stage::PopConnect:
    case Stage::Dns:
    case Stage::Connect: return deadlines.connect;
    case Stage::PopTls:
    case Stage::Tls: return deadlines.tls;
    case Stage::PopGreeting:
    case Stage::Greeting: return deadlines.greeting;
    case Stage::PopStls:
    case Stage::PopLogin:
    case Stage::PopQuit:
    case Stage::Ehlo:
    case Stage::StartTls:
    case Stage::Auth:
    case Stage::Mail:
    case Stage::Rcpt:
    case Stage::Quit: return deadlines.command;
    case Stage::Data: return deadlines.data;
    case Stage::Body: return deadlines.block;
    }
    Q_UNREACHABLE();
}

} // namespace core
