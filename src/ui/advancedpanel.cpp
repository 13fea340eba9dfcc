// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: setValue() fills the fields, value() reads them; nothing else is kept, except what
// no field can hold: the pinned certificate, and time limits that differ from step to step.
#include "ui/advancedpanel.h"

#include "core/profilefields.h"
#include "core/tidy.h"
#include "service/fields.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMap>

#include <utility>

using namespace Qt::StringLiterals;
using core::ProxyKind;

namespace ui
{

namespace
{

constexpr int mostSeconds = 86400;

/// Where every step has the same time, in whole seconds; else 0.
int commonSeconds(const core::Deadlines &deadlines)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(deadlines.command);
    const bool same = deadlines == core::Deadlines::all(seconds);
    return same && seconds.count() > 0 && seconds.count() <= mostSeconds
               ? static_cast<int>(seconds.count())
               : 0;
}

QString fileProblem(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty()) {
        return {};
    }
    if (!info.exists()) {
        return AdvancedPanel::tr("There is no such file.");
    }
    if (!info.isFile()) {
        return AdvancedPanel::tr("This is not a file.");
    }
    return info.isReadable() ? QString() : AdvancedPanel::tr("This file cannot be read.");
}

void setText(QLineEdit *edit, const QString &text)
{
    if (edit->text() != text) {
        edit->setText(text);
    }
}

} // namespace

AdvancedPanel::AdvancedPanel(QWidget *parent)
    : QWidget(parent)
{
    m_ui.setupUi(this);
    m_ui.advancedLayout->setContentsMargins(0, 0, 0, 0);
    tidyOnLeaving(*m_ui.ehloEdit);
    tidyOnLeaving(*m_ui.proxyHostEdit);
    setUpFiles();
    setUpProxy();
    connectFields();
    setValue({});
}

void AdvancedPanel::setUpFiles()
{
    const FileField ca{m_ui.caEdit, m_ui.caMessage};
    const FileField certificate{m_ui.certificateEdit, m_ui.certificateMessage};
    const FileField key{m_ui.keyEdit, m_ui.keyMessage};
    m_files = {ca, certificate, key};
    for (const FileField &file : std::as_const(m_files)) {
        connect(file.edit, &QLineEdit::editingFinished, this, [file] {
            file.message->showError(file.edit, fileProblem(file.edit->text().trimmed()));
        });
        connect(file.edit, &QLineEdit::textChanged, this,
                [file] { file.message->clearFor(file.edit); });
    }
    connect(m_ui.caButton, &QPushButton::clicked, this,
            [this, ca] { chooseFile(ca, tr("Choose a file with certificates (PEM)")); });
    connect(m_ui.certificateButton, &QPushButton::clicked, this, [this, certificate] {
        chooseFile(certificate, tr("Choose the client certificate (PEM)"));
    });
    connect(m_ui.keyButton, &QPushButton::clicked, this,
            [this, key] { chooseFile(key, tr("Choose the key of the client certificate (PEM)")); });
}

void AdvancedPanel::setUpProxy()
{
    const std::pair<ProxyKind, QString> kinds[] = {{ProxyKind::None, tr("none")},
                                                   {ProxyKind::Socks5, u"SOCKS5"_s},
                                                   {ProxyKind::HttpConnect, u"HTTP CONNECT"_s}};
    for (const auto &[kind, name] : kinds) {
        m_ui.proxyCombo->addItem(name, static_cast<int>(kind));
    }
    connect(m_ui.proxyCombo, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_showing && !m_proxyPortTyped) {
            m_showing = true;
            m_ui.proxyPortSpin->setValue(core::usualPort(proxy().kind));
            m_showing = false;
        }
        m_ui.proxyMessage->clearFor(m_ui.proxyHostEdit);
        showProxyFields();
        onEdited();
    });
    connect(m_ui.proxyPortSpin, &QSpinBox::valueChanged, this, [this] {
        m_proxyPortTyped = m_proxyPortTyped || !m_showing;
        onEdited();
    });
    connect(m_ui.proxyHostEdit, &QLineEdit::editingFinished, this, [this] {
        const bool begun = !m_ui.proxyHostEdit->text().trimmed().isEmpty();
        m_ui.proxyMessage->showError(m_ui.proxyHostEdit, begun ? proxyProblem() : QString());
    });
    connect(m_ui.proxyHostEdit, &QLineEdit::textEdited, this,
            [this] { m_ui.proxyMessage->clearFor(m_ui.proxyHostEdit); });
}

