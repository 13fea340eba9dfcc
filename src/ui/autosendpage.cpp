// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/autosendpage.h"

#include "core/inert.h"
#include "ui/buttonaction.h"
#include "ui/filehistorymodel.h"
#include "ui/lyingfilesdialog.h"
#include "ui/rowdelegate.h"
#include "ui/ruledialog.h"
#include "ui/rulemodel.h"
#include "ui/settings.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QMenu>
#include <QShortcut>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

using RuleColumn = RuleModel::Column;
using FileColumn = FileHistoryModel::Column;

/// In letters.
constexpr std::pair<RuleColumn, int> ruleWidths[]{
    {RuleColumn::On, 11},   {RuleColumn::Folder, 40}, {RuleColumn::Files, 16},
    {RuleColumn::From, 26}, {RuleColumn::To, 30},     {RuleColumn::Last, 24},
    {RuleColumn::Sent, 9},  {RuleColumn::Waiting, 9}, {RuleColumn::Failed, 9}};
constexpr std::pair<FileColumn, int> fileWidths[]{
    {FileColumn::File, 60}, {FileColumn::When, 24}, {FileColumn::To, 34}};

void offerMenu(QWidget &page, QTreeView &view, const QList<QAction *> &actions)
{
    QObject::connect(&view, &QWidget::customContextMenuRequested, &page,
                     [&page, &view, actions](const QPoint &where) {
                         auto *menu = new QMenu(&page);
                         menu->setAttribute(Qt::WA_DeleteOnClose);
                         menu->addActions(actions);
                         menu->popup(view.viewport()->mapToGlobal(where));
                     });
}

void onEnter(QTreeView &view, QAction &action)
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(QKeySequence(key), &view);
        enter->setContext(Qt::WidgetShortcut);
        QObject::connect(enter, &QShortcut::activated, &action, &QAction::trigger);
    }
}

} // namespace

AutosendPage::AutosendPage(const Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_model(new RuleModel(backend, this))
    , m_history(new FileHistoryModel(backend, this))
    , m_survey(backend.rules, backend.delivery)
{
    m_ui.setupUi(this);
    makeRuleActions();
    makeHistoryActions();
    setUpRules();
    setUpHistory();
    connect(m_model, &RuleModel::refreshed, this, &AutosendPage::onRefreshed);
    connect(m_model, &RuleModel::enabledChosen, this, &AutosendPage::setEnabled);
    connect(m_history, &FileHistoryModel::refreshed, this, &AutosendPage::updateHistoryActions);
    connect(&backend.rules, &service::Rules::changed, this, &AutosendPage::onRulesChanged);
    connect(m_ui.mailThemButton, &QPushButton::clicked, this, &AutosendPage::mailThem);
    connect(m_ui.chooseFilesButton, &QPushButton::clicked, this, &AutosendPage::chooseFiles);
    connect(m_ui.mendRuleButton, &QPushButton::clicked, this, [this] {
        if (const auto rule = current()) {
            const auto sender = m_backend.servers.identities().identity(rule->identity);
            if (rule->paused) {
                pauseOrResume();
            } else if (sender && !m_backend.servers.identities().obstacle(*sender).isEmpty()) {
                Q_EMIT newIdentityRequested(); // it has the button that helps
            } else {
                edit();
            }
        } else {
            Q_EMIT newIdentityRequested();
        }
    });
    // Its place stays free, so that nothing moves.
    QSizePolicy keeping = m_ui.mendRuleButton->sizePolicy();
    keeping.setRetainSizeWhenHidden(true);
    m_ui.mendRuleButton->setSizePolicy(keeping);
    onRefreshed();
    onRulesChanged();
    updateHistoryActions();
    setFocusProxy(m_ui.ruleView);
}

void AutosendPage::makeRuleActions()
{
    m_ui.newRuleButton->setIcon(icon("list-add"));
    connect(m_ui.newRuleButton, &QPushButton::clicked, this, &AutosendPage::add);
    m_act.edit = buttonAction(*this, "document-edit", tr("&Edit"),
                              QKeySequence(Qt::CTRL | Qt::Key_E), *m_ui.editRuleButton);
    m_act.duplicate = buttonAction(*this, "edit-copy", tr("&Duplicate"),
                                   QKeySequence(Qt::CTRL | Qt::Key_D), *m_ui.duplicateRuleButton);
    m_act.dryRun = buttonAction(*this, "view-list-details", tr("Dr&y run ..."),
                                QKeySequence(Qt::Key_F5), *m_ui.dryRunButton);
    m_act.pause =
        buttonAction(*this, "media-playback-pause", tr("&Pause"), {}, *m_ui.pauseRuleButton);
    m_act.up = buttonAction(*this, "go-up", tr("&Up"), QKeySequence(Qt::ALT | Qt::Key_Up),
                            *m_ui.ruleUpButton);
    m_act.down = buttonAction(*this, "go-down", tr("Do&wn"), QKeySequence(Qt::ALT | Qt::Key_Down),
                              *m_ui.ruleDownButton);
    m_act.remove = buttonAction(*this, "edit-delete", tr("De&lete"), QKeySequence(Qt::Key_Delete),
                                *m_ui.deleteRuleButton);
    connect(m_act.edit, &QAction::triggered, this, &AutosendPage::edit);
    connect(m_act.duplicate, &QAction::triggered, this, &AutosendPage::duplicate);
    connect(m_act.dryRun, &QAction::triggered, this, &AutosendPage::dryRun);
    connect(m_act.pause, &QAction::triggered, this, &AutosendPage::pauseOrResume);
    connect(m_act.up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_act.down, &QAction::triggered, this, [this] { move(1); });
    connect(m_act.remove, &QAction::triggered, this, &AutosendPage::remove);
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, &AutosendPage::undoRemove);
}

