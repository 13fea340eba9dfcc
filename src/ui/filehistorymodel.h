// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/soon.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <utility>

namespace ui
{

/// The files that autosend has dealt with, the newest first, as many as a person looks at.
class FileHistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        File,
        When,
        To,
        Result,
    };
    static constexpr int columnTotal = static_cast<int>(Column::Result) + 1;
    static constexpr int mostFiles = 500;

    explicit FileHistoryModel(const Backend &backend, QObject *parent = nullptr);

    [[nodiscard]] const outbox::MailedFile &at(int row) const { return m_rows[row].file; }
    /// Whether its mail can be sent once more.
    [[nodiscard]] bool canSendAgain(int row) const;
    /// Whether its mail is still in the outbox.
    [[nodiscard]] bool hasMail(int row) const { return m_rows[row].hasMail; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refreshed();

private:
    struct Row
    {
        outbox::MailedFile file;
        QString to;
        QString why; // of its mail
        bool hasMail = false;
        bool hasBody = false; // with its message

        bool operator==(const Row &) const = default;
    };

    void read();
    [[nodiscard]] QString whyOf(const outbox::MailedFile &file, const outbox::Mail &mail);
    void show(const QList<Row> &rows);
    [[nodiscard]] QString text(const Row &row, Column column) const;

    const Backend &m_backend;
    Soon m_soon;
    QList<Row> m_rows;
    // Of files, by the last try: judging takes time.
    QHash<qint64, std::pair<QDateTime, QString>> m_whys;
};

} // namespace ui
