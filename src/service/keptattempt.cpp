// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keptattempt.h"

#include "store/recordjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

constexpr auto transcriptKey = "transcript"_L1;
/// A mail to a thousand recipients says little in the middle.
constexpr qsizetype mostLines = 120;

} // namespace

QByteArray bytesFromAttempt(const core::AttemptRecord &record, const core::Transcript &transcript)
{
    core::Transcript kept = transcript;
    if (kept.size() > mostLines) {
        core::TranscriptLine gap;
        gap.note = {QT_TRANSLATE_NOOP("core", "%1 lines left out"), {kept.size() - mostLines}};
        kept = transcript.first(mostLines / 2) + core::Transcript{gap} +
               transcript.last(mostLines / 2);
    }
    QJsonObject json = store::jsonFromRecord(record);
    json.insert(transcriptKey, store::jsonFromTranscript(kept));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<KeptAttempt> attemptFromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto record = store::recordFromJson(json);
    if (!record) {
        return {};
    }
    return KeptAttempt{*record, store::transcriptFromJson(json[transcriptKey].toArray())};
}

} // namespace service