void AutosendPage::makeHistoryActions()
{
    m_act.again =
        buttonAction(*this, "view-refresh", tr("Send a&gain"), {}, *m_ui.sendFileAgainButton);
    m_act.showMail =
        buttonAction(*this, "mail-message", tr("Sh&ow the mail"), {}, *m_ui.showMailButton);
    connect(m_act.again, &QAction::triggered, this, &AutosendPage::sendAgain);
    connect(m_act.showMail, &QAction::triggered, this, &AutosendPage::showMail);
}

void AutosendPage::setUpRules()
{
    QTreeView *view = m_ui.ruleView;
    view->setModel(m_model);
    view->setItemDelegate(new RowDelegate(view));
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] : ruleWidths) {
        view->header()->resizeSection(static_cast<int>(column), letter * letters);
    }
    view->header()->setStretchLastSection(false);
    view->header()->restoreState(m_backend.settings.look(u"columns/rules"_s));
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid()) {
                    m_selected = index.data(RuleModel::IdRole).toUuid();
                }
                updateActions();
            });
    connect(view, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != static_cast<int>(RuleColumn::On)) {
            edit();
        }
    });
    onEnter(*view, *m_act.edit);
    offerMenu(*this, *view,
              {m_act.edit, m_act.duplicate, m_act.dryRun, m_act.pause, m_act.up, m_act.down,
               m_act.remove});
}

void AutosendPage::setUpHistory()
{
    QTreeView *view = m_ui.historyView;
    view->setModel(m_history);
    view->setItemDelegate(new RowDelegate(view));
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] : fileWidths) {
        view->header()->resizeSection(static_cast<int>(column), letter * letters);
    }
    view->header()->restoreState(m_backend.settings.look(u"columns/files"_s));
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AutosendPage::updateHistoryActions);
    connect(view, &QTreeView::doubleClicked, m_act.showMail, &QAction::trigger);
    onEnter(*view, *m_act.showMail);
    offerMenu(*this, *view, {m_act.again, m_act.showMail});
}

void AutosendPage::saveColumns()
{
    m_backend.settings.setLook(u"columns/rules"_s, m_ui.ruleView->header()->saveState());
    m_backend.settings.setLook(u"columns/files"_s, m_ui.historyView->header()->saveState());
}

