// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosend/brake.h"
#include "autosend/claims.h"
#include "autosend/watchedfolder.h"
#include "core/autosendrule.h"
#include "files/filelock.h"
#include "service/release.h"
#include "service/rulestatus.h"
#include "submission/background.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QQueue>
#include <QSet>
#include <QString>
#include <QTimer>

#include <memory>

namespace service
{

class Delivery;
class Rules;
class Servers;
struct OutgoingMail;

/// One rule at work: takes files out of its folder when they can be mailed, and makes mail of them.
/// What becomes of them afterwards is FileEnding's. Lives in the main thread. See "How it works" in
/// ruletaking.cpp.
class RuleTaking final : public QObject
{
    Q_OBJECT

public:
    /// What all rules of a program share.
    struct Shared
    {
        Rules &rules;
        Servers &servers;
        Delivery &delivery;
        QThread &thread; // for watching
        autosend::RuleWatch::Times times = {};
        /// Files that are left where they are and are just being made into mail.
        std::shared_ptr<QSet<QString>> inFlight = std::make_shared<QSet<QString>>();
    };

    /// `lock` says that no other program watches this rule.
    RuleTaking(const core::AutosendRule &rule, const Shared &shared,
               std::shared_ptr<files::FileLock> lock, QObject *parent = nullptr);
    /// What was just being made into mail is told by its claim later.
    ~RuleTaking() override;

    [[nodiscard]] const core::AutosendRule &rule() const { return m_rule; }
    [[nodiscard]] const RuleStatus &status() const { return m_status; }
    [[nodiscard]] const std::shared_ptr<files::FileLock> &lock() const { return m_lock; }
    /// What waits shall go, although it is much; what has come since the person was asked counts
    /// anew.
    void release(const Release &what);
    /// Something that it may have waited for has changed.
    void lookAnew();

Q_SIGNALS:
    void statusChanged();

private:
    struct Batch;

    void look();
    void onReady(const QList<autosend::ReadyFile> &files);
    void onFolder(bool isThere);
    void onGone(const QStringList &paths);
    void begin(bool asks);
    void setAside(const QList<autosend::ReadyFile> &files, const QString &problem);
    void askWhatIsKnown();
    void onKnown(const QList<autosend::ReadyFile> &asked, const QList<bool> &known);
    void takeNext();
    [[nodiscard]] QList<autosend::ReadyFile> nextFiles() const;
    void onTaken(const std::shared_ptr<Batch> &batch);
    [[nodiscard]] OutgoingMail mailOf(const Batch &batch) const;
    void onAccepted(const std::shared_ptr<Batch> &batch, bool accepted, const core::Error &error);
    void refuse(const std::shared_ptr<Batch> &batch, const QString &why);
    void giveBack(const std::shared_ptr<Batch> &batch);
    void pause(const QString &problem);
    void finished();
    void drop(const QList<autosend::ReadyFile> &files);
    void updateStatus();
    [[nodiscard]] bool isOurs(const QString &path) const;
    [[nodiscard]] QString absolute(const QString &path) const;

    const core::AutosendRule m_rule;
    Shared m_shared;
    std::shared_ptr<files::FileLock> m_lock;
    autosend::WatchedFolder m_watch;
    autosend::Brake m_brake;
    submission::Background m_background;
    QList<autosend::ReadyFile> m_arrived; // not yet looked up
    QList<autosend::ReadyFile> m_queue;   // to be mailed
    QList<autosend::ReadyFile> m_aside;   // cannot be had just now
    QSet<QString> m_queued;               // in either
    qint64 m_octets = 0;                  // of these
    qsizetype m_released = 0;             // of the first that arrived, whom the brake lets pass
    QQueue<qint64> m_mails;               // of the last minute, when they were made
    QElapsedTimer m_clock;
    QTimer m_next;
    QDeadlineTimer m_pause;
    QDeadlineTimer m_asideUntil;
    QString m_problem; // of the pause
    autosend::Held m_held;
    RuleStatus m_status;
    bool m_isFolderThere = false;
    bool m_hasBegun = false; // it knows whether the person was asked
    bool m_hadFiles = false;
    bool m_isAsking = false;
    bool m_isTaking = false;
};

} // namespace service
