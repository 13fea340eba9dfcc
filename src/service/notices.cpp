// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/notices.h"

#include "core/inert.h"
#include "service/report.h"
#include "service/servers.h"

#include <utility>

using namespace Qt::StringLiterals;
using outbox::State;

namespace service
{

namespace
{

constexpr auto quietTime = std::chrono::hours(1);

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

void Notices::onSettled(const outbox::Mail &mail, const outbox::Verdict &verdict)
{
    const QDateTime last = m_told.value(mail.server);
    const bool isQuiet = last.isValid() && last <= m_now() && last.addDuration(quietTime) > m_now();
    if (isQuiet || summaryOf(verdict).isEmpty()) {
        return;
    }
    m_told[mail.server] = m_now();
    m_delivery.read(
        this, [](outbox::Outbox &outbox) { return outbox.notices(); },
        [this, mail, verdict](const core::Result<outbox::Outbox::Notices> &wanted) {
            tell(mail, verdict, wanted.valueOr(outbox::Outbox::Notices::Discreet));
        });
}

void Notices::tell(const outbox::Mail &mail, const outbox::Verdict &verdict,
                   outbox::Outbox::Notices wanted)
{
    if (wanted == outbox::Outbox::Notices::None) {
        return;
    }
    const auto server = m_servers.server(mail.server);
    QStringList lines{words({QT_TRANSLATE_NOOP("core", "Server: %1"),
                             {server ? core::inert(server->profile.host) : QString()}})};
    if (wanted == outbox::Outbox::Notices::WithNames) {
        lines.append(words(
            {QT_TRANSLATE_NOOP("core", "To: %1"), {core::inert(mail.envelope.to.join(", "))}}));
        lines.append(
            words({QT_TRANSLATE_NOOP("core", "Subject: %1"), {core::inert(mail.subject)}}));
    }
    if (!m_notifications) {
        m_notifications = std::make_unique<desktop::Notifications>(m_bus());
        connect(m_notifications.get(), &desktop::Notifications::clicked, this,
                [this](const QString &about) { Q_EMIT mailRequested(about.toLongLong()); });
    }
    m_notifications->show({QString::number(mail.id), words(summaryOf(verdict)), lines.join(u'\n'),
                           words(QT_TRANSLATE_NOOP("core", "Show it"))});
}

} // namespace service
