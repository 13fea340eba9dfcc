// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverlistpage.h"

#include "diagnosis/words.h"
#include "ui/buttonaction.h"
#include "ui/colours.h"
#include "ui/problemnotice.h"
#include "ui/rowdelegate.h"
#include "ui/serverchoice.h"
#include "ui/serverfilter.h"
#include "ui/serverlistmodel.h"
#include "ui/settings.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>
#include <QStyledItemDelegate>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui
{

using Column = ServerListModel::Column;

namespace
{

constexpr int narrowestName = 12; // letters

} // namespace

ServerListPage::ServerListPage(const Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_model(new ServerListModel(backend, this))
    , m_proxy(new ServerFilter(this))
    , m_attempt(backend.mailer, backend.servers)
{
    m_ui.setupUi(this);
    nameClearButtons(*this);
    m_ui.emptyText->setWordWrap(false);
    m_problem = new ProblemNotice(backend.servers, *m_ui.noticeBar);
    m_proxy->setSourceModel(m_model);
    setUpView();
    makeActions();
    m_ui.attemptPanel->follow(m_attempt);
    connect(m_ui.attemptPanel, &AttemptPanel::remedyChosen, this, &ServerListPage::applyRemedy);
    connect(&m_attempt, &service::Attempt::finished, this, &ServerListPage::updateActions);
    connect(&m_backend.servers, &service::Servers::resultsChanged, this,
            &ServerListPage::showResult);
    setUpResultArea(*m_ui.resultArea, *m_ui.attemptPanel);
    connect(m_model, &ServerListModel::enableRequested, this,
            [this](const QUuid &id, bool enabled) { enable(id, enabled); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ServerListPage::updateEmpty);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ServerListPage::updateEmpty);
    connect(&m_backend.servers, &service::Servers::serversChanged, this, [this] {
        m_problem->show();
        updateEmpty();
        showResult();
    });
    updateEmpty();
    updateActions();
    showResult();
    m_problem->show();
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, &ServerListPage::undoRemove);
}

void ServerListPage::setUpView()
{
    QTreeView *view = m_ui.serverView;
    view->setModel(m_proxy);
    view->sortByColumn(static_cast<int>(Column::Name), Qt::AscendingOrder);
    QHeaderView *header = view->header();
    view->setItemDelegate(new RowDelegate(view));
    view->viewport()->installEventFilter(this);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(static_cast<int>(Column::Host), QHeaderView::Stretch);
    fitColumns();
    if (const QByteArray state = m_backend.settings.look(u"columns/servers"_s); !state.isEmpty()) {
        header->restoreState(state);
        header->setSectionResizeMode(static_cast<int>(Column::Host), QHeaderView::Stretch);
        m_columnsChosen = true;
    } else {
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &ServerListPage::fitColumns);
        connect(m_model, &QAbstractItemModel::dataChanged, this, &ServerListPage::fitColumns);
    }
    connect(header, &QHeaderView::sectionResized, this, [this](int section) {
        if (!m_fitting && section != static_cast<int>(Column::Host)) {
            m_columnsChosen = true; // by the person
        }
    });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        showResult();
    });
    connect(view, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != static_cast<int>(Column::On)) {
            edit();
        }
    });
    connect(view, &QWidget::customContextMenuRequested, this, [this](const QPoint &where) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_actions);
        menu->popup(m_ui.serverView->viewport()->mapToGlobal(where));
    });
    connect(m_ui.filterEdit, &QLineEdit::textChanged, m_proxy, &ServerFilter::setWanted);
}

/// As wide as what stands in them, until the person has set them; name and host share what is left.
void ServerListPage::fitColumns()
{
    if (m_columnsChosen) {
        return;
    }
    m_fitting = true;
    QTreeView *view = m_ui.serverView;
    int left = view->viewport()->width();
    for (const Column column : {Column::On, Column::Port, Column::Security, Column::Method,
                                Column::LastResult, Column::LastUsed, Column::Name}) {
        view->resizeColumnToContents(static_cast<int>(column));
        left -= column == Column::Name ? 0 : view->columnWidth(static_cast<int>(column));
    }
    const int least = fontMetrics().averageCharWidth() * narrowestName;
    const int name = static_cast<int>(Column::Name);
    view->setColumnWidth(name, std::min(view->columnWidth(name), std::max(left / 2, least)));
    m_fitting = false;
}

