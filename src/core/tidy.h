// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a hand types and a clipboard brings along, tidied in one way for the window and the command
// line. Never for a password, which is octets that only its owner knows.
#pragma once

#include <QString>

namespace core
{

/// What a Japanese keyboard types for ASCII (U+FF01..U+FF5E, the ideographic space, the ideographic
/// full stop) as ASCII. The length stays, so an index into the one is an index into the other.
QString halfWidth(const QString &typed);

/// Half width; without spaces, line ends and marks that nobody sees at its ends; inside without
/// those that change nothing (zero-width and soft breaks, direction marks). Inside, joiners and
/// direction overrides stay: they change how the rest reads.
QString tidied(const QString &typed);

/// The same for "Taro <taro@example.org>", whose name stays as it is but for its ends.
QString tidiedAddress(const QString &typed);

/// Whether tidied() takes something out, which nobody sees.
bool losesUnseen(const QString &typed);

/// Whether a space, a line end or an unseen mark stands at an end of it.
bool hasUnseenEnd(const QString &text);

} // namespace core
