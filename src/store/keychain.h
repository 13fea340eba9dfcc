// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "core/secret.h"

#include <QHashFunctions>
#include <QObject>
#include <QQueue>
#include <QString>
#include <QUuid>

#include <chrono>
#include <functional>
#include <memory>

namespace QKeychain
{
class Job;
}

namespace store
{

enum class KeychainAnswer
{
    Done,
    NoEntry,
    NoKeychain,      // no session bus, or nobody there who keeps secrets
    LockedOrRefused, // there is one, and it was not opened
    TimedOut,
};

/// Whose password it is: a server's for SMTP, or its own for POP before SMTP.
struct PasswordKey
{
    QUuid server;
    core::PasswordFor use;

    /// A server's id alone is its SMTP key.
    PasswordKey(const QUuid &id, core::PasswordFor which = core::PasswordFor::Smtp)
        : server(id)
        , use(which)
    {}
    bool operator==(const PasswordKey &) const = default;
};

inline size_t qHash(const PasswordKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.server, static_cast<int>(key.use));
}

/// The servers' passwords in the system's keychain (Secret Service or KWallet, by QtKeychain):
/// service "proserpina", keys "smtp/UUID" and
/// "pop/UUID". Never in a file: without a keychain nothing is stored.
/// Lives in the main thread; a program has one, and whoever builds it owns it.
///
/// The keychain may ask the person to unlock it. Requests run one after another. Each is answered
/// once, later, from the event loop of `context` (which must not be null), within `patience`; not
/// at all if `context` or this is gone by then.
///
/// After TimedOut a request that had not begun is dropped. One that had cannot be called back: a
/// write may still be made, and those behind it wait until the keychain has answered it.
class Keychain final : public QObject
{
    Q_OBJECT

public:
    explicit Keychain(std::chrono::milliseconds patience = std::chrono::seconds(60));
    ~Keychain() override;
    Q_DISABLE_COPY_MOVE(Keychain)

    /// The secret is empty unless the answer is Done.
    using Read = std::function<void(KeychainAnswer, const core::Secret &)>;
    using Done = std::function<void(KeychainAnswer)>;

    void read(const PasswordKey &key, QObject *context, Read done);
    /// Replaces what is there. The octets are kept as they are.
    void write(const PasswordKey &key, const core::Secret &secret, QObject *context, Done done);
    /// Done too if nothing is there. Never NoEntry.
    void remove(const PasswordKey &key, QObject *context, Done done);
    /// Whether there is a keychain that answers, locked or not. Never NoEntry.
    void probe(QObject *context, Done done);

private:
    struct Request;
    using RequestPtr = std::shared_ptr<Request>;

    void enqueue(const RequestPtr &request);
    void startNext();
    void run(QKeychain::Job *job, const RequestPtr &request);
    void onFinished(const RequestPtr &request, QKeychain::Job *job);
    void onSuccess(const RequestPtr &request, QKeychain::Job *job);
    void findOutWhy(const RequestPtr &request, bool saysNotFound);
    void conclude(const RequestPtr &request, KeychainAnswer answer,
                  const core::Secret &secret = core::Secret());
    static void give(const RequestPtr &request, KeychainAnswer answer, const core::Secret &secret);

    std::chrono::milliseconds m_patience;
    QQueue<RequestPtr> m_waiting;
    RequestPtr m_running; // stays until the keychain has answered, even if it has timed out
};

} // namespace store
