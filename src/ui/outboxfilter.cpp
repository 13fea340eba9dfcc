// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outboxfilter.h"

#include "ui/ordering.h"
#include "ui/outboxmodel.h"

using outbox::State;

namespace ui
{

OutboxFilter::OutboxFilter(OutboxModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_collator(ordering())
{
    setSortRole(OutboxModel::SortRole);
    setSourceModel(&model);
}

void OutboxFilter::setWhich(Which which)
{
    m_which = which;
    invalidateFilter();
}

void OutboxFilter::setServer(const QUuid &server)
{
    m_server = server;
    invalidateFilter();
}

void OutboxFilter::setWanted(const QString &typed)
{
    m_wanted = folded(typed.trimmed());
    invalidateFilter();
}

bool OutboxFilter::filterAcceptsRow(int number, const QModelIndex & /*parent*/) const
{
    const OutboxModel::Row &row = m_model.rowAt(number);
    if (!m_server.isNull() && row.server != m_server) {
        return false;
    }
    const State state = m_model.shownState(row);
    const bool waits = state == State::Queued || state == State::Sending ||
                       state == State::Deferred || state == State::WaitingForYou;
    switch (m_which) {
    case Which::All: break;
    case Which::NotSent:
        if (state == State::Sent) {
            return false;
        }
        break;
    case Which::Waiting:
        if (!waits) {
            return false;
        }
        break;
    case Which::NeedsYou:
        if (state != State::WaitingForYou && state != State::Unknown && state != State::Failed &&
            state != State::Partial) {
            return false;
        }
        break;
    case Which::Sent:
        if (state != State::Sent) {
            return false;
        }
        break;
    }
    if (m_wanted.isEmpty()) {
        return true;
    }
    for (const QString &text : {row.to, row.subject, row.from, row.lastReply}) {
        if (folded(text).contains(m_wanted)) {
            return true;
        }
    }
    return false;
}

bool OutboxFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(OutboxModel::SortRole);
    const QVariant b = right.data(OutboxModel::SortRole);
    return a.typeId() == QMetaType::QString ? m_collator.compare(a.toString(), b.toString()) < 0
                                            : QSortFilterProxyModel::lessThan(left, right);
}

} // namespace ui
