// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/identitypage.h"

#include "core/inert.h"
#include "ui/buttonaction.h"
#include "ui/colours.h"
#include "ui/identitydialog.h"
#include "ui/identitymodel.h"
#include "ui/rowdelegate.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QMenu>
#include <QShortcut>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui
{

IdentityPage::IdentityPage(const Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_model(new IdentityModel(backend, this))
{
    m_ui.setupUi(this);
    makeActions();
    setUpView();
    connect(m_ui.obstacleButton, &QPushButton::clicked, this, &IdentityPage::help);
    connect(m_model, &IdentityModel::refreshed, this, &IdentityPage::onRefreshed);
    connect(&backend.servers, &service::Servers::serversChanged, this, &IdentityPage::onRefreshed);
    // Its place stays free, so that nothing moves.
    QSizePolicy keeping = m_ui.obstacleButton->sizePolicy();
    keeping.setRetainSizeWhenHidden(true);
    m_ui.obstacleButton->setSizePolicy(keeping);
    onRefreshed();
    setFocusProxy(m_ui.identityView);
}

void IdentityPage::makeActions()
{
    m_ui.newIdentityButton->setIcon(icon("list-add"));
    connect(m_ui.newIdentityButton, &QPushButton::clicked, this, &IdentityPage::add);
    m_act.edit = buttonAction(*this, "document-edit", tr("&Edit"),
                              QKeySequence(Qt::CTRL | Qt::Key_E), *m_ui.editIdentityButton);
    m_act.duplicate =
        buttonAction(*this, "edit-copy", tr("Du&plicate"), QKeySequence(Qt::CTRL | Qt::Key_D),
                     *m_ui.duplicateIdentityButton);
    m_act.makeDefault =
        buttonAction(*this, "emblem-default", tr("Make &default"), {}, *m_ui.defaultIdentityButton);
    m_act.test = buttonAction(*this, "mail-send", tr("Send &test mail ..."),
                              QKeySequence(Qt::CTRL | Qt::Key_T), *m_ui.identityMailButton);
    m_act.up =
        buttonAction(*this, "go-up", tr("&Up"), QKeySequence(Qt::ALT | Qt::Key_Up), *m_ui.upButton);
    m_act.down = buttonAction(*this, "go-down", tr("Do&wn"), QKeySequence(Qt::ALT | Qt::Key_Down),
                              *m_ui.downButton);
    m_act.remove = buttonAction(*this, "edit-delete", tr("De&lete"), QKeySequence(Qt::Key_Delete),
                                *m_ui.deleteIdentityButton);
    connect(m_act.edit, &QAction::triggered, this, &IdentityPage::edit);
    connect(m_act.duplicate, &QAction::triggered, this, &IdentityPage::duplicate);
    connect(m_act.makeDefault, &QAction::triggered, this, &IdentityPage::makeDefault);
    connect(m_act.test, &QAction::triggered, this, &IdentityPage::testMail);
    connect(m_act.up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_act.down, &QAction::triggered, this, [this] { move(1); });
    connect(m_act.remove, &QAction::triggered, this, &IdentityPage::remove);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(QKeySequence(key), m_ui.identityView);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, m_act.edit, &QAction::trigger);
    }
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, &IdentityPage::undoRemove);
}

void IdentityPage::setUpView()
{
    QTreeView *view = m_ui.identityView;
    view->setModel(m_model);
    view->setItemDelegate(new RowDelegate(view));
    QHeaderView *header = view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(static_cast<int>(IdentityModel::Column::Default),
                                 QHeaderView::ResizeToContents);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid()) {
                    m_selected = index.data(IdentityModel::IdRole).toUuid();
                }
                updateActions();
            });
    connect(view, &QTreeView::doubleClicked, this, &IdentityPage::edit);
    connect(view, &QWidget::customContextMenuRequested, this, [this](const QPoint &where) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(actions());
        menu->popup(m_ui.identityView->viewport()->mapToGlobal(where));
    });
}

void IdentityPage::onRefreshed()
{
    select(m_selected);
    updateActions();
}

void IdentityPage::select(const QUuid &id)
{
    m_selected = id;
    if (const int row = m_model->rowOf(id); row >= 0) {
        m_ui.identityView->setCurrentIndex(m_model->index(row, 0));
    }
}

std::optional<core::Identity> IdentityPage::current() const
{
    const QModelIndex index = m_ui.identityView->currentIndex();
    return index.isValid() ? std::optional(m_model->at(index.row())) : std::nullopt;
}

void IdentityPage::updateActions()
{
    using Trouble = IdentityModel::Trouble;

    const auto identity = current();
    const int row = identity ? m_model->rowOf(identity->id) : -1;
    const bool hasServer = identity && m_backend.servers.server(identity->server);
    m_ui.newIdentityButton->setEnabled(!m_backend.servers.servers().isEmpty());
    for (QAction *action : {m_act.edit, m_act.duplicate, m_act.remove}) {
        action->setEnabled(row >= 0);
    }
    m_act.test->setEnabled(hasServer);
    m_act.makeDefault->setEnabled(identity && !identity->isDefault);
    m_act.up->setEnabled(row > 0);
    m_act.down->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
    const Trouble trouble = identity ? m_model->troubleOf(*identity) : Trouble::None;
    m_ui.obstacleText->setText(identity                  ? m_model->troubleText(*identity)
                               : m_model->rowCount() > 0 ? QString()
                               : m_backend.servers.servers().isEmpty()
                                   ? tr("There is no server yet. A server that you "
                                        "save with an address brings its first From "
                                        "address.")
                                   : tr("There is no From address yet."));
    m_ui.obstacleButton->setVisible(trouble != Trouble::None);
    m_ui.obstacleButton->setText(trouble == Trouble::ServerGone  ? tr("Choose another server ...")
                                 : trouble == Trouble::ServerOff ? tr("Switch it on")
                                                                 : tr("Edit this address ..."));
}

