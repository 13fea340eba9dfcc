// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replymodel.h"

#include "core/inert.h"
#include "diagnosis/keywords.h"
#include "ui/colours.h"
#include "ui/words.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

/// A line without its code and the sign behind it, which tells only whether it is the last.
QByteArray content(const QByteArray &line)
{
    return line.mid(4).trimmed().toUpper();
}

/// The longest common subsequence's table, from the end.
QList<QList<int>> commonLengths(const QByteArrayList &a, const QByteArrayList &b)
{
    QList<QList<int>> table(a.size() + 1, QList<int>(b.size() + 1, 0));
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j) {
            table[i][j] = content(a[i]) == content(b[j])
                              ? table[i + 1][j + 1] + 1
                              : std::max(table[i + 1][j], table[i][j + 1]);
        }
    }
    return table;
}

} // namespace

ReplyModel::ReplyModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void ReplyModel::setRecord(const core::AttemptRecord &record)
{
    beginResetModel();
    m_record = record;
    m_rows.clear();
    const QByteArrayList before =
        record.facts.beforeTls ? record.facts.beforeTls->lines : QByteArrayList();
    const QByteArrayList after =
        record.facts.afterTls ? record.facts.afterTls->lines : QByteArrayList();
    int i = 0;
    int j = 0;
    if (!before.isEmpty() && !after.isEmpty()) {
        m_rows.append({i++, j++}); // the server's name and greeting
    }
    const QList<QList<int>> common = commonLengths(before, after);
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && content(before[i]) == content(after[j])) {
            m_rows.append({i++, j++});
        } else if (j == after.size() ||
                   (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
            m_rows.append({i++, -1});
        } else {
            m_rows.append({-1, j++});
        }
    }
    endResetModel();
}

bool ReplyModel::hasBoth() const
{
    return m_record.facts.beforeTls && m_record.facts.afterTls;
}

int ReplyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReplyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QString ReplyModel::text(const Row &row, Column column) const
{
    const int line = column == Column::Before ? row.before : row.after;
    const auto &side =
        column == Column::Before ? m_record.facts.beforeTls : m_record.facts.afterTls;
    return line < 0 ? QString() : core::inert(side->lines.value(line));
}

QVariant ReplyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[index.row()];
    const auto column = static_cast<Column>(index.column());
    const QString line = text(row, column);
    const bool gone = hasBoth() && row.after < 0 && column == Column::Before;
    const bool came = hasBoth() && row.before < 0 && column == Column::After;
    switch (role) {
    case Qt::DisplayRole:
        if (gone) {
            return QString(line + u"   (\u2212)"_s);
        }
        return came ? QString(line + u"   (+)"_s) : line;
    case Qt::ToolTipRole: return plainToolTip(line);
    case Qt::AccessibleTextRole:
        return gone   ? tr("%1, only before TLS").arg(line)
               : came ? tr("%1, only after TLS").arg(line)
                      : line;
    case Qt::BackgroundRole:
        if (gone || came) {
            return colour(came ? Tone::Added : Tone::Removed, QApplication::palette());
        }
        break;
    default: break;
    }
    return {};
}

QVariant ReplyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    if (section == static_cast<int>(Column::Before)) {
        return m_record.profile.security == core::Security::Smtps
                   ? tr("before TLS (nothing is said)")
                   : tr("before TLS");
    }
    return tr("after TLS");
}

QString ReplyModel::explanation(int row) const
{
    if (row < 0 || row >= m_rows.size()) {
        return {};
    }
    const bool afterTls = m_rows[row].after >= 0;
    const int line = afterTls ? m_rows[row].after : m_rows[row].before;
    const core::Capabilities &side =
        afterTls ? *m_record.facts.afterTls : *m_record.facts.beforeTls;
    return diagnosis::replyLineExplanation(side, line, m_record.profile.method, &translatedText);
}

QModelIndex ReplyModel::loginLine() const
{
    const Column column = m_record.facts.afterTls ? Column::After : Column::Before;
    const auto isLogin = [&](const Row &row) {
        const QString line = text(row, column).mid(4);
        return line.startsWith("AUTH "_L1, Qt::CaseInsensitive) ||
               line.startsWith("AUTH="_L1, Qt::CaseInsensitive);
    };
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), isLogin);
    return found == m_rows.cend()
               ? QModelIndex()
               : index(static_cast<int>(found - m_rows.cbegin()), static_cast<int>(column));
}

QString ReplyModel::wholeText() const
{
    QStringList lines;
    for (const Column column : {Column::Before, Column::After}) {
        const auto &side =
            column == Column::Before ? m_record.facts.beforeTls : m_record.facts.afterTls;
        if (!side) {
            continue;
        }
        lines.append(
            headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString() +
            u':');
        for (const QByteArray &line : side->lines) {
            lines.append(core::inert(line));
        }
        lines.append(QString());
    }
    return lines.join(u'\n');
}

} // namespace ui
