// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/notifications.h"
#include "service/delivery.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QUuid>

#include <functional>
#include <memory>

namespace service
{

class Rules;
class Watching;

/// Tells the person on the desktop when a mail fails for good, a server waits for them, or a rule
/// of autosend asks: one notice for a server or rule and hour at most, by the program that found it
/// out. Says neither subjects nor addresses nor folders, unless that is chosen.
class Notices final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this. The bus is asked for when there is something to tell: where there is
    /// none, looking for it may take its time.
    Notices(Delivery &delivery, Servers &servers,
            std::function<QDBusConnection()> bus = &QDBusConnection::sessionBus,
            std::function<QDateTime()> now = QDateTime::currentDateTimeUtc,
            QObject *parent = nullptr);

    /// Tells of what asks there, too. `watching` outlives this.
    void follow(const Rules &rules, const Watching &watching);

Q_SIGNALS:
    /// A notice was clicked: it is about this mail.
    void mailRequested(outbox::MailId id);
    void ruleRequested(const QUuid &rule);

private:
    void onSettled(const outbox::Mail &mail, const outbox::Verdict &verdict);
    void tell(const outbox::Mail &mail, const outbox::Verdict &verdict,
              outbox::Outbox::Notices wanted);

    [[nodiscard]] bool mayTell(const QUuid &about);
    using Wanted = std::function<void(outbox::Outbox::Notices)>;
    void askWhatIsWanted(const Wanted &tell);
    void show(const desktop::Notifications::Notice &notice);

    Servers &m_servers;
    Delivery &m_delivery;
    const std::function<QDBusConnection()> m_bus;
    std::unique_ptr<desktop::Notifications> m_notifications; // from the first notice on
    const std::function<QDateTime()> m_now;
    QHash<QUuid, QDateTime> m_told; // of servers and rules
};

} // namespace service
