// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// The first line of standard input, without its line end. On a terminal it asks on standard error and does not
/// echo what is typed. Blocks: for the start of a program, before its event loop.
QByteArray readPasswordLine();
