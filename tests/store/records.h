// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

/// A record in which every field differs from its default, with octets no text may hold.
core::AttemptRecord richRecord();
/// An attempt that never got as far as an EHLO reply.
core::AttemptRecord refusedConnection();
/// What memory keeps of it: the chain is the server's own certificate.
core::AttemptRecord withLeafOnly(core::AttemptRecord record);
