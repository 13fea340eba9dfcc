// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/result.h"
#include "core/serverentry.h"
#include "service/consent.h"
#include "service/identities.h"
#include "service/passwords.h"
#include "store/serverstore.h"
#include "store/statestore.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QUuid>

#include <functional>
#include <optional>

namespace service
{

/// What a save did.
struct Saved
{
    QUuid id;
    /// NotKnownYet: none was set. Memory: at least one is there only.
    Passwords::Place passwordPlace = Passwords::Place::NotKnownYet;
};

using KeptServers = store::KeptCopy;
using RestoredServers = store::RestoredFile;

/// The saved servers with what belongs to them: password, last result, last reply, and what was
/// removed but may still come back. Lives in the main thread; nothing here waits. Answers come
/// later, from the event loop, and not at all once `context` is gone.
class Servers final : public QObject
{
    Q_OBJECT

public:
    /// Folders as of the XDG base directories; they need not exist.
    Servers(const QString &configFolder, const QString &dataFolder);

    /// Reads what is saved and begins to watch it.
    void load();

    [[nodiscard]] QList<core::ServerEntry> servers() const { return m_store.servers(); }
    [[nodiscard]] std::optional<core::ServerEntry> server(const QUuid &id) const;
    [[nodiscard]] std::optional<core::ServerEntry> serverNamed(const QString &name) const;
    [[nodiscard]] QStringList names() const;
    /// What an entry is called where nobody has named it: its host, or what tells it from the
    /// others.
    [[nodiscard]] QString nameFor(const core::ServerEntry &entry) const;
    /// Whether and why servers.json or state.db cannot be written, in sentences; or empty.
    [[nodiscard]] core::Text problem() const;
    /// Why nobody can tell which servers are saved, a sentence; empty: servers() are they.
    [[nodiscard]] core::Text unknownBecause() const;
    /// Whether that is damage, which ends by restore() or by a person's hand.
    [[nodiscard]] bool isDamaged() const { return m_store.problem().isDamage(); }
    /// Where they are damaged: the good ones that restore() goes back to, if there are.
    [[nodiscard]] std::optional<KeptServers> kept() const { return m_store.kept(); }
    /// Goes back to them; the damaged file stays beside under another name. Error BadInput with a
    /// sentence: nothing is damaged, or nothing good is kept, or it could not be done.
    void restore(QObject *context, const store::ServerStore::Restored &done);
    [[nodiscard]] Passwords &passwords() { return m_passwords; }
    [[nodiscard]] Identities &identities() { return m_identities; }

    using Done = std::function<void(const core::Result<Saved> &)>;
    /// Adds an entry without an id, else replaces the one with that id. Error BadInput with a
    /// sentence: nothing was saved, nor the password; so where what is kept would go elsewhere and
    /// nobody has agreed (questionOf()).
    void save(const core::ServerEntry &entry, const PasswordChanges &passwords, QObject *context,
              const Done &done);
    /// Reaches a saved server in another way from now on, as a person chose it after a failure;
    /// failed() tells where that cannot be saved.
    void useProfile(const QUuid &id, const core::ServerProfile &profile, const Consent &consent);
    /// Saves the entry as a new server. A password that is not changed is copied from `of`, and
    /// goes elsewhere by consent alone too.
    void saveCopy(const QUuid &of, const core::ServerEntry &entry, const PasswordChanges &passwords,
                  QObject *context, const Done &done);
    /// A copy with its passwords under a name of its own.
    void duplicate(const QUuid &id, QObject *context, const Done &done);
    /// Takes servers out of the list. Password, results and reply stay until another removal, or
    /// forgetRemoved(), ends the time in which undoRemove() brings all back.
    void remove(const QList<QUuid> &ids, QObject *context,
                const std::function<void(const core::Result<bool> &)> &done);
    void undoRemove(QObject *context, const std::function<void(const core::Result<bool> &)> &done);
    [[nodiscard]] QList<core::ServerEntry> removed() const { return m_removed; }
    void forgetRemoved(QObject *context, const std::function<void()> &done);

    [[nodiscard]] QHash<QUuid, core::AttemptRecord> lastResults() const
    {
        return m_state.lastResults();
    }
    [[nodiscard]] std::optional<core::AttemptRecord> reply(const QUuid &id) const
    {
        return m_state.reply(id);
    }
    /// Octets, as the server said it when it was last asked (RFC 1870); 0: it did not.
    [[nodiscard]] qint64 sizeLimitOf(const QUuid &id) const;
    void record(const QUuid &id, const core::AttemptRecord &record);

    /// What a form held when it was last changed; no password.
    [[nodiscard]] QByteArray draft(const QString &form) const { return m_state.draft(form); }
    void setDraft(const QString &form, const QByteArray &content);

    /// Where the password comes from that a saved server logs in with, by SMTP or by POP3.
    static PasswordSource passwordOf(const core::ServerEntry &entry);

Q_SIGNALS:
    void serversChanged();
    void resultsChanged();
    /// Another one was set for this server.
    void passwordChanged(const QUuid &server);
    /// Something could not be saved.
    void failed(const core::Text &sentence);

private:
    using Changed = std::function<void(Passwords::Place)>;
    void changePassword(const PasswordKey &key, const PasswordChange &change,
                        const Changed &changed);
    void forgetPasswords(const QUuid &id, const std::function<void()> &done);
    /// Why the entry cannot take the place of `before`, a sentence; or empty.
    [[nodiscard]] static core::Text objection(const std::optional<core::ServerEntry> &before,
                                              const core::ServerEntry &entry,
                                              const PasswordChanges &passwords);
    /// Gives the answer that nothing was saved.
    void refuse(const core::Text &sentence, QObject *context, const Done &done);
    [[nodiscard]] QString nameForCopy(const QString &name) const;
    void forgetLeftovers();

    store::ServerStore m_store;
    Identities m_identities{m_store};
    store::StateStore m_state;
    Passwords m_passwords;
    QList<core::ServerEntry> m_removed;
};

} // namespace service
