// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace core
{

/// The steps a person is shown, in the order in which they happen. Those of the POP3 login before
/// SMTP have their own.
enum class Stage
{
    Message,
    PopDns,
    PopConnect,
    PopTls,
    PopGreeting,
    PopStls,
    PopLogin,
    PopQuit,
    Dns,
    Connect,
    Tls,
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    Body,
    Quit,
};

struct StageStarted
{
    Stage stage = Stage::Dns;

    bool operator==(const StageStarted &) const = default;
};

/// The stage that this one of a connection is where the connection is the POP3 login's; a stage
/// that POP3 has not is itself.
Stage inPop(Stage stage);
[[nodiscard]] bool isOfPop(Stage stage);

/// The stage's stable English name, as JSON and the command line print it ("EHLO", "connect").
QLatin1StringView stageName(Stage stage);
/// The stage by a word of a person's or a file's: its name in any case, "dot" for the body's end,
/// "pop" for the POP3 login.
std::optional<Stage> stageOfWord(const QString &word);

} // namespace core
