// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/inert.h"
#include "ui/addserverpage.h"
#include "ui/autosendpage.h"
#include "ui/colours.h"
#include "ui/confirmdialog.h"
#include "ui/explaindialog.h"
#include "ui/identitypage.h"
#include "ui/mailboxdialog.h"
#include "ui/outboxpage.h"
#include "ui/outboxstatus.h"
#include "ui/replydialog.h"
#include "ui/serverlistpage.h"
#include "ui/settings.h"
#include "ui/settingsdialog.h"
#include "ui/testmaildialog.h"
#include "ui/tray.h"
#include "ui/waitingmaildialog.h"
#include "ui/words.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QLayout>
#include <QMenuBar>
#include <QStatusBar>
#include <QTabWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

enum Tab
{
    IdentityTab,
    AddServerTab,
    OutboxTab,
    ServerListTab,
    AutosendTab,
};

void fill(QWidget &tab, QWidget &page)
{
    page.layout()->setContentsMargins(12, 12, 12, 12);
    auto *layout = new QVBoxLayout(&tab);
    layout->setContentsMargins({});
    layout->addWidget(&page);
    page.show();
    layout->activate();
    tab.setFocusProxy(&page);
}

} // namespace

MainWindow::MainWindow(const Backend &backend)
    : m_backend(backend)
    , m_tabs(new QTabWidget(this))
    , m_writing(new MailWriting(backend, this))
    , m_outboxStatus(new OutboxStatus(backend, this))
    , m_senderLabel(new QLabel(this))
    , m_passwordsLabel(new QLabel(this))
    , m_tray(new Tray(this))
{
    setWindowTitle(tr("Proserpina - SMTP server settings"));
    setObjectName(u"mainWindow"_s);
    setWindowIcon(icon("proserpina"));
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(windowTitle());
    m_tabs->addTab(new QWidget(m_tabs), tr("From address"));
    m_tabs->addTab(new QWidget(m_tabs), tr("Add server"));
    m_tabs->addTab(new QWidget(m_tabs), tr("Stop send"));
    m_tabs->addTab(new QWidget(m_tabs), tr("Server list"));
    m_tabs->addTab(new QWidget(m_tabs), tr("Autosend"));
    m_tabs->setDocumentMode(true);
    setCentralWidget(m_tabs);
    makeMenus();
    makeStatusBar();
    // The list also says what is wrong with the saved servers.
    const bool fresh = backend.servers.servers().isEmpty() && backend.servers.problem().isEmpty();
    showPage(fresh ? AddServerTab : ServerListTab);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::showPage);
    connect(&backend.servers, &service::Servers::failed, this,
            [this](const core::Text &sentence) { listPage().say(translatedDetail(sentence)); });
    connect(m_writing, &MailWriting::accepted, this, &MainWindow::showMail);
    connect(m_tray, &Tray::openChosen, this, &MainWindow::raiseToFront);
    connect(m_tray, &Tray::quitChosen, this, &MainWindow::quit);
    connect(&backend.rules, &service::Rules::changed, this, &MainWindow::updateTray);
    updateTray();
    m_tabs->currentWidget()->setFocus();
    resize(980, 640);
    restoreGeometry(backend.settings.look(u"geometry/main"_s));
}

MainWindow::~MainWindow()
{
    if (m_listPage != nullptr) {
        m_listPage->saveColumns();
    }
    if (m_outboxPage != nullptr) {
        m_outboxPage->saveColumns();
    }
    if (m_autosendPage != nullptr) {
        m_autosendPage->saveColumns();
    }
    m_backend.settings.setLook(u"geometry/main"_s, saveGeometry());
}

MainWindow::State MainWindow::state() const
{
    return {m_addPage == nullptr ? std::nullopt : std::optional(m_addPage->form()),
            m_tabs->currentIndex(), m_writing->state()};
}

void MainWindow::setState(const State &state)
{
    if (state.form) {
        addPage().setForm(*state.form);
    }
    showPage(state.page);
    m_writing->setState(state.mails);
}

