// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authdialog.h"

#include "ui_authdialog.h"

#include "core/inert.h"
#include "core/ladder.h"
#include "diagnosis/keywords.h"
#include "diagnosis/words.h"
#include "service/fields.h"
#include "ui/popdialog.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QProcess>
#include <QPushButton>

using namespace Qt::StringLiterals;
using core::Method;

namespace ui
{

namespace
{

enum IdKind
{
    WholeAddress,
    BeforeAt,
    Other,
};

QString beforeAt(const QString &address)
{
    return address.left(address.lastIndexOf(u'@'));
}

} // namespace

AuthDialog::AuthDialog(const LoginSettings &settings, const Context &context, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AuthDialog>())
    , m_context(context)
    , m_settings(settings)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->smtpsText->setText(
        tr("Encrypts from the first byte. TLS 1.2 and newer are used; the name is the manual's."));
    setUpMethods();
    setUpId();
    m_ui->smtpsCheck->setChecked(settings.security == core::Security::Smtps);
    connect(m_ui->smtpsCheck, &QCheckBox::toggled, this, &AuthDialog::updateLadder);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &AuthDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &AuthDialog::reject);
    connect(m_ui->buttons, &QDialogButtonBox::helpRequested, this, &AuthDialog::helpRequested);
    updateMethod();
    m_ui->passwordEdit->setFocus();
}

AuthDialog::~AuthDialog() = default;

void AuthDialog::setUpMethods()
{
    m_radios = {{Method::CramMd5, m_ui->cramMd5Radio},
                {Method::Plain1, m_ui->plain1Radio},
                {Method::Plain2, m_ui->plain2Radio},
                {Method::Login, m_ui->loginRadio},
                {Method::ScramSha256, m_ui->scramSha256Radio},
                {Method::PopBeforeSmtp, m_ui->popRadio},
                {Method::None, m_ui->noneRadio}};
    m_offers = {{Method::CramMd5, m_ui->cramMd5Offer},
                {Method::Plain1, m_ui->plain1Offer},
                {Method::Plain2, m_ui->plain2Offer},
                {Method::Login, m_ui->loginOffer},
                {Method::ScramSha256, m_ui->scramSha256Offer}};
    for (auto it = m_radios.cbegin(); it != m_radios.cend(); ++it) {
        const QLatin1StringView mechanism = core::mechanismOf(it.key());
        (*it)->setChecked(it.key() == m_settings.method);
        (*it)->setToolTip(diagnosis::mechanismExplanation(
                              QByteArray(mechanism.data(), mechanism.size()), &translatedText)
                              .toHtmlEscaped());
        connect(*it, &QRadioButton::toggled, this, &AuthDialog::updateMethod);
    }
    m_ui->noneRadio->setToolTip(QString());
    m_ui->popRadio->setToolTip(
        tr("The older way to be let in: a login by POP3, and the mail right after it")
            .toHtmlEscaped());
    connect(m_ui->popSettingsButton, &QPushButton::clicked, this, &AuthDialog::openPop);
    for (auto it = m_offers.cbegin(); it != m_offers.cend(); ++it) {
        (*it)->setEnabled(true);
        if (m_context.offered) {
            const QLatin1StringView mechanism = core::mechanismOf(it.key());
            const bool there =
                m_context.offered->contains(QByteArray(mechanism.data(), mechanism.size()));
            (*it)->setText(there ? tr("offered by the server") : tr("not offered"));
            (*it)->setEnabled(there);
            m_radios[it.key()]->setAccessibleDescription((*it)->text());
        }
    }
}

