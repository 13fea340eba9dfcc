// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_serverlistpage.h"

#include "core/serverentry.h"
#include "diagnosis/remedies.h"
#include "service/attempt.h"
#include "ui/backend.h"

#include <QAction>
#include <QHash>
#include <QWidget>

#include <functional>
#include <optional>

class QAbstractButton;

namespace ui
{

class ProblemNotice;
class ServerFilter;
class ServerListModel;

/// The tab Server list: the saved servers and the practice server, and what can be done with them.
class ServerListPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerListPage(const Backend &backend, QWidget *parent = nullptr);

    /// The actions of the Server menu, the context menu and the keys.
    [[nodiscard]] QList<QAction *> serverActions() const { return m_actions; }
    [[nodiscard]] QAction *showDisabledAction() const { return m_showDisabled; }
    /// Starts the practice server where it does not run yet; false: it cannot.
    void setPracticeStarter(const std::function<bool()> &starter) { m_startPractice = starter; }
    void say(const QString &notice);
    void select(const QUuid &id);
    /// Selects it and checks it.
    void tryOut(const QUuid &id);
    void saveColumns();

Q_SIGNALS:
    void newRequested();
    /// With a remedy: the settings to try are in it; else the saved ones.
    void editRequested(const QUuid &id, const std::optional<diagnosis::Remedy> &remedy);
    void replyRequested(const QUuid &id);
    void testMailRequested(const QUuid &id);
    void mailboxRequested();
    /// Mail waits there for servers that are gone.
    void outboxRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    QAction *addAction(const char *iconName, const QString &text, const QKeySequence &key,
                       QAbstractButton *button, void (ServerListPage::*slot)());
    void setUpView();
    void fitColumns();
    void updateActions();
    void updateEmpty();
    void showResult();
    void applyRemedy(const diagnosis::Remedy &remedy);
    void undoRemove();
    [[nodiscard]] QList<QUuid> selectedIds() const;
    [[nodiscard]] QUuid currentId() const;
    [[nodiscard]] QString nameOf(const QUuid &id) const;

    void seeReply();
    void check();
    void testMail();
    void edit();
    void duplicate();
    void remove();
    void enable(const QUuid &id, bool enabled, const std::function<void()> &then = {});
    void offerUndo(const QList<QUuid> &ids, const QString &name, const QHash<QUuid, int> &waiting);
    void say(const core::Error &error);

    const Backend &m_backend;
    Ui::ServerListPage m_ui;
    ProblemNotice *m_problem = nullptr;
    ServerListModel *m_model;
    ServerFilter *m_proxy;
    service::Attempt m_attempt;
    std::function<bool()> m_startPractice;
    QUuid m_checked;
    bool m_columnsChosen = false;
    bool m_fitting = false;
    QList<QAction *> m_actions;
    QAction *m_showDisabled = nullptr;
    struct
    {
        QAction *reply;
        QAction *check;
        QAction *test;
        QAction *edit;
        QAction *duplicate;
        QAction *remove;
    } m_act = {};
};

} // namespace ui
