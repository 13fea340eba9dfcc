// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/mailedfile.h"
#include "outbox/view.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
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
    /// Of each claim, in their order.
    core::Result<QList<std::optional<MailedFile>>> filesOfClaims(const QStringList &claims);
    /// In which files may lie that were claimed: some of them may still do.
    core::Result<QStringList> foldersOfClaims();
    /// Which of these were dealt with already, in that place and with that content.
    core::Result<QList<bool>> areKnown(const QList<MailedFile> &files);
    /// What the programs that watch folders say of their rules, in their words.
    core::Result<QHash<QUuid, QByteArray>> ruleStatuses();

    /// Without a mail: old ones, or those of which none can be made.
    core::Result<bool> recordFiles(const QList<MailedFile> &files);
    core::Result<bool> endFiles(const QList<EndedFile> &files);
    /// Files below that folder that were left as old may be mailed after all.
    core::Result<bool> forgetOldFiles(const QString &folder);
    /// `asks`: it waits for the person's word.
    core::Result<bool> setRuleStatus(const QUuid &rule, const QByteArray &status, bool asks);
    /// Whether it waited for that when its program last told.
    core::Result<bool> ruleAsks(const QUuid &rule);
    /// The person's word, for the program that watches the rule: which files shall go. False: it
    /// does not ask.
    core::Result<bool> releaseRule(const QUuid &rule, const QByteArray &word);
    /// What was said since the last time; empty: nothing.
    core::Result<QByteArray> takeRelease(const QUuid &rule);

protected:
    AutosendBook(const QString &folder, Surroundings surroundings);
    ~AutosendBook();
    Q_DISABLE_COPY_MOVE(AutosendBook)

    /// In the transaction in which the mail is accepted. Error Cancelled: one of them stays in its
    /// place and was mailed from there already.
    core::Result<bool> insertFilesOf(MailId id, const QList<MailedFile> &files);
};

} // namespace outbox
