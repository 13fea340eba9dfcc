// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/remedies.h"
#include "service/serverform.h"
#include "ui/backend.h"
#include "ui/mailwriting.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <optional>

class QActionGroup;
class QLabel;
class QTabWidget;

namespace ui
{

class AddServerPage;
class AutosendPage;
class IdentityPage;
class OutboxPage;
class OutboxStatus;
class ReplyDialog;
class ServerListPage;
class Tray;

/// "Proserpina - SMTP server settings": the tabs, the menus, the status bar, and the windows that
/// pages ask for. Changing the language builds another one.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// What passes from a window to the one that takes its place.
    struct State
    {
        std::optional<service::ServerForm> form; // nothing: the page was never opened
        int page = 0;
        MailWriting::State mails; // that are being written
    };

    explicit MainWindow(const Backend &backend);
    ~MainWindow() override;

    [[nodiscard]] State state() const;
    void setState(const State &state);
    /// In front of the other windows, as a second start asks for.
    void raiseToFront();
    /// A new mail: what was begun before, or a link's.
    void writeMail(const std::optional<core::Draft> &proposed = {});
    /// This mail of the outbox.
    void showMail(outbox::MailId id);
    /// This rule of autosend.
    void showRule(const QUuid &rule);
    /// On the page that is shown.
    void say(const QString &notice);

Q_SIGNALS:
    void languageChosen(const QString &language);
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeMenus();
    void makeLanguageMenu(QMenu *menu);
    void makeStatusBar();
    /// Each is made when it is first needed: a window with one of them is there sooner.
    [[nodiscard]] AddServerPage &addPage();
    [[nodiscard]] ServerListPage &listPage();
    [[nodiscard]] IdentityPage &identityPage();
    [[nodiscard]] OutboxPage &outboxPage();
    [[nodiscard]] AutosendPage &autosendPage();
    void showPage(int tab);
    void openNew();
    void openReply(const QUuid &id);
    /// `from`: as typed; empty: as the server's own address.
    void openTestMail(const QUuid &id, const QString &from = {});
    void openMailbox();
    void openHelp(const QString &title, const QString &text);
    void openSettings();
    void openAbout();
    void edit(const QUuid &id, const std::optional<diagnosis::Remedy> &remedy);
    void onSaved(const QUuid &id, const QString &notice);
    [[nodiscard]] bool startPractice();
    [[nodiscard]] QString nameOf(const core::ServerEntry &entry) const;
    void showSender();
    void showPasswords();
    void askWhoSends();
    void askPerson();
    [[nodiscard]] QStringList watchedFolders() const;
    void goToTray();
    void updateTray();
    void quit();
    void onCounted();
    void closeForGood();

    const Backend &m_backend;
    QTabWidget *m_tabs;
    AddServerPage *m_addPage = nullptr;
    ServerListPage *m_listPage = nullptr;
    IdentityPage *m_identityPage = nullptr;
    OutboxPage *m_outboxPage = nullptr;
    AutosendPage *m_autosendPage = nullptr;
    MailWriting *m_writing;
    OutboxStatus *m_outboxStatus;
    QLabel *m_senderLabel;
    QLabel *m_passwordsLabel;
    Tray *m_tray;
    bool m_quits = false;          // the person wants it to end, not to go to the tray
    bool m_mayClose = false;       // the person has said who sends what waits
    bool m_closesWhenSent = false; // and wants to wait for it
    int m_troubledBefore = 0;      // mails, when that was said
    QHash<QUuid, QPointer<ReplyDialog>> m_replies;
};

} // namespace ui
