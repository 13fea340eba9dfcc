// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "outbox/autosendbook.h"
#include "outbox/lifeline.h"
#include "outbox/mail.h"
#include "outbox/mailedfile.h"
#include "outbox/mailrows.h"
#include "outbox/policy.h"

#include <QHash>
#include <QIODevice>
#include <QList>
#include <QMap>
#include <QString>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>

namespace outbox
{

/// A mail to be accepted.
struct NewMail
{
    QUuid server;
    QUuid identity;
    QString from;
    QString subject;
    QByteArray messageId;
    QDateTime notBefore;
    core::Envelope envelope;
    core::MessageTraits traits;
    core::Delivery delivery;
    bool isWrittenHere = false;
    std::function<std::unique_ptr<QIODevice>()> open; // the message from its first octet
    QList<MailedFile> files = {};                     // that autosend made it of
};

/// A mail that this program may send now, and nobody else.
struct Claim
{
    Mail mail;
    QString path; // of the message
};

/// The mail that waits, shared by all programs of a person: rows in outbox.db, messages beside
/// them. A mail is accepted when it survives whatever happens to program and computer, and from
/// then on it is sent once, or said to be what it is. See "How it works" in outbox.cpp.
///
/// All of it is synchronous, with commits that wait for the disk; built, used and destroyed in one
/// thread. Errors are whole sentences.
class Outbox final : public AutosendBook
{
public:
    /// `folder` need not exist; the first mail makes it.
    explicit Outbox(const QString &folder, Surroundings surroundings = {});
    ~Outbox();
    Q_DISABLE_COPY_MOVE(Outbox)

    /// Takes part in sending as what `kind` says: claims of programs that have ended are freed, the
    /// spool is compared with the rows.
    core::Result<bool> join(Lifeline::Kind kind);
    /// Another program that goes on sending.
    [[nodiscard]] std::optional<Lifeline::Kind> otherSender() const
    {
        return m_lifeline.otherSender();
    }

    /// All of them or none: on the disk when this returns. Value: their ids.
    core::Result<QList<MailId>> accept(const QList<NewMail> &mails);

    // ---- sending, after join()

    /// The next mail that may go, of the servers with a pace, or `only` that one. Nothing: there is
    /// none just now.
    core::Result<std::optional<Claim>> claim(const QHash<QUuid, core::Pace> &paces,
                                             const std::optional<MailId> &only = {});
    /// When claim() may find something that time alone brings; invalid: not by time.
    core::Result<QDateTime> nextDue(const QHash<QUuid, core::Pace> &paces);
    /// To be asked before the last octets go out, without which no server takes the mail. False:
    /// they must not, the person has stopped the mail or it is gone.
    core::Result<bool> beginFinishing(MailId id);
    /// What came of a claimed mail. `record` is kept with it, and with its server where that is in
    /// trouble. False: it was removed meanwhile, and that stands.
    core::Result<bool> settle(MailId id, const Verdict &verdict, const QByteArray &lastReply,
                              const QByteArray &record);
    /// Ends a claim as if it had not been made.
    core::Result<bool> giveBack(MailId id);
    /// What programs have left that are not alive any more: what they had begun is queued again,
    /// what they were just finishing is Unknown. Value: how many.
    core::Result<qint64> freeDeadClaims();

    // ---- the person

    /// No more tries; a mail that is just being sent is held before its end, if there is time, and
    /// is Unknown if there is not and no answer comes.
    core::Result<bool> stop(MailId id);
    /// At once, whatever it waits for, and its server with it.
    core::Result<bool> sendNow(MailId id);
    /// Once more from the beginning, for those who have not got it: what failed, was stopped or is
    /// Unknown.
    core::Result<bool> retry(MailId id);
    /// The person found out that an Unknown one has arrived.
    core::Result<bool> markArrived(MailId id);
    /// Gone at once, also while it is being sent.
    core::Result<bool> remove(MailId id);
    /// Who is still to get it, in place of those who were.
    core::Result<bool> setRecipients(MailId id, const QList<QByteArray> &addresses);
    /// Another message, with other recipients, in place of what those who have it were not sent.
    core::Result<bool> replace(MailId id, const NewMail &message);
    /// All mail of `from` that waits or could go once more.
    core::Result<bool> setServer(const QUuid &from, const QUuid &to);
    /// No longer listed nor sent, until takeBack(); what is being sent is held before its end, if
    /// there is time. Goes for good with cleanUp().
    /// Value: how many; not what is just being taken by its server.
    core::Result<int> discard(const QList<MailId> &ids);
    core::Result<int> takeBack(const QList<MailId> &ids);

    /// Null: everything.
    core::Result<bool> setPaused(bool paused, const QUuid &server = {});
    /// Its trouble is over, or to be found out anew: settings or password have changed, the network
    /// is back.
    core::Result<bool> forgetTrouble(const QUuid &server);
    core::Result<bool> forgetPauses();

    core::Result<bool> setNotices(Notices notices);

    core::Result<bool> setKeeping(const Keeping &keeping);
    /// Rows of mails and files that were sent longer ago go, and mails that were discarded some
    /// minutes ago.
    /// Value: how many.
    core::Result<int> cleanUp();

private:
    core::Result<bool> compareWithSpool();
    core::Result<MailId> insert(const NewMail &mail, const QString &spool);
    core::Result<std::optional<MailId>> next(const QHash<QUuid, core::Pace> &paces,
                                             const std::optional<MailId> &only);
    core::Result<QString> spool(const NewMail &mail);
    core::Result<int> eachOf(const QList<MailId> &ids,
                             const std::function<core::Result<qint64>(MailId)> &change);
    core::Result<std::optional<Claim>> claimMail(MailId id);
    core::Result<bool> done(MailId id, const core::Result<qint64> &changed);
    /// Changes a mail that is in one of these states; Queued then means: from the beginning.
    core::Result<bool> rewrite(MailId id, const QList<State> &states,
                               const std::function<void(Mail &)> &change,
                               const std::function<core::Result<bool>()> &besides = {});

    Lifeline m_lifeline;
};

} // namespace outbox
