// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/notices.h"

#include "core/inert.h"
#include "service/report.h"
#include "service/rules.h"
#include "service/servers.h"
#include "service/watching.h"

#include <utility>

using namespace Qt::StringLiterals;
using outbox::State;

namespace service
{

namespace
{

constexpr auto quietTime = std::chrono::hours(1);
const QString rulePrefix = u"rule:"_s;

QString words(const core::Text &text)
{
    return text.translated(&translatedText);
}

/// Empty: nothing to tell.
core::Text summaryOf(const outbox::Verdict &verdict)
{
    if (verdict.server == outbox::Verdict::Server::NeedsPerson) {
        return QT_TRANSLATE_NOOP("core", "Mail waits for you");
    }
    if (verdict.state == State::Failed) {
        return QT_TRANSLATE_NOOP("core", "A mail could not be sent");
    }
    if (verdict.state == State::Partial) {
        return QT_TRANSLATE_NOOP("core", "A mail did not reach all recipients");
    }
    return verdict.state == State::Unknown
               ? core::Text(QT_TRANSLATE_NOOP("core", "A mail may have been sent, or not"))
               : core::Text();
}

} // namespace

Notices::Notices(Delivery &delivery, Servers &servers, std::function<QDBusConnection()> bus,
                 std::function<QDateTime()> now, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_delivery(delivery)
    , m_bus(std::move(bus))
    , m_now(std::move(now))
{
    connect(&delivery, &Delivery::settled, this, &Notices::onSettled);
}

/// Once an hour.
bool Notices::mayTell(const QUuid &about)
{
    const QDateTime last = m_told.value(about);
    if (last.isValid() && last <= m_now() && last.addDuration(quietTime) > m_now()) {
        return false;
    }
    m_told[about] = m_now();
    return true;
}

void Notices::askWhatIsWanted(const Wanted &tell)
{
    m_delivery.read(
        this, [](outbox::Outbox &outbox) { return outbox.notices(); },
        [tell](const core::Result<outbox::Outbox::Notices> &wanted) {
            const auto known = wanted.valueOr(outbox::Outbox::Notices::Discreet);
            if (known != outbox::Outbox::Notices::None) {
                tell(known);
            }
        });
}

void Notices::onSettled(const outbox::Mail &mail, const outbox::Verdict &verdict)
{
    if (!summaryOf(verdict).isEmpty() && mayTell(mail.server)) {
        askWhatIsWanted(
            [this, mail, verdict](outbox::Outbox::Notices wanted) { tell(mail, verdict, wanted); });
    }
}

void Notices::tell(const outbox::Mail &mail, const outbox::Verdict &verdict,
                   outbox::Outbox::Notices wanted)
{
    const auto server = m_servers.server(mail.server);
    QStringList lines{words({QT_TRANSLATE_NOOP("core", "Server: %1"),
                             {server ? core::inert(server->profile.host) : QString()}})};
    if (wanted == outbox::Outbox::Notices::WithNames) {
        lines.append(words(
            {QT_TRANSLATE_NOOP("core", "To: %1"), {core::inert(mail.envelope.to.join(", "))}}));
        lines.append(
            words({QT_TRANSLATE_NOOP("core", "Subject: %1"), {core::inert(mail.subject)}}));
    }
    show({QString::number(mail.id), words(summaryOf(verdict)), lines.join(u'\n'),
          words(QT_TRANSLATE_NOOP("core", "Show it"))});
}

void Notices::follow(const Rules &rules, const Watching &watching)
{
    const auto onAsking = [this, &rules, &watching](const QUuid &id) {
        const auto status = watching.status(id);
        if (!status || !mayTell(id)) {
            return;
        }
        askWhatIsWanted([this, &rules, id, files = status->ready](outbox::Outbox::Notices wanted) {
            const auto rule = rules.rule(id);
            const bool names = wanted == outbox::Outbox::Notices::WithNames && rule;
            show({rulePrefix + id.toString(QUuid::WithoutBraces),
                  words(QT_TRANSLATE_NOOP("core", "Autosend waits for you")),
                  words({QT_TRANSLATE_NOOP("core", "Many files came at once: %1"), {files}}) +
                      (names ? u'\n' +
                                   words({QT_TRANSLATE_NOOP("core", "Folder: %1"), {rule->folder}})
                             : QString()),
                  words(QT_TRANSLATE_NOOP("core", "Show it"))});
        });
    };
    connect(&watching, &Watching::ruleAsks, this, onAsking);
}

void Notices::show(const desktop::Notifications::Notice &notice)
{
    if (!m_notifications) {
        m_notifications = std::make_unique<desktop::Notifications>(m_bus());
        connect(m_notifications.get(), &desktop::Notifications::clicked, this,
                [this](const QString &about) {
                    if (about.startsWith(rulePrefix)) {
                        Q_EMIT ruleRequested(QUuid(about.mid(rulePrefix.size())));
                    } else {
                        Q_EMIT mailRequested(about.toLongLong());
                    }
                });
    }
    m_notifications->show(notice);
}

} // namespace service
