// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/formdraft.h"

#include "store/serverjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace service
{

QByteArray bytesFromDraft(const FormDraft &draft)
{
    core::ServerEntry entry = draft.entry;
    const bool isNew = entry.id.isNull();
    if (isNew) {
        entry.id = QUuid::createUuid(); // an entry of servers.json has one
    }
    const QJsonObject json{{u"new"_s, isNew},
                           {u"portTyped"_s, draft.portTyped},
                           {u"server"_s, store::jsonFromEntry(entry, {})}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<FormDraft> draftFromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const std::optional<core::ServerEntry> entry =
        store::entryFromJson(json[u"server"_s].toObject());
    if (!entry) {
        return {};
    }
    FormDraft draft{*entry, json[u"portTyped"_s].toBool()};
    if (json[u"new"_s].toBool()) {
        draft.entry.id = QUuid();
    }
    return draft;
}

} // namespace service