void IdentityPage::say(const QString &notice)
{
    m_ui.identityNoticeBar->say(notice);
}

void IdentityPage::onDone(const core::Result<bool> &done)
{
    if (!done) {
        say(translatedDetail(done.error().detail));
    }
}

// ---- what the person does

void IdentityPage::open(const core::Identity &identity, bool atServer)
{
    auto *dialog = new IdentityDialog(m_backend, identity, this);
    connect(dialog, &IdentityDialog::testMailRequested, this,
            [this](const QString &from, const QUuid &server) {
                Q_EMIT testMailRequested(server, from);
            });
    dialog->open();
    if (atServer) {
        dialog->focusServer();
    }
}

void IdentityPage::add()
{
    core::Identity identity;
    const auto usual = m_backend.servers.identities().usual();
    const QList<core::ServerEntry> servers = m_backend.servers.servers();
    identity.server = usual                 ? usual->server
                      : servers.size() == 1 ? servers.constFirst().id
                                            : QUuid();
    open(identity);
}

void IdentityPage::edit()
{
    if (const auto identity = current()) {
        open(*identity);
    }
}

void IdentityPage::duplicate()
{
    if (auto identity = current()) {
        identity->id = QUuid();
        identity->isDefault = false;
        open(*identity);
    }
}

void IdentityPage::makeDefault()
{
    if (auto identity = current()) {
        identity->isDefault = true;
        m_backend.servers.identities().save(
            *identity, this, [this](const core::Result<bool> &done) { onDone(done); });
    }
}

void IdentityPage::move(int by)
{
    if (const auto identity = current()) {
        m_backend.servers.identities().move(
            identity->id, by, this, [this](const core::Result<bool> &done) { onDone(done); });
    }
}

void IdentityPage::remove()
{
    const auto identity = current();
    if (!identity) {
        return;
    }
    const auto removeIt = [this, removed = *identity](int waiting) {
        m_removedRow = m_model->rowOf(removed.id);
        m_backend.servers.identities().remove(
            removed.id, this, [this, removed, waiting](const core::Result<bool> &done) {
                if (done) {
                    offerUndo(removed, waiting);
                } else {
                    onDone(done);
                }
            });
    };
    m_backend.delivery.read(
        this, [](outbox::Outbox &outbox) { return outbox.waiting(); },
        [removeIt, id = identity->id](const core::Result<QList<outbox::Waiting>> &waiting) {
            int mails = 0;
            for (const outbox::Waiting &one : waiting.valueOr({})) {
                mails += one.identity == id ? one.mails : 0;
            }
            removeIt(mails);
        });
}

/// What waits was written with it already: it still goes through the same server.
void IdentityPage::offerUndo(const core::Identity &removed, int waiting)
{
    m_removed = removed;
    QList<NoticeBar::Choice> choices{{tr("&Undo"), [this] { undoRemove(); }}};
    QString sentence = tr("Deleted %1.").arg(core::inert(removed.address));
    if (waiting > 0) {
        sentence += u' ' + tr("%n mails from it still wait, and will be sent.", nullptr, waiting);
        choices.append({tr("Show them"), [this] { Q_EMIT outboxRequested(); }});
    }
    m_ui.identityNoticeBar->say(sentence, choices);
    m_ui.identityView->setFocus();
}

void IdentityPage::undoRemove()
{
    const auto removed = std::exchange(m_removed, std::nullopt);
    if (!removed) {
        return;
    }
    m_ui.identityNoticeBar->hide();
    service::Identities &identities = m_backend.servers.identities();
    identities.restore(*removed, m_removedRow, this,
                       [this, id = removed->id](const core::Result<bool> &done) {
                           onDone(done);
                           select(id);
                       });
}

void IdentityPage::testMail()
{
    if (const auto identity = current()) {
        Q_EMIT testMailRequested(identity->server, service::Identities::from(*identity));
    }
}

void IdentityPage::help()
{
    using Trouble = IdentityModel::Trouble;

    const auto identity = current();
    if (!identity) {
        return;
    }
    auto server = m_backend.servers.server(identity->server);
    if (m_model->troubleOf(*identity) == Trouble::ServerOff && server) {
        server->enabled = true;
        m_backend.servers.save(*server, {}, this,
                               [this](const core::Result<service::Saved> &saved) {
                                   if (!saved) {
                                       say(translatedDetail(saved.error().detail));
                                   }
                               });
    } else {
        open(*identity, m_model->troubleOf(*identity) == Trouble::ServerGone);
    }
}

} // namespace ui
