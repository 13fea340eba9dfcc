// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rulemodel.h"

#include "core/inert.h"
#include "ui/colours.h"
#include "ui/words.h"

#include <QApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

constexpr auto restTime = std::chrono::milliseconds(200);

QString numberText(int number)
{
    return number == 0 ? QString() : QLocale().toString(number);
}

} // namespace

RuleModel::RuleModel(const Backend &backend, QObject *parent)
    : QAbstractTableModel(parent)
    , m_backend(backend)
    , m_soon(restTime, this, &RuleModel::count)
{
    connect(&backend.rules, &service::Rules::changed, this, &RuleModel::readRules);
    connect(&backend.servers.identities(), &service::Identities::changed, this,
            &RuleModel::tellChanges);
    connect(&backend.watching, &service::Watching::changed, this, &RuleModel::tellChanges);
    connect(&backend.watching, &service::Watching::ended, this, [this] { m_soon.ask(); });
    connect(&backend.delivery, &service::Delivery::changed, this, [this] { m_soon.ask(); });
    readRules();
    count();
}

void RuleModel::readRules()
{
    const QList<core::AutosendRule> now = m_backend.rules.all();
    const bool sameRows =
        std::ranges::equal(now, m_rows, {}, &core::AutosendRule::id, &core::AutosendRule::id);
    if (sameRows) {
        m_rows = now;
        tellChanges();
        return;
    }
    beginResetModel();
    m_rows = now;
    endResetModel();
    tellChanges();
}

void RuleModel::count()
{
    m_backend.delivery.read(
        this, [](outbox::Outbox &outbox) { return outbox.fileCounts(); },
        [this](const core::Result<QList<outbox::FileCounts>> &counts) {
            m_counts.clear();
            for (const outbox::FileCounts &one : counts.valueOr({})) {
                m_counts.insert(one.rule, one);
            }
            tellChanges();
        });
}

void RuleModel::tellChanges()
{
    m_obstacles.clear();
    for (const core::AutosendRule &rule : std::as_const(m_rows)) {
        m_obstacles.insert(rule.id, translatedDetail(m_backend.rules.obstacle(rule)));
    }
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
    }
    Q_EMIT refreshed();
}

int RuleModel::rowOf(const QUuid &id) const
{
    const auto found = std::ranges::find(m_rows, id, &core::AutosendRule::id);
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

service::RuleStatus RuleModel::statusOf(const core::AutosendRule &rule) const
{
    // Of one that is off the last word may be old.
    return rule.enabled ? m_backend.watching.status(rule.id).value_or(service::RuleStatus())
                        : service::RuleStatus();
}

QString RuleModel::troubleOf(const core::AutosendRule &rule) const
{
    if (!rule.enabled) {
        return {};
    }
    if (const QString obstacle = m_obstacles.value(rule.id); !obstacle.isEmpty()) {
        return obstacle;
    }
    const service::RuleStatus status = statusOf(rule);
    if (rule.paused) {
        return tr("Paused: files wait in the folder.");
    }
    return status.isBraked ? tr("%n files (%1) wait: more came within a minute than the rule "
                                "allows. Are they to be mailed?",
                                nullptr, status.ready)
                                 .arg(QLocale().formattedDataSize(status.readyOctets))
                           : status.problem;
}

QString RuleModel::text(const core::AutosendRule &rule, Column column) const
{
    const outbox::FileCounts counts = m_counts.value(rule.id);
    switch (column) {
    case Column::On: return rule.paused && rule.enabled ? tr("paused") : QString();
    case Column::Folder: return core::inert(rule.folder);
    case Column::Files: return rule.patterns.isEmpty() ? tr("all") : service::patternsOf(rule);
    case Column::From: {
        const auto identity = m_backend.servers.identities().identity(rule.identity);
        return identity ? core::inert(identity->address) : tr("deleted");
    }
    case Column::To: return core::inert((rule.to + rule.cc + rule.bcc).join(u", "_s));
    case Column::Last: return timeText(counts.last);
    case Column::Sent: return numberText(counts.sent);
    case Column::Waiting: return numberText(statusOf(rule).waiting() + counts.going);
    case Column::Failed: return numberText(counts.failed);
    }
    return {};
}

int RuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const core::AutosendRule &rule = m_rows[index.row()];
    const auto column = static_cast<Column>(index.column());
    const bool isNumber = column >= Column::Sent;
    switch (role) {
    case Qt::DisplayRole: return text(rule, column);
    case Qt::ToolTipRole: {
        const QString trouble = troubleOf(rule);
        return plainToolTip(trouble.isEmpty() ? text(rule, column) : trouble);
    }
    case Qt::CheckStateRole:
        return column == Column::On ? QVariant(rule.enabled ? Qt::Checked : Qt::Unchecked)
                                    : QVariant();
    case Qt::AccessibleTextRole:
        return column == Column::On && text(rule, column).isEmpty()
                   ? QVariant(rule.enabled ? tr("on") : tr("off"))
                   : QVariant();
    case Qt::AccessibleDescriptionRole: return troubleOf(rule);
    case Qt::TextAlignmentRole:
        return isNumber ? QVariant(int{Qt::AlignRight} | int{Qt::AlignVCenter}) : QVariant();
    case Qt::ForegroundRole: {
        const bool marks = (column == Column::Waiting && statusOf(rule).isBraked) ||
                           (column == Column::Failed && m_counts.value(rule.id).failed > 0) ||
                           (column == Column::Folder && rule.enabled && !rule.paused &&
                            !troubleOf(rule).isEmpty());
        return marks ? QVariant(colour(Tone::Bad, QApplication::palette())) : QVariant();
    }
    case IdRole: return rule.id;
    default: return {};
    }
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    // In the order of Column.
    return QStringList{tr("On"),   tr("Folder"), tr("Files"),   tr("From"),  tr("To"),
                       tr("Last"), tr("Sent"),   tr("Waiting"), tr("Failed")}
        .value(section);
}

Qt::ItemFlags RuleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == static_cast<int>(Column::On) ? flags | Qt::ItemIsUserCheckable : flags;
}

bool RuleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole) {
        return false;
    }
    Q_EMIT enabledChosen(m_rows[index.row()].id, value.toInt() == Qt::Checked);
    return true;
}

} // namespace ui
