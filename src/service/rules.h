// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/autosendrule.h"
#include "core/result.h"
#include "service/identities.h"
#include "store/rulestore.h"

#include <QList>
#include <QObject>
#include <QUuid>

#include <functional>
#include <optional>

namespace service
{

/// What may be wrong with a rule, and where it is typed.
struct RuleProblem
{
    enum class Field
    {
        None,
        Folder,
        SharedFolder, // only the person's agreement is missing
        Patterns,
        From,
        Recipients,
        Subject,
        Numbers,
    };

    Field field = Field::None;
    core::Text sentence;
};

/// The rules of autosend, in the person's order: of several that fit a file the first takes it.
/// Lives in the main thread; answers come later, from the event loop, and not at all once `context`
/// is gone.
class Rules final : public QObject
{
    Q_OBJECT

public:
    /// `configFolder` as of the XDG base directories. `identities` outlives this.
    Rules(const QString &configFolder, Identities &identities, QObject *parent = nullptr);

    /// Reads what is saved and begins to watch it.
    void load() { m_store.load(); }

    [[nodiscard]] QList<core::AutosendRule> all() const { return m_store.rules(); }
    [[nodiscard]] std::optional<core::AutosendRule> rule(const QUuid &id) const;
    /// Whether and why autosend.json cannot be read or written, a sentence; or empty.
    [[nodiscard]] core::Text problem() const { return m_store.problemSentence(); }
    [[nodiscard]] bool isDamaged() const { return m_store.problem().isDamage(); }
    /// Where it is damaged: the good ones that restore() goes back to, if there are.
    [[nodiscard]] auto kept() const { return m_store.kept(); }
    template <typename Restored> void restore(QObject *context, const Restored &restored)
    {
        m_store.restore(context, restored);
    }

    /// As it is saved: patterns and addresses tidied, the folder by its path without links.
    [[nodiscard]] static core::AutosendRule tidied(const core::AutosendRule &rule);
    /// The first thing that is wrong with it.
    [[nodiscard]] RuleProblem problemOf(const core::AutosendRule &rule) const;
    /// Why nothing is taken from its folder as things are now, a sentence: its sender's server is
    /// gone, the folder is not there or open to others now; or empty.
    [[nodiscard]] core::Text obstacle(const core::AutosendRule &rule) const;

    using Done = std::function<void(const core::Result<bool> &)>;
    /// Adds one without an id, else replaces the one with it. Error: the sentence of problemOf().
    void save(const core::AutosendRule &rule, QObject *context, const Done &done);
    void remove(const QUuid &id, QObject *context, const Done &done);
    /// One that was removed comes back to its place.
    void restoreRule(const core::AutosendRule &rule, int place, QObject *context, const Done &done);
    /// By that many places.
    void move(const QUuid &id, int by, QObject *context, const Done &done);
    void setPaused(const QUuid &id, bool paused, QObject *context, const Done &done);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] RuleProblem folderProblem(const core::AutosendRule &rule) const;
    void refuse(const core::Text &sentence, QObject *context, const Done &done);

    Identities &m_identities;
    store::RuleStore m_store;
};

/// As it is shown: its patterns, or what stands for all files.
QString patternsOf(const core::AutosendRule &rule);

} // namespace service