bool ServerListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) { // of the list's viewport
        fitColumns();
    }
    return QWidget::eventFilter(watched, event);
}

QAction *ServerListPage::addAction(const char *iconName, const QString &text,
                                   const QKeySequence &key, QAbstractButton *button,
                                   void (ServerListPage::*slot)())
{
    QAction *action = buttonAction(*this, iconName, text, key, *button);
    connect(action, &QAction::triggered, this, slot);
    m_actions.append(action);
    return action;
}

void ServerListPage::makeActions()
{
    m_act.reply = addAction("reply-lines", tr("See &reply"), QKeySequence(Qt::CTRL | Qt::Key_R),
                            m_ui.seeReplyButton, &ServerListPage::seeReply);
    m_act.check = addAction("check-connection", tr("&Check"), QKeySequence(Qt::Key_F5),
                            m_ui.checkButton, &ServerListPage::check);
    m_act.test =
        addAction("mail-send", tr("Send &test mail ..."), QKeySequence(Qt::CTRL | Qt::Key_T),
                  m_ui.testMailButton, &ServerListPage::testMail);
    addAction("mail-folder-inbox", tr("&Mailbox of the practice server"), {}, m_ui.mailboxButton,
              &ServerListPage::mailboxRequested);
    m_act.edit = addAction("document-edit", tr("&Edit"), QKeySequence(Qt::CTRL | Qt::Key_E),
                           m_ui.editButton, &ServerListPage::edit);
    m_act.duplicate = addAction("edit-copy", tr("Du&plicate"), QKeySequence(Qt::CTRL | Qt::Key_D),
                                m_ui.duplicateButton, &ServerListPage::duplicate);
    m_act.remove = addAction("edit-delete", tr("De&lete"), QKeySequence(Qt::Key_Delete),
                             m_ui.deleteButton, &ServerListPage::remove);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(QKeySequence(key), m_ui.serverView);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, &ServerListPage::edit);
    }
    m_ui.newButton->setIcon(icon("list-add"));
    m_ui.addServerButton->setIcon(icon("list-add"));
    connect(m_ui.newButton, &QPushButton::clicked, this, &ServerListPage::newRequested);
    connect(m_ui.addServerButton, &QPushButton::clicked, this, &ServerListPage::newRequested);

    m_showDisabled = new QAction(tr("Show &disabled servers"), this);
    m_showDisabled->setCheckable(true);
    const auto show = [this](bool shown) {
        m_proxy->setShowDisabled(shown);
        m_backend.settings.setShowDisabled(shown);
    };
    connect(m_ui.disabledCheck, &QCheckBox::toggled, m_showDisabled, &QAction::setChecked);
    connect(m_showDisabled, &QAction::toggled, m_ui.disabledCheck, &QCheckBox::setChecked);
    connect(m_showDisabled, &QAction::toggled, this, show);
    m_showDisabled->setChecked(m_backend.settings.showDisabled());
    m_ui.disabledCheck->setChecked(m_backend.settings.showDisabled());
    show(m_backend.settings.showDisabled());
}

void ServerListPage::saveColumns()
{
    if (m_columnsChosen) {
        m_backend.settings.setLook(u"columns/servers"_s, m_ui.serverView->header()->saveState());
    }
}

QList<QUuid> ServerListPage::selectedIds() const
{
    QList<QUuid> ids;
    for (const QModelIndex &index : m_ui.serverView->selectionModel()->selectedRows()) {
        ids.append(index.data(ServerListModel::IdRole).toUuid());
    }
    return ids;
}

QUuid ServerListPage::currentId() const
{
    const QList<QUuid> ids = selectedIds();
    return ids.size() == 1 ? ids.constFirst() : QUuid();
}

QString ServerListPage::nameOf(const QUuid &id) const
{
    const int row = m_model->rowOf(id);
    return m_model->index(row, static_cast<int>(Column::Name)).data().toString();
}