void AdvancedPanel::connectFields()
{
    for (QLineEdit *edit :
         {m_ui.ehloEdit, m_ui.caEdit, m_ui.certificateEdit, m_ui.keyEdit, m_ui.proxyHostEdit}) {
        connect(edit, &QLineEdit::textChanged, this, &AdvancedPanel::onEdited);
    }
    for (QCheckBox *check : {m_ui.nextMethodCheck, m_ui.plaintextCheck, m_ui.oldTlsCheck}) {
        connect(check, &QCheckBox::toggled, this, &AdvancedPanel::showWarnings);
        connect(check, &QCheckBox::toggled, this, &AdvancedPanel::onEdited);
    }
    for (QSpinBox *spin : {m_ui.connectionsSpin, m_ui.perConnectionSpin, m_ui.perMinuteSpin}) {
        connect(spin, &QSpinBox::valueChanged, this, &AdvancedPanel::onEdited);
    }
    // Said when the field is left, not while it is being typed.
    connect(m_ui.ehloEdit, &QLineEdit::editingFinished, this, [this] {
        const QString typed = m_ui.ehloEdit->text().trimmed();
        m_ui.ehloMessage->showError(m_ui.ehloEdit,
                                    translatedDetail(service::ehloNameProblem(typed)));
    });
    connect(m_ui.ehloEdit, &QLineEdit::textEdited, this,
            [this] { m_ui.ehloMessage->clearFor(m_ui.ehloEdit); });
    connect(m_ui.timeSpin, &QSpinBox::valueChanged, this, [this] {
        showTimes();
        onEdited();
    });
    connect(m_ui.usualTimeButton, &QPushButton::clicked, this, [this] {
        setDeadlines({});
        m_ui.timeSpin->setFocus(); // the button goes
        onEdited();
    });
    connect(m_ui.forgetPinButton, &QPushButton::clicked, this, [this] {
        m_pin.clear();
        showPin();
        onEdited();
    });
}

void AdvancedPanel::onEdited()
{
    if (!m_showing) {
        Q_EMIT edited();
    }
}

void AdvancedPanel::setValue(const core::ServerProfile &profile)
{
    const bool before = std::exchange(m_showing, true);
    setText(m_ui.ehloEdit, profile.ehloName);
    setText(m_ui.caEdit, profile.caFile);
    setText(m_ui.certificateEdit, profile.clientCertificate);
    setText(m_ui.keyEdit, profile.clientKey);
    m_ui.plaintextCheck->setChecked(profile.allowPlaintextPassword);
    m_ui.oldTlsCheck->setChecked(profile.allowOldTls);
    m_ui.nextMethodCheck->setChecked(profile.tryNextMethod);
    m_ui.connectionsSpin->setValue(profile.pace.connections);
    m_ui.perConnectionSpin->setValue(profile.pace.mailsPerConnection);
    m_ui.perMinuteSpin->setValue(profile.pace.mailsPerMinute);
    m_pin = profile.pinnedSha256;
    setDeadlines(profile.deadlines);
    setProxy(profile.proxy);
    showPin();
    showWarnings();
    m_showing = before;
}

core::ServerProfile AdvancedPanel::value(core::ServerProfile profile) const
{
    profile.ehloName = core::tidied(m_ui.ehloEdit->text());
    profile.caFile = m_ui.caEdit->text().trimmed();
    profile.clientCertificate = m_ui.certificateEdit->text().trimmed();
    profile.clientKey = m_ui.keyEdit->text().trimmed();
    profile.allowPlaintextPassword = m_ui.plaintextCheck->isChecked();
    profile.allowOldTls = m_ui.oldTlsCheck->isChecked();
    profile.tryNextMethod = m_ui.nextMethodCheck->isChecked();
    profile.pinnedSha256 = m_pin;
    const int seconds = m_ui.timeSpin->value();
    profile.deadlines =
        seconds == 0 ? m_ownDeadlines : core::Deadlines::all(std::chrono::seconds(seconds));
    profile.pace = {m_ui.connectionsSpin->value(), m_ui.perConnectionSpin->value(),
                    m_ui.perMinuteSpin->value()};
    profile.proxy = proxy();
    return profile;
}

bool AdvancedPanel::isUsedBy(core::ServerProfile profile)
{
    profile.pop = {}; // has a dialog of its own
    if (!profile.proxy.isUsed()) {
        profile.proxy = {};
    }
    return core::differIn(core::ProfileField::CanUnset, profile, {});
}

// ---- time limits

void AdvancedPanel::setDeadlines(const core::Deadlines &deadlines)
{
    const int seconds = commonSeconds(deadlines);
    m_ownDeadlines = seconds == 0 ? deadlines : core::Deadlines();
    const bool before = std::exchange(m_showing, true);
    m_ui.timeSpin->setValue(seconds);
    m_showing = before;
    showTimes();
}

void AdvancedPanel::showTimes()
{
    const bool usual = m_ownDeadlines == core::Deadlines();
    const QString text = usual ? tr("standard (RFC 5321)") : tr("each step its own");
    if (m_ui.timeSpin->specialValueText() != text) {
        m_ui.timeSpin->setSpecialValueText(text);
    }
    m_ui.usualTimeButton->setVisible(!usual || m_ui.timeSpin->value() != 0);
}

// ---- certificates

