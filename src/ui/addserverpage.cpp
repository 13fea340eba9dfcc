// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: ServerEditing has the form and knows what may be done with it; ServerFields shows
// it and says at the fields what is wrong. Checking, sending and saving each check the fields
// first, and ask where something kept would go to another place.
#include "ui/addserverpage.h"

#include "core/inert.h"
#include "ui/authdialog.h"
#include "ui/problemnotice.h"
#include "ui/serverfields.h"
#include "ui/settings.h"
#include "ui/testmaildialog.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QShortcut>

#include <utility>

using service::ServerEditing;
using service::ServerForm;

namespace ui
{

AddServerPage::AddServerPage(const Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_editing(backend.servers, backend.mailer, backend.providers)
{
    m_ui.setupUi(this);
    nameClearButtons(*this);
    QFont strong = m_ui.titleLabel->font();
    strong.setBold(true);
    m_ui.titleLabel->setFont(strong);
    m_problem = new ProblemNotice(backend.servers, *m_ui.noticeBar);
    m_ui.attemptPanel->follow(m_editing.attempt());
    const bool restored = m_editing.restoreDraft(backend.settings.keepInKeychain());
    m_fields = new ServerFields(m_ui, m_editing, this);
    connectEditing();
    connectButtons();
    setUpResultArea(*m_ui.resultArea, *m_ui.attemptPanel);
    showResult();
    update();
    if (restored) {
        m_ui.noticeBar->say(tr("What you had typed is back; only the password is not kept."),
                            {{tr("Clear"), [this] { clear(); }}});
    }
    setFocusProxy(m_ui.addressEdit);
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, &AddServerPage::undoClear);
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        edit->installEventFilter(this);
    }
}

void AddServerPage::connectEditing()
{
    connect(&m_editing, &ServerEditing::begun, this, &AddServerPage::onBegun);
    connect(&m_editing, &ServerEditing::changed, this, &AddServerPage::update);
    connect(&m_editing, &ServerEditing::saved, this, &AddServerPage::onSaved);
    connect(&m_editing, &ServerEditing::notSaved, this, &AddServerPage::onNotSaved);
    connect(&m_editing.attempt(), &service::Attempt::started, this, &AddServerPage::update);
    connect(&m_editing.attempt(), &service::Attempt::finished, this, &AddServerPage::onChecked);
}

