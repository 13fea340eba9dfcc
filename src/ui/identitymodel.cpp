// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/identitymodel.h"

#include "core/inert.h"
#include "ui/colours.h"
#include "ui/words.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

constexpr auto restTime = std::chrono::milliseconds(200);

} // namespace

IdentityModel::IdentityModel(const Backend &backend, QObject *parent)
    : QAbstractTableModel(parent)
    , m_backend(backend)
    , m_soon(restTime, this, &IdentityModel::askForRefusals)
{
    connect(&backend.servers.identities(), &service::Identities::changed, this,
            &IdentityModel::readIdentities);
    connect(&backend.delivery, &service::Delivery::settled, this, [this] { m_soon.ask(); });
    readIdentities();
    askForRefusals();
}

void IdentityModel::readIdentities()
{
    const QList<core::Identity> now = m_backend.servers.identities().all();
    const bool sameRows =
        std::ranges::equal(now, m_rows, {}, &core::Identity::id, &core::Identity::id);
    if (sameRows) {
        m_rows = now;
        if (!now.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
        }
    } else {
        beginResetModel();
        m_rows = now;
        endResetModel();
    }
    Q_EMIT refreshed();
}

void IdentityModel::askForRefusals()
{
    m_backend.delivery.read(
        this, [](outbox::Outbox &outbox) { return outbox.lastOfEachIdentity(); },
        [this](const core::Result<QList<outbox::Mail>> &last) {
            m_refusals = service::refusedSenders(last.valueOr({}));
            if (!m_rows.isEmpty()) {
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
            }
            Q_EMIT refreshed();
        });
}

int IdentityModel::rowOf(const QUuid &id) const
{
    const auto found = std::ranges::find(m_rows, id, &core::Identity::id);
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

IdentityModel::Trouble IdentityModel::troubleOf(const core::Identity &identity) const
{
    const auto server = m_backend.servers.identities().serverOf(identity);
    if (!server) {
        return Trouble::ServerGone;
    }
    if (!server->enabled) {
        return Trouble::ServerOff;
    }
    const auto refusal = m_refusals.constFind(identity.id);
    const bool ofThis =
        refusal != m_refusals.cend() && refusal->server == identity.server &&
        QString::fromUtf8(refusal->address).compare(identity.address, Qt::CaseInsensitive) == 0;
    return ofThis ? Trouble::Refused : Trouble::None;
}

QString IdentityModel::troubleText(const core::Identity &identity) const
{
    switch (troubleOf(identity)) {
    case Trouble::None: return {};
    case Trouble::ServerGone:
    case Trouble::ServerOff:
        return translatedDetail(m_backend.servers.identities().obstacle(identity));
    case Trouble::Refused:
        return tr("%1 refused this sender: %2")
            .arg(text(identity, Column::Server), core::inert(m_refusals.value(identity.id).reply));
    }
    return {};
}

QString IdentityModel::text(const core::Identity &identity, Column column) const
{
    switch (column) {
    case Column::Name: return core::inert(identity.name);
    case Column::Address: return core::inert(identity.address);
    case Column::Server: {
        const auto server = m_backend.servers.identities().serverOf(identity);
        return !server           ? tr("deleted")
               : server->enabled ? core::inert(server->profile.name)
                                 : tr("%1 (switched off)").arg(core::inert(server->profile.name));
    }
    case Column::Default: return identity.isDefault ? tr("default") : QString();
    }
    return {};
}

int IdentityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int IdentityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant IdentityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const core::Identity &identity = m_rows[index.row()];
    const auto column = static_cast<Column>(index.column());
    const bool isTroubled = troubleOf(identity) != Trouble::None;
    switch (role) {
    case Qt::DisplayRole: return text(identity, column);
    case Qt::ToolTipRole:
        return plainToolTip(isTroubled ? troubleText(identity) : text(identity, column));
    case Qt::AccessibleDescriptionRole: return troubleText(identity);
    case Qt::ForegroundRole:
        return isTroubled && column == Column::Server
                   ? QVariant(colour(Tone::Bad, QApplication::palette()))
                   : QVariant();
    case IdRole: return identity.id;
    default: return {};
    }
}

QVariant IdentityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    // In the order of Column.
    return QStringList{tr("Name"), tr("Address"), tr("Server"), tr("Default")}.value(section);
}

} // namespace ui
