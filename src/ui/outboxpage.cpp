// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outboxpage.h"

#include "core/inert.h"
#include "ui/buttonaction.h"
#include "ui/messagedialog.h"
#include "ui/messagetext.h"
#include "ui/outboxfilter.h"
#include "ui/outboxmodel.h"
#include "ui/recipientsdialog.h"
#include "ui/rowdelegate.h"
#include "ui/serverchoice.h"
#include "ui/settings.h"
#include "ui/transcriptdialog.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QFile>
#include <QHeaderView>
#include <QMenu>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;
using outbox::MailId;
using outbox::State;

namespace ui
{

namespace
{

using Which = OutboxFilter::Which;
using Column = OutboxModel::Column;

const QList<State> waitingStates{State::Queued, State::Deferred, State::WaitingForYou};
const QList<State> retriedStates{State::Failed, State::Partial, State::Stopped};

/// In letters.
constexpr std::pair<Column, int> widths[]{
    {Column::State, 24},  {Column::To, 30},   {Column::Subject, 30}, {Column::From, 22},
    {Column::Server, 18}, {Column::Size, 12}, {Column::Tries, 10},   {Column::NextTry, 24}};

} // namespace

OutboxPage::OutboxPage(const Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_model(new OutboxModel(backend, this))
    , m_proxy(new OutboxFilter(*m_model, this))
    , m_readdressing(backend.delivery)
{
    m_ui.setupUi(this);
    nameClearButtons(*this);
    makeActions();
    setUpView();
    setUpFilters();
    m_ui.troublePanel->follow(*m_model, backend);
    connect(m_ui.troublePanel, &TroublePanel::remedyRequested, this,
            &OutboxPage::editServerRequested);
    connect(
        m_ui.troublePanel, &TroublePanel::conversationRequested, this,
        [this](const core::Transcript &said) { (new TranscriptDialog(said, window()))->show(); });
    connect(m_ui.troublePanel, &TroublePanel::tryNowRequested, this, &OutboxPage::tryNow);
    connect(m_ui.troublePanel, &TroublePanel::switchOnRequested, this, &OutboxPage::switchOn);
    connect(m_ui.troublePanel, &TroublePanel::anotherServerRequested, this,
            &OutboxPage::chooseServerFor);
    connect(m_ui.troublePanel, &TroublePanel::goOnRequested, this,
            [this](const QUuid &server) { setPaused(false, server); });
    connect(m_ui.mailDetails, &MailDetails::sendAgainRequested, this, [this] { decide(false); });
    connect(m_ui.mailDetails, &MailDetails::arrivedRequested, this, [this] { decide(true); });
    connect(m_ui.newMailButton, &QPushButton::clicked, this, &OutboxPage::newMailRequested);
    connect(m_ui.pauseButton, &QPushButton::clicked, this, &OutboxPage::pauseOrGoOn);
    connect(m_model, &OutboxModel::refreshed, this, &OutboxPage::onRefreshed);
    connect(&backend.servers, &service::Servers::serversChanged, this, &OutboxPage::updateServers);
    updateServers();
    updateActions();
    updateDetails();
    setFocusProxy(m_ui.mailView);
}

void OutboxPage::makeActions()
{
    m_act.sendNow = buttonAction(*this, "mail-send", tr("Send no&w"),
                                 QKeySequence(Qt::CTRL | Qt::Key_Return), *m_ui.sendNowButton);
    m_act.stop = buttonAction(*this, "process-stop", tr("St&op"),
                              QKeySequence(Qt::CTRL | Qt::Key_Period), *m_ui.stopMailButton);
    m_act.recipients = buttonAction(*this, "document-edit", tr("Edit rec&ipients ..."),
                                    QKeySequence(Qt::CTRL | Qt::Key_E), *m_ui.recipientsButton);
    m_act.open =
        buttonAction(*this, "document-open", tr("Ope&n"), QKeySequence::Open, *m_ui.openMailButton);
    m_act.remove = buttonAction(*this, "edit-delete", tr("De&lete"), QKeySequence(Qt::Key_Delete),
                                *m_ui.deleteMailButton);
    m_ui.newMailButton->setIcon(icon("mail-message-new"));
    m_ui.newMailButton->setToolTip(
        QKeySequence(Qt::CTRL | Qt::Key_M).toString(QKeySequence::NativeText));
    connect(m_act.sendNow, &QAction::triggered, this, &OutboxPage::sendNow);
    connect(m_act.stop, &QAction::triggered, this, &OutboxPage::stop);
    connect(m_act.recipients, &QAction::triggered, this, &OutboxPage::editRecipients);
    connect(m_act.open, &QAction::triggered, this, &OutboxPage::openMail);
    connect(m_act.remove, &QAction::triggered, this, &OutboxPage::remove);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(QKeySequence(key), m_ui.mailView);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, m_act.open, &QAction::trigger);
    }
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, &OutboxPage::undoRemove);
}

