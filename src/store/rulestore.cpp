// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rulestore.h"

#include "store/documentfile.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace store
{

RuleStore::RuleStore(const QString &folder)
    : m_file(folder, formatOf<RuleDocument>(u"autosend.json"_s),
             [this](const auto &octets) { return take(documentOf<RuleDocument>(octets)); })
{
    connect(&m_file, &SharedFile::changed, this, &RuleStore::changed);
}

void RuleStore::put(const core::AutosendRule &rule, QObject *context, const Done &done)
{
    change([rule](RuleDocument &document) { return document.put(rule); }, context, done);
}

void RuleStore::putAt(const core::AutosendRule &rule, int place, QObject *context, const Done &done)
{
    change([rule, place](RuleDocument &document) { return document.putAt(rule, place); }, context,
           done);
}

void RuleStore::remove(const QUuid &id, QObject *context, const Done &done)
{
    change([id](RuleDocument &document) { return document.remove(id); }, context, done);
}

void RuleStore::move(const QUuid &id, int by, QObject *context, const Done &done)
{
    change([id, by](RuleDocument &document) { return document.move(id, by); }, context, done);
}

void RuleStore::change(const std::function<core::Result<bool>(RuleDocument &)> &change,
                       QObject *context, const Done &done)
{
    m_file.save(octetsChange<RuleDocument>(change), context, done);
}

bool RuleStore::take(const RuleDocument &document)
{
    const QList<core::AutosendRule> before = std::exchange(m_rules, document.rules());
    return before != m_rules;
}

} // namespace store
