// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the form is the truth. A field that changes writes into it, and then all fields are
// shown anew, but for a text that says the same already: it is being typed.
#include "ui/serverfields.h"

#include "ui_addserverpage.h"

#include "core/inert.h"
#include "core/ladder.h"
#include "core/tidy.h"
#include "diagnosis/words.h"
#include "service/fields.h"
#include "service/serverediting.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QMap>
#include <QTimer>

using namespace Qt::StringLiterals;
using core::PasswordFor;
using core::Security;
using service::ServerEditing;
using service::ServerForm;

namespace ui
{

namespace
{

constexpr Security securities[] = {Security::Smtps, Security::StartTls, Security::StartTlsIfOffered,
                                   Security::None};

} // namespace

ServerFields::ServerFields(Ui::AddServerPage &ui, ServerEditing &editing, QObject *parent)
    : QObject(parent)
    , m_ui(ui)
    , m_editing(editing)
{
    setUp();
    connectTyping();
    connectLeaving();
    connect(&editing, &ServerEditing::begun, this, &ServerFields::onBegun);
    connect(&editing, &ServerEditing::changed, this, &ServerFields::show);
    connect(&editing.attempt(), &service::Attempt::finished, this, &ServerFields::showAuth);
    show();
}

void ServerFields::setUp()
{
    for (const Security security : securities) {
        m_ui.securityCombo->addItem(securityChoice(security), static_cast<int>(security));
        m_ui.securityCombo->setItemData(
            m_ui.securityCombo->count() - 1,
            diagnosis::securitySentence(security, &translatedText).toHtmlEscaped(),
            Qt::ToolTipRole);
    }
    m_ui.authLabel->hide();
    m_ui.advancedPanel->hide();
    tidyAddressOnLeaving(*m_ui.addressEdit);
    tidyOnLeaving(*m_ui.hostEdit);
    tidyIdOnLeaving(*m_ui.idEdit, *m_ui.idMessage);
    connect(m_ui.showPasswordButton, &QToolButton::toggled, this, [this](bool shown) {
        m_ui.passwordEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(m_ui.advancedButton, &QToolButton::toggled, this, [this](bool shown) {
        m_ui.advancedPanel->setVisible(shown);
        m_ui.advancedButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
}

void ServerFields::connectTyping()
{
    const auto onTyping = [this](auto *field, auto signal, auto typed) {
        connect(field, signal, this, [this, typed](const auto &value) {
            if (!m_showing) {
                typed(value);
            }
        });
    };
    onTyping(m_ui.addressEdit, &QLineEdit::textChanged,
             [this](const QString &text) { m_editing.typeAddress(core::tidiedAddress(text)); });
    onTyping(m_ui.hostEdit, &QLineEdit::textChanged,
             [this](const QString &text) { m_editing.typeHost(core::tidied(text)); });
    onTyping(m_ui.nameEdit, &QLineEdit::textChanged, [this](const QString &text) {
        m_editing.change([&text](ServerForm &form) { form.entry.profile.name = text; });
    });
    onTyping(m_ui.idEdit, &QLineEdit::textChanged, [this](const QString &text) {
        m_editing.change([&text](ServerForm &form) { form.typeId(core::tidied(text)); });
    });
    onTyping(m_ui.passwordEdit, &QLineEdit::textChanged, [this](const QString &text) {
        m_editing.change([&text](ServerForm &form) {
            form.password =
                text.isEmpty() ? std::nullopt : std::optional(core::Secret(text.toUtf8()));
        });
    });
    onTyping(m_ui.portSpin, &QSpinBox::valueChanged, [this](int port) {
        m_editing.change([port](ServerForm &form) { form.typePort(static_cast<quint16>(port)); });
    });
    connect(m_ui.securityCombo, &QComboBox::activated, this, [this](int index) {
        const auto security = static_cast<Security>(m_ui.securityCombo->itemData(index).toInt());
        m_editing.chooseSecurity(security);
    });
    connect(m_ui.usualPortButton, &QPushButton::clicked, this,
            [this] { m_editing.change(&ServerForm::useUsualPort); });
    connect(m_ui.advancedPanel, &AdvancedPanel::edited, this, [this] {
        if (!m_showing) {
            m_editing.change([this](ServerForm &form) {
                form.entry.profile = m_ui.advancedPanel->value(form.entry.profile);
            });
        }
    });
}

/// What is wrong is said when a field is left, not while it is being typed.
void ServerFields::connectLeaving()
{
    const std::pair<QLineEdit *, FieldMessage *> fields[] = {
        {m_ui.addressEdit, m_ui.addressMessage},
        {m_ui.hostEdit, m_ui.hostMessage},
        {m_ui.nameEdit, m_ui.nameMessage}};
    for (const auto &[edit, message] : fields) {
        connect(edit, &QLineEdit::textEdited, this,
                [edit = edit, message = message] { message->clearFor(edit); });
    }
    connect(m_ui.addressEdit, &QLineEdit::editingFinished, this, [this] {
        const QString &address = m_editing.form().entry.address;
        m_ui.addressMessage->showError(
            m_ui.addressEdit,
            translatedDetail(address.isEmpty() ? core::Text() : service::addressProblem(address)));
    });
    connect(m_ui.hostEdit, &QLineEdit::editingFinished, this,
            [this] { m_ui.hostMessage->showError(m_ui.hostEdit, settleHost()); });
}

QString ServerFields::settleHost()
{
    return translatedDetail(m_editing.settleHost());
}

QWidget *ServerFields::check(bool forSaving)
{
    commitTyping();
    const QString hostProblem = settleHost();
    const core::ServerEntry &entry = m_editing.form().entry;
    m_ui.addressEdit->setText(entry.address); // half width, as it was taken
    m_ui.hostEdit->setText(entry.profile.host);
    const QString addressProblem = entry.address.isEmpty()
                                       ? QString()
                                       : translatedDetail(service::addressProblem(entry.address));
    m_ui.addressMessage->showError(m_ui.addressEdit, addressProblem);
    m_ui.hostMessage->showError(m_ui.hostEdit, entry.profile.host.isEmpty()
                                                   ? tr("Which server? Enter its host name.")
                                                   : hostProblem);
    const bool nul = m_ui.passwordEdit->isEnabled() && m_ui.passwordEdit->text().contains(QChar(0));
    if (nul) {
        m_ui.passwordMessage->showError(m_ui.passwordEdit,
                                        tr("No login method can carry a NUL character."));
    }
    QWidget *advanced = m_ui.advancedPanel->check();
    if (forSaving && !addressProblem.isEmpty()) {
        return m_ui.addressEdit;
    }
    if (entry.profile.host.isEmpty() || !hostProblem.isEmpty()) {
        return m_ui.hostEdit;
    }
    if (nul) {
        return m_ui.passwordEdit;
    }
    if (advanced != nullptr) {
        m_ui.advancedButton->setChecked(true);
    }
    return advanced;
}

void ServerFields::showFileProblem(core::Failure failure, const core::Text &detail)
{
    if (failure == core::Failure::CaFileUnreadable ||
        failure == core::Failure::ClientCertificateUnreadable) {
        m_ui.advancedPanel->showFileProblem(failure, detail);
    }
}

void ServerFields::showProblem(const core::Text &detail)
{
    m_ui.nameMessage->showError(m_ui.nameEdit, translatedDetail(detail));
    m_ui.nameEdit->setFocus();
    bringIntoView(m_ui.nameMessage);
}

QWidget *ServerFields::widgetFor(diagnosis::Remedy::Field field)
{
    using Field = diagnosis::Remedy::Field;

    if (QWidget *advanced = m_ui.advancedPanel->widgetFor(field)) {
        m_ui.advancedButton->setChecked(true);
        return advanced;
    }
    if (field == Field::Login) {
        m_ui.passwordEdit->selectAll();
        return m_ui.passwordEdit->isEnabled() ? m_ui.passwordEdit : m_ui.idEdit;
    }
    return QMap<Field, QWidget *>{
        {Field::Host, m_ui.hostEdit}, {Field::Port, m_ui.portSpin}, {Field::From, m_ui.addressEdit}}
        .value(field);
}

/// Scrolls there once the layout has taken in what has just changed.
void ServerFields::bringIntoView(QWidget *widget)
{
    QTimer::singleShot(0, widget, [this, widget] {
        m_ui.formColumn->activate();
        m_ui.scrollArea->ensureWidgetVisible(widget);
    });
}

// ---- what is shown

void ServerFields::onBegun()
{
    const std::pair<FieldMessage *, QWidget *> messages[] = {
        {m_ui.addressMessage, m_ui.addressEdit},
        {m_ui.passwordMessage, m_ui.passwordEdit},
        {m_ui.idMessage, m_ui.idEdit},
        {m_ui.nameMessage, m_ui.nameEdit},
        {m_ui.hostMessage, m_ui.hostEdit}};
    for (const auto &[message, field] : messages) {
        message->clearFor(field);
    }
    m_ui.showPasswordButton->setChecked(false);
    m_ui.advancedPanel->clearMessages();
    const core::ServerProfile &profile = m_editing.form().entry.profile;
    m_ui.advancedButton->setChecked(AdvancedPanel::isUsedBy(profile));
    m_showing = true;
    m_ui.advancedPanel->setValue(profile);
    m_showing = false;
}

void ServerFields::show()
{
    m_showing = true;
    const ServerForm &form = m_editing.form();
    const core::ServerProfile &profile = form.entry.profile;
    if (core::tidiedAddress(m_ui.addressEdit->text()) != form.entry.address) {
        m_ui.addressEdit->setText(form.entry.address);
    }
    if (core::tidied(m_ui.idEdit->text()) != profile.userId) {
        m_ui.idEdit->setText(profile.userId);
    }
    if (m_ui.nameEdit->text() != profile.name) {
        m_ui.nameEdit->setText(profile.name);
    }
    if (core::tidied(m_ui.hostEdit->text()) != profile.host) {
        m_ui.hostEdit->setText(profile.host);
        m_ui.hostMessage->clearFor(m_ui.hostEdit);
    }
    m_ui.nameEdit->setPlaceholderText(core::inert(m_editing.finished().profile.name));
    if (m_ui.portSpin->value() != profile.port) {
        m_ui.portSpin->setValue(profile.port);
    }
    m_ui.securityCombo->setCurrentIndex(
        m_ui.securityCombo->findData(static_cast<int>(profile.security)));
    if (m_ui.advancedPanel->value(profile) != profile) {
        m_ui.advancedPanel->setValue(profile);
        if (AdvancedPanel::isUsedBy(profile)) {
            m_ui.advancedButton->setChecked(true);
        }
    }
    showLogin();
    m_showing = false;
    showAuth();
    showHints();
}

/// The same ID and password as in the dialog.
void ServerFields::showLogin()
{
    const ServerForm &form = m_editing.form();
    const core::ServerProfile &profile = form.entry.profile;
    const auto which = core::passwordUsed(profile);
    const bool token = core::takesToken(profile.method);
    const bool popsOwn = which == PasswordFor::Pop;
    m_ui.idEdit->setEnabled(profile.method != core::Method::None && !popsOwn);
    m_ui.idEdit->setPlaceholderText(profile.method == core::Method::External
                                        ? tr("empty: whom the certificate stands for")
                                    : popsOwn ? core::inert(core::loginIdOf(profile))
                                              : form.entry.address);
    m_ui.passwordLabel->setText(token ? tr("Access to&ken") : tr("Pass&word"));
    m_ui.passwordEdit->setAccessibleName(token ? tr("Access token") : tr("Password"));
    m_ui.showPasswordButton->setAccessibleName(token ? tr("Show the access token")
                                                     : tr("Show the password"));
    m_ui.passwordEdit->setEnabled(which == PasswordFor::Smtp);
    m_ui.showPasswordButton->setEnabled(which == PasswordFor::Smtp);
    const QString typed = form.password ? QString::fromUtf8(form.password->reveal()) : QString();
    if (m_ui.passwordEdit->text() != typed) {
        m_ui.passwordEdit->setText(typed);
    }
    QString place;
    if (popsOwn) {
        place = tr("the POP3 login has its own");
    } else if (which && !form.entry.passwordCommand.isEmpty()) {
        place = tr("fetched by a command");
    } else if (which && m_editing.hasKeptPassword()) {
        place = tr("kept; type to change it");
    }
    m_ui.passwordEdit->setPlaceholderText(place);
    m_ui.passwordMessage->showHint(m_ui.passwordEdit, token ? tokenHint() : QString());
}

void ServerFields::showAuth()
{
    const core::ServerProfile profile = m_editing.finished().profile;
    if (profile.method == core::Method::None) {
        m_ui.authSummary->setText(tr("No authentication"));
        return;
    }
    QStringList rungs;
    const QList<core::Method> &ladder =
        core::takesToken(profile.method) ? core::tokenLadder() : core::ladder();
    const qsizetype start = ladder.indexOf(profile.method);
    for (const core::Method method :
         start < 0 ? QList<core::Method>{profile.method} : ladder.mid(start)) {
        rungs.append(diagnosis::methodTitle(method, &translatedText));
    }
    m_ui.authSummary->setText(rungs.join(u" > "_s));
}

void ServerFields::showHints()
{
    const core::ServerProfile profile = m_editing.finished().profile;
    QString hint;
    if (profile.port == 465 && profile.security != Security::Smtps) {
        hint = tr("Port 465 is usual for SMTPs.");
    } else if (profile.security == Security::Smtps && (profile.port == 25 || profile.port == 587)) {
        hint = tr("Port %1 hardly ever takes SMTPs; 465 is usual.").arg(profile.port);
    }
    m_ui.portMessage->showHint(m_ui.portSpin, hint);
    m_ui.usualPortButton->setVisible(m_editing.form().portTyped);
    m_ui.providerPanel->show(m_editing.provider(), profile);
    QString ofLogin;
    if (profile.security == Security::None && core::sendsPassword(profile.method)) {
        ofLogin = tr("This method would send the password readable; Proserpina refuses that unless "
                     "it is allowed below.");
    } else if (profile.method == core::Method::External && profile.clientCertificate.isEmpty()) {
        ofLogin = tr("EXTERNAL logs in by a client certificate: set it under Advanced.");
    }
    m_ui.authMessage->showHint(m_ui.authButton, ofLogin);
}

} // namespace ui
