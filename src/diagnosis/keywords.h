// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capabilities.h"
#include "core/profile.h"
#include "diagnosis/translate.h"

#include <QByteArray>
#include <QString>

namespace diagnosis
{

/// What a keyword of an EHLO reply means, in one sentence; one for every keyword of IANA's list
/// (SMTP service extensions), for the private ones one meets, and an honest one for the rest.
/// Inert.
QString keywordExplanation(const core::Keyword &keyword, const Translate &translate = {});

/// The same for a line of the reply as it came; line 0 is the server's name and greeting, never a
/// keyword (B16). Where it lists ways of logging in, also which of them would be used with
/// `method`. Empty where there is no such line.
QString replyLineExplanation(const core::Capabilities &capabilities, int lineIndex,
                             core::Method method, const Translate &translate = {});

/// What a way of logging in does, in one sentence. `mechanism` as registered, in any case.
QString mechanismExplanation(const QByteArray &mechanism, const Translate &translate = {});

} // namespace diagnosis
