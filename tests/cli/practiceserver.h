// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clirun.h"
#include "service/practiceentry.h"

/// The command line's options for a practice server of the test's own process, by STARTTLS; its
/// password comes from the environment of passwordFor().
QStringList optionsFor(const service::PracticeEntry &entry);
CliInput passwordFor(const service::PracticeEntry &entry);
