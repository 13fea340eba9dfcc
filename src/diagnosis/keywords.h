// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capabilities.h"
#include "core/profile.h"
#include "diagnosis/words.h"

#include <QByteArray>
#include <QString>

#include <span>

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

/// A word of an EHLO reply in upper case, and what it means.
struct Explanation
{
    const char *name;
    const char *sentence;
};

/// The keywords whose sentence needs nothing but the word; SIZE and AUTH stand in keywords.cpp.
std::span<const Explanation> keywordTable();
std::span<const Explanation> mechanismTable();

} // namespace diagnosis
