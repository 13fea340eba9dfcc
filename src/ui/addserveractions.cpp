// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: what is done with the form of AddServerPage. Checking, sending and saving each read
// the fields first, check them, and ask where the kept password would go to another place.
#include "ui/addserverpage.h"

#include "ui_addserverpage.h"

#include "core/inert.h"
#include "core/profilefields.h"
#include "service/fields.h"
#include "ui/problemnotice.h"
#include "ui/testmaildialog.h"
#include "ui/typing.h"
#include "ui/words.h"

using core::PasswordFor;
using core::Security;

namespace ui
{

bool AddServerPage::checkFields(bool forSaving)
{
    commitTyping();
    readFields();
    const QString hostProblem = settleHost();
    showForm(); // half width, as it was taken
    const core::ServerEntry entry = m_form.finished();
    struct Check
    {
        QLineEdit *edit;
        FieldMessage *message;
        QString problem;
    };
    const QString &address = entry.address;
    const Check checks[] = {
        {m_ui->addressEdit, m_ui->addressMessage,
         address.isEmpty() ? QString() : translatedDetail(service::addressProblem(address))},
        {m_ui->hostEdit, m_ui->hostMessage,
         entry.profile.host.isEmpty() ? tr("Which server? Enter its host name.") : hostProblem},
    };
    QWidget *first = nullptr;
    for (const Check &check : checks) {
        const bool matters = forSaving || check.edit != m_ui->addressEdit;
        check.message->showError(check.edit, check.problem);
        if (!check.problem.isEmpty() && matters && first == nullptr) {
            first = check.edit;
        }
    }
    if (QWidget *advanced = m_ui->advancedPanel->check(); advanced != nullptr && first == nullptr) {
        m_ui->advancedButton->setChecked(true);
        first = advanced;
    }
    if (first != nullptr) {
        first->setFocus();
        bringIntoView(first);
    }
    return first == nullptr;
}

void AddServerPage::withConsent(const Action &action, bool asNew)
{
    const auto before = m_backend.servers.server(m_form.entry.id);
    const core::ServerEntry after = m_form.finished();
    const auto question =
        before ? service::questionOf(*before, after, passwordChanges(asNew)) : std::nullopt;
    if (!question) {
        action();
        return;
    }
    const QString sentence = translatedDetail(question->sentence);
    m_ui->noticeBar->say(
        question->elsewhere ? tr("%1 Is that right?").arg(sentence) : sentence,
        {{question->elsewhere ? tr("Yes, use it there") : tr("Use it all the same"),
          [this, after, action, asNew] {
              m_consent = service::Consent(after.profile);
              withConsent(action, asNew); // the form may lead to another place by now
          }},
         {tr("Enter another"), [this, which = question->password] {
              AuthDialog *dialog = openAuth();
              if (which == PasswordFor::Pop) {
                  dialog->openPop();
              }
          }}});
}

service::PasswordChanges AddServerPage::passwordChanges(bool asNew) const
{
    using Kind = service::PasswordChange::Kind;
    service::PasswordChanges changes({}, {}, m_consent);
    const core::ServerEntry &entry = m_form.entry;
    if (m_form.password) {
        changes.smtp = {Kind::Set, *m_form.password, m_form.keepInKeychain};
    } else if (!entry.passwordCommand.isEmpty() && !entry.id.isNull() && !asNew) {
        changes.smtp.kind = Kind::Forget; // the command has it now
    }
    if (m_form.popPassword) {
        changes.pop = {Kind::Set, *m_form.popPassword, m_form.keepInKeychain};
    } else if (const auto before = m_backend.servers.server(entry.id);
               before && before->profile.pop.ownPassword && !entry.profile.pop.ownPassword &&
               !asNew) {
        changes.pop.kind = Kind::Forget;
    }
    return changes;
}

const std::optional<core::Secret> &AddServerPage::typedPassword(PasswordFor which) const
{
    return which == PasswordFor::Pop ? m_form.popPassword : m_form.password;
}

service::PasswordSource AddServerPage::passwordSource() const
{
    const auto which = core::passwordUsed(m_form.entry.profile);
    if (!which) {
        return {};
    }
    if (const auto &typed = typedPassword(*which)) {
        return *typed;
    }
    if (*which == PasswordFor::Smtp && !m_form.entry.passwordCommand.isEmpty()) {
        return service::PasswordCommand{m_form.entry.passwordCommand};
    }
    if (m_form.isNew()) {
        return {};
    }
    return service::StoredPassword{{m_form.entry.id, *which}};
}

void AddServerPage::check()
{
    if (m_attempt.isRunning() || !checkFields(false)) {
        return;
    }
    withConsent([this] {
        m_attempt.start({{core::Goal::Check, m_form.finished().profile, {}, {}}, passwordSource()},
                        isDirty() || m_form.isNew() ? std::nullopt
                                                    : std::optional<QUuid>(m_form.entry.id));
        m_ui->stopButton->setFocus();
    });
}

void AddServerPage::onChecked()
{
    const core::SessionFacts &facts = m_attempt.record().facts;
    if (facts.failure == core::Failure::CaFileUnreadable ||
        facts.failure == core::Failure::ClientCertificateUnreadable) {
        m_ui->advancedPanel->showFileProblem(facts.failure, facts.detail);
    }
    showAuth();
    updateButtons();
    m_ui->checkButton->setFocus();
    bringIntoView(m_ui->attemptPanel);
}

void AddServerPage::sendTestMail()
{
    if (!checkFields(false)) {
        return;
    }
    withConsent([this] {
        const core::ServerEntry entry = m_form.finished();
        auto *dialog = new TestMailDialog(
            m_backend,
            {entry.profile, passwordSource(),
             isDirty() || m_form.isNew() ? std::nullopt : std::optional<QUuid>(entry.id),
             core::inert(entry.profile.name)},
            entry.address, window());
        connect(dialog, &TestMailDialog::settingsChosen, this,
                [this](const core::ServerProfile &profile) {
                    m_form.setProfile(profile);
                    showForm();
                    changed();
                });
        connect(dialog, &TestMailDialog::lookAtRequested, this, &AddServerPage::applyRemedy);
        dialog->open();
    });
}

void AddServerPage::save(bool asNew)
{
    if (!checkFields(true)) {
        return;
    }
    if (m_ui->providerPanel->isRefused() && m_insisted != m_form.finished().profile) {
        m_ui->providerPanel->showRefusal();
        bringIntoView(m_ui->providerPanel);
        return;
    }
    withConsent([this, asNew] { finishSave(m_form.finished(), asNew); }, asNew);
}

void AddServerPage::finishSave(const core::ServerEntry &entry, bool asNew)
{
    m_ui->saveButton->setEnabled(false);
    const bool wanted = m_form.keepInKeychain &&
                        m_backend.servers.passwords().place() != service::Passwords::Place::Memory;
    const auto onSaved = [this, entry, wanted](const core::Result<service::Saved> &done) {
        m_ui->saveButton->setEnabled(true);
        if (!done && m_backend.servers.isDamaged()) {
            m_problem->show();
            bringIntoView(m_ui->noticeBar);
            return;
        }
        if (!done) {
            m_ui->nameMessage->showError(m_ui->nameEdit, translatedDetail(done.error().detail));
            m_ui->nameEdit->setFocus();
            bringIntoView(m_ui->nameMessage);
            return;
        }
        QString notice = tr("Saved %1.").arg(core::inert(entry.profile.name));
        if (done->passwordPlace == service::Passwords::Place::Memory) {
            notice += u' ' + (wanted ? tr("The keychain could not take the password: it is "
                                          "kept in memory until you quit.")
                                     : tr("Its password is kept in memory until you quit."));
        }
        load(freshForm());
        Q_EMIT saved(done->id, notice);
    };
    if (asNew && !entry.id.isNull()) {
        m_backend.servers.saveCopy(entry.id, entry, passwordChanges(asNew), this, onSaved);
    } else {
        m_backend.servers.save(entry, passwordChanges(asNew), this, onSaved);
    }
}

// ---- logging in

std::optional<QByteArrayList> AddServerPage::offered() const
{
    const core::ServerProfile &profile = m_form.entry.profile;
    const auto fits = [&profile](const core::AttemptRecord &record) {
        // Only the reply that the login would follow counts, not the one before TLS.
        const core::SessionFacts &facts = record.facts;
        const bool whole = facts.afterTls || profile.security == Security::None ||
                           (profile.security == Security::StartTlsIfOffered && facts.beforeTls &&
                            !facts.beforeTls->startTls);
        return whole && facts.capabilities() &&
               !core::differIn(core::ProfileField::OtherReply, record.profile, profile);
    };
    if (fits(m_attempt.record())) {
        return m_attempt.record().facts.capabilities()->authMechanisms;
    }
    if (const auto kept = m_backend.servers.reply(m_form.entry.id); kept && fits(*kept)) {
        return kept->facts.capabilities()->authMechanisms;
    }
    return {};
}

AuthDialog *AddServerPage::openAuth()
{
    commitTyping();
    readFields();
    const core::ServerProfile &profile = m_form.entry.profile;
    const LoginSettings settings{profile.method,
                                 m_form.userId(),
                                 m_form.password,
                                 m_form.keepInKeychain,
                                 m_form.entry.passwordCommand,
                                 profile.security,
                                 profile.pop,
                                 m_form.popPassword};
    AuthDialog::Context context;
    context.address = m_form.entry.address;
    context.passwordKept = !m_form.isNew();
    context.keychainThere =
        m_backend.servers.passwords().place() != service::Passwords::Place::Memory;
    context.offered = offered();
    context.startTls = m_form.startTls;
    context.host = profile.host;
    const auto before = m_backend.servers.server(m_form.entry.id);
    context.popPasswordKept = before && before->profile.pop.ownPassword;
    context.clientCertificate = !profile.clientCertificate.isEmpty();
    context.oldTls = profile.allowOldTls;
    auto *dialog = new AuthDialog(settings, context, window());
    connect(dialog, &AuthDialog::accepted, this,
            [this, dialog] { onAuthAccepted(dialog->value()); });
    connect(dialog, &AuthDialog::helpRequested, this, &AddServerPage::helpRequested);
    dialog->open();
    return dialog;
}

void AddServerPage::onAuthAccepted(const LoginSettings &settings)
{
    core::ServerProfile &profile = m_form.entry.profile;
    m_form.methodChosen = m_form.methodChosen || settings.method != profile.method;
    // What the dialog showed as the ID counts with EXTERNAL; elsewhere an empty one follows the
    // address.
    m_form.idTyped = m_form.idTyped || settings.method == core::Method::External ||
                     settings.userId != m_form.userId();
    m_form.setMethod(settings.method);
    if (m_form.idTyped) {
        profile.userId = settings.userId;
    }
    profile.pop = settings.pop;
    m_form.popPassword = settings.popPassword;
    m_form.password = settings.password;
    m_form.keepInKeychain = settings.keepInKeychain;
    m_form.entry.passwordCommand = settings.passwordCommand;
    if (settings.security != profile.security) {
        m_form.chooseSecurity(settings.security);
    }
    showForm();
    changed();
}

// ---- what a click can do

void AddServerPage::applyRemedy(const diagnosis::Remedy &remedy)
{
    if (remedy.kind == diagnosis::Remedy::Kind::LookAt) {
        lookAt(remedy.field);
        return;
    }
    m_form.setProfile(remedy.profile);
    showForm();
    changed();
    check();
}

void AddServerPage::lookAt(diagnosis::Remedy::Field field)
{
    using Field = diagnosis::Remedy::Field;

    QWidget *widget = nullptr;
    switch (field) {
    case Field::Login: openAuth(); return;
    case Field::Pop: openAuth()->openPop(); return;
    case Field::Host: widget = m_ui->hostEdit; break;
    case Field::Port: widget = m_ui->portSpin; break;
    case Field::EhloName:
    case Field::CaFile:
    case Field::ClientCertificate:
    case Field::Proxy:
    case Field::TimeLimit:
        m_ui->advancedButton->setChecked(true);
        widget = m_ui->advancedPanel->widgetFor(field);
        break;
    case Field::From: widget = m_ui->addressEdit; break;
    case Field::None:
    case Field::Recipients:
    case Field::Message: return;
    }
    widget->setFocus();
    bringIntoView(widget);
}

void AddServerPage::bringIntoView(QWidget *widget)
{
    QTimer::singleShot(0, widget, [this, widget] {
        m_ui->formColumn->activate();
        m_ui->scrollArea->ensureWidgetVisible(widget);
    });
}

} // namespace ui
