// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_outboxpage.h"

#include "diagnosis/remedies.h"
#include "service/readdressing.h"
#include "ui/backend.h"

#include <QAction>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

namespace ui
{

class OutboxFilter;
class OutboxModel;

/// The tab Stop send: everything that is to go out, how it goes, and what a person can do about it.
class OutboxPage final : public QWidget
{
    Q_OBJECT

public:
    explicit OutboxPage(const Backend &backend, QWidget *parent = nullptr);

    void say(const QString &notice, const QList<NoticeBar::Choice> &choices = {});
    /// Shows this mail, as soon as it is there.
    void select(outbox::MailId id);
    void saveColumns();

Q_SIGNALS:
    void newMailRequested();
    void editServerRequested(const QUuid &server, const std::optional<diagnosis::Remedy> &remedy);

private:
    void makeActions();
    void setUpView();
    void setUpFilters();
    void updateServers();
    void updateActions();
    void updateDetails();
    void onRefreshed();
    [[nodiscard]] QList<outbox::MailId> selectedIds() const;
    /// Those of them that are in one of these states.
    [[nodiscard]] QList<outbox::MailId> in(const QList<outbox::State> &states,
                                           const QList<outbox::MailId> &ids) const;
    [[nodiscard]] QUuid chosenServer() const;

    void pauseOrGoOn();
    void setPaused(bool paused, const QUuid &server);
    void sendNow();
    void stop();
    void editRecipients();
    void openMail();
    void remove();
    void offerUndo(const QList<outbox::MailId> &ids, int deleted);
    void undoRemove();
    void decide(bool arrived);
    void tryNow(const QUuid &server);
    void switchOn(const QUuid &server);
    void chooseServerFor(const QUuid &gone);
    /// Does it for each of these mails, and says what went wrong.
    using Deed = std::function<core::Result<bool>(outbox::Outbox &, outbox::MailId)>;
    void change(const QList<outbox::MailId> &ids, const Deed &deed);
    void onChanged(const core::Result<bool> &changed);

    const Backend &m_backend;
    Ui::OutboxPage m_ui;
    OutboxModel *m_model;
    OutboxFilter *m_proxy;
    service::Readdressing m_readdressing;
    QTimer m_update;
    std::optional<outbox::MailId> m_wanted; // to be selected
    QList<outbox::MailId> m_removed;
    std::optional<outbox::MailId> m_detailed;
    struct
    {
        QAction *sendNow;
        QAction *stop;
        QAction *recipients;
        QAction *open;
        QAction *remove;
    } m_act = {};
};

} // namespace ui
