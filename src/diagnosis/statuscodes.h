// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reply.h"
#include "core/stage.h"
#include "diagnosis/causeclass.h"

#include <QList>
#include <QString>

#include <optional>

namespace diagnosis
{

/// How much a code speaks for a cause.
struct CodeMeaning
{
    CauseClass cause = CauseClass::Unknown;
    int weight = 0;
};

/// Of RFC 3463, with IANA's later ones, and Microsoft's three-digit details.
QList<CodeMeaning> meaningsOf(const core::EnhancedCode &code, std::optional<core::Stage> stage);
/// Of POP3, in brackets behind -ERR: RFC 2449 8, RFC 3206.
QList<CodeMeaning> meaningsOf(const QString &popCode);
/// Of RFC 5321 4.2.2 and RFC 4954 6, at a stage or wherever the code has one meaning only.
QList<CodeMeaning> meaningsOf(int code, std::optional<core::Stage> stage);

} // namespace diagnosis