void AutosendPage::say(const QString &notice)
{
    m_ui.autosendNoticeBar->say(notice);
}

void AutosendPage::onDone(const core::Result<bool> &done)
{
    if (!done) {
        say(translatedDetail(done.error().detail));
    }
}

// ---- what is shown

void AutosendPage::onRefreshed()
{
    select(m_selected);
    updateActions();
}

void AutosendPage::onRulesChanged()
{
    const QString problem = translatedDetail(m_backend.rules.problem());
    if (problem.isEmpty()) {
        return;
    }
    QList<NoticeBar::Choice> choices;
    if (m_backend.rules.kept()) {
        choices.append({tr("Restore the last &good copy"), [this] { restoreRules(); }});
    }
    m_ui.autosendNoticeBar->say(problem, choices);
}

void AutosendPage::select(const QUuid &rule)
{
    m_selected = rule;
    const int row = m_model->rowOf(rule);
    if (row >= 0 && row != m_ui.ruleView->currentIndex().row()) {
        m_ui.ruleView->setCurrentIndex(m_model->index(row, static_cast<int>(RuleColumn::Folder)));
    }
}

std::optional<core::AutosendRule> AutosendPage::current() const
{
    const QModelIndex index = m_ui.ruleView->currentIndex();
    return index.isValid() ? std::optional(m_model->at(index.row())) : std::nullopt;
}

void AutosendPage::updateActions()
{
    const auto rule = current();
    const int row = rule ? m_model->rowOf(rule->id) : -1;
    m_ui.newRuleButton->setEnabled(!m_backend.servers.identities().all().isEmpty());
    for (QAction *action : {m_act.edit, m_act.duplicate, m_act.dryRun, m_act.remove}) {
        action->setEnabled(row >= 0);
    }
    m_act.pause->setEnabled(rule && rule->enabled);
    m_act.pause->setText(rule && rule->paused ? tr("&Resume") : tr("&Pause"));
    m_ui.pauseRuleButton->setText(m_act.pause->text());
    m_act.up->setEnabled(row > 0);
    m_act.down->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
    updateTrouble();
}

void AutosendPage::updateTrouble()
{
    const auto rule = current();
    const bool noSender = m_backend.servers.identities().all().isEmpty();
    const QString trouble = rule ? m_model->troubleOf(*rule) : QString();
    const bool asks =
        rule && !trouble.isEmpty() && !rule->paused && m_model->statusOf(*rule).isBraked;
    m_ui.ruleTroubleText->setText(
        rule       ? trouble
        : noSender ? tr("There is no From address yet. Save a server with an address to get one.")
        : m_model->rowCount() == 0
            ? tr("There is no rule yet. Choose New rule, then a folder and its recipients.")
            : QString());
    m_ui.mailThemButton->setVisible(asks);
    m_ui.chooseFilesButton->setVisible(asks);
    m_ui.mendRuleButton->setVisible((rule && !trouble.isEmpty() && !asks) || (!rule && noSender));
    const auto sender = rule ? m_backend.servers.identities().identity(rule->identity)
                             : std::optional<core::Identity>();
    const bool ofSender =
        !rule || (sender && !m_backend.servers.identities().obstacle(*sender).isEmpty());
    m_ui.mendRuleButton->setText(ofSender && (!rule || !rule->paused) ? tr("From address ...")
                                 : rule->paused                       ? tr("Resume")
                                                                      : tr("Edit this rule ..."));
}

int AutosendPage::currentFile() const
{
    const QModelIndex index = m_ui.historyView->currentIndex();
    return index.isValid() ? index.row() : -1;
}

void AutosendPage::updateHistoryActions()
{
    const int row = currentFile();
    m_act.again->setEnabled(row >= 0 && m_history->canSendAgain(row));
    m_act.showMail->setEnabled(row >= 0 && m_history->hasMail(row));
}

// ---- what the person does with rules

void AutosendPage::open(const core::AutosendRule &rule)
{
    auto *dialog = new RuleDialog(m_backend, rule, this);
    connect(dialog, &RuleDialog::saved, this, [this](const QUuid &id) {
        m_selected = id;
        select(id);
    });
    dialog->open();
}