void AddServerPage::connectButtons()
{
    const std::pair<QPushButton *, QKeySequence> keys[] = {
        {m_ui.saveButton, QKeySequence(Qt::CTRL | Qt::Key_S)},
        {m_ui.saveAsNewButton, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
        {m_ui.stopButton, QKeySequence(Qt::Key_Escape)}};
    for (const auto &[button, key] : keys) {
        button->setShortcut(key);
        button->setToolTip(key.toString(QKeySequence::NativeText));
    }
    connect(m_ui.providerPanel, &ProviderPanel::wayChosen, this, [this](const core::Way &way) {
        m_editing.change([&](ServerForm &form) { form.setWay(way, m_editing.provider()); });
    });
    connect(m_ui.providerPanel, &ProviderPanel::insisted, this, [this] {
        m_editing.insist();
        save(false);
    });
    connect(m_ui.authButton, &QPushButton::clicked, this, [this] { openAuth(); });
    connect(m_ui.checkButton, &QPushButton::clicked, this, &AddServerPage::check);
    connect(m_ui.stopButton, &QPushButton::clicked, &m_editing.attempt(), &service::Attempt::stop);
    connect(m_ui.testMailButton, &QPushButton::clicked, this, &AddServerPage::sendTestMail);
    connect(m_ui.saveButton, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_ui.saveAsNewButton, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_ui.clearButton, &QPushButton::clicked, this, &AddServerPage::clear);
    connect(m_ui.cancelButton, &QPushButton::clicked, this, [this] {
        m_editing.begin(freshForm());
        Q_EMIT closed();
    });
    connect(m_ui.attemptPanel, &AttemptPanel::remedyChosen, this, &AddServerPage::applyRemedy);
}

QString AddServerPage::title() const
{
    return form().isNew() ? QString() : tr("Edit %1").arg(core::inert(m_editing.savedName()));
}

void AddServerPage::update()
{
    const bool running = m_editing.attempt().isRunning();
    const bool editing = !form().isNew();
    m_ui.checkButton->setEnabled(!running);
    m_ui.stopButton->setVisible(running);
    m_ui.cancelButton->setVisible(editing);
    m_ui.saveAsNewButton->setVisible(editing);
    m_ui.clearButton->setVisible(!editing);
    const bool empty = form().isEmpty();
    m_ui.clearButton->setEnabled(!empty);
    if (!empty && m_cleared) {
        m_cleared.reset();
        m_ui.noticeBar->hide(); // which offered it back
    }
    welcome(!editing && empty && !m_cleared);
    m_ui.titleLabel->setText(title());
    m_ui.titleLabel->setVisible(editing);
    if (!running) {
        m_ui.attemptPanel->setOutdated(m_editing.result() && !m_editing.isResultCurrent());
    }
    Q_EMIT titleChanged(title());
}

// ---- another server in the form

ServerForm AddServerPage::freshForm() const
{
    ServerForm form;
    form.keepInKeychain = m_backend.settings.keepInKeychain();
    return form;
}

void AddServerPage::onBegun()
{
    showResult();
    m_ui.noticeBar->hide();
}

void AddServerPage::showResult()
{
    if (const auto &result = m_editing.result()) {
        m_ui.attemptPanel->showRecord(core::inert(result->profile.name), *result);
    } else {
        m_ui.attemptPanel->showNothing(
            tr("Check connects and logs in with what is typed here. What the server answers "
               "appears in this place."));
    }
}

void AddServerPage::replace(const ServerForm &next, const Action &then)
{
    const bool same = !next.isNew() && next.entry.id == form().entry.id;
    if (same && isDirty()) {
        then(); // on what is typed
        return;
    }
    const auto go = [this, next, then] {
        m_editing.begin(next);
        then();
    };
    if (!isDirty()) {
        go();
        return;
    }
    m_ui.noticeBar->say(
        tr("What is typed here is not saved yet."),
        {{tr("Drop it and go on with %1")
              .arg(next.isNew() ? tr("a new server") : core::inert(next.entry.profile.name)),
          go}});
}

void AddServerPage::edit(const QUuid &id, const std::optional<diagnosis::Remedy> &remedy)
{
    if (const auto entry = m_backend.servers.server(id)) {
        replace(ServerForm(*entry), [this, remedy] {
            if (remedy) {
                applyRemedy(*remedy);
            } else {
                m_ui.hostEdit->setFocus();
            }
        });
    }
}

void AddServerPage::startNew()
{
    if (form().isNew()) {
        m_ui.addressEdit->setFocus(); // a new one, begun or not
        return;
    }
    replace(freshForm(), [this] { m_ui.addressEdit->setFocus(); });
}

/// Above an empty form, in the notices' place; it goes as soon as something is typed.
void AddServerPage::welcome(bool welcomed)
{
    if (m_welcomed == welcomed) {
        return;
    }
    m_welcomed = welcomed;
    const QString sentence = tr("New here? Type your mail address and password, then press Enter.");
    if (!welcomed) {
        if (m_ui.noticeBar->sentence() == sentence) {
            m_ui.noticeBar->hide();
        }
    } else if (m_ui.noticeBar->sentence().isEmpty()) {
        m_ui.noticeBar->say(
            sentence, {{tr("Try the practice server"), [this] { Q_EMIT practiceRequested(); }}});
    }
}

void AddServerPage::clear()
{
    const ServerForm before = form();
    m_editing.begin(freshForm());
    m_cleared = before;
    m_ui.addressEdit->setFocus();
    m_ui.noticeBar->say(tr("Cleared."), {{tr("&Undo"), [this] { undoClear(); }}});
}

void AddServerPage::undoClear()
{
    if (m_cleared) {
        m_editing.resume(*m_cleared);
    }
}

bool AddServerPage::eventFilter(QObject *watched, QEvent *event)
{
    // A field has Ctrl+Z for itself, where it has something to undo.
    const auto *edit = qobject_cast<QLineEdit *>(watched);
    if (m_cleared && edit != nullptr && !edit->isUndoAvailable() &&
        event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AddServerPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QWidget *focus = focusWidget();
    if (auto *button = qobject_cast<QAbstractButton *>(focus); enter && button != nullptr) {
        button->click();
    } else if (enter && (qobject_cast<QLineEdit *>(focus) || qobject_cast<QSpinBox *>(focus) ||
                         qobject_cast<QComboBox *>(focus))) {
        check();
    } else {
        QWidget::keyPressEvent(event);
    }
}

// ---- what is done with it

bool AddServerPage::checkFields(bool forSaving)
{
    QWidget *wrong = m_fields->check(forSaving);
    if (wrong != nullptr) {
        wrong->setFocus();
        m_fields->bringIntoView(wrong);
    }
    return wrong == nullptr;
}

void AddServerPage::withConsent(const Action &action, bool asNew)
{
    const auto question = m_editing.question(asNew);
    if (!question) {
        action();
        return;
    }
    const QString sentence = translatedDetail(question->sentence);
    const auto agree = [this, profile = m_editing.finished().profile, action, asNew] {
        m_editing.agree(profile);
        withConsent(action, asNew); // once more, where something has changed meanwhile
    };
    const auto enterAnother = [this, which = question->password] {
        lookAt(which == core::PasswordFor::Pop ? diagnosis::Remedy::Field::Pop
                                               : diagnosis::Remedy::Field::Login);
    };
    m_ui.noticeBar->say(
        question->elsewhere ? tr("%1 Is that right?").arg(sentence) : sentence,
        {{question->elsewhere ? tr("Yes, use it there") : tr("Use it all the same"), agree},
         {tr("Enter another"), enterAnother}});
}

void AddServerPage::check()
{
    if (m_editing.attempt().isRunning() || !checkFields(false)) {
        return;
    }
    withConsent([this] {
        const QString name = core::inert(m_editing.finished().profile.name);
        m_ui.attemptPanel->setTitle(name, tr("Checking %1").arg(name));
        m_editing.check();
        m_ui.stopButton->setFocus();
    });
}

void AddServerPage::onChecked()
{
    const core::SessionFacts &facts = m_editing.attempt().record().facts;
    m_fields->showFileProblem(facts.failure, facts.detail);
    update();
    m_ui.checkButton->setFocus();
}

void AddServerPage::sendTestMail()
{
    if (!checkFields(false)) {
        return;
    }
    if (!form().entry.enabled) {
        m_ui.noticeBar->say(tr("This server is switched off: nothing is sent through it."),
                            {{tr("Switch it on and send"), [this] {
                                  m_editing.change(
                                      [](ServerForm &form) { form.entry.enabled = true; });
                                  sendTestMail();
                              }}});
        return;
    }
    withConsent([this] {
        const core::ServerEntry entry = m_editing.finished();
        auto *dialog =
            new TestMailDialog(m_backend,
                               {entry.profile, m_editing.passwordSource(), m_editing.savedServer(),
                                core::inert(entry.profile.name)},
                               entry.address, false, window());
        connect(dialog, &TestMailDialog::settingsChosen, this, &AddServerPage::useProfile);
        connect(dialog, &TestMailDialog::lookAtRequested, this, &AddServerPage::applyRemedy);
        dialog->open();
    });
}

void AddServerPage::save(bool asNew)
{
    if (!checkFields(true)) {
        return;
    }
    if (m_editing.isRefused()) {
        m_ui.providerPanel->showRefusal();
        m_fields->bringIntoView(m_ui.providerPanel);
        return;
    }
    withConsent(
        [this, asNew] {
            m_ui.saveButton->setEnabled(false);
            m_editing.save(asNew);
        },
        asNew);
}

void AddServerPage::onSaved(const service::Saved &done, const QString &name, bool lost)
{
    m_ui.saveButton->setEnabled(true);
    QString notice = tr("Saved %1.").arg(core::inert(name));
    if (done.passwordPlace == service::Passwords::Place::Memory) {
        notice += u' ' + (lost ? tr("The keychain could not take the password: it is "
                                    "kept in memory until you quit.")
                               : tr("Its password is kept in memory until you quit."));
    }
    m_editing.begin(freshForm());
    Q_EMIT saved(done.id, notice);
}

void AddServerPage::onNotSaved(const core::Error &error)
{
    m_ui.saveButton->setEnabled(true);
    if (m_backend.servers.isDamaged()) {
        m_problem->show();
        m_fields->bringIntoView(m_ui.noticeBar);
    } else {
        m_fields->showProblem(error.detail);
    }
}

// ---- logging in

AuthDialog *AddServerPage::openAuth()
{
    commitTyping();
    const service::Passwords &passwords = m_backend.servers.passwords();
    auto *dialog = new AuthDialog({form(), m_editing.offered(), m_editing.hasKeptPopPassword(),
                                   passwords.place() != service::Passwords::Place::Memory,
                                   passwords.isLocked()},
                                  window());
    connect(dialog, &AuthDialog::accepted, this, [this, dialog] {
        m_editing.change([dialog](ServerForm &form) { form.setLogin(dialog->value()); });
    });
    connect(dialog, &AuthDialog::helpRequested, this, &AddServerPage::helpRequested);
    dialog->open();
    return dialog;
}

// ---- what a click can do

void AddServerPage::applyRemedy(const diagnosis::Remedy &remedy)
{
    if (remedy.kind == diagnosis::Remedy::Kind::LookAt) {
        lookAt(remedy.field);
        return;
    }
    useProfile(remedy.profile);
    check();
}

void AddServerPage::useProfile(const core::ServerProfile &profile)
{
    m_editing.change([&profile](ServerForm &form) { form.setProfile(profile); });
}

void AddServerPage::lookAt(diagnosis::Remedy::Field field)
{
    if (field == diagnosis::Remedy::Field::Method || field == diagnosis::Remedy::Field::Pop) {
        AuthDialog *dialog = openAuth();
        if (field == diagnosis::Remedy::Field::Pop) {
            dialog->openPop();
        }
    } else if (QWidget *widget = m_fields->widgetFor(field); widget != nullptr) {
        widget->setFocus();
        m_fields->bringIntoView(widget);
    }
}

} // namespace ui
