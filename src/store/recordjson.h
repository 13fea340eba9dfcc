// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace store
{

/// The whole record: recordFromJson(jsonFromRecord(r)) == r. Octets stand as Latin-1 text
/// (readable, and nothing of what a server sent is lost), certificates as base64, times as
/// milliseconds since 1970, enums as words.
QJsonObject jsonFromRecord(const core::AttemptRecord &record);

/// Nothing if a word or a type is not known to this version, or the goal is missing. Keys we do not
/// know are passed over; keys that are missing leave the default.
std::optional<core::AttemptRecord> recordFromJson(const QJsonObject &json);

/// The same of a transcript; what cannot be read is none.
QJsonArray jsonFromTranscript(const core::Transcript &transcript);
core::Transcript transcriptFromJson(const QJsonArray &json);

} // namespace store
