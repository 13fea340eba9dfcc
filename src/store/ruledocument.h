// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/autosendrule.h"
#include "core/result.h"
#include "store/fileproblem.h"
#include "store/jsonrows.h"
#include "store/versionedjson.h"

#include <QByteArray>
#include <QList>

namespace store
{

/// The content of autosend.json: what we understand of it, and the rest as it came, so that a save
/// loses nothing. A value; it knows no file.
class RuleDocument
{
public:
    static constexpr int currentVersion = 1;

    /// No rules yet.
    RuleDocument();
    /// Never fails: problem() says what was wrong.
    static RuleDocument parse(const QByteArray &bytes);

    /// In the person's order.
    [[nodiscard]] QList<core::AutosendRule> rules() const { return m_rules.values(); }
    [[nodiscard]] const FileProblem &problem() const { return m_json.problem(); }
    [[nodiscard]] int version() const { return m_json.version(); }
    [[nodiscard]] qsizetype count() const { return rules().size(); }

    // Value: whether anything differs now.

    /// It has an id. Adds it at the end, or replaces the one with this id.
    core::Result<bool> put(const core::AutosendRule &rule);
    /// The same at that place of rules(), or the nearest there is.
    core::Result<bool> putAt(const core::AutosendRule &rule, int place);
    core::Result<bool> remove(const QUuid &id) { return m_rules.remove(id); }
    /// By that many places up or down, as far as there are.
    core::Result<bool> move(const QUuid &id, int by) { return m_rules.move(id, by); }

    /// In the current version's form.
    [[nodiscard]] QByteArray toBytes() const;

private:
    VersionedJson m_json;
    JsonRows<core::AutosendRule> m_rules;
};

} // namespace store
