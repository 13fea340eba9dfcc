// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outboxstatus.h"

#include "ui/words.h"

using namespace Qt::StringLiterals;
using outbox::State;

namespace ui
{

namespace
{

constexpr auto restTime = std::chrono::milliseconds(100);

} // namespace

OutboxStatus::OutboxStatus(const Backend &backend, QWidget *parent)
    : QToolButton(parent)
    , m_backend(backend)
    , m_soon(restTime, this, &OutboxStatus::count)
{
    setObjectName(u"waitingButton"_s);
    setAutoRaise(true);
    setToolTip(tr("Show the outbox"));
    setAccessibleName(tr("Outbox"));
    hide();
    const auto later = [this] { m_soon.ask(); };
    connect(&backend.delivery, &service::Delivery::changed, this, later);
    connect(&backend.servers, &service::Servers::serversChanged, this, later);
    connect(&backend.delivery, &service::Delivery::failed, this, [this](const core::Text &why) {
        setText(translatedDetail(why));
        show();
    });
    count();
}

void OutboxStatus::count()
{
    m_backend.delivery.read(
        this, [](outbox::Outbox &outbox) { return outbox.counts(); },
        [this](const core::Result<QMap<State, int>> &counts) { onCounts(counts); });
}

void OutboxStatus::onCounts(const core::Result<QMap<State, int>> &counts)
{
    if (!counts) {
        setText(translatedDetail(counts.error().detail));
        show();
        return;
    }
    m_needy = counts->value(State::WaitingForYou);
    m_waiting = counts->value(State::Queued) + counts->value(State::Sending) +
                counts->value(State::Deferred);
    const int unknown = counts->value(State::Unknown);
    m_troubled = m_needy + unknown + counts->value(State::Failed) + counts->value(State::Partial);
    QStringList words;
    if (m_waiting > 0) {
        words.append(tr("%1 waiting").arg(m_waiting));
    }
    if (m_needy + unknown > 0) {
        words.append(tr("%1 waiting for you").arg(m_needy + unknown));
    }
    setText(words.join(u", "_s));
    setVisible(!words.isEmpty());
    Q_EMIT counted();
}

} // namespace ui
