// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A crash leaves no memory of this process on the disk, where a password may be in it, and no
/// other program of the same user can read it. For the very start of a program.
void keepMemoryPrivate();
