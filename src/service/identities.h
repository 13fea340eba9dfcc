// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity.h"
#include "core/mail.h"
#include "core/result.h"
#include "core/serverentry.h"
#include "store/serverstore.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUuid>

#include <functional>
#include <optional>

namespace service
{

/// Who mail is from. A mail goes through the server of its From and through no other. Lives in the
/// main thread; answers come later, from the event loop, and not at all once `context` is gone.
class Identities final : public QObject
{
    Q_OBJECT

public:
    /// `store` outlives this.
    explicit Identities(store::ServerStore &store, QObject *parent = nullptr);

    /// In the person's order.
    [[nodiscard]] QList<core::Identity> all() const { return m_store.identities(); }
    [[nodiscard]] std::optional<core::Identity> identity(const QUuid &id) const;
    /// The one that counts where none is named; nothing: there is none at all.
    [[nodiscard]] std::optional<core::Identity> usual() const;
    /// Those with this address or name; with both where the words are "Name <address>".
    [[nodiscard]] QList<core::Identity> named(const QString &words) const;
    /// Why nothing goes out from it: its server is gone or switched off. Empty: it does.
    [[nodiscard]] core::Text obstacle(const core::Identity &identity) const;
    [[nodiscard]] std::optional<core::ServerEntry> serverOf(const core::Identity &identity) const;
    /// "Name <address>", as the header has it.
    [[nodiscard]] static QString from(const core::Identity &identity);

    using Done = std::function<void(const core::Result<bool> &)>;
    /// Adds one without an id, else replaces the one with it. Error BadInput with a sentence: an
    /// address in it cannot be used, or there is no such server.
    void save(const core::Identity &identity, QObject *context, const Done &done);
    void remove(const QUuid &id, QObject *context, const Done &done);
    /// One that was removed comes back to its place, also where its server is gone.
    void restore(const core::Identity &identity, int place, QObject *context, const Done &done);
    /// All of one server go through another one.
    void moveAll(const QUuid &from, const QUuid &to, QObject *context, const Done &done);
    /// By that many places.
    void move(const QUuid &id, int by, QObject *context, const Done &done);

Q_SIGNALS:
    void changed();

private:
    /// What is wrong with it, a sentence; or empty.
    [[nodiscard]] core::Text problem(const core::Identity &identity) const;

    store::ServerStore &m_store;
};

/// A draft from it: From, Reply-To, organisation, and the signature as its text (RFC 3676 4.3).
core::Draft draftOf(const core::Identity &identity);

} // namespace service
