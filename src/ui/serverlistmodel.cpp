// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: when the saved servers change, the new list is compared with the shown one. Rows
// that only changed are told as such, so that selection and scrolling stay; where servers came or
// went, the rows behind the practice server are taken out and put in one by one.
#include "ui/serverlistmodel.h"

#include "core/inert.h"
#include "diagnosis/words.h"
#include "ui/colours.h"
#include "ui/words.h"

#include <QApplication>

#include <algorithm>

namespace ui
{

ServerListModel::ServerListModel(const Backend &backend, QObject *parent)
    : QAbstractTableModel(parent)
    , m_backend(backend)
{
    m_rows.append(rowFor(*backend.server(Backend::practiceId())));
    connect(&backend.servers, &service::Servers::serversChanged, this,
            &ServerListModel::readServers);
    connect(&backend.servers, &service::Servers::resultsChanged, this,
            &ServerListModel::readResults);
    readServers();
}

ServerListModel::Row ServerListModel::rowFor(const core::ServerEntry &entry)
{
    const bool practice = entry.id == Backend::practiceId();
    return {entry,
            {},
            practice ? tr("Practice server") : core::inert(entry.profile.name),
            practice ? tr("this computer") : core::inert(entry.profile.host)};
}

QUuid ServerListModel::idAt(int row) const
{
    return m_rows.value(row).entry.id;
}

int ServerListModel::rowOf(const QUuid &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&id](const Row &row) { return row.entry.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ServerListModel::readServers()
{
    const QList<core::ServerEntry> servers = m_backend.servers.servers();
    QHash<QUuid, core::ServerEntry> wanted;
    for (const core::ServerEntry &entry : servers) {
        wanted.insert(entry.id, entry);
    }
    for (int row = static_cast<int>(m_rows.size()) - 1; row > 0; --row) {
        const auto entry = wanted.constFind(m_rows[row].entry.id);
        if (entry == wanted.constEnd()) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        } else if (m_rows[row].entry != *entry) {
            const std::optional<core::AttemptRecord> last = m_rows[row].last;
            m_rows[row] = rowFor(*entry);
            m_rows[row].last = last;
            Q_EMIT dataChanged(index(row, 0), index(row, columnTotal - 1));
        }
        wanted.remove(m_rows.value(row).entry.id);
    }
    QList<Row> added;
    for (const core::ServerEntry &entry : servers) {
        if (wanted.contains(entry.id)) {
            added.append(rowFor(entry));
        }
    }
    if (!added.isEmpty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
        m_rows.append(added);
        endInsertRows();
    }
    readResults();
}

void ServerListModel::readResults()
{
    const QHash<QUuid, core::AttemptRecord> results = m_backend.servers.lastResults();
    for (int row = 0; row < m_rows.size(); ++row) {
        std::optional<core::AttemptRecord> last;
        if (const auto found = results.constFind(m_rows[row].entry.id);
            found != results.constEnd()) {
            last = *found;
        }
        if (m_rows[row].last != last) {
            m_rows[row].last = last;
            Q_EMIT dataChanged(index(row, static_cast<int>(Column::LastResult)),
                               index(row, static_cast<int>(Column::LastUsed)));
        }
    }
}

int ServerListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ServerListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QString ServerListModel::text(const Row &row, Column column) const
{
    const core::ServerProfile &profile = row.entry.profile;
    switch (column) {
    case Column::On: return {};
    case Column::Name: return row.name;
    case Column::Host: return row.host;
    case Column::Port: return profile.port == 0 ? QString() : QString::number(profile.port);
    case Column::Security: return diagnosis::securityTitle(profile.security, &translatedText);
    case Column::Method: return diagnosis::methodTitle(profile.method, &translatedText);
    case Column::LastResult: return row.last ? resultText(*row.last) : QString();
    case Column::LastUsed: return row.last ? timeText(row.last->at) : QString();
    }
    Q_UNREACHABLE();
}

QVariant ServerListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[index.row()];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::CheckStateRole:
        if (column == Column::On) {
            return static_cast<int>(row.entry.enabled ? Qt::Checked : Qt::Unchecked);
        }
        break;
    case Qt::ToolTipRole:
        // Tool tips take HTML for HTML.
        if (column == Column::LastResult && row.last) {
            return plainToolTip(resultSentence(*row.last));
        }
        return plainToolTip(text(row, column));
    case Qt::AccessibleTextRole:
        return column == Column::On ? (row.entry.enabled ? tr("enabled") : tr("disabled"))
                                    : text(row, column);
    case Qt::ForegroundRole:
        if (column == Column::LastResult && row.last) {
            return colour(row.last->facts.outcome == core::Outcome::Accepted ? Tone::Good
                                                                             : Tone::Bad,
                          QApplication::palette());
        }
        if (!row.entry.enabled) {
            return QApplication::palette().color(QPalette::Disabled, QPalette::Text);
        }
        break;
    case SortRole:
        switch (column) {
        case Column::On: return row.entry.enabled;
        case Column::Port: return int{row.entry.profile.port};
        case Column::LastUsed: return row.last ? row.last->at : QDateTime();
        case Column::Name:
        case Column::Host:
        case Column::Security:
        case Column::Method:
        case Column::LastResult: return text(row, column);
        }
        break;
    case IdRole: return row.entry.id;
    case EnabledRole: return row.entry.enabled;
    default: break;
    }
    return {};
}

bool ServerListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() ||
        index.column() != static_cast<int>(Column::On)) {
        return false;
    }
    Q_EMIT enableRequested(idAt(index.row()), value.toInt() == Qt::Checked);
    return true;
}

QVariant ServerListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    // In the order of Column.
    return QStringList{tr("On"),       tr("Name"),   tr("Host"),        tr("Port"),
                       tr("Security"), tr("Method"), tr("Last result"), tr("Last used")}
        .value(section);
}

Qt::ItemFlags ServerListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == static_cast<int>(Column::On) &&
        idAt(index.row()) != Backend::practiceId()) {
        flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

} // namespace ui
