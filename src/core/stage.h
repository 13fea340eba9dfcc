// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace core
{

/// The steps a person is shown, in the order in which they happen.
enum class Stage
{
    Message,
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

/// The stage's stable English name, as JSON and the command line print it ("EHLO", "connect").
QLatin1StringView stageName(Stage stage);

} // namespace core
