// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/autosendrule.h"

#include <QJsonObject>

#include <optional>

namespace store
{

/// One rule of autosend.json as a value. Nothing if a key has a word, a type or a number this
/// version does not know: guessing could mail files that nobody wants mailed, or delete them.
std::optional<core::AutosendRule> ruleFromJson(const QJsonObject &json);

/// `before` with the keys of `rule` set; keys we do not know stay as they are.
QJsonObject jsonFromRule(const core::AutosendRule &rule, const QJsonObject &before);

} // namespace store