void MainWindow::showPage(int tab)
{
    switch (tab) {
    case IdentityTab: (void)identityPage(); break;
    case AddServerTab: (void)addPage(); break;
    case OutboxTab: (void)outboxPage(); break;
    case AutosendTab: (void)autosendPage(); break;
    default: (void)listPage(); break;
    }
    m_tabs->setCurrentIndex(tab);
}

void MainWindow::say(const QString &notice)
{
    switch (m_tabs->currentIndex()) {
    case IdentityTab: identityPage().say(notice); break;
    case OutboxTab: outboxPage().say(notice); break;
    case AutosendTab: autosendPage().say(notice); break;
    default:
        showPage(ServerListTab);
        listPage().say(notice);
        break;
    }
}

void MainWindow::writeMail(const std::optional<core::Draft> &proposed)
{
    m_writing->open(proposed);
}

void MainWindow::showMail(outbox::MailId id)
{
    showPage(OutboxTab);
    outboxPage().select(id);
}

void MainWindow::showRule(const QUuid &rule)
{
    showPage(AutosendTab);
    autosendPage().select(rule);
}

IdentityPage &MainWindow::identityPage()
{
    if (m_identityPage == nullptr) {
        m_identityPage = new IdentityPage(m_backend, this);
        fill(*m_tabs->widget(IdentityTab), *m_identityPage);
        connect(m_identityPage, &IdentityPage::testMailRequested, this, &MainWindow::openTestMail);
        connect(m_identityPage, &IdentityPage::outboxRequested, this,
                [this] { showPage(OutboxTab); });
    }
    return *m_identityPage;
}

OutboxPage &MainWindow::outboxPage()
{
    if (m_outboxPage == nullptr) {
        m_outboxPage = new OutboxPage(m_backend, this);
        fill(*m_tabs->widget(OutboxTab), *m_outboxPage);
        connect(m_outboxPage, &OutboxPage::newMailRequested, this, [this] { writeMail(); });
        connect(m_outboxPage, &OutboxPage::editServerRequested, this, &MainWindow::edit);
    }
    return *m_outboxPage;
}

AutosendPage &MainWindow::autosendPage()
{
    if (m_autosendPage == nullptr) {
        m_autosendPage = new AutosendPage(m_backend, this);
        fill(*m_tabs->widget(AutosendTab), *m_autosendPage);
        connect(m_autosendPage, &AutosendPage::mailRequested, this, &MainWindow::showMail);
        connect(m_autosendPage, &AutosendPage::newIdentityRequested, this,
                [this] { showPage(IdentityTab); });
    }
    return *m_autosendPage;
}

void MainWindow::openNew()
{
    showPage(AddServerTab);
    addPage().startNew();
}

AddServerPage &MainWindow::addPage()
{
    if (m_addPage != nullptr) {
        return *m_addPage;
    }
    m_addPage = new AddServerPage(m_backend, this);
    fill(*m_tabs->widget(AddServerTab), *m_addPage);
    const auto showTitle = [this](const QString &title) {
        // A long name must not push the other tabs out of sight.
        m_tabs->setTabText(AddServerTab,
                           title.isEmpty() ? tr("Add server")
                                           : fontMetrics().elidedText(title, Qt::ElideRight, 240));
    };
    connect(m_addPage, &AddServerPage::titleChanged, this, showTitle);
    showTitle(m_addPage->title());
    connect(m_addPage, &AddServerPage::saved, this, &MainWindow::onSaved);
    connect(m_addPage, &AddServerPage::closed, this, [this] { showPage(ServerListTab); });
    connect(m_addPage, &AddServerPage::helpRequested, this,
            [this] { openHelp(tr("Logging in and encryption"), helpText()); });
    connect(m_addPage, &AddServerPage::practiceRequested, this, [this] {
        showPage(ServerListTab);
        listPage().tryOut(Backend::practiceId());
    });
    return *m_addPage;
}

