// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a request is one QtKeychain job, started when the one before has finished.
// QtKeychain runs jobs one by one itself and cannot cancel them; with our own queue at least what
// has timed out while it waited is never begun.
//
// QtKeychain's error does not tell what went wrong. Measured with QtKeychain 0.13.2, libsecret
// 0.20.5, gnome-keyring 42.1:
//   read, locked and not unlocked      EntryNotFound, as if there were none
//   delete, locked                     no error, and the entry is still there
//   write, locked and not unlocked     AccessDenied
//   write, the first keyring refused   OtherError "Object does not exist at path ..."
//   no session bus                     OtherError "Cannot autolaunch ...", "Could not connect ..."
//   a bus without a secret service     OtherError "The name ... was not provided by any ..."
// So after EntryNotFound and OtherError findOutWhy() asks the Secret Service itself for the
// entry: it lists locked ones by their attributes, asks nobody, and is not there if there is no
// keychain. A removal reads first: that is what makes the keychain ask for unlocking.
#include "store/keychain.h"

#include <qt6keychain/keychain.h>

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>
#include <QPointer>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

using Answer = KeychainAnswer;
using Attributes = QMap<QString, QString>;

const QString &service()
{
    static const QString name = u"proserpina"_s;
    return name;
}

QString keyOf(const PasswordKey &key)
{
    const QLatin1StringView folder = key.use == core::PasswordFor::Pop ? "pop/"_L1 : "smtp/"_L1;
    return folder + key.server.toString(QUuid::WithoutBraces);
}

/// QtKeychain's copy and ours share their memory. So that core::Secret finds itself the last one
/// and overwrites it, ours goes when the job has gone.
void holdUntilGone(const QKeychain::Job *job, const core::Secret &secret)
{
    QObject::connect(job, &QObject::destroyed, [secret] {});
}

/// Secret Service API, org.freedesktop.Secret.Service.SearchItems.
QDBusPendingCall searchFor(const QString &key)
{
    qDBusRegisterMetaType<Attributes>();
    QDBusMessage search =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    search.setAutoStartService(false); // the job has tried that
    // As QtKeychain names them.
    search << QVariant::fromValue(Attributes{{u"server"_s, service()}, {u"user"_s, key}});
    const QDBusConnection bus = QDBusConnection::sessionBus();
    // A call over a connection that is none would never be answered.
    return bus.isConnected()
               ? bus.asyncCall(search)
               : QDBusPendingCall::fromError(QDBusError(QDBusError::Disconnected, {}));
}

Keychain::Read withoutSecret(Keychain::Done done)
{
    if (!done) {
        return {};
    }
    return [done = std::move(done)](Answer answer, const core::Secret &) { done(answer); };
}

/// The unlocked ones and the locked ones.
using Found = QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>>;

Answer whyNotFound(const Found &found)
{
    const bool isLocked = !found.isError() && !found.argumentAt<1>().isEmpty();
    return isLocked ? Answer::LockedOrRefused : Answer::NoEntry;
}

Answer whyFailed(const Found &found)
{
    if (!found.isError()) {
        return Answer::LockedOrRefused;
    }
    const QDBusError::ErrorType error = found.error().type();
    const bool isSilent = error == QDBusError::NoReply || error == QDBusError::Timeout ||
                          error == QDBusError::TimedOut;
    return isSilent ? Answer::TimedOut : Answer::NoKeychain;
}

} // namespace

struct Keychain::Request
{
    enum class Purpose
    {
        Read,
        Write,
        Remove,
        Probe,
    };

    Purpose purpose;
    QString key;
    core::Secret secret; // to write
    QPointer<QObject> context;
    Keychain::Read done;
    bool isAnswered = false;
};

Keychain::Keychain(std::chrono::milliseconds patience)
    : m_patience(patience)
{}

Keychain::~Keychain() = default;

void Keychain::read(const PasswordKey &key, QObject *context, Read done)
{
    enqueue(std::make_shared<Request>(
        Request{Request::Purpose::Read, keyOf(key), {}, context, std::move(done)}));
}

