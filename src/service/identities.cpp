// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identities.h"

#include "core/tidy.h"
#include "mime/address.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace service
{

Identities::Identities(store::ServerStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&m_store, &store::ServerStore::changed, this, &Identities::changed);
}

std::optional<core::Identity> Identities::identity(const QUuid &id) const
{
    const QList<core::Identity> all = this->all();
    const auto found = std::ranges::find(all, id, &core::Identity::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<core::Identity> Identities::usual() const
{
    const QList<core::Identity> all = this->all();
    const auto found = std::ranges::find(all, true, &core::Identity::isDefault);
    return found != all.end() ? std::optional(*found)
           : all.isEmpty()    ? std::nullopt
                              : std::optional(all.constFirst());
}

QList<core::Identity> Identities::named(const QString &words) const
{
    const QString wanted = words.trimmed();
    const auto mailbox = mime::parseMailbox(wanted);
    const QString address = mailbox ? QString::fromUtf8(mailbox->address) : wanted;
    const QString name = mailbox ? mailbox->name : QString();
    QList<core::Identity> found;
    for (const core::Identity &one : all()) {
        const bool isAddress = one.address.compare(address, Qt::CaseInsensitive) == 0;
        if ((isAddress && (name.isEmpty() || name == one.name)) || one.name == wanted) {
            found.append(one);
        }
    }
    return found;
}

std::optional<core::ServerEntry> Identities::serverOf(const core::Identity &identity) const
{
    return m_store.server(identity.server);
}

core::Text Identities::obstacle(const core::Identity &identity) const
{
    const auto server = serverOf(identity);
    if (!server) {
        return {QT_TRANSLATE_NOOP("core", "The server of %1 is not there any more. Choose another "
                                          "one for this address."),
                {identity.address}};
    }
    return server->enabled ? core::Text()
                           : core::Text(QT_TRANSLATE_NOOP("core", "The server of %1, “%2”, is "
                                                                  "switched off."),
                                        {identity.address, server->profile.name});
}

QString Identities::from(const core::Identity &identity)
{
    QString name = identity.name;
    if (name.isEmpty()) {
        return identity.address;
    }
    name.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s); // RFC 5322 3.2.4
    return u"\"%1\" <%2>"_s.arg(name, identity.address);
}

core::Text Identities::problem(const core::Identity &identity) const
{
    if (const auto from = mime::parseMailbox(Identities::from(identity)); !from) {
        return from.error().detail;
    }
    if (!identity.replyTo.isEmpty()) {
        if (const auto replyTo = mime::parseMailbox(identity.replyTo); !replyTo) {
            return {QT_TRANSLATE_NOOP("core", "Reply-To: %1"), {replyTo.error().detail}};
        }
    }
    const bool hasBreak = std::ranges::any_of(
        QStringList{identity.name, identity.organisation},
        [](const QString &text) { return text.contains(u'\n') || text.contains(u'\r'); });
    if (hasBreak) {
        return QT_TRANSLATE_NOOP("core", "Name and organisation take one line each.");
    }
    return serverOf(identity)
               ? core::Text()
               : QT_TRANSLATE_NOOP("core", "Choose the server that this address sends through.");
}

void Identities::save(const core::Identity &identity, QObject *context, const Done &done)
{
    core::Identity next = identity;
    next.address = core::tidiedAddress(identity.address);
    next.replyTo = core::tidiedAddress(identity.replyTo);
    next.name = identity.name.trimmed();
    if (const core::Text wrong = problem(next); !wrong.isEmpty()) {
        QMetaObject::invokeMethod(
            this,
            [listener = QPointer<QObject>(context), done, wrong] {
                if (listener) {
                    done(core::badInput(wrong));
                }
            },
            Qt::QueuedConnection);
        return;
    }
    if (next.id.isNull()) {
        next.id = QUuid::createUuid();
    }
    m_store.change([next](store::ServerDocument &document) { return document.put(next); }, context,
                   done);
}

void Identities::remove(const QUuid &id, QObject *context, const Done &done)
{
    m_store.change([id](store::ServerDocument &document) { return document.removeIdentity(id); },
                   context, done);
}

void Identities::restore(const core::Identity &identity, int place, QObject *context,
                         const Done &done)
{
    m_store.change(
        [identity, place](store::ServerDocument &document) -> core::Result<bool> {
            const auto put = document.put(identity);
            const auto last = static_cast<int>(document.identities().size()) - 1;
            return put && place < last ? document.moveIdentity(identity.id, place - last) : put;
        },
        context, done);
}

void Identities::moveAll(const QUuid &from, const QUuid &to, QObject *context, const Done &done)
{
    const auto change = [from, to](store::ServerDocument &document) -> core::Result<bool> {
        core::Result<bool> changed = false;
        for (core::Identity identity : document.identities()) {
            if (changed && identity.server == from) {
                identity.server = to;
                changed = document.put(identity);
            }
        }
        return changed;
    };
    m_store.change(change, context, done);
}

void Identities::move(const QUuid &id, int by, QObject *context, const Done &done)
{
    m_store.change(
        [id, by](store::ServerDocument &document) { return document.moveIdentity(id, by); },
        context, done);
}

core::Draft draftOf(const core::Identity &identity)
{
    core::Draft draft;
    draft.from = Identities::from(identity);
    draft.replyTo = identity.replyTo;
    draft.organisation = identity.organisation;
    if (!identity.signature.trimmed().isEmpty()) {
        draft.text = u"\n-- \n"_s + identity.signature + u'\n';
    }
    return draft;
}

} // namespace service
