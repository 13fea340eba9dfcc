// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "configfolder.h"
#include "core/autosendrule.h"
#include "core/result.h"
#include "store/rulestore.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// For autosend.json.
class RuleFolder : public ConfigFolder
{
public:
    RuleFolder()
        : ConfigFolder(QStringLiteral("autosend.json"))
    {}
};

/// With an id of its own.
core::AutosendRule ruleFor(const QString &folder);
QStringList foldersOf(const QList<core::AutosendRule> &rules);
/// As it is written.
QByteArray ruleJson(const core::AutosendRule &rule);
/// A rule of the file with the id ...0001 in the folder /srv/scans; `keys` begin with a comma.
QByteArray shortRuleJson(const QByteArray &keys = {});
/// A whole autosend.json.
QByteArray rulesFile(const QByteArray &rules);

// A save and its answer, as answerOf() has it.

core::Result<bool> put(store::RuleStore &store, const core::AutosendRule &rule);
core::Result<bool> putAt(store::RuleStore &store, const core::AutosendRule &rule, int place);
core::Result<bool> remove(store::RuleStore &store, const QUuid &id);
core::Result<bool> move(store::RuleStore &store, const QUuid &id, int by);
core::Result<store::RestoredFile> restore(store::RuleStore &store);
