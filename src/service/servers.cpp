// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a removal takes the entry out of servers.json at once and notes its id in state.db;
// password and results go only when Undo is gone. If the program ends before, the next start finds
// the note and forgets them then.
#include "service/servers.h"

#include "service/practiceentry.h"

#include <QPointer>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

using core::PasswordFor;

const QString removedNote = u"removed-servers"_s;

QByteArray noteOf(const QList<core::ServerEntry> &entries)
{
    QByteArrayList ids;
    for (const core::ServerEntry &entry : entries) {
        ids.append(entry.id.toByteArray(QUuid::WithoutBraces));
    }
    return ids.join('\n');
}

/// `call`, as long as `context` is there to hear of it.
template <typename Call> auto whileThere(QObject *context, Call call)
{
    return [listener = QPointer<QObject>(context), call](const auto &...arguments) {
        if (listener) {
            call(arguments...);
        }
    };
}

/// Calls `done` when it has been called `count` times itself.
std::function<void()> afterAll(qsizetype count, const std::function<void()> &done)
{
    auto left = std::make_shared<qsizetype>(count);
    return [left, done] {
        if (--*left == 0) {
            done();
        }
    };
}

} // namespace

Servers::Servers(const QString &configFolder, const QString &dataFolder)
    : m_store(configFolder)
    , m_state(dataFolder)
{
    connect(&m_store, &store::ServerStore::changed, this, &Servers::serversChanged);
    connect(&m_state, &store::StateStore::changed, this, &Servers::resultsChanged);
    connect(&m_state, &store::StateStore::failed, this, &Servers::failed);
}

void Servers::load()
{
    m_store.load();
    m_state.load();
    forgetLeftovers();
}

void Servers::forgetLeftovers()
{
    const QByteArrayList ids = m_state.draft(removedNote).split('\n');
    m_state.setDraft(removedNote, {});
    for (const QByteArray &text : ids) {
        const QUuid id = QUuid::fromString(QLatin1StringView(text));
        if (!id.isNull() && !server(id)) {
            m_state.forget(id);
            forgetPasswords(id, [] {});
        }
    }
}

std::optional<core::ServerEntry> Servers::server(const QUuid &id) const
{
    return m_store.server(id);
}

std::optional<core::ServerEntry> Servers::serverNamed(const QString &name) const
{
    return m_store.serverNamed(name);
}

QStringList Servers::names() const
{
    QStringList names;
    for (const core::ServerEntry &entry : servers()) {
        names.append(entry.profile.name);
    }
    return names;
}

core::Text Servers::problem() const
{
    const core::Text problem = m_store.problemSentence();
    return problem.isEmpty() ? m_state.problem() : problem;
}

core::Text Servers::unknownBecause() const
{
    // Of a newer version's file, or one with servers that cannot be read, the rest is known.
    return isDamaged() || servers().isEmpty() ? m_store.problemSentence() : core::Text();
}

void Servers::restore(QObject *context, const store::ServerStore::Restored &done)
{
    m_store.restore(context, done);
}

core::Text Servers::objection(const std::optional<core::ServerEntry> &before,
                              const core::ServerEntry &entry, const PasswordChanges &passwords)
{
    // A server saved under that name by an earlier version keeps it.
    if (PracticeEntry::isName(entry.profile.name.trimmed()) &&
        !(before && PracticeEntry::isName(before->profile.name))) {
        return {QT_TRANSLATE_NOOP("core", "“%1” is the name of the built-in practice server. Give "
                                          "this server another name."),
                {PracticeEntry::name()}};
    }
    const auto question = before ? questionOf(*before, entry, passwords) : std::nullopt;
    return question ? question->sentence : core::Text();
}

void Servers::refuse(const core::Text &sentence, QObject *context, const Done &done)
{
    QMetaObject::invokeMethod(
        this, [tell = whileThere(context, done), error = core::badInput(sentence)] { tell(error); },
        Qt::QueuedConnection);
}

