// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/filelock.h"
#include "service/claimsweep.h"
#include "service/fileending.h"
#include "service/ruletaking.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThread>
#include <QTimer>
#include <QUuid>

#include <map>
#include <memory>
#include <optional>

namespace service
{

/// Autosend at work: watches the folders of all rules that are on and that no other program
/// watches, and takes over when that one ends. Lives in the main thread.
class Watching final : public QObject
{
    Q_OBJECT

public:
    /// `rules`, `servers` and `delivery` outlive this. `folder`: the application's data.
    Watching(Rules &rules, Servers &servers, Delivery &delivery, const QString &folder,
             const autosend::RuleWatch::Times &times = {}, QObject *parent = nullptr);
    ~Watching() override;

    /// Until then it only knows what other programs tell.
    void begin();

    /// Takes no more files; another program may. What becomes of those on their way goes on.
    void end();

    /// Nothing: nobody has told of it yet.
    [[nodiscard]] std::optional<RuleStatus> status(const QUuid &rule) const;
    /// This program watches it.
    [[nodiscard]] bool isOurs(const QUuid &rule) const { return m_takings.contains(rule); }
    /// By another program, just now.
    [[nodiscard]] bool isWatchedElsewhere(const QUuid &rule) const;
    /// The person's word for a rule that asks, whoever watches it.
    void release(const QUuid &rule, const Release &what);

Q_SIGNALS:
    /// status() of some rule.
    void changed();
    /// What is over is dealt with: see FileEnding.
    void ended();
    /// Too many files at once have come to a rule that this program watches.
    void ruleAsks(const QUuid &rule);

private:
    void sync();
    void sweep();
    /// Whether nothing differs that the rule's taking depends on.
    [[nodiscard]] bool isSame(const core::AutosendRule &rule,
                              const QList<core::AutosendRule> &rules) const;
    void tryLocks();
    [[nodiscard]] std::shared_ptr<files::FileLock> lockOf(const QUuid &rule) const;
    bool tryLock(const core::AutosendRule &rule);
    void take(const core::AutosendRule &rule, const std::shared_ptr<files::FileLock> &lock);
    void onStatus(const QUuid &rule);
    void onChanged();
    void tellStatuses();

    Rules &m_rules;
    Delivery &m_delivery;
    const QString m_folder; // of the locks
    QThread m_thread;
    FileEnding m_ending;
    ClaimSweep m_sweep;
    RuleTaking::Shared m_shared;
    std::map<QUuid, std::unique_ptr<RuleTaking>> m_takings;
    QList<core::AutosendRule> m_known;
    QHash<QUuid, RuleStatus> m_others; // as other programs told
    QHash<QUuid, RuleStatus> m_told;   // by us
    QSet<QUuid> m_asking;              // of ours
    QTimer m_handOver;
    QTimer m_look;
    QTimer m_tell;
    QTimer m_sweeping;
    bool m_hasBegun = false;
};

} // namespace service
