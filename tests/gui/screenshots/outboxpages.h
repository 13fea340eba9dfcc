// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Album;
class Program;

/// From address, Stop send and New mail, with mail in every state.
void takeOutbox(Program &program, Album &album);
