// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/mailedfile.h"
#include "outbox/view.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace outbox
{

/// What autosend keeps in the outbox: the files that mail was made of, with that mail, and what the
/// programs that watch folders tell each other.
class AutosendBook : public View
{
public:
    /// Of autosend, the newest first.
    core::Result<QList<MailedFile>> files(int limit);
    core::Result<QList<MailedFile>> filesOf(MailId id);
    core::Result<QList<FileCounts>> fileCounts();
    /// Those behind `after` that are not dealt with yet as what became of their mail.
    core::Result<QList<MailedFile>> unendedFiles(qint64 after, int limit);
    core::Result<std::optional<MailedFile>> fileOfClaim(const QString &claim);
    /// Which of these were dealt with already, in that place and with that content.
    core::Result<QList<bool>> areKnown(const QList<MailedFile> &files);
    /// What the programs that watch folders say of their rules, in their words.
    core::Result<QHash<QUuid, QByteArray>> ruleStatuses();

    /// Without a mail: old ones, or those of which none can be made.
    core::Result<bool> recordFiles(const QList<MailedFile> &files);
    core::Result<bool> endFiles(const QList<EndedFile> &files);
    core::Result<bool> setRuleStatus(const QUuid &rule, const QByteArray &status);
    /// For the program that watches the rule: what waits shall go, although it is much.
    core::Result<bool> releaseRule(const QUuid &rule);
    /// Value: whether that was said since the last time.
    core::Result<bool> takeRelease(const QUuid &rule);

protected:
    AutosendBook(const QString &folder, Surroundings surroundings);
    ~AutosendBook();
    Q_DISABLE_COPY_MOVE(AutosendBook)

    /// In the transaction in which the mail is accepted.
    core::Result<bool> insertFilesOf(MailId id, const QList<MailedFile> &files);
};

} // namespace outbox