ServerListPage &MainWindow::listPage()
{
    if (m_listPage != nullptr) {
        return *m_listPage;
    }
    m_listPage = new ServerListPage(m_backend, this);
    fill(*m_tabs->widget(ServerListTab), *m_listPage);
    connect(m_listPage, &ServerListPage::newRequested, this, &MainWindow::openNew);
    connect(m_listPage, &ServerListPage::editRequested, this, &MainWindow::edit);
    connect(m_listPage, &ServerListPage::replyRequested, this, &MainWindow::openReply);
    connect(m_listPage, &ServerListPage::testMailRequested, this,
            [this](const QUuid &id) { openTestMail(id); });
    connect(m_listPage, &ServerListPage::mailboxRequested, this, &MainWindow::openMailbox);
    connect(m_listPage, &ServerListPage::outboxRequested, this, [this] { showPage(OutboxTab); });
    m_listPage->setPracticeStarter([this] { return startPractice(); });
    return *m_listPage;
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    QAction *newServer = file->addAction(icon("list-add"), tr("&New server"));
    newServer->setShortcut(QKeySequence::New);
    connect(newServer, &QAction::triggered, this, &MainWindow::openNew);
    QAction *newMail = file->addAction(icon("mail-message-new"), tr("New &mail ..."));
    newMail->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    connect(newMail, &QAction::triggered, this, [this] { writeMail(); });
    file->addSeparator();
    QAction *settings = file->addAction(icon("configure"), tr("Se&ttings ..."));
    settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &MainWindow::openSettings);
    file->addSeparator();
    QAction *quit = file->addAction(icon("application-exit"), tr("&Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &MainWindow::quit);

    QMenu *server = menuBar()->addMenu(tr("&Server"));
    connect(server, &QMenu::aboutToShow, this, [this, server] {
        if (server->isEmpty()) {
            server->addActions(listPage().serverActions());
        }
    });

    QMenu *view = menuBar()->addMenu(tr("&View"));
    makeLanguageMenu(view->addMenu(tr("&Language")));
    connect(view, &QMenu::aboutToShow, this,
            [this, view] { view->addAction(listPage().showDisabledAction()); });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *manual = help->addAction(icon("help-contents"), tr("&Logging in and encryption"));
    manual->setShortcut(QKeySequence::HelpContents);
    connect(manual, &QAction::triggered, this,
            [this] { openHelp(tr("Logging in and encryption"), helpText()); });
    connect(help->addAction(icon("mail-send"), tr("&Sending mail")), &QAction::triggered, this,
            [this] { openHelp(tr("Sending mail"), mailHelpText()); });
    connect(help->addAction(icon("folder"), tr("A&utosend")), &QAction::triggered, this,
            [this] { openHelp(tr("Autosend"), autosendHelpText()); });
    QAction *explain = help->addAction(tr("&Explain a reply ..."));
    explain->setObjectName(u"explainAction"_s);
    connect(explain, &QAction::triggered, this, [this] { (new ExplainDialog({}, this))->show(); });
    connect(help->addAction(icon("help-about"), tr("&About Proserpina")), &QAction::triggered, this,
            &MainWindow::openAbout);
}

void MainWindow::makeLanguageMenu(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    for (const auto &[code, name] : languages()) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_backend.settings.language() == code);
        action->setData(code);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, language = code] {
            m_backend.settings.setLanguage(language);
            Q_EMIT languageChosen(language);
        });
    }
}

void MainWindow::makeStatusBar()
{
    m_senderLabel->setObjectName(u"senderLabel"_s);
    m_passwordsLabel->setObjectName(u"passwordsLabel"_s);
    statusBar()->addWidget(m_senderLabel);
    statusBar()->addPermanentWidget(m_passwordsLabel);
    connect(&m_backend.servers.passwords(), &service::Passwords::placeChanged, this,
            &MainWindow::showPasswords);
    connect(&m_backend.mailer, &service::Mailer::started, this, &MainWindow::showSender);
    connect(&m_backend.mailer, &service::Mailer::told, this, &MainWindow::showSender);
    showSender();
    statusBar()->addWidget(m_outboxStatus);
    connect(m_outboxStatus, &QToolButton::clicked, this, [this] { showPage(OutboxTab); });
    connect(m_outboxStatus, &OutboxStatus::counted, this, &MainWindow::onCounted);
    showPasswords();
}

