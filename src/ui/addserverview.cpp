// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: m_form of AddServerPage into the fields, and the texts that follow from it.
#include "ui/addserverpage.h"

#include "ui_addserverpage.h"

#include "core/inert.h"
#include "core/ladder.h"
#include "diagnosis/words.h"
#include "ui/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using core::PasswordFor;
using core::Security;

namespace ui
{

void AddServerPage::showForm()
{
    m_showing = true;
    const auto set = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text) {
            edit->setText(text);
        }
    };
    const core::ServerProfile &profile = m_form.entry.profile;
    set(m_ui->addressEdit, m_form.entry.address);
    set(m_ui->nameEdit, profile.name);
    set(m_ui->hostEdit, profile.host);
    m_ui->nameEdit->setPlaceholderText(profile.host);
    m_ui->portSpin->setValue(profile.port);
    m_ui->securityCombo->setCurrentIndex(
        m_ui->securityCombo->findData(static_cast<int>(profile.security)));
    m_ui->advancedPanel->setValue(profile);
    if (AdvancedPanel::isUsedBy(profile)) {
        m_ui->advancedButton->setChecked(true);
    }
    m_showing = false;
    showAuth();
    showHints();
    updateButtons();
}

void AddServerPage::showFollowing()
{
    m_showing = true;
    const core::ServerProfile &profile = m_form.entry.profile;
    if (!m_form.hostTyped && m_ui->hostEdit->text() != profile.host) {
        m_ui->hostEdit->setText(profile.host);
        m_ui->hostMessage->clearFor(m_ui->hostEdit);
    }
    m_ui->nameEdit->setPlaceholderText(profile.host);
    m_ui->portSpin->setValue(profile.port);
    m_ui->securityCombo->setCurrentIndex(
        m_ui->securityCombo->findData(static_cast<int>(profile.security)));
    m_showing = false;
    showAuth();
    showHints();
}

QString AddServerPage::passwordText() const
{
    const core::ServerProfile &profile = m_form.entry.profile;
    const auto which = core::passwordUsed(profile);
    if (!which) {
        return profile.clientCertificate.isEmpty() ? tr("no client certificate yet")
                                                   : tr("client certificate");
    }
    const bool token = core::takesToken(profile.method);
    if (typedPassword(*which)) {
        return token ? tr("access token typed") : tr("password typed");
    }
    if (*which == PasswordFor::Smtp && !m_form.entry.passwordCommand.isEmpty()) {
        return token ? tr("access token by a command") : tr("password by a command");
    }
    if (m_form.isNew()) {
        return token ? tr("no access token yet") : tr("no password yet");
    }
    return token ? tr("access token as it was") : tr("password as it was");
}

void AddServerPage::showAuth()
{
    const core::ServerProfile &profile = m_form.entry.profile;
    if (profile.method == core::Method::None) {
        m_ui->authSummary->setText(tr("No authentication"));
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
    const QString id = core::loginIdOf(m_form.finished().profile);
    m_ui->authSummary->setText(tr("%1, ID %2, %3")
                                   .arg(rungs.join(u" > "_s),
                                        id.isEmpty() ? tr("not set") : core::inert(id),
                                        passwordText()));
}

void AddServerPage::showHints()
{
    const core::ServerProfile &profile = m_form.entry.profile;
    QString hint;
    if (profile.port == 465 && profile.security != Security::Smtps) {
        hint = tr("Port 465 is usual for SMTPs.");
    } else if (profile.security == Security::Smtps && (profile.port == 25 || profile.port == 587)) {
        hint = tr("Port %1 hardly ever takes SMTPs; 465 is usual.").arg(profile.port);
    }
    m_ui->providerPanel->show(provider(), m_form.finished().profile);
    m_ui->portMessage->showHint(m_ui->portSpin, hint);
    m_ui->usualPortButton->setVisible(m_form.portTyped);
    QString ofLogin;
    if (profile.security == Security::None && core::sendsPassword(profile.method)) {
        ofLogin = tr("This method would send the password readable; Proserpina refuses that unless "
                     "it is allowed below.");
    } else if (profile.method == core::Method::External && profile.clientCertificate.isEmpty()) {
        ofLogin = tr("EXTERNAL logs in by a client certificate: set it under Advanced.");
    }
    m_ui->authMessage->showHint(m_ui->authButton, ofLogin);
}

void AddServerPage::updateButtons()
{
    const bool running = m_attempt.isRunning();
    const bool editing = !m_form.isNew();
    m_ui->checkButton->setEnabled(!running);
    m_ui->stopButton->setVisible(running);
    m_ui->cancelButton->setVisible(editing);
    m_ui->saveAsNewButton->setVisible(editing);
    m_ui->clearButton->setVisible(!editing);
    m_ui->clearButton->setEnabled(!m_form.isEmpty());
    const QString title =
        editing ? tr("Edit %1").arg(core::inert(m_untouched.entry.profile.name)) : QString();
    m_ui->titleLabel->setText(title);
    m_ui->titleLabel->setVisible(editing);
    Q_EMIT titleChanged(title);
    Q_EMIT runningChanged();
}

} // namespace ui