void OutboxPage::setUpView()
{
    QTreeView *view = m_ui.mailView;
    view->setModel(m_proxy);
    view->setItemDelegate(new RowDelegate(view, OutboxModel::ProgressRole));
    QHeaderView *header = view->header();
    header->setSortIndicator(-1, Qt::AscendingOrder); // in the order in which they came
    m_proxy->sort(-1);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] : widths) {
        header->resizeSection(static_cast<int>(column), letter * letters);
    }
    header->restoreState(m_backend.settings.look(u"columns/outbox"_s));
    // A large selection changes with each of its mails: looked at once for all that happens now.
    m_update.setSingleShot(true);
    connect(&m_update, &QTimer::timeout, this, [this] {
        updateActions();
        updateDetails();
    });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_update.start(0); });
    connect(view, &QTreeView::doubleClicked, m_act.open, &QAction::trigger);
    connect(view, &QWidget::customContextMenuRequested, this, [this](const QPoint &where) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(actions());
        menu->popup(m_ui.mailView->viewport()->mapToGlobal(where));
    });
}

void OutboxPage::setUpFilters()
{
    const std::pair<QString, Which> states[]{{tr("not sent yet"), Which::NotSent},
                                             {tr("all"), Which::All},
                                             {tr("waiting"), Which::Waiting},
                                             {tr("needs you"), Which::NeedsYou},
                                             {tr("sent"), Which::Sent}};
    for (const auto &[text, which] : states) {
        m_ui.stateCombo->addItem(text, static_cast<int>(which));
    }
    connect(m_ui.stateCombo, &QComboBox::currentIndexChanged, this, [this] {
        m_proxy->setWhich(static_cast<Which>(m_ui.stateCombo->currentData().toInt()));
        onRefreshed();
    });
    connect(m_ui.serverCombo, &QComboBox::currentIndexChanged, this, [this] {
        m_proxy->setServer(chosenServer());
        onRefreshed();
    });
    connect(m_ui.mailFilterEdit, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_proxy->setWanted(typed);
        onRefreshed();
    });
}

void OutboxPage::saveColumns()
{
    m_backend.settings.setLook(u"columns/outbox"_s, m_ui.mailView->header()->saveState());
}

/// A list of servers that changes keeps the chosen one, if it is there.
void OutboxPage::updateServers()
{
    const QUuid chosen = chosenServer();
    const QSignalBlocker quiet(m_ui.serverCombo);
    m_ui.serverCombo->clear();
    m_ui.serverCombo->addItem(tr("all"), QUuid());
    for (const core::ServerEntry &entry : m_backend.servers.servers()) {
        m_ui.serverCombo->addItem(
            fontMetrics().elidedText(core::inert(entry.profile.name), Qt::ElideRight, 200),
            entry.id);
    }
    m_ui.serverCombo->setCurrentIndex(std::max(0, m_ui.serverCombo->findData(chosen)));
    m_proxy->setServer(chosenServer());
    onRefreshed();
}

QUuid OutboxPage::chosenServer() const
{
    return m_ui.serverCombo->currentData().toUuid();
}

void OutboxPage::say(const QString &notice, const QList<NoticeBar::Choice> &choices)
{
    m_ui.mailNoticeBar->say(notice, choices);
}

void OutboxPage::select(MailId id)
{
    m_wanted = id;
    m_ui.mailFilterEdit->clear();
    m_ui.serverCombo->setCurrentIndex(0);
    m_ui.stateCombo->setCurrentIndex(static_cast<int>(Which::All));
    onRefreshed();
    m_ui.mailView->setFocus();
}

