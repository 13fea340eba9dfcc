// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/mail.h"
#include "service/report.h"

#include <QStringList>

namespace service
{

/// What is known of a mail, a line each: what became of it for whom, when, the server's last reply,
/// its Message-ID. Server text is inert.
QStringList factsOf(const outbox::Mail &mail, const core::Translate &translate = &translatedText);

} // namespace service