void AuthDialog::setUpId()
{
    m_ui->idKindCombo->addItems({tr("the whole address"), tr("the part before @"), tr("other")});
    m_ui->idEdit->setText(m_settings.userId);
    m_ui->idEdit->setPlaceholderText(m_context.address);
    tidyOnLeaving(*m_ui->idEdit);
    updateIdKind();
    connect(m_ui->idEdit, &QLineEdit::textChanged, this, &AuthDialog::updateIdKind);
    connect(m_ui->idKindCombo, &QComboBox::activated, this, &AuthDialog::onIdKind);
    if (m_settings.password) {
        m_ui->passwordEdit->setText(QString::fromUtf8(m_settings.password->reveal()));
    }
    m_ui->passwordEdit->setPlaceholderText(m_context.passwordKept ? tr("kept; type to change it")
                                                                  : QString());
    m_ui->commandEdit->setText(commandLineOf(m_settings.passwordCommand));
    connect(m_ui->showButton, &QToolButton::toggled, this, [this](bool shown) {
        m_ui->passwordEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    m_ui->keychainCheck->setChecked(m_settings.keepInKeychain && m_context.keychainThere);
    m_ui->keychainCheck->setEnabled(m_context.keychainThere);
    if (!m_context.keychainThere) {
        m_ui->keychainCheck->setText(tr("There is no keychain: kept in memory until you quit"));
    }
}

void AuthDialog::onIdKind(int index)
{
    if (index == WholeAddress) {
        m_ui->idEdit->setText(m_context.address);
    } else if (index == BeforeAt) {
        m_ui->idEdit->setText(beforeAt(m_context.address));
    } else {
        m_ui->idEdit->setFocus();
        m_ui->idEdit->selectAll();
    }
}

void AuthDialog::updateIdKind()
{
    const QString id = m_ui->idEdit->text();
    const bool whole = id.isEmpty() || id == m_context.address;
    m_ui->idKindCombo->setCurrentIndex(whole                               ? WholeAddress
                                       : id == beforeAt(m_context.address) ? BeforeAt
                                                                           : Other);
}

Method AuthDialog::method() const
{
    for (auto it = m_radios.cbegin(); it != m_radios.cend(); ++it) {
        if ((*it)->isChecked()) {
            return it.key();
        }
    }
    return m_settings.method;
}

void AuthDialog::updateMethod()
{
    m_ui->idGroup->setEnabled(method() != Method::None);
    m_ui->popSettingsButton->setEnabled(method() == Method::PopBeforeSmtp);
    updateLadder();
}

void AuthDialog::updateLadder()
{
    const Method chosen = method();
    if (chosen == Method::None) {
        m_ui->ladderText->setText(
            tr("The mail is handed over without logging in, as within a company."));
        return;
    }
    if (chosen == Method::PopBeforeSmtp) {
        m_ui->ladderText->setText(popText());
        return;
    }
    QStringList rungs;
    for (const Method rung : core::ladder()) {
        rungs.append(diagnosis::methodTitle(rung, &translatedText));
    }
    const QString rule = chosen == Method::Plain2
                             ? tr("PLAIN2 stands beside the ladder: it is used or nothing is.")
                             : tr("%1, never the other way.").arg(rungs.join(u" > "_s));
    if (!m_context.offered) {
        m_ui->ladderText->setText(
            tr("What this server offers is not known yet; Check finds it out.") + u' ' + rule);
        return;
    }
    const auto used = core::nextRung(chosen, *m_context.offered, {});
    m_ui->ladderText->setText(
        (used ? tr("With this server's reply %1 will be used.")
                    .arg(diagnosis::methodTitle(*used, &translatedText))
              : tr("With this server's reply no login is possible by this method or one below.")) +
        u' ' + rule);
}

QString AuthDialog::popText() const
{
    const core::PopProfile &pop = m_settings.pop;
    const QString host = core::inert(pop.host.isEmpty() ? m_context.host : pop.host);
    return host.isEmpty()
               ? tr("Logs in by POP3, port %1, and then sends without another login.").arg(pop.port)
               : tr("Logs in by POP3 at %1, port %2, and then sends without another "
                    "login.")
                     .arg(host)
                     .arg(pop.port);
}

void AuthDialog::openPop()
{
    commitTyping();
    m_ui->popRadio->setChecked(true);
    auto *dialog = new PopDialog(
        {m_settings.pop, m_settings.popPassword},
        {m_context.host, service::tidied(m_ui->idEdit->text()), m_context.popPasswordKept}, this);
    connect(dialog, &PopDialog::accepted, this, [this, dialog] {
        const PopDialog::Value chosen = dialog->value();
        m_settings.pop = chosen.pop;
        m_settings.popPassword = chosen.password;
        updateLadder();
    });
    connect(dialog, &PopDialog::helpRequested, this, &AuthDialog::helpRequested);
    dialog->open();
}

LoginSettings AuthDialog::value() const
{
    LoginSettings settings = m_settings;
    settings.method = method();
    settings.userId = service::tidied(m_ui->idEdit->text());
    if (!m_ui->passwordEdit->text().isEmpty()) {
        settings.password = core::Secret(m_ui->passwordEdit->text().toUtf8());
    } else if (m_settings.password) {
        settings.password.reset();
    }
    if (m_ui->keychainCheck->isEnabled()) {
        settings.keepInKeychain = m_ui->keychainCheck->isChecked();
    }
    settings.passwordCommand = QProcess::splitCommand(m_ui->commandEdit->text());
    if (m_ui->smtpsCheck->isChecked()) {
        settings.security = core::Security::Smtps;
    } else if (settings.security == core::Security::Smtps) {
        settings.security = m_context.startTls;
    }
    return settings;
}

void AuthDialog::accept()
{
    commitTyping();
    if (m_ui->passwordEdit->text().contains(QChar(0))) {
        m_ui->passwordMessage->showError(m_ui->passwordEdit,
                                         tr("No login method can carry a NUL character."));
        m_ui->passwordEdit->setFocus();
        return;
    }
    QDialog::accept();
}

} // namespace ui
