// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/survey.h"

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

namespace ui
{

/// Files that lie in a rule's folder and what becomes of them; where the person chooses, those to
/// be mailed have a tick.
class LyingFilesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        File,
        Size,
        What,
    };
    static constexpr int columnTotal = static_cast<int>(Column::What) + 1;

    LyingFilesModel(const QString &to, bool isChoice, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_to(to)
        , m_isChoice(isChoice)
    {}

    void show(const QList<service::LyingFile> &files);
    [[nodiscard]] QList<service::LyingFile> ticked() const { return chosen(true); }
    [[nodiscard]] QList<service::LyingFile> unticked() const { return chosen(false); }
    void tickAll(bool ticked);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void ticksChanged();

private:
    [[nodiscard]] QList<service::LyingFile> chosen(bool ticked) const;
    [[nodiscard]] QString text(const service::LyingFile &file, Column column) const;

    const QString m_to;
    const bool m_isChoice;
    QList<service::LyingFile> m_rows;
    QSet<int> m_ticked;
};

} // namespace ui
