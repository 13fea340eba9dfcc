// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lyingfilesmodel.h"

#include "core/inert.h"
#include "ui/colours.h"
#include "ui/words.h"

#include <QApplication>
#include <QLocale>

using Fate = service::LyingFile::Fate;

namespace ui
{

void LyingFilesModel::show(const QList<service::LyingFile> &files)
{
    beginResetModel();
    m_rows = files;
    m_ticked.clear();
    endResetModel();
    Q_EMIT ticksChanged();
}

QList<service::LyingFile> LyingFilesModel::chosen(bool ticked) const
{
    QList<service::LyingFile> files;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_ticked.contains(row) == ticked) {
            files.append(m_rows[row]);
        }
    }
    return files;
}

void LyingFilesModel::tickAll(bool ticked)
{
    m_ticked.clear();
    for (int row = 0; ticked && row < rowCount(); ++row) {
        m_ticked.insert(row);
    }
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    }
    Q_EMIT ticksChanged();
}

QString LyingFilesModel::text(const service::LyingFile &file, Column column) const
{
    switch (column) {
    case Column::File: return core::inert(file.path);
    case Column::Size:
        return file.fate == Fate::NoFile ? QString()
                                         : QLocale().formattedDataSize(file.snapshot.octets);
    case Column::What:
        return file.fate == Fate::Goes ? tr("goes to %1").arg(m_to)
                                       : translatedDetail(service::reasonOf(file.fate));
    }
    return {};
}

int LyingFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LyingFilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_isChoice ? columnTotal - 1 : columnTotal;
}

QVariant LyingFilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const service::LyingFile &file = m_rows[index.row()];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(file, column);
    case Qt::ToolTipRole: return plainToolTip(text(file, column));
    case Qt::CheckStateRole:
        return m_isChoice && column == Column::File
                   ? QVariant(m_ticked.contains(index.row()) ? Qt::Checked : Qt::Unchecked)
                   : QVariant();
    case Qt::TextAlignmentRole:
        return column == Column::Size ? QVariant(int{Qt::AlignRight} | int{Qt::AlignVCenter})
                                      : QVariant();
    case Qt::ForegroundRole:
        return !m_isChoice && file.fate != Fate::Goes
                   ? QVariant(colour(Tone::Quiet, QApplication::palette()))
                   : QVariant();
    default: return {};
    }
}

QVariant LyingFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    // In the order of Column.
    return QStringList{tr("File"), tr("Size"), tr("What happens")}.value(section);
}

Qt::ItemFlags LyingFilesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_isChoice && index.column() == 0 ? flags | Qt::ItemIsUserCheckable : flags;
}

bool LyingFilesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole) {
        return false;
    }
    if (value.toInt() == Qt::Checked) {
        m_ticked.insert(index.row());
    } else {
        m_ticked.remove(index.row());
    }
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
    return true;
}

} // namespace ui
