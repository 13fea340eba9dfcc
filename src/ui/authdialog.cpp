// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authdialog.h"

#include "core/inert.h"
#include "core/ladder.h"
#include "core/tidy.h"
#include "diagnosis/keywords.h"
#include "diagnosis/words.h"
#include "service/commandline.h"
#include "ui/popdialog.h"
#include "ui/typing.h"
#include "ui/words.h"

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

AuthDialog::AuthDialog(const Context &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_settings(context.form.login())
{
    m_ui.setupUi(this);
    nameClearButtons(*this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui.smtpsText->setText(
        context.form.entry.profile.allowOldTls
            ? tr("Encrypts from the first byte. TLS 1.0 and newer are used, as allowed "
                 "for this server; the name is the manual's.")
            : tr("Encrypts from the first byte. TLS 1.2 and newer are used; the name is "
                 "the manual's."));
    setUpMethods();
    setUpId();
    m_ui.smtpsCheck->setChecked(m_settings.security == core::Security::Smtps);
    connect(m_ui.smtpsCheck, &QCheckBox::toggled, this, &AuthDialog::updateLadder);
    connect(m_ui.buttons, &QDialogButtonBox::accepted, this, &AuthDialog::accept);
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &AuthDialog::reject);
    connect(m_ui.buttons, &QDialogButtonBox::helpRequested, this, &AuthDialog::helpRequested);
    updateMethod();
    (method() == Method::External ? m_ui.idEdit : m_ui.passwordEdit)->setFocus();
}

void AuthDialog::setUpMethods()
{
    m_radios = {
        {Method::CramMd5, m_ui.cramMd5Radio},         {Method::Plain1, m_ui.plain1Radio},
        {Method::Plain2, m_ui.plain2Radio},           {Method::Login, m_ui.loginRadio},
        {Method::ScramSha256, m_ui.scramSha256Radio}, {Method::OAuthBearer, m_ui.oauthBearerRadio},
        {Method::XOauth2, m_ui.xoauth2Radio},         {Method::External, m_ui.externalRadio},
        {Method::PopBeforeSmtp, m_ui.popRadio},       {Method::None, m_ui.noneRadio}};
    m_offers = {
        {Method::CramMd5, m_ui.cramMd5Offer},         {Method::Plain1, m_ui.plain1Offer},
        {Method::Plain2, m_ui.plain2Offer},           {Method::Login, m_ui.loginOffer},
        {Method::ScramSha256, m_ui.scramSha256Offer}, {Method::OAuthBearer, m_ui.oauthBearerOffer},
        {Method::XOauth2, m_ui.xoauth2Offer},         {Method::External, m_ui.externalOffer}};
    for (auto it = m_radios.cbegin(); it != m_radios.cend(); ++it) {
        const QLatin1StringView mechanism = core::mechanismOf(it.key());
        (*it)->setChecked(it.key() == m_settings.method);
        (*it)->setToolTip(diagnosis::mechanismExplanation(
                              QByteArray(mechanism.data(), mechanism.size()), &translatedText)
                              .toHtmlEscaped());
        connect(*it, &QRadioButton::toggled, this, &AuthDialog::updateMethod);
    }
    m_ui.noneRadio->setToolTip(QString());
    m_ui.popRadio->setToolTip(
        tr("The older way to be let in: a login by POP3, and the mail right after it")
            .toHtmlEscaped());
    connect(m_ui.popSettingsButton, &QPushButton::clicked, this, &AuthDialog::openPop);
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
    m_ui.idKindCombo->addItems({tr("the whole address"), tr("the part before @"), tr("other")});
    m_ui.idEdit->setText(m_settings.userId);
    m_ui.idEdit->setPlaceholderText(m_context.form.entry.address);
    tidyIdOnLeaving(*m_ui.idEdit, *m_ui.idMessage);
    updateIdKind();
    connect(m_ui.idEdit, &QLineEdit::textChanged, this, &AuthDialog::updateIdKind);
    connect(m_ui.idKindCombo, &QComboBox::activated, this, &AuthDialog::onIdKind);
    if (m_settings.password) {
        m_ui.passwordEdit->setText(QString::fromUtf8(m_settings.password->reveal()));
    }
    m_ui.commandEdit->setText(service::commandLineOf(m_settings.passwordCommand));
    connect(m_ui.commandEdit, &QLineEdit::textEdited, this,
            [this] { m_ui.commandMessage->clearFor(m_ui.commandEdit); });
    connect(m_ui.showButton, &QToolButton::toggled, this, [this](bool shown) {
        m_ui.passwordEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    m_ui.keychainCheck->setChecked(m_settings.keepInKeychain && m_context.keychainThere);
    if (!m_context.keychainThere) {
        m_ui.keychainCheck->setText(tr("There is no keychain: kept in memory until you quit"));
    } else if (m_context.keychainLocked) {
        m_ui.keychainCheck->setText(tr("Keep it in the keychain, which is locked and will ask"));
    }
}

void AuthDialog::onIdKind(int index)
{
    if (index == WholeAddress) {
        m_ui.idEdit->setText(m_context.form.entry.address);
    } else if (index == BeforeAt) {
        m_ui.idEdit->setText(beforeAt(m_context.form.entry.address));
    } else {
        m_ui.idEdit->setFocus();
        m_ui.idEdit->selectAll();
    }
}

void AuthDialog::updateIdKind()
{
    const QString id = m_ui.idEdit->text();
    // With EXTERNAL an empty ID is one: whom the certificate stands for.
    const bool whole =
        id == m_context.form.entry.address || (id.isEmpty() && method() != Method::External);
    m_ui.idKindCombo->setCurrentIndex(whole                                          ? WholeAddress
                                      : id == beforeAt(m_context.form.entry.address) ? BeforeAt
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
    m_ui.idGroup->setEnabled(method() != Method::None);
    m_ui.popSettingsButton->setEnabled(method() == Method::PopBeforeSmtp);
    m_ui.idEdit->setPlaceholderText(method() == Method::External
                                        ? tr("empty: whom the certificate stands for")
                                        : m_context.form.entry.address);
    updateIdKind();
    updateSecret();
    updateLadder();
}

void AuthDialog::updateSecret()
{
    const bool token = core::takesToken(method());
    const bool none = method() == Method::External;
    m_ui.passwordLabel->setText(token ? tr("&Access token") : tr("&Password"));
    m_ui.passwordEdit->setAccessibleName(token ? tr("Access token") : tr("Password"));
    m_ui.showButton->setAccessibleName(token ? tr("Show the access token")
                                             : tr("Show the password"));
    m_ui.commandLabel->setText(token ? tr("Token co&mmand") : tr("Pass&word command"));
    m_ui.commandEdit->setAccessibleName(token ? tr("Program that prints the access token")
                                              : tr("Program that prints the password"));
    m_ui.commandEdit->setToolTip(
        token ? tr("A program whose first line of output is the access token")
              : tr("A program whose first line of output is the password, instead of a kept one"));
    const bool sameKind = token == core::takesToken(m_settings.method);
    m_ui.passwordEdit->setPlaceholderText(
        !m_context.form.isNew() && sameKind && !none ? tr("kept; type to change it") : QString());
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_ui.passwordLabel, m_ui.passwordEdit, m_ui.showButton,
                                          m_ui.commandLabel, m_ui.commandEdit}) {
        widget->setEnabled(!none);
    }
    m_ui.keychainCheck->setEnabled(m_context.keychainThere && !none);
    QString hint;
    if (token) {
        hint = tokenHint();
    } else if (none) {
        hint = !m_context.form.entry.profile.clientCertificate.isEmpty()
                   ? tr("The client certificate logs in; there is no password.")
                   : tr("The client certificate logs in; there is no password. Set the "
                        "certificate in the page, under Advanced.");
    }
    m_ui.passwordMessage->showHint(m_ui.passwordEdit, hint);
}

void AuthDialog::updateLadder()
{
    const Method chosen = method();
    if (chosen == Method::None) {
        m_ui.ladderText->setText(
            tr("The mail is handed over without logging in, as within a company."));
        return;
    }
    if (chosen == Method::PopBeforeSmtp) {
        m_ui.ladderText->setText(popText());
        return;
    }
    const QList<Method> &ladder = core::takesToken(chosen) ? core::tokenLadder() : core::ladder();
    QStringList rungs;
    for (const Method rung : ladder) {
        rungs.append(diagnosis::methodTitle(rung, &translatedText));
    }
    const QString rule =
        ladder.contains(chosen)
            ? tr("%1, never the other way.").arg(rungs.join(u" > "_s))
            : tr("%1 has no fallback.").arg(diagnosis::methodTitle(chosen, &translatedText));
    if (!m_context.offered) {
        m_ui.ladderText->setText(
            tr("What this server offers is not known yet; Check finds it out.") + u' ' + rule);
        return;
    }
    const auto used = core::nextRung(chosen, *m_context.offered, {});
    m_ui.ladderText->setText(
        (used ? tr("With this server's reply %1 will be used.")
                    .arg(diagnosis::methodTitle(*used, &translatedText))
              : tr("With this server's reply no login is possible by this method or one below.")) +
        u' ' + rule);
}

QString AuthDialog::popText() const
{
    const core::PopProfile &pop = m_settings.pop;
    const QString host =
        core::inert(pop.host.isEmpty() ? m_context.form.entry.profile.host : pop.host);
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
    m_ui.popRadio->setChecked(true);
    auto *dialog = new PopDialog({m_settings.pop, m_settings.popPassword},
                                 {m_context.form.entry.profile.host,
                                  core::tidied(m_ui.idEdit->text()), m_context.popPasswordKept},
                                 this);
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
    settings.userId = core::tidied(m_ui.idEdit->text());
    if (!m_ui.passwordEdit->text().isEmpty()) {
        settings.password = core::Secret(m_ui.passwordEdit->text().toUtf8());
    } else if (m_settings.password) {
        settings.password.reset();
    }
    if (m_ui.keychainCheck->isEnabled()) {
        settings.keepInKeychain = m_ui.keychainCheck->isChecked();
    }
    const auto command = service::splitCommand(m_ui.commandEdit->text());
    settings.passwordCommand = command ? *command : QStringList();
    if (m_ui.smtpsCheck->isChecked()) {
        settings.security = core::Security::Smtps;
    } else if (settings.security == core::Security::Smtps) {
        settings.security = m_context.form.startTls;
    }
    return settings;
}

void AuthDialog::accept()
{
    commitTyping();
    if (m_ui.passwordEdit->text().contains(QChar(0))) {
        m_ui.passwordMessage->showError(m_ui.passwordEdit,
                                        tr("No login method can carry a NUL character."));
        m_ui.passwordEdit->setFocus();
        return;
    }
    if (const auto command = service::splitCommand(m_ui.commandEdit->text()); !command) {
        m_ui.commandMessage->showError(m_ui.commandEdit, translatedDetail(command.error().detail));
        m_ui.commandEdit->setFocus();
        return;
    }
    QDialog::accept();
}

} // namespace ui