void OutboxPage::onRefreshed()
{
    if (m_wanted && m_model->numberOf(*m_wanted) >= 0) {
        const QModelIndex index =
            m_proxy->mapFromSource(m_model->index(m_model->numberOf(*m_wanted), 0));
        m_ui.mailView->setCurrentIndex(index);
        m_ui.mailView->scrollTo(index);
        m_wanted.reset();
    }
    const outbox::Pauses &pauses = m_model->pauses();
    const QUuid server = chosenServer();
    const bool paused = server.isNull() ? pauses.everything : pauses.servers.contains(server);
    m_ui.pauseButton->setText(paused            ? tr("&Go on")
                              : server.isNull() ? tr("&Pause all")
                                                : tr("&Pause this server"));
    m_ui.emptyOutboxText->setText(!m_model->isLoaded() ? QString()
                                  : m_model->rowCount() == 0
                                      ? tr("The outbox is empty. Mail that you write here, or that "
                                           "programs hand over by proserpina-cli send, waits here "
                                           "until it has been sent.")
                                      : tr("No mail matches."));
    m_ui.emptyOutboxText->setVisible(m_proxy->rowCount() == 0);
    updateActions();
    updateDetails();
}

QList<MailId> OutboxPage::selectedIds() const
{
    QList<MailId> ids;
    const QModelIndexList rows = m_ui.mailView->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        ids.append(index.data(OutboxModel::IdRole).toLongLong());
    }
    return ids;
}

QList<MailId> OutboxPage::in(const QList<State> &states, const QList<MailId> &ids) const
{
    QList<MailId> found;
    for (const MailId id : ids) {
        const int number = m_model->numberOf(id);
        if (number >= 0 && states.contains(m_model->rowAt(number).state)) {
            found.append(id);
        }
    }
    return found;
}

void OutboxPage::updateActions()
{
    const QList<MailId> ids = selectedIds();
    const int number = ids.size() == 1 ? m_model->numberOf(ids.constFirst()) : -1;
    const bool hasBody = number >= 0 && m_model->rowAt(number).hasBody;
    const bool waits = !in(waitingStates, ids).isEmpty();
    const bool over = !in(retriedStates, ids).isEmpty();
    m_act.sendNow->setEnabled(waits || over);
    m_act.stop->setEnabled(waits || !in({State::Sending}, ids).isEmpty());
    m_act.recipients->setEnabled(hasBody && (waits || over));
    m_act.open->setEnabled(hasBody);
    m_act.remove->setEnabled(!ids.isEmpty());
}

void OutboxPage::updateDetails()
{
    const QList<MailId> ids = selectedIds();
    if (ids.size() != 1) {
        m_detailed.reset();
        m_ui.mailDetails->showNothing(
            m_proxy->rowCount() == 0 ? QString()
            : ids.isEmpty()          ? tr("Select a mail to see its details here.")
                            : tr("%n mails are selected.", nullptr, static_cast<int>(ids.size())));
        return;
    }
    m_detailed = ids.constFirst();
    m_backend.delivery.read(
        this, [id = *m_detailed](outbox::Outbox &outbox) { return outbox.mail(id); },
        [this](const core::Result<std::optional<outbox::Mail>> &found) {
            if (found && *found && (*found)->id == m_detailed) {
                m_ui.mailDetails->showMail(**found, m_backend.servers);
            }
        });
}

// ---- what the person does

void OutboxPage::onChanged(const core::Result<bool> &changed)
{
    if (!changed) {
        say(translatedDetail(changed.error().detail));
    }
}

void OutboxPage::change(const QList<MailId> &ids, const Deed &deed)
{
    m_backend.delivery.change(
        [ids, deed](outbox::Outbox &outbox) -> core::Result<bool> {
            core::Result<bool> done = true;
            for (const MailId id : ids) {
                if (const auto one = deed(outbox, id); !one) {
                    done = one;
                }
            }
            return done;
        },
        this, [this](const core::Result<bool> &changed) { onChanged(changed); });
}

void OutboxPage::pauseOrGoOn()
{
    const outbox::Pauses &pauses = m_model->pauses();
    const QUuid server = chosenServer();
    setPaused(server.isNull() ? !pauses.everything : !pauses.servers.contains(server), server);
}