void Servers::save(const core::ServerEntry &entry, const PasswordChanges &passwords,
                   QObject *context, const Done &done)
{
    const std::optional<core::ServerEntry> before = server(entry.id);
    if (const core::Text sentence = objection(before, entry, passwords); !sentence.isEmpty()) {
        refuse(sentence, context, done);
        return;
    }
    const auto tell = whileThere(context, done);
    const auto passwordsNext = [this, tell](const QUuid &id, const PasswordChanges &changes) {
        // Both at once: from now on whoever asks gets the new ones.
        auto place = std::make_shared<Passwords::Place>(Passwords::Place::NotKnownYet);
        const auto finish = afterAll(2, [id, place, tell] { tell(Saved{id, *place}); });
        const auto changed = [place, finish](Passwords::Place now) {
            *place = std::max(*place, now);
            finish();
        };
        changePassword(id, changes.smtp, changed);
        changePassword({id, PasswordFor::Pop}, changes.pop, changed);
    };
    if (!entry.id.isNull()) {
        core::ServerEntry changed = entry;
        PasswordChanges changes = passwords;
        if (before) {
            dropLeftovers(*before, changed, changes);
        }
        m_store.update(
            changed, this,
            [id = entry.id, changes, passwordsNext, tell](const core::Result<bool> &updated) {
                updated ? passwordsNext(id, changes) : tell(updated.error());
            });
        return;
    }
    // Whoever sees the new server may use it at once, so its password is there before it.
    core::ServerEntry added = entry;
    added.id = QUuid::createUuid();
    const PasswordKey popKey(added.id, PasswordFor::Pop);
    if (passwords.smtp.kind == PasswordChange::Kind::Set) {
        m_passwords.hold(added.id, passwords.smtp.password);
    }
    if (passwords.pop.kind == PasswordChange::Kind::Set) {
        m_passwords.hold(popKey, passwords.pop.password);
    }
    m_store.add(added, this,
                [this, popKey, passwords, passwordsNext, tell](const core::Result<QUuid> &result) {
                    if (result) {
                        passwordsNext(*result, passwords);
                    } else {
                        m_passwords.drop(popKey.server);
                        m_passwords.drop(popKey);
                        tell(result.error());
                    }
                });
}

void Servers::useProfile(const QUuid &id, const core::ServerProfile &profile,
                         const Consent &consent)
{
    std::optional<core::ServerEntry> entry = server(id);
    if (!entry) {
        return;
    }
    entry->profile = profile;
    save(*entry, {{}, {}, consent}, this, [this](const core::Result<Saved> &saved) {
        if (!saved) {
            Q_EMIT failed(saved.error().detail);
        }
    });
}

void Servers::changePassword(const PasswordKey &key, const PasswordChange &change,
                             const Changed &changed)
{
    switch (change.kind) {
    case PasswordChange::Kind::Keep: changed(Passwords::Place::NotKnownYet); return;
    case PasswordChange::Kind::Set:
        m_passwords.keep(key, change.password, change.inKeychain, this,
                         [this, key, changed](Passwords::Place place) {
                             Q_EMIT passwordChanged(key.server);
                             changed(place);
                         });
        return;
    case PasswordChange::Kind::Forget:
        m_passwords.forget(key, this, [changed] { changed(Passwords::Place::NotKnownYet); });
        return;
    }
    Q_UNREACHABLE();
}

void Servers::forgetPasswords(const QUuid &id, const std::function<void()> &done)
{
    const auto finish = afterAll(2, done);
    m_passwords.forget(id, this, finish);
    m_passwords.forget({id, PasswordFor::Pop}, this, finish);
}

QString Servers::nameFor(const core::ServerEntry &entry) const
{
    const QString &host = entry.profile.host;
    if (host.isEmpty()) {
        return {};
    }
    for (const QString &name : {host, entry.address}) {
        const auto other = serverNamed(name);
        if (!name.isEmpty() && !PracticeEntry::isName(name) && (!other || other->id == entry.id)) {
            return name;
        }
    }
    return nameForCopy(host);
}

QString Servers::nameForCopy(const QString &name) const
{
    for (int number = 2;; ++number) {
        const QString candidate = u"%1 (%2)"_s.arg(name).arg(number);
        if (!serverNamed(candidate)) {
            return candidate;
        }
    }
}

void Servers::duplicate(const QUuid &id, QObject *context, const Done &done)
{
    const std::optional<core::ServerEntry> original = server(id);
    if (!original) {
        return;
    }
    core::ServerEntry copy = *original;
    copy.profile.name = nameForCopy(original->profile.name);
    saveCopy(id, copy, {}, context, done);
}

