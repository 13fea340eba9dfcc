// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ruledocument.h"

#include "store/rulejson.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr auto rulesKey = "rules"_L1;

constexpr JsonShape rulesShape{RuleDocument::currentVersion, rulesKey};

} // namespace

RuleDocument::RuleDocument()
    : m_json(rulesShape)
{}

RuleDocument RuleDocument::parse(const QByteArray &bytes)
{
    RuleDocument document;
    document.m_json = VersionedJson::parse(bytes, rulesShape);
    document.m_rules.read(document.m_json.takeList(rulesKey), ruleFromJson);
    document.m_json.setInvalidEntries(document.m_rules.unreadable());
    return document;
}

core::Result<bool> RuleDocument::put(const core::AutosendRule &rule)
{
    Q_ASSERT(!rule.id.isNull());
    const auto before = m_rules.find(rule.id);
    m_rules.put(rule, jsonFromRule);
    return !before || *before != rule;
}

core::Result<bool> RuleDocument::putAt(const core::AutosendRule &rule, int place)
{
    const auto put = this->put(rule);
    return m_rules.moveTo(rule.id, place) ? core::Result(true) : put;
}

QByteArray RuleDocument::toBytes() const
{
    return m_json.toBytes({{rulesKey, m_rules.json()}});
}

} // namespace store