void MainWindow::showSender()
{
    m_senderLabel->setText(m_backend.mailer.running() == 0 ? tr("sender: idle")
                                                           : tr("sender: working"));
}

void MainWindow::showPasswords()
{
    switch (m_backend.servers.passwords().place()) {
    case service::Passwords::Place::NotKnownYet: m_passwordsLabel->clear(); return;
    case service::Passwords::Place::Keychain:
        m_passwordsLabel->setText(m_backend.servers.passwords().isLocked()
                                      ? tr("passwords: system keychain, locked")
                                      : tr("passwords: system keychain"));
        return;
    case service::Passwords::Place::Memory:
        m_passwordsLabel->setText(tr("passwords: in memory until you quit"));
        return;
    }
}

void MainWindow::edit(const QUuid &id, const std::optional<diagnosis::Remedy> &remedy)
{
    if (id != Backend::practiceId()) { // nothing of that can be changed
        showPage(AddServerTab);
        addPage().edit(id, remedy);
    }
}

void MainWindow::onSaved(const QUuid &id, const QString &notice)
{
    showPage(ServerListTab);
    listPage().select(id);
    listPage().say(notice);
}

bool MainWindow::startPractice()
{
    if (m_backend.practice.isRunning()) {
        return true;
    }
    const auto started = m_backend.practice.start();
    if (!started) {
        listPage().say(tr("The practice server cannot start: %1")
                           .arg(translatedDetail(started.error().detail)));
    }
    return started.ok();
}

QString MainWindow::nameOf(const core::ServerEntry &entry) const
{
    return entry.id == Backend::practiceId() ? tr("Practice server")
                                             : core::inert(entry.profile.name);
}

void MainWindow::openReply(const QUuid &id)
{
    if (id == Backend::practiceId() && !startPractice()) {
        return;
    }
    const auto entry = m_backend.server(id);
    if (!entry) {
        return;
    }
    if (ReplyDialog *open = m_replies.value(id)) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new ReplyDialog(m_backend, *entry, nameOf(*entry), this);
    connect(dialog, &ReplyDialog::remedyRequested, this, &MainWindow::edit);
    m_replies.insert(id, dialog);
    dialog->show();
}

void MainWindow::openTestMail(const QUuid &id, const QString &from)
{
    if (id == Backend::practiceId() && !startPractice()) {
        return;
    }
    const auto entry = m_backend.server(id);
    if (!entry) {
        return;
    }
    auto *dialog = new TestMailDialog(
        m_backend, {entry->profile, m_backend.passwordOf(*entry), id, nameOf(*entry)},
        from.isEmpty() ? entry->address : from, !from.isEmpty(), this);
    connect(dialog, &TestMailDialog::putIntoOutbox, this, &MainWindow::showMail);
    connect(dialog, &TestMailDialog::settingsChosen, this,
            [this, id](const core::ServerProfile &profile, const service::Consent &consent) {
                m_backend.servers.useProfile(id, profile, consent);
            });
    connect(dialog, &TestMailDialog::lookAtRequested, this,
            [this, id](const diagnosis::Remedy &remedy) { edit(id, remedy); });
    dialog->open();
}

void MainWindow::openMailbox()
{
    auto *dialog = new MailboxDialog(m_backend, this);
    dialog->show();
}

void MainWindow::openHelp(const QString &title, const QString &text)
{
    auto *dialog = new ConfirmDialog({}, text, {}, {}, this);
    dialog->setWindowTitle(title);
    dialog->resize(640, 480);
    dialog->open();
}

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_backend, this);
    connect(dialog, &SettingsDialog::languageChosen, this, &MainWindow::languageChosen);
    connect(dialog, &QDialog::accepted, this, &MainWindow::updateTray);
    dialog->open();
}

