// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Album;
class Program;

/// Autosend with its dialogs, with real files and a practice server. `program` has nothing yet.
void takeAutosend(Program &program, Album &album);
