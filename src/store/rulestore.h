// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/autosendrule.h"
#include "core/result.h"
#include "store/ruledocument.h"
#include "store/sharedfile.h"

#include <QList>
#include <QObject>
#include <QUuid>

#include <optional>

namespace store
{

/// The saved autosend rules: autosend.json in the application's configuration folder. The file is
/// the truth and other programs write it too; this is what it said when it was last read. Lives in
/// the main thread; whoever builds it owns it. When saves are made and answered, SharedFile tells.
class RuleStore final : public QObject
{
    Q_OBJECT

public:
    /// Value: whether anything differs now.
    using Done = SharedFile::Done;
    using Restored = SharedFile::Restored;

    /// `folder` need not exist; the first save makes it.
    explicit RuleStore(const QString &folder);

    /// Reads the file and begins to watch it. Emits changed() only if something differs.
    void load() { m_file.load(); }

    /// In the person's order.
    [[nodiscard]] QList<core::AutosendRule> rules() const { return m_rules; }
    [[nodiscard]] const FileProblem &problem() const { return m_file.problem(); }
    /// problem() as a whole sentence; empty: there is none.
    [[nodiscard]] core::Text problemSentence() const { return m_file.problemSentence(); }
    /// Where problem() is damage: the good rules to go back to, if there are.
    [[nodiscard]] std::optional<KeptCopy> kept() const { return m_file.kept(); }

    /// Adds it at the end, or replaces the one with its id; it has one.
    void put(const core::AutosendRule &rule, QObject *context, const Done &done);
    /// The same at that place of rules(), or the nearest there is (Undo of a removal).
    void putAt(const core::AutosendRule &rule, int place, QObject *context, const Done &done);
    /// Value: whether it was there.
    void remove(const QUuid &id, QObject *context, const Done &done);
    /// By that many places up or down, as far as there are.
    void move(const QUuid &id, int by, QObject *context, const Done &done);
    /// Goes back from a damaged or missing file to what is kept; error where it is neither. Queued
    /// with the saves.
    void restore(QObject *context, const Restored &done) { m_file.restore(context, done); }

Q_SIGNALS:
    /// rules(), problem() or kept() differs now, by us or by another program.
    void changed();

private:
    bool take(const RuleDocument &document);
    void change(const std::function<core::Result<bool>(RuleDocument &)> &change, QObject *context,
                const Done &done);

    QList<core::AutosendRule> m_rules;
    SharedFile m_file;
};

} // namespace store
