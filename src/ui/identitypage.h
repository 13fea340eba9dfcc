// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_identitypage.h"

#include "ui/backend.h"

#include <QAction>
#include <QWidget>

#include <optional>

namespace ui
{

class IdentityModel;

/// The tab From address: who mail is from, and the server that each sender is tied to.
class IdentityPage final : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityPage(const Backend &backend, QWidget *parent = nullptr);

    void say(const QString &notice);

Q_SIGNALS:
    /// As this sender.
    void testMailRequested(const QUuid &server, const QString &from);
    /// The mail of this server waits there.
    void outboxRequested();

private:
    void makeActions();
    void setUpView();
    void onRefreshed();
    void updateActions();
    [[nodiscard]] std::optional<core::Identity> current() const;
    void select(const QUuid &id);
    void open(const core::Identity &identity, bool atServer = false);

    void add();
    void edit();
    void duplicate();
    void makeDefault();
    void move(int by);
    void remove();
    void offerUndo(const core::Identity &removed, int waiting);
    void undoRemove();
    void testMail();
    void help();
    void onDone(const core::Result<bool> &done);

    const Backend &m_backend;
    Ui::IdentityPage m_ui;
    IdentityModel *m_model;
    QUuid m_selected; // stays, though rows come and go
    std::optional<core::Identity> m_removed;
    int m_removedRow = 0;
    struct
    {
        QAction *edit;
        QAction *duplicate;
        QAction *makeDefault;
        QAction *test;
        QAction *up;
        QAction *down;
        QAction *remove;
    } m_act = {};
};

} // namespace ui