void ServerListPage::select(const QUuid &id)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->index(m_model->rowOf(id), 0));
    m_ui.serverView->setCurrentIndex(index);
    m_ui.serverView->scrollTo(index);
}

void ServerListPage::updateActions()
{
    const QList<QUuid> ids = selectedIds();
    const bool one = ids.size() == 1;
    const bool practice = ids.contains(Backend::practiceId());
    m_act.reply->setEnabled(one);
    m_act.check->setEnabled(one && !m_attempt.isRunning());
    m_act.test->setEnabled(one);
    m_ui.mailboxButton->setVisible(one && practice);
    m_act.edit->setEnabled(one && !practice);
    m_act.duplicate->setEnabled(one && !practice);
    m_act.remove->setEnabled(!ids.isEmpty() && !practice);
}

void ServerListPage::updateEmpty()
{
    const bool unknown = !m_backend.servers.unknownBecause().isEmpty();
    m_ui.emptyText->setText(
        unknown ? tr("The saved servers cannot be shown.")
                : tr("There is no server yet. Add one to send mail through, or try the practice "
                     "server above."));
    m_ui.addServerButton->setHidden(unknown);
    m_ui.emptyWidget->setVisible(m_model->rowCount() == 1);
}

/// The selected server's own.
void ServerListPage::showResult()
{
    const QUuid id = currentId();
    const auto entry = m_backend.server(id);
    AttemptPanel &panel = *m_ui.attemptPanel;
    if (!entry) {
        panel.showNothing(m_model->rowCount() > 1
                              ? tr("Select a server to see its last result here.")
                              : QString());
        return;
    }
    const auto results = m_backend.servers.lastResults();
    const auto last = results.constFind(id);
    if (id == m_checked && (m_attempt.isRunning() || last == results.constEnd() ||
                            last->at == m_attempt.record().at)) {
        panel.showAttempt();
    } else if (last != results.constEnd()) {
        panel.showRecord(nameOf(id), *last);
    } else {
        panel.showNothing(tr("%1 has not been used yet. Check connects and logs in, and sends "
                             "nothing.")
                              .arg(nameOf(id)));
    }
    if (const auto &shown = panel.record(); shown && id != Backend::practiceId()) {
        core::ServerProfile then = shown->profile;
        then.name = entry->profile.name;
        panel.setOutdated(then != entry->profile);
    }
}

void ServerListPage::applyRemedy(const diagnosis::Remedy &remedy)
{
    using Field = diagnosis::Remedy::Field;

    if (remedy.kind == diagnosis::Remedy::Kind::TakeSignatureOff ||
        remedy.field == Field::Recipients || remedy.field == Field::Message) {
        testMail();
    } else {
        Q_EMIT editRequested(currentId(), remedy);
    }
}

void ServerListPage::say(const core::Error &error)
{
    if (m_backend.servers.isDamaged()) {
        m_problem->show(); // with what helps
    } else {
        say(translatedDetail(error.detail));
    }
}

void ServerListPage::say(const QString &notice)
{
    m_ui.noticeBar->say(notice);
}

void ServerListPage::seeReply()
{
    Q_EMIT replyRequested(currentId());
}

void ServerListPage::testMail()
{
    const QUuid id = currentId();
    const auto entry = m_backend.server(id);
    if (entry && !entry->enabled) {
        m_ui.noticeBar->say(tr("%1 is switched off: nothing is sent through it.").arg(nameOf(id)),
                            {{tr("Switch it on and send"), [this, id] {
                                  enable(id, true, [this, id] { Q_EMIT testMailRequested(id); });
                              }}});
        return;
    }
    Q_EMIT testMailRequested(id);
}

void ServerListPage::edit()
{
    if (m_act.edit->isEnabled()) {
        Q_EMIT editRequested(currentId(), {});
    }
}

void ServerListPage::tryOut(const QUuid &id)
{
    m_ui.filterEdit->clear();
    select(id);
    check();
}

void ServerListPage::check()
{
    if (currentId() == Backend::practiceId() && !m_startPractice()) {
        return;
    }
    const auto entry = m_backend.server(currentId());
    if (!entry || m_attempt.isRunning()) {
        return;
    }
    m_checked = entry->id;
    m_ui.attemptPanel->setTitle(nameOf(entry->id), tr("Checking %1").arg(nameOf(entry->id)));
    m_attempt.start({{core::Goal::Check, entry->profile, {}, {}}, m_backend.passwordOf(*entry)},
                    entry->id);
    updateActions();
}

