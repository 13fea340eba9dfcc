// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "store/keychain.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <variant>

namespace service
{

/// A program whose first line of output is the password; argv, no shell.
struct PasswordCommand
{
    QStringList argv;

    bool operator==(const PasswordCommand &) const = default;
};

using store::PasswordKey;

/// The password that is kept for a saved server.
struct StoredPassword
{
    PasswordKey key;

    bool operator==(const StoredPassword &) const = default;
};

/// Where a password comes from: nowhere, memory, a program, or where the saved servers' are.
using PasswordSource = std::variant<std::monostate, core::Secret, PasswordCommand, StoredPassword>;

/// The passwords of the saved servers: in the system keychain, or, where there is none or the
/// person does not want it, in memory until the program ends. Lives in the main thread; answers
/// come later, from the event loop, and not at all once `context` is gone.
class Passwords final : public QObject
{
    Q_OBJECT

public:
    enum class Place
    {
        NotKnownYet,
        Keychain,
        Memory,
    };

    Passwords();

    /// Finds out whether there is a keychain; placeChanged() tells.
    void probe();
    /// Where a password would go now.
    [[nodiscard]] Place place() const { return m_place; }
    /// Whether the keychain, asked last, was locked, refused or did not answer.
    [[nodiscard]] bool isLocked() const { return m_locked; }

    /// An empty secret: none is kept for this server. Error PasswordUnavailable: there may be one,
    /// but the keychain is locked or silent.
    using Fetched = std::function<void(const core::Result<core::Secret> &)>;
    void fetch(const store::PasswordKey &key, QObject *context, const Fetched &fetched);

    /// Keeps it where it can be kept; the answer says where that was.
    using Kept = std::function<void(Place)>;
    void keep(const store::PasswordKey &key, const core::Secret &password, bool inKeychain,
              QObject *context, const Kept &kept);
    /// Keeps it in memory alone, until keep() says where it goes or drop() ends it.
    void hold(const store::PasswordKey &key, const core::Secret &password)
    {
        m_memory.insert(key, password);
    }
    void drop(const store::PasswordKey &key) { m_memory.remove(key); }
    using Done = std::function<void()>;
    void forget(const store::PasswordKey &key, QObject *context, const Done &done);

Q_SIGNALS:
    void placeChanged(); // or isLocked()

private:
    void learn(store::KeychainAnswer answer);

    store::Keychain m_keychain;
    QHash<store::PasswordKey, core::Secret> m_memory;
    Place m_place = Place::NotKnownYet;
    bool m_locked = false;
};

} // namespace service
