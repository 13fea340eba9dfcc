// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// The first line of standard input, without its line end. On a terminal it asks on standard error
/// and does not echo what is typed. Blocks: for the start of a program, before its event loop.
/// Nothing: a signal came first.
std::optional<QByteArray> readPasswordLine();