void AutosendPage::add()
{
    open({});
}

void AutosendPage::edit()
{
    if (const auto rule = current()) {
        open(*rule);
    }
}

void AutosendPage::duplicate()
{
    if (auto rule = current()) {
        rule->id = QUuid();
        open(*rule);
    }
}

void AutosendPage::move(int by)
{
    if (const auto rule = current()) {
        m_backend.rules.move(rule->id, by, this, [this](const auto &done) { onDone(done); });
    }
}

void AutosendPage::remove()
{
    const auto rule = current();
    if (!rule) {
        return;
    }
    const int row = m_model->rowOf(rule->id);
    m_backend.rules.remove(
        rule->id, this, [this, removed = *rule, row](const core::Result<bool> &done) {
            if (!done) {
                onDone(done);
                return;
            }
            m_removed = removed;
            m_removedRow = row;
            m_ui.autosendNoticeBar->say(
                tr("Deleted the rule for %1. Files that are on their way still arrive.")
                    .arg(core::inert(removed.folder)),
                {{tr("&Undo"), [this] { undoRemove(); }}});
            m_ui.ruleView->setFocus();
        });
}

void AutosendPage::undoRemove()
{
    const auto removed = std::exchange(m_removed, std::nullopt);
    if (!removed) {
        return;
    }
    m_ui.autosendNoticeBar->hide();
    m_selected = removed->id;
    m_backend.rules.restoreRule(*removed, m_removedRow, this,
                                [this](const auto &done) { onDone(done); });
}

void AutosendPage::setEnabled(const QUuid &id, bool enabled)
{
    if (auto rule = m_backend.rules.rule(id)) {
        rule->enabled = enabled;
        m_backend.rules.save(*rule, this, [this](const auto &done) { onDone(done); });
    }
}

void AutosendPage::pauseOrResume()
{
    if (const auto rule = current()) {
        m_backend.rules.setPaused(rule->id, !rule->paused, this,
                                  [this](const auto &done) { onDone(done); });
    }
}

void AutosendPage::restoreRules()
{
    m_backend.rules.restore(this, [this](const auto &restored) {
        say(restored ? tr("Restored the rules.") : translatedDetail(restored.error().detail));
    });
}

void AutosendPage::dryRun()
{
    if (const auto rule = current()) {
        auto *dialog = new LyingFilesDialog(m_backend, *rule, this);
        dialog->dryRun();
        dialog->open();
    }
}

void AutosendPage::mailThem()
{
    if (const auto rule = current()) { // as many as the question spoke of
        m_backend.watching.release(rule->id, {m_model->statusOf(*rule).ready});
    }
}

/// What is not ticked is marked as old; the rest goes.
void AutosendPage::chooseFiles()
{
    const auto rule = current();
    if (!rule) {
        return;
    }
    m_survey.start(*rule, this, [this, rule = *rule](const QList<service::LyingFile> &files) {
        const QList<service::LyingFile> there = service::mailable(files);
        auto *dialog = new LyingFilesDialog(m_backend, rule, this);
        dialog->choose(tr("Which of these files are to be mailed? The others stay as they are."),
                       there);
        connect(dialog, &LyingFilesDialog::chosen, this,
                [this, id = rule.id](const QStringList &ticked) {
                    m_backend.watching.release(id, {0, ticked});
                });
        dialog->open();
    });
}

// ---- and with files

void AutosendPage::sendAgain()
{
    const int row = currentFile();
    if (row < 0 || !m_history->canSendAgain(row)) {
        return;
    }
    m_backend.delivery.change(
        [id = *m_history->at(row).mail](outbox::Outbox &outbox) { return outbox.retry(id); }, this,
        [this](const auto &done) { onDone(done); });
}

void AutosendPage::showMail()
{
    const int row = currentFile();
    if (row >= 0 && m_history->hasMail(row)) {
        Q_EMIT mailRequested(*m_history->at(row).mail);
    }
}

} // namespace ui
