// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Puts the process's environment right before anything reads it, so that every program takes the
/// same folders and speaks the same language. For the very start of a program.
///
/// - HOME, where it is not set: the home folder of the password file.
/// - XDG_CONFIG_HOME and the like, where they are relative: ignored (XDG Base Directory
///   Specification, Basics).
/// - LANGUAGE, where the locale is C or POSIX: ignored (GNU gettext manual, 2.3.3).
void correctEnvironment();