void Keychain::write(const PasswordKey &key, const core::Secret &secret, QObject *context,
                     Done done)
{
    enqueue(std::make_shared<Request>(Request{Request::Purpose::Write, keyOf(key), secret, context,
                                              withoutSecret(std::move(done))}));
}

void Keychain::remove(const PasswordKey &key, QObject *context, Done done)
{
    enqueue(std::make_shared<Request>(Request{
        Request::Purpose::Remove, keyOf(key), {}, context, withoutSecret(std::move(done))}));
}

void Keychain::probe(QObject *context, Done done)
{
    enqueue(std::make_shared<Request>(Request{
        Request::Purpose::Probe, keyOf(QUuid()), {}, context, withoutSecret(std::move(done))}));
}

void Keychain::enqueue(const RequestPtr &request)
{
    Q_ASSERT(request->context);
    m_waiting.enqueue(request);
    QTimer::singleShot(m_patience, this, [this, weak = std::weak_ptr(request)] {
        if (const RequestPtr late = weak.lock()) {
            m_waiting.removeOne(late);
            give(late, Answer::TimedOut, {});
        }
    });
    startNext();
}

void Keychain::startNext()
{
    if (m_running || m_waiting.isEmpty()) {
        return;
    }
    m_running = m_waiting.dequeue();
    if (m_running->purpose != Request::Purpose::Write) {
        run(new QKeychain::ReadPasswordJob(service()), m_running);
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(service());
    // As text it would go through QString and back, and only UTF-8 survives that.
    job->setBinaryData(m_running->secret.reveal());
    holdUntilGone(job, m_running->secret);
    run(job, m_running);
}

/// The job has no parent: deleting one that runs crashes, so it outlives us and deletes itself.
void Keychain::run(QKeychain::Job *job, const RequestPtr &request)
{
    job->setInsecureFallback(false);
    job->setKey(request->key);
    connect(job, &QKeychain::Job::finished, this,
            [this, request](QKeychain::Job *finished) { onFinished(request, finished); });
    job->start();
}

void Keychain::onFinished(const RequestPtr &request, QKeychain::Job *job)
{
    switch (job->error()) {
    case QKeychain::NoError: onSuccess(request, job); break;
    case QKeychain::EntryNotFound: findOutWhy(request, true); break;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: conclude(request, Answer::LockedOrRefused); break;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: conclude(request, Answer::NoKeychain); break;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError: findOutWhy(request, false); break;
    }
}

void Keychain::onSuccess(const RequestPtr &request, QKeychain::Job *job)
{
    core::Secret secret;
    if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job)) {
        secret = core::Secret(read->binaryData());
        holdUntilGone(job, secret);
        if (request->purpose == Request::Purpose::Remove && !request->isAnswered) {
            run(new QKeychain::DeletePasswordJob(service()), request);
            return;
        }
    }
    conclude(request, Answer::Done, secret);
}

void Keychain::findOutWhy(const RequestPtr &request, bool saysNotFound)
{
    if (request->isAnswered) {
        conclude(request, Answer::TimedOut);
        return;
    }
    auto *search = new QDBusPendingCallWatcher(searchFor(request->key), this);
    connect(search, &QDBusPendingCallWatcher::finished, this,
            [this, request, saysNotFound, search] {
                search->deleteLater();
                const Answer why = saysNotFound ? whyNotFound(*search) : whyFailed(*search);
                const bool wanted = request->purpose == Request::Purpose::Read;
                conclude(request, why == Answer::NoEntry && !wanted ? Answer::Done : why);
            });
}

void Keychain::conclude(const RequestPtr &request, KeychainAnswer answer,
                        const core::Secret &secret)
{
    give(request, answer, secret);
    m_running.reset();
    startNext();
}

void Keychain::give(const RequestPtr &request, KeychainAnswer answer, const core::Secret &secret)
{
    if (std::exchange(request->isAnswered, true) || !request->done || !request->context) {
        return;
    }
    QMetaObject::invokeMethod(
        request->context.data(), [done = request->done, answer, secret] { done(answer, secret); },
        Qt::QueuedConnection);
}

} // namespace store
