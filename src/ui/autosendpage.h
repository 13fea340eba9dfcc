// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_autosendpage.h"

#include "service/survey.h"
#include "ui/backend.h"

#include <QAction>
#include <QWidget>

#include <optional>

namespace ui
{

class FileHistoryModel;
class RuleModel;

/// The tab Autosend: the rules by which files put into folders are mailed, and what became of the
/// files.
class AutosendPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AutosendPage(const Backend &backend, QWidget *parent = nullptr);

    void say(const QString &notice);
    void saveColumns();
    void select(const QUuid &rule);

Q_SIGNALS:
    void mailRequested(outbox::MailId id);
    void newIdentityRequested();

private:
    void makeRuleActions();
    void makeHistoryActions();
    void setUpRules();
    void setUpHistory();
    void onRefreshed();
    void onRulesChanged();
    void updateActions();
    void updateTrouble();
    void updateHistoryActions();
    [[nodiscard]] std::optional<core::AutosendRule> current() const;
    /// -1: none is.
    [[nodiscard]] int currentFile() const;

    void open(const core::AutosendRule &rule);
    void add();
    void edit();
    void duplicate();
    void move(int by);
    void remove();
    void undoRemove();
    void setEnabled(const QUuid &rule, bool enabled);
    void pauseOrResume();
    void dryRun();
    void mailThem();
    void chooseFiles();
    void sendAgain();
    void showMail();
    void restoreRules();
    void onDone(const core::Result<bool> &done);

    const Backend &m_backend;
    Ui::AutosendPage m_ui;
    RuleModel *m_model;
    FileHistoryModel *m_history;
    service::Survey m_survey;
    QUuid m_selected; // stays, though rows come and go
    std::optional<core::AutosendRule> m_removed;
    int m_removedRow = 0;
    struct
    {
        QAction *edit;
        QAction *duplicate;
        QAction *dryRun;
        QAction *pause;
        QAction *up;
        QAction *down;
        QAction *remove;
        QAction *again;
        QAction *showMail;
    } m_act = {};
};

} // namespace ui
