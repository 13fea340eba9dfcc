// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/passwords.h"

#include <QPointer>

#include <chrono>

using store::KeychainAnswer;

namespace service
{

namespace
{

/// Long enough for a person to type the keychain's own password.
constexpr auto patience = std::chrono::seconds(60);

core::Text unavailable(KeychainAnswer answer)
{
    switch (answer) {
    case KeychainAnswer::LockedOrRefused:
        return QT_TRANSLATE_NOOP("core",
                                 "The system keychain is locked, or refused to give the password.");
    case KeychainAnswer::TimedOut:
        return QT_TRANSLATE_NOOP("core", "The system keychain does not answer.");
    case KeychainAnswer::NoKeychain:
    case KeychainAnswer::NoEntry:
    case KeychainAnswer::Done: break;
    }
    return {};
}

} // namespace

Passwords::Passwords()
    : m_keychain(patience)
{}

void Passwords::probe()
{
    m_keychain.probe(this, [this](KeychainAnswer answer) { learn(answer); });
}

void Passwords::learn(KeychainAnswer answer)
{
    const Place place = answer == KeychainAnswer::NoKeychain ? Place::Memory : Place::Keychain;
    const bool refused =
        answer == KeychainAnswer::LockedOrRefused || answer == KeychainAnswer::TimedOut;
    // What is not in it needs no opening.
    const bool locked = refused || (m_locked && answer == KeychainAnswer::NoEntry);
    if (place != m_place || locked != m_locked) {
        m_place = place;
        m_locked = locked;
        Q_EMIT placeChanged();
    }
}

void Passwords::fetch(const store::PasswordKey &key, QObject *context, const Fetched &fetched)
{
    if (const auto known = m_memory.constFind(key); known != m_memory.constEnd()) {
        QMetaObject::invokeMethod(
            context, [fetched, password = *known] { fetched(password); }, Qt::QueuedConnection);
        return;
    }
    m_keychain.read(key, this,
                    [this, context = QPointer<QObject>(context),
                     fetched](KeychainAnswer answer, const core::Secret &password) {
                        learn(answer);
                        if (!context) {
                            return;
                        }
                        if (const core::Text why = unavailable(answer); !why.isEmpty()) {
                            fetched(core::Error{core::Failure::PasswordUnavailable, why});
                        } else {
                            fetched(password);
                        }
                    });
}

void Passwords::keep(const store::PasswordKey &key, const core::Secret &password, bool inKeychain,
                     QObject *context, const Kept &kept)
{
    m_memory.insert(key, password);
    if (!inKeychain) {
        m_keychain.remove(key, this, [](KeychainAnswer) {});
        QMetaObject::invokeMethod(
            context, [kept] { kept(Place::Memory); }, Qt::QueuedConnection);
        return;
    }
    m_keychain.write(
        key, password, this,
        [this, key, context = QPointer<QObject>(context), kept](KeychainAnswer answer) {
            learn(answer);
            const bool stored = answer == KeychainAnswer::Done;
            if (stored) {
                m_memory.remove(key); // the keychain has it
            }
            if (context) {
                kept(stored ? Place::Keychain : Place::Memory);
            }
        });
}

void Passwords::forget(const store::PasswordKey &key, QObject *context, const Done &done)
{
    m_memory.remove(key);
    m_keychain.remove(key, this, [context = QPointer<QObject>(context), done](KeychainAnswer) {
        if (context) {
            done();
        }
    });
}

} // namespace service