void OutboxPage::setPaused(bool paused, const QUuid &server)
{
    m_backend.delivery.change(
        [paused, server](outbox::Outbox &outbox) { return outbox.setPaused(paused, server); }, this,
        [this](const core::Result<bool> &changed) { onChanged(changed); });
}

/// Whatever it waits for, also what was over.
void OutboxPage::sendNow()
{
    const QList<MailId> ids = selectedIds();
    change(in(retriedStates, ids), [](outbox::Outbox &outbox, MailId id) {
        const auto queued = outbox.retry(id);
        return queued ? outbox.sendNow(id) : queued;
    });
    change(in(waitingStates, ids),
           [](outbox::Outbox &outbox, MailId id) { return outbox.sendNow(id); });
}

void OutboxPage::stop()
{
    m_backend.delivery.stop(in(waitingStates + QList{State::Sending}, selectedIds()), this,
                            [this](const core::Result<bool> &stopped) { onChanged(stopped); });
}

void OutboxPage::decide(bool arrived)
{
    change(in({State::Unknown}, selectedIds()), [arrived](outbox::Outbox &outbox, MailId id) {
        return arrived ? outbox.markArrived(id) : outbox.retry(id);
    });
}

void OutboxPage::editRecipients()
{
    m_readdressing.ask(selectedIds().value(0), [this](const core::Result<service::Addressed> &now) {
        if (now) {
            (new RecipientsDialog(m_backend.servers, m_readdressing, *now, this))->open();
        } else {
            say(translatedDetail(now.error().detail));
        }
    });
}

void OutboxPage::openMail()
{
    const MailId id = selectedIds().value(0);
    const auto read = [id](outbox::Outbox &outbox) -> core::Result<QByteArray> {
        const auto path = outbox.pathOf(id);
        if (!path) {
            return path.error();
        }
        QFile file(*path);
        return file.open(QIODevice::ReadOnly) ? core::Result(file.read(readablePart + 1))
                                              : core::badInput(QT_TRANSLATE_NOOP(
                                                    "core", "The message is not there any more."));
    };
    m_backend.delivery.read(this, read, [this](const core::Result<QByteArray> &message) {
        if (message) {
            (new MessageDialog(*message, {}, window()))->show();
        } else {
            say(translatedDetail(message.error().detail));
        }
    });
}

void OutboxPage::remove()
{
    const QList<MailId> ids = selectedIds();
    m_backend.delivery.discard(ids, this, [this, ids](const core::Result<int> &discarded) {
        if (discarded) {
            offerUndo(ids, *discarded);
        } else {
            say(translatedDetail(discarded.error().detail));
        }
    });
}

void OutboxPage::offerUndo(const QList<MailId> &ids, int deleted)
{
    m_removed = ids;
    QStringList sentences{tr("Deleted %n mails.", nullptr, deleted)};
    if (deleted < ids.size()) {
        sentences.append(tr("%n mails are just being taken by their servers, and stay.", nullptr,
                            static_cast<int>(ids.size()) - deleted));
    }
    say(sentences.join(u' '), {{tr("&Undo"), [this] { undoRemove(); }}});
    m_ui.mailView->setFocus(); // and not where a disabled button hands it to
}

void OutboxPage::undoRemove()
{
    if (m_removed.isEmpty()) {
        return;
    }
    m_ui.mailNoticeBar->hide();
    m_wanted = m_removed.constFirst();
    m_backend.delivery.takeBack(std::exchange(m_removed, {}), this,
                                [this](const core::Result<int> &back) {
                                    if (!back) {
                                        say(translatedDetail(back.error().detail));
                                    } else if (*back == 0) {
                                        say(tr("These mails have been deleted for good."));
                                    }
                                });
}

void OutboxPage::tryNow(const QUuid &server)
{
    m_backend.delivery.serverMended(server);
}

void OutboxPage::switchOn(const QUuid &server)
{
    if (auto entry = m_backend.servers.server(server)) {
        entry->enabled = true;
        m_backend.servers.save(*entry, {}, this, [this](const core::Result<service::Saved> &saved) {
            if (!saved) {
                say(translatedDetail(saved.error().detail));
            }
        });
    }
}

void OutboxPage::chooseServerFor(const QUuid &gone)
{
    chooseAnotherServer(m_backend, {gone, {}}, this,
                        [this](const QString &sentence) { say(sentence); });
}

} // namespace ui