void AdvancedPanel::showPin()
{
    const bool pinned = !m_pin.isEmpty();
    m_ui.pinText->setText(fingerprintRows(m_pin, 16));
    m_ui.advancedLayout->setRowVisible(m_ui.pinRow, pinned);
}

void AdvancedPanel::chooseFile(const FileField &field, const QString &title)
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (const QFileInfo present(field.edit->text()); present.isFile()) {
        dialog->setDirectory(present.path());
    }
    connect(dialog, &QFileDialog::fileSelected, field.edit, [field](const QString &path) {
        field.edit->setText(path);
        field.message->showError(field.edit, fileProblem(path));
    });
    dialog->open();
}

void AdvancedPanel::showFileProblem(core::Failure failure, const core::Text &detail)
{
    const FileField &ca = m_files[0];
    const FileField &certificate = m_files[1];
    const FileField &key = m_files[2];
    const QString keyFile = key.edit->text().trimmed();
    const bool ofKey = !keyFile.isEmpty() && // its text begins with the file's name
                       detail.arguments().value(0) == core::Text(keyFile);
    const FileField &wrong = failure == core::Failure::CaFileUnreadable ? ca
                             : ofKey                                    ? key
                                                                        : certificate;
    wrong.message->showError(wrong.edit, translatedDetail(detail));
}

// ---- the proxy

core::Proxy AdvancedPanel::proxy() const
{
    return {static_cast<ProxyKind>(m_ui.proxyCombo->currentData().toInt()),
            core::tidied(m_ui.proxyHostEdit->text()),
            static_cast<quint16>(m_ui.proxyPortSpin->value())};
}

void AdvancedPanel::setProxy(const core::Proxy &proxy)
{
    m_ui.proxyCombo->setCurrentIndex(m_ui.proxyCombo->findData(static_cast<int>(proxy.kind)));
    setText(m_ui.proxyHostEdit, proxy.host);
    m_ui.proxyPortSpin->setValue(proxy.port);
    m_proxyPortTyped = proxy.port != core::usualPort(proxy.kind);
    showProxyFields();
}

void AdvancedPanel::showProxyFields()
{
    const bool used = proxy().isUsed();
    m_ui.proxyHostEdit->setVisible(used);
    m_ui.proxyPortSpin->setVisible(used);
}

QString AdvancedPanel::proxyProblem() const
{
    const core::Proxy typed = proxy();
    if (!typed.isUsed()) {
        return {};
    }
    return typed.host.isEmpty() ? tr("Which proxy? Enter its host name.")
                                : translatedDetail(service::hostProblem(typed.host));
}

// ---- what is wrong or risky

void AdvancedPanel::showWarnings()
{
    m_ui.oldTlsMessage->showError(
        m_ui.oldTlsCheck,
        m_ui.oldTlsCheck->isChecked()
            ? tr("These can be broken: somebody on the way may read the password and the mail. "
                 "Only for an old device of your own.")
            : QString());
    m_ui.nextMethodMessage->showHint(
        m_ui.nextMethodCheck,
        m_ui.nextMethodCheck->isChecked()
            ? tr("A weaker method shows the server the password itself. A wrong password is "
                 "refused up to three times, after which some servers lock the account.")
            : QString());
}

QWidget *AdvancedPanel::check()
{
    const QString ehlo = translatedDetail(service::ehloNameProblem(value({}).ehloName));
    m_ui.ehloMessage->showError(m_ui.ehloEdit, ehlo);
    // A file may come back with its disk: it is said, and nothing is held up.
    for (const FileField &file : std::as_const(m_files)) {
        file.message->showError(file.edit, fileProblem(file.edit->text().trimmed()));
    }
    const QString proxy = proxyProblem();
    m_ui.proxyMessage->showError(m_ui.proxyHostEdit, proxy);
    return !ehlo.isEmpty() ? m_ui.ehloEdit : !proxy.isEmpty() ? m_ui.proxyHostEdit : nullptr;
}

void AdvancedPanel::clearMessages()
{
    m_ui.ehloMessage->clearFor(m_ui.ehloEdit);
    m_ui.proxyMessage->clearFor(m_ui.proxyHostEdit);
    for (const FileField &file : std::as_const(m_files)) {
        file.message->clearFor(file.edit);
    }
}

QWidget *AdvancedPanel::widgetFor(diagnosis::Remedy::Field field) const
{
    using Field = diagnosis::Remedy::Field;

    QWidget *proxyField = m_ui.proxyCombo;
    if (proxy().isUsed()) {
        proxyField = m_ui.proxyHostEdit;
    }
    return QMap<Field, QWidget *>{{Field::EhloName, m_ui.ehloEdit},
                                  {Field::CaFile, m_ui.caEdit},
                                  {Field::ClientCertificate, m_ui.certificateEdit},
                                  {Field::Proxy, proxyField},
                                  {Field::TimeLimit, m_ui.timeSpin}}
        .value(field);
}

} // namespace ui
