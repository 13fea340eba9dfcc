// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/popdialog.h"

#include "core/tidy.h"
#include "service/fields.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QSignalBlocker>

#include <chrono>

using core::PopAuth;
using core::PopSecurity;

namespace ui
{

PopDialog::PopDialog(const Value &value, const Context &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_value(value)
    , m_following(value.pop)
{
    m_ui.setupUi(this);
    nameClearButtons(*this);
    setAttribute(Qt::WA_DeleteOnClose);
    setUpFields();
    setUpPassword();
    connect(m_ui.buttons, &QDialogButtonBox::accepted, this, &PopDialog::accept);
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &PopDialog::reject);
    connect(m_ui.buttons, &QDialogButtonBox::helpRequested, this, &PopDialog::helpRequested);
    m_ui.popHostEdit->setFocus();
}

void PopDialog::setUpFields()
{
    m_ui.popHostEdit->setText(m_value.pop.host);
    m_ui.popHostEdit->setPlaceholderText(m_context.host.isEmpty() ? tr("the same as for SMTP")
                                                                  : m_context.host);
    m_ui.popIdEdit->setText(m_value.pop.userId);
    m_ui.popIdEdit->setPlaceholderText(m_context.userId.isEmpty() ? tr("the same as for SMTP")
                                                                  : m_context.userId);
    tidyOnLeaving(*m_ui.popHostEdit);
    tidyIdOnLeaving(*m_ui.popIdEdit, *m_ui.popIdMessage);
    connect(m_ui.popHostEdit, &QLineEdit::editingFinished, this,
            [this] { m_ui.popHostMessage->showError(m_ui.popHostEdit, settleHost()); });
    connect(m_ui.popHostEdit, &QLineEdit::textEdited, this,
            [this] { m_ui.popHostMessage->clearFor(m_ui.popHostEdit); });

    const std::pair<QString, PopSecurity> securities[] = {
        {tr("POP3S (TLS from the first byte)"), PopSecurity::Pop3s},
        {tr("STLS required"), PopSecurity::Stls},
        {tr("no encryption"), PopSecurity::None}};
    for (const auto &[title, security] : securities) {
        m_ui.popSecurityCombo->addItem(title, static_cast<int>(security));
    }
    m_ui.popSecurityCombo->setCurrentIndex(
        m_ui.popSecurityCombo->findData(static_cast<int>(m_value.pop.security)));
    const std::pair<QString, PopAuth> auths[] = {
        {tr("APOP where it is offered, else USER and PASS"), PopAuth::Auto},
        {tr("APOP only"), PopAuth::Apop},
        {tr("USER and PASS"), PopAuth::User}};
    for (const auto &[title, auth] : auths) {
        m_ui.popAuthCombo->addItem(title, static_cast<int>(auth));
    }
    m_ui.popAuthCombo->setCurrentIndex(
        m_ui.popAuthCombo->findData(static_cast<int>(m_value.pop.auth)));

    usePort(m_value.pop.port);
    connect(m_ui.popPortSpin, &QSpinBox::valueChanged, this, [this](int port) {
        m_following.pop.port = static_cast<quint16>(port);
        m_following.portTyped = true;
    });
    const auto follow = [this] {
        m_following.pop.security = security();
        m_following.followSecurity();
        usePort(m_following.pop.port);
    };
    connect(m_ui.popSecurityCombo, &QComboBox::activated, this, follow);
    connect(m_ui.usualPopPortButton, &QPushButton::clicked, this, [this, follow] {
        m_following.portTyped = false;
        follow();
    });
    using std::chrono::duration_cast;
    m_ui.waitSpin->setSuffix(tr(" s"));
    m_ui.waitSpin->setValue(
        static_cast<int>(duration_cast<std::chrono::seconds>(m_value.pop.wait).count()));
    connect(m_ui.waitSpin, &QSpinBox::valueChanged, this, [this] { m_waitTyped = true; });
    const bool pinned = !m_value.pop.pinnedSha256.isEmpty();
    m_ui.pinText->setText(fingerprintRows(m_value.pop.pinnedSha256, 16));
    const auto showPin = [this](bool shown) {
        for (QWidget *part :
             {static_cast<QWidget *>(m_ui.pinLabel), static_cast<QWidget *>(m_ui.pinText),
              static_cast<QWidget *>(m_ui.forgetPopPinButton)}) {
            part->setVisible(shown);
        }
    };
    showPin(pinned);
    connect(m_ui.forgetPopPinButton, &QPushButton::clicked, this, [this, showPin] {
        m_value.pop.pinnedSha256.clear();
        showPin(false);
    });
}

void PopDialog::setUpPassword()
{
    m_ui.ownPasswordCheck->setChecked(m_value.pop.ownPassword);
    if (m_value.password) {
        m_ui.popPasswordEdit->setText(QString::fromUtf8(m_value.password->reveal()));
    }
    connect(m_ui.ownPasswordCheck, &QCheckBox::toggled, this, [this](bool own) {
        updatePassword();
        if (own) {
            m_ui.popPasswordEdit->setFocus();
        }
    });
    connect(m_ui.showButton, &QToolButton::toggled, this, [this](bool shown) {
        m_ui.popPasswordEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(m_ui.popPasswordEdit, &QLineEdit::textEdited, this,
            [this] { m_ui.popPasswordMessage->clearFor(m_ui.popPasswordEdit); });
    updatePassword();
}

void PopDialog::updatePassword()
{
    const bool own = m_ui.ownPasswordCheck->isChecked();
    m_ui.passwordLabel->setEnabled(own);
    m_ui.popPasswordEdit->setEnabled(own);
    m_ui.showButton->setEnabled(own);
    m_ui.popPasswordEdit->setPlaceholderText(!own ? tr("the same as for SMTP-AUTH")
                                             : m_context.passwordKept
                                                 ? tr("kept; type to change it")
                                                 : QString());
    if (!own) {
        m_ui.popPasswordMessage->clearFor(m_ui.popPasswordEdit);
    }
}

void PopDialog::usePort(quint16 port)
{
    const QSignalBlocker quiet(m_ui.popPortSpin);
    m_ui.popPortSpin->setValue(port);
}

PopSecurity PopDialog::security() const
{
    return static_cast<PopSecurity>(m_ui.popSecurityCombo->currentData().toInt());
}

QString PopDialog::settleHost()
{
    const QString typed = core::tidied(m_ui.popHostEdit->text());
    if (typed.isEmpty()) {
        return {};
    }
    if (const core::Text problem = m_following.takeHost(typed); !problem.isEmpty()) {
        return translatedDetail(problem);
    }
    m_ui.popHostEdit->setText(m_following.pop.host);
    usePort(m_following.pop.port);
    return translatedDetail(service::hostProblem(m_following.pop.host));
}

PopDialog::Value PopDialog::value() const
{
    Value value = m_value;
    core::PopProfile &pop = value.pop;
    pop.host = core::tidied(m_ui.popHostEdit->text());
    pop.port = static_cast<quint16>(m_ui.popPortSpin->value());
    pop.security = security();
    pop.auth = static_cast<PopAuth>(m_ui.popAuthCombo->currentData().toInt());
    pop.userId = core::tidied(m_ui.popIdEdit->text());
    pop.ownPassword = m_ui.ownPasswordCheck->isChecked();
    if (m_waitTyped) { // else a fraction of a second from elsewhere stays
        pop.wait = std::chrono::seconds(m_ui.waitSpin->value());
    }
    const QString typed = m_ui.popPasswordEdit->text();
    value.password.reset();
    if (pop.ownPassword && !typed.isEmpty()) {
        value.password = core::Secret(typed.toUtf8());
    }
    return value;
}

void PopDialog::accept()
{
    commitTyping();
    const QString problem = settleHost();
    m_ui.popHostMessage->showError(m_ui.popHostEdit, problem);
    if (!problem.isEmpty()) {
        m_ui.popHostEdit->setFocus();
        return;
    }
    const bool own = m_ui.ownPasswordCheck->isChecked();
    if (own && m_ui.popPasswordEdit->text().isEmpty() && !m_context.passwordKept) {
        m_ui.popPasswordMessage->showError(
            m_ui.popPasswordEdit, tr("Enter the password, or take the same as for SMTP-AUTH."));
        m_ui.popPasswordEdit->setFocus();
        return;
    }
    QDialog::accept();
}

} // namespace ui