void Servers::saveCopy(const QUuid &of, const core::ServerEntry &entry,
                       const PasswordChanges &passwords, QObject *context, const Done &done)
{
    core::ServerEntry copy = entry;
    copy.id = QUuid();
    PasswordChanges changes = passwords;
    if (const std::optional<core::ServerEntry> original = server(of)) {
        if (const auto question = questionOf(*original, entry, passwords)) {
            refuse(question->sentence, context, done);
            return;
        }
        dropLeftovers(*original, copy, changes);
    }
    const auto fetch = [this](const PasswordKey &key, const PasswordChange &change, bool there,
                              const auto &fetched) {
        if (change.kind != PasswordChange::Kind::Keep || !there) {
            fetched(change);
            return;
        }
        m_passwords.fetch(key, this, [this, fetched](const core::Result<core::Secret> &password) {
            const bool found = password && !password->isEmpty();
            fetched(found ? PasswordChange{PasswordChange::Kind::Set, *password,
                                           m_passwords.place() == Passwords::Place::Keychain}
                          : PasswordChange());
        });
    };
    QPointer<QObject> listener(context);
    fetch(of, changes.smtp, entry.passwordCommand.isEmpty(), [=, this](const PasswordChange &smtp) {
        fetch({of, PasswordFor::Pop}, changes.pop, entry.profile.pop.ownPassword,
              [=, this](const PasswordChange &pop) {
                  save(copy, {smtp, pop}, listener, done);
              });
    });
}

void Servers::remove(const QList<QUuid> &ids, QObject *context,
                     const std::function<void(const core::Result<bool> &)> &done)
{
    const auto tell = whileThere(context, done);
    forgetRemoved(this, [] {});
    auto result = std::make_shared<core::Result<bool>>(true);
    const auto finish = afterAll(ids.size(), [this, tell, result] {
        m_state.setDraft(removedNote, noteOf(m_removed));
        tell(*result);
    });
    for (const QUuid &id : ids) {
        const std::optional<core::ServerEntry> entry = server(id);
        m_store.remove(id, this, [this, entry, result, finish](const core::Result<bool> &gone) {
            if (gone && entry) {
                m_removed.append(*entry);
            } else if (!gone) {
                *result = gone;
            }
            finish();
        });
    }
}

void Servers::undoRemove(QObject *context,
                         const std::function<void(const core::Result<bool> &)> &done)
{
    const QList<core::ServerEntry> entries = std::exchange(m_removed, {});
    m_state.setDraft(removedNote, {});
    auto result = std::make_shared<core::Result<bool>>(true);
    const auto finish =
        afterAll(entries.size(), whileThere(context, [done, result] { done(*result); }));
    for (const core::ServerEntry &entry : entries) {
        m_store.add(entry, this, [this, entry, result, finish](const core::Result<QUuid> &added) {
            if (!added) {
                m_removed.append(entry); // may be tried again
                *result = added.error();
            }
            finish();
        });
    }
}

void Servers::forgetRemoved(QObject *context, const std::function<void()> &done)
{
    const QList<core::ServerEntry> entries = std::exchange(m_removed, {});
    m_state.setDraft(removedNote, {});
    if (entries.isEmpty()) {
        QMetaObject::invokeMethod(context, done, Qt::QueuedConnection);
        return;
    }
    const auto finish = afterAll(entries.size(), whileThere(context, done));
    for (const core::ServerEntry &entry : entries) {
        m_state.forget(entry.id);
        forgetPasswords(entry.id, finish);
    }
}

qint64 Servers::sizeLimitOf(const QUuid &id) const
{
    const auto record = reply(id);
    const auto capabilities = record ? record->facts.capabilities() : std::nullopt;
    return capabilities ? capabilities->sizeLimit : 0;
}

void Servers::record(const QUuid &id, const core::AttemptRecord &record)
{
    core::AttemptRecord kept = record;
    if (kept.facts.failure == core::Failure::PasswordUnavailable) {
        kept.facts.detail = {}; // a password program's own words may hold more than they should
    }
    m_state.record(id, kept);
}

void Servers::setDraft(const QString &form, const QByteArray &content)
{
    m_state.setDraft(form, content);
}

PasswordSource Servers::passwordOf(const core::ServerEntry &entry)
{
    const std::optional<PasswordFor> used = core::passwordUsed(entry.profile);
    if (!used) {
        return {};
    }
    if (*used == PasswordFor::Smtp && !entry.passwordCommand.isEmpty()) {
        return PasswordCommand{entry.passwordCommand};
    }
    return StoredPassword{{entry.id, *used}};
}

} // namespace service
