// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tlsfacts.h"

#include <QStringList>

namespace diagnosis
{

/// The first `most` names in the certificate that can be the host of a server: whoever answered
/// wrote them, and they become buttons and options of a command line. No wildcard, no address.
QStringList hostsNamedIn(const core::Certificate &certificate, qsizetype most);

} // namespace diagnosis