void ServerListPage::duplicate()
{
    m_backend.servers.duplicate(currentId(), this,
                                [this](const core::Result<service::Saved> &saved) {
                                    if (saved) {
                                        select(saved->id);
                                    } else {
                                        say(saved.error());
                                    }
                                });
}

void ServerListPage::remove()
{
    const QList<QUuid> ids = selectedIds();
    const QString name = nameOf(ids.value(0));
    const auto removeThem = [this, ids, name](const QHash<QUuid, int> &waiting) {
        m_backend.servers.remove(ids, this,
                                 [this, ids, name, waiting](const core::Result<bool> &removed) {
                                     if (removed) {
                                         offerUndo(ids, name, waiting);
                                     } else {
                                         say(removed.error());
                                     }
                                 });
    };
    m_backend.delivery.read(
        this, [](outbox::Outbox &outbox) { return outbox.waiting(); },
        [ids, removeThem](const core::Result<QList<outbox::Waiting>> &waiting) {
            QHash<QUuid, int> mails;
            for (const outbox::Waiting &one : waiting.valueOr({})) {
                if (ids.contains(one.server)) {
                    mails[one.server] += one.mails;
                }
            }
            removeThem(mails);
        });
}

void ServerListPage::offerUndo(const QList<QUuid> &ids, const QString &name,
                               const QHash<QUuid, int> &waiting)
{
    QString sentence = ids.size() == 1
                           ? tr("Deleted %1.").arg(name)
                           : tr("Deleted %n servers.", nullptr, static_cast<int>(ids.size()));
    QList<NoticeBar::Choice> choices{{tr("&Undo"), [this] { undoRemove(); }}};
    if (!waiting.isEmpty()) {
        const QList<int> counts = waiting.values();
        sentence += u' ' + tr("%n mails of the outbox wait for it.", nullptr,
                              std::accumulate(counts.cbegin(), counts.cend(), 0));
        // Of several the other ones are offered on the page Stop send.
        const QUuid left = waiting.constBegin().key();
        choices.append({tr("Send them through another server ..."), [this, left, name, ids] {
                            chooseAnotherServer(m_backend,
                                                {left, ids.size() == 1 ? name : QString()}, this,
                                                [this](const QString &why) { say(why); });
                        }});
    }
    if (waiting.size() > 1) {
        choices.removeLast();
        choices.append({tr("Show them"), [this] { Q_EMIT outboxRequested(); }});
    }
    m_ui.noticeBar->say(sentence, choices);
    m_ui.serverView->setFocus(); // and not where a disabled button hands it to
}

void ServerListPage::undoRemove()
{
    const QList<core::ServerEntry> removed = m_backend.servers.removed();
    if (removed.isEmpty()) {
        return;
    }
    m_ui.noticeBar->hide();
    m_backend.servers.undoRemove(this, [this, removed](const core::Result<bool> &undone) {
        if (!undone) {
            say(undone.error());
            return;
        }
        for (const core::ServerEntry &entry : removed) {
            const QModelIndex index =
                m_proxy->mapFromSource(m_model->index(m_model->rowOf(entry.id), 0));
            const bool first = entry.id == removed.constFirst().id;
            if (first) {
                m_ui.serverView->setCurrentIndex(index);
            }
            m_ui.serverView->selectionModel()->select(
                index, (first ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::Select) |
                           QItemSelectionModel::Rows);
        }
        m_ui.serverView->setFocus();
    });
}

void ServerListPage::enable(const QUuid &id, bool enabled, const std::function<void()> &then)
{
    std::optional<core::ServerEntry> entry = m_backend.servers.server(id);
    if (!entry) {
        return;
    }
    entry->enabled = enabled;
    m_backend.servers.save(*entry, {}, this,
                           [this, then](const core::Result<service::Saved> &saved) {
                               if (!saved) {
                                   say(saved.error());
                               } else if (then) {
                                   then();
                               }
                           });
}

} // namespace ui
