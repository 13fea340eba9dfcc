// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/remedies.h"
#include "service/attempt.h"
#include "ui/authdialog.h"
#include "ui/backend.h"
#include "ui/serverform.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

namespace Ui
{
class AddServerPage;
}

namespace ui
{

class ProblemNotice;

/// The tab Add server, also for editing a saved one: the settings, the check, saving. All three use
/// what is typed now. What was typed is kept in state.db until it is saved or cleared.
class AddServerPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AddServerPage(const Backend &backend, QWidget *parent = nullptr);
    /// Keeps what is typed for the next start.
    ~AddServerPage() override;

    [[nodiscard]] const ServerForm &form() const { return m_form; }
    /// With what was typed elsewhere (another language's window).
    void setForm(const ServerForm &form);
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool isRunning() const { return m_attempt.isRunning(); }

    /// Puts a saved server in, unless something unsaved would be lost: then the page asks.
    void edit(const QUuid &id);
    /// The same with a remedy applied and tried, or its field focused.
    void editWith(const QUuid &id, const diagnosis::Remedy &remedy);
    void startNew();

Q_SIGNALS:
    void saved(const QUuid &id, const QString &notice);
    void closed(); // editing was given up
    void titleChanged(const QString &title);
    void helpRequested();
    void runningChanged();

private:
    using Action = std::function<void()>;

    void setUpFields();
    void connectFields();
    void connectButtons();
    [[nodiscard]] ServerForm freshForm() const;
    void restoreDraft();
    void changed();
    void writeDraft();
    void showForm();
    /// What follows from the provider, without touching the field that is being typed in.
    void showFollowing();
    void showAuth();
    [[nodiscard]] QString passwordText() const;
    void showHints();
    void updateButtons();
    /// What is in the fields, into m_form.
    void readFields();
    bool checkFields(bool forSaving);
    /// Takes the typed host apart, into the fields around it; what is wrong with it.
    [[nodiscard]] QString settleHost();
    void replace(const ServerForm &form, const Action &then = {});
    void load(const ServerForm &form);

    AuthDialog *openAuth();
    void onAuthAccepted(const LoginSettings &settings);
    [[nodiscard]] std::optional<QByteArrayList> offered() const;
    /// Runs `action` at once, or after the person agreed that the kept password goes elsewhere.
    void withConsent(const Action &action, bool asNew = false);
    [[nodiscard]] service::PasswordChanges passwordChanges(bool asNew) const;
    [[nodiscard]] const std::optional<core::Secret> &typedPassword(core::PasswordFor which) const;
    [[nodiscard]] service::PasswordSource passwordSource() const;
    void check();
    void onChecked();
    void sendTestMail();
    void save(bool asNew);
    void finishSave(const core::ServerEntry &entry, bool asNew);
    void clear();
    /// What is known of the server that is typed: by its host, else by the address.
    [[nodiscard]] std::optional<core::Provider> provider() const;
    void followProvider();
    void chooseWay(const core::Way &way);
    void applyRemedy(const diagnosis::Remedy &remedy);
    void lookAt(diagnosis::Remedy::Field field);
    /// Scrolls there once the layout has taken in what has just changed.
    void bringIntoView(QWidget *widget);

    const Backend &m_backend;
    std::unique_ptr<Ui::AddServerPage> m_ui;
    ProblemNotice *m_problem = nullptr;
    service::Attempt m_attempt;
    ServerForm m_form;
    ServerForm m_untouched; // what the form was when it was put in
    QTimer m_draftTimer;
    bool m_showing = false;
    service::Consent m_consent;
    std::optional<core::ServerProfile> m_insisted; // saved although the provider takes it not
};

} // namespace ui
