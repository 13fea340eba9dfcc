// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulefolder.h"

#include "answer.h"
#include "store/rulejson.h"

#include <QJsonDocument>

using core::AutosendRule;
using store::RuleStore;

AutosendRule ruleFor(const QString &folder)
{
    AutosendRule rule;
    rule.id = QUuid::createUuid();
    rule.folder = folder;
    return rule;
}

QStringList foldersOf(const QList<AutosendRule> &rules)
{
    QStringList folders;
    for (const AutosendRule &rule : rules) {
        folders += rule.folder;
    }
    return folders;
}

QByteArray ruleJson(const AutosendRule &rule)
{
    return QJsonDocument(store::jsonFromRule(rule, {})).toJson(QJsonDocument::Compact);
}

QByteArray shortRuleJson(const QByteArray &keys)
{
    return "{\"id\": \"7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0001\", \"folder\": \"/srv/scans\"" + keys +
           "}";
}

QByteArray rulesFile(const QByteArray &rules)
{
    return "{\"version\": 1, \"rules\": [" + rules + "]}";
}

core::Result<bool> put(RuleStore &store, const AutosendRule &rule)
{
    return answerOf<bool>(
        [&](QObject *context, const auto &done) { store.put(rule, context, done); });
}

core::Result<bool> putAt(RuleStore &store, const AutosendRule &rule, int place)
{
    return answerOf<bool>(
        [&](QObject *context, const auto &done) { store.putAt(rule, place, context, done); });
}

core::Result<bool> remove(RuleStore &store, const QUuid &id)
{
    return answerOf<bool>(
        [&](QObject *context, const auto &done) { store.remove(id, context, done); });
}

core::Result<bool> move(RuleStore &store, const QUuid &id, int by)
{
    return answerOf<bool>(
        [&](QObject *context, const auto &done) { store.move(id, by, context, done); });
}

core::Result<store::RestoredFile> restore(RuleStore &store)
{
    return answerOf<store::RestoredFile>(
        [&](QObject *context, const auto &done) { store.restore(context, done); });
}