void MainWindow::openAbout()
{
    auto *dialog = new ConfirmDialog(
        tr("Proserpina %1").arg(QApplication::applicationVersion()), {},
        tr("Sets up the sending of mail, shows what the server really answered, and sends a test "
           "mail. After プロセルピナ, a mail program of the 2000s.\n\nFree software under the GNU "
           "General Public License, version 3 or later."),
        {}, this);
    dialog->setWindowTitle(tr("About Proserpina"));
    dialog->open();
}

// ---- closing

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool hasMail = m_outboxStatus->waiting() + m_outboxStatus->needy() > 0;
    if ((hasMail || !watchedFolders().isEmpty()) && !m_mayClose) {
        event->ignore();
        askWhoSends();
        return;
    }
    QMainWindow::closeEvent(event);
    if (event->isAccepted()) {
        Q_EMIT closing();
    }
}

/// To the end, also where closing leads to the tray.
void MainWindow::quit()
{
    m_quits = true;
    if (isHidden()) {
        raiseToFront(); // there may be something to ask
    }
    close();
}

QStringList MainWindow::watchedFolders() const
{
    QStringList folders;
    for (const core::AutosendRule &rule : m_backend.rules.all()) {
        if (rule.enabled && !rule.paused) {
            folders.append(core::inert(rule.folder));
        }
    }
    folders.removeDuplicates();
    return folders;
}

/// Not where the background unit does it anyway.
void MainWindow::askWhoSends()
{
    if (m_backend.background == nullptr) {
        askPerson();
        return;
    }
    m_backend.background->isOn(this, [this](const core::Result<bool> &on) {
        on.valueOr(false) ? closeForGood() : askPerson();
    });
}

void MainWindow::askPerson()
{
    const bool quits = std::exchange(m_quits, false);
    const QStringList folders = watchedFolders();
    if (!quits && !folders.isEmpty() && m_backend.settings.closesToTray() && Tray::isThere()) {
        goToTray();
        return;
    }
    auto *dialog = new WaitingMailDialog(
        m_backend, {m_outboxStatus->waiting(), m_outboxStatus->needy(), folders}, this);
    connect(dialog, &WaitingMailDialog::quitChosen, this, &MainWindow::closeForGood);
    connect(dialog, &WaitingMailDialog::waitChosen, this, [this] {
        m_closesWhenSent = true;
        m_troubledBefore = m_outboxStatus->troubled();
        showPage(OutboxTab);
        outboxPage().say(tr("Proserpina closes when the mail has been sent."),
                         {{tr("Stay open"), [this] { m_closesWhenSent = false; }}});
        onCounted();
    });
    dialog->open();
}

void MainWindow::goToTray()
{
    updateTray();
    hide();
    if (!m_backend.settings.knowsTray()) {
        m_backend.settings.setKnowsTray();
        m_tray->say(
            tr("Proserpina is still running"),
            tr("It keeps watching your folders. To end it, choose Quit in this icon's menu."));
    }
}

/// There while folders are watched, so that one knows what closing does.
void MainWindow::updateTray()
{
    const QStringList folders = watchedFolders();
    m_tray->setShown(!folders.isEmpty() && m_backend.settings.closesToTray() && Tray::isThere());
    m_tray->setToolTip(tr("Proserpina watches %1").arg(folders.join(u", "_s)));
}

/// What did not go out after all keeps the window open, and is seen.
void MainWindow::onCounted()
{
    if (!m_closesWhenSent || m_outboxStatus->waiting() > 0) {
        return;
    }
    if (m_outboxStatus->troubled() <= m_troubledBefore) {
        closeForGood();
        return;
    }
    m_closesWhenSent = false;
    showPage(OutboxTab);
    outboxPage().say(tr("Not all mail could be sent, so Proserpina stays open."));
}

void MainWindow::closeForGood()
{
    m_mayClose = true;
    close();
}

} // namespace ui
