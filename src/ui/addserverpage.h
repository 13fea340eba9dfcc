// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_addserverpage.h"

#include "diagnosis/remedies.h"
#include "service/serverediting.h"
#include "ui/backend.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace ui
{

class AuthDialog;
class ProblemNotice;
class ServerFields;

/// The tab Add server, also for editing a saved one: the buttons around its fields (ServerFields),
/// the dialogs they open, and what has to be asked before.
class AddServerPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AddServerPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] const service::ServerForm &form() const { return m_editing.form(); }
    /// With what was typed elsewhere (another language's window).
    void setForm(const service::ServerForm &form) { m_editing.resume(form); }
    /// "Edit X"; empty: a new server is in it.
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isDirty() const { return m_editing.isDirty(); }

    /// Puts a saved server in, unless something unsaved would be lost: then the page asks. A remedy
    /// is applied and tried, or its field focused.
    void edit(const QUuid &id, const std::optional<diagnosis::Remedy> &remedy);
    void startNew();

Q_SIGNALS:
    void saved(const QUuid &id, const QString &notice);
    void closed(); // editing was given up
    void titleChanged(const QString &title);
    void helpRequested();
    void practiceRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Action = std::function<void()>;

    void connectEditing();
    void connectButtons();
    [[nodiscard]] service::ServerForm freshForm() const;
    void onBegun();
    void showResult();
    void update();
    void replace(const service::ServerForm &form, const Action &then);
    [[nodiscard]] bool checkFields(bool forSaving);
    /// Runs `action` at once, or after the person agreed that what is kept goes elsewhere.
    void withConsent(const Action &action, bool asNew = false);
    AuthDialog *openAuth();
    void check();
    void onChecked();
    void sendTestMail();
    void save(bool asNew);
    void onSaved(const service::Saved &done, const QString &name, bool lost);
    void onNotSaved(const core::Error &error);
    void welcome(bool welcomed);
    void clear();
    void undoClear();
    void applyRemedy(const diagnosis::Remedy &remedy);
    void useProfile(const core::ServerProfile &profile);
    void lookAt(diagnosis::Remedy::Field field);

    const Backend &m_backend;
    service::ServerEditing m_editing;
    Ui::AddServerPage m_ui;
    std::optional<service::ServerForm> m_cleared; // until something is typed
    bool m_welcomed = false;
    ProblemNotice *m_problem = nullptr;
    ServerFields *m_fields = nullptr;
};

} // namespace ui
