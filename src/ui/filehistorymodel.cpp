// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filehistorymodel.h"

#include "core/inert.h"
#include "service/mailwords.h"
#include "ui/colours.h"
#include "ui/words.h"

#include <QApplication>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using outbox::FileResult;

namespace ui
{

namespace
{

constexpr auto restTime = std::chrono::milliseconds(500);

} // namespace

FileHistoryModel::FileHistoryModel(const Backend &backend, QObject *parent)
    : QAbstractTableModel(parent)
    , m_backend(backend)
    , m_soon(restTime, this, &FileHistoryModel::read)
{
    connect(&backend.delivery, &service::Delivery::changed, this, [this] { m_soon.ask(); });
    connect(&backend.watching, &service::Watching::ended, this, [this] { m_soon.ask(); });
    read();
}

void FileHistoryModel::read()
{
    using Found = QList<std::pair<outbox::MailedFile, std::optional<outbox::Mail>>>;
    const auto find = [](outbox::Outbox &outbox) {
        Found found;
        for (const outbox::MailedFile &file : outbox.files(mostFiles).valueOr({})) {
            found.append({file, file.mail ? outbox.mail(*file.mail).valueOr({}) : std::nullopt});
        }
        return found;
    };
    m_backend.delivery.read(this, find, [this](const Found &found) {
        QList<Row> rows;
        for (const auto &[file, mail] : found) {
            Row row{file, {}, file.why, mail.has_value(), mail && mail->hasBody};
            if (mail) {
                QStringList to;
                for (const QByteArray &address : mail->envelope.to) {
                    to.append(core::inert(address));
                }
                row.to = to.join(u", "_s);
                row.why = whyOf(file, *mail);
            }
            rows.append(row);
        }
        show(rows);
    });
}

QString FileHistoryModel::whyOf(const outbox::MailedFile &file, const outbox::Mail &mail)
{
    if (file.state == FileResult::Sent || file.state == FileResult::Going) {
        return {};
    }
    const auto known = m_whys.constFind(file.id);
    if (known == m_whys.cend() || known->first != mail.triedAt) {
        m_whys.insert(file.id, {mail.triedAt, service::wordsOf(mail, m_backend.servers).why});
    }
    return m_whys.value(file.id).second;
}

/// What is new comes at the top; the rest stays where it is, and the selection with it.
void FileHistoryModel::show(const QList<Row> &rows)
{
    const auto known = std::ranges::find_if(rows, [this](const Row &row) {
        return !m_rows.isEmpty() && row.file.id == m_rows.constFirst().file.id;
    });
    const auto added = static_cast<int>(known - rows.cbegin());
    if (m_rows.isEmpty() || known == rows.cend()) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        Q_EMIT refreshed();
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, added - 1);
        m_rows = rows.first(added) + m_rows;
        endInsertRows();
    }
    if (m_rows.size() > rows.size()) {
        beginRemoveRows({}, static_cast<int>(rows.size()), rowCount() - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    const bool sameRows = std::ranges::equal(
        m_rows, rows, {}, [](const Row &row) { return row.file.id; },
        [](const Row &row) { return row.file.id; });
    if (!sameRows) { // some in the middle have gone
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows != std::exchange(m_rows, rows)) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
    }
    Q_EMIT refreshed();
}

bool FileHistoryModel::canSendAgain(int row) const
{
    const FileResult state = m_rows[row].file.state;
    return m_rows[row].hasBody && (state == FileResult::Failed || state == FileResult::Partial ||
                                   state == FileResult::Unknown || state == FileResult::Stopped);
}

QString FileHistoryModel::text(const Row &row, Column column) const
{
    switch (column) {
    case Column::File: return core::inert(row.file.folder + u'/' + row.file.path);
    case Column::When: return timeText(row.file.at);
    case Column::To: return row.to;
    case Column::Result: {
        const QString result = service::resultText(row.file.state);
        return row.why.isEmpty() ? result : tr("%1: %2").arg(result, row.why);
    }
    }
    return {};
}

int FileHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FileHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant FileHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = m_rows[index.row()];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(column == Column::File && !row.file.place.isEmpty()
                                ? tr("It lies in %1 now.").arg(core::inert(row.file.place))
                                : text(row, column));
    case Qt::ForegroundRole: {
        const bool isBad =
            row.file.state != FileResult::Sent && row.file.state != FileResult::Going;
        return column == Column::Result && isBad
                   ? QVariant(colour(Tone::Bad, QApplication::palette()))
                   : QVariant();
    }
    default: return {};
    }
}

QVariant FileHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    // In the order of Column.
    return QStringList{tr("File"), tr("When"), tr("To"), tr("Result")}.value(section);
}

} // namespace ui
