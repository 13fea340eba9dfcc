// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maildialog.h"

#include "core/inert.h"
#include "service/fields.h"
#include "service/identities.h"
#include "ui/addressfield.h"
#include "ui/colours.h"
#include "ui/settings.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QScreen>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

constexpr auto draftDelay = std::chrono::seconds(1);

/// Base64 in lines of 76, RFC 2045 6.8.
qint64 encodedSize(qint64 octets)
{
    return octets / 57 * 78 + 78;
}

} // namespace

MailDialog::MailDialog(const Backend &backend, const QString &draftName,
                       const std::optional<core::Draft> &proposed, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_draftName(draftName)
    , m_addresses(backend.servers)
{
    m_ui.setupUi(this);
    nameClearButtons(*this);
    setAttribute(Qt::WA_DeleteOnClose);
    setUpFields();
    showIdentities();
    const auto kept = service::mailFromBytes(backend.servers.draft(draftName));
    m_untouched = service::draftOf(m_writingAs);
    if (proposed) {
        const core::Draft own = m_untouched;
        m_untouched = *proposed;
        m_untouched.from = own.from;
        m_untouched.replyTo = own.replyTo;
        m_untouched.organisation = own.organisation;
        m_untouched.text += own.text;
    }
    if (kept && !proposed) {
        writeAs(kept->way);
        showDraft(*kept);
    } else {
        showDraft({{}, m_untouched});
    }
    connect(&backend.servers.identities(), &service::Identities::changed, this,
            &MailDialog::showIdentities);
    connect(m_ui.sendMailButton, &QPushButton::clicked, this, &MailDialog::send);
    connect(m_ui.clearMailButton, &QPushButton::clicked, this, &MailDialog::clear);
    connect(m_ui.closeMailButton, &QPushButton::clicked, this, &QDialog::close);
    for (QPushButton *button : findChildren<QPushButton *>()) {
        button->setAutoDefault(false); // Enter in a field sends nothing
    }
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &MailDialog::writeDraft);
    restoreGeometry(backend.settings.look(u"geometry/mail"_s));
    resize(size().boundedTo(screen()->availableSize()));
    updateSize();
    updateButtons();
    m_ui.mailToEdit->setFocus();
}

MailDialog::~MailDialog()
{
    writeLateDraft();
    m_backend.settings.setLook(u"geometry/mail"_s, saveGeometry());
}

void MailDialog::setUpFields()
{
    const auto later = [this] { m_draftTimer.start(); };
    const QStringList known = m_addresses.all();
    for (QLineEdit *edit : {m_ui.mailToEdit, m_ui.mailCcEdit, m_ui.mailBccEdit}) {
        takeAddresses(*edit, known);
        edit->setPlaceholderText(edit == m_ui.mailToEdit ? tr("separate addresses with commas")
                                                         : QString());
    }
    // A file on a field is an attachment, not a text.
    for (QLineEdit *edit :
         {m_ui.mailToEdit, m_ui.mailCcEdit, m_ui.mailBccEdit, m_ui.mailSubjectEdit}) {
        edit->setAcceptDrops(false);
        connect(edit, &QLineEdit::textChanged, this, later);
    }
    m_ui.mailTextEdit->setAcceptDrops(false);
    m_ui.mailTextEdit->installEventFilter(this);
    m_ui.mailAttachmentList->installEventFilter(this);
    connect(m_ui.mailTextEdit, &QPlainTextEdit::textChanged, this, later);
    m_ui.mailAttachmentList->setMaximumHeight(fontMetrics().lineSpacing() * 4);
    connect(m_ui.mailAttachmentList, &AttachmentList::changed, this, later);
    connect(m_ui.mailAttachmentList, &AttachmentList::changed, this, &MailDialog::updateSize);
    connect(m_ui.mailAttachmentList, &AttachmentList::refused, this, &MailDialog::onFilesRefused);
    connect(m_ui.mailAttachmentList, &QListWidget::itemSelectionChanged, this,
            &MailDialog::updateButtons);
    connect(m_ui.addFileButton, &QPushButton::clicked, this, &MailDialog::chooseFiles);
    connect(m_ui.removeFileButton, &QPushButton::clicked, m_ui.mailAttachmentList,
            &AttachmentList::removeSelected);
    const QDateTime soon = QDateTime::currentDateTime().addSecs(3600);
    m_ui.atEdit->setDateTime(QDateTime(soon.date(), QTime(soon.time().hour(), 0)));
    m_ui.atEdit->setEnabled(false);
    connect(m_ui.atEdit, &QDateTimeEdit::dateTimeChanged, this, later);
    connect(m_ui.atCheck, &QCheckBox::toggled, m_ui.atEdit, &QWidget::setEnabled);
    connect(m_ui.atCheck, &QCheckBox::toggled, this, later);
    connect(m_ui.senderCombo, &QComboBox::currentIndexChanged, this, &MailDialog::onIdentityChosen);
}

// ---- who it is from

void MailDialog::showIdentities()
{
    const QUuid chosen = m_writingAs.id;
    {
        const QSignalBlocker quiet(m_ui.senderCombo);
        m_ui.senderCombo->clear();
        for (const core::Identity &one : m_backend.servers.identities().all()) {
            const QString from = core::inert(service::Identities::from(one));
            m_ui.senderCombo->addItem(from, one.id);
        }
    }
    writeAs(chosen);
}

void MailDialog::writeAs(const QUuid &identity)
{
    const auto usual = m_backend.servers.identities().usual();
    const QUuid wanted = identity.isNull() && usual ? usual->id : identity;
    m_writingAs.id = wanted; // also where it is gone
    const QSignalBlocker quiet(m_ui.senderCombo);
    m_ui.senderCombo->setCurrentIndex(m_ui.senderCombo->findData(wanted));
    onIdentityChosen();
}

std::optional<core::Identity> MailDialog::identity() const
{
    return m_backend.servers.identities().identity(m_ui.senderCombo->currentData().toUuid());
}

/// The signature of before, where it still stands there, becomes this one's.
void MailDialog::onIdentityChosen()
{
    const auto chosen = identity();
    const QString before = service::draftOf(m_writingAs).text;
    const QString text = m_ui.mailTextEdit->toPlainText();
    if (chosen && before != service::draftOf(*chosen).text && text.endsWith(before)) {
        m_ui.mailTextEdit->setPlainText(text.chopped(before.size()) +
                                        service::draftOf(*chosen).text);
    }
    const core::Text obstacle =
        chosen ? m_backend.servers.identities().obstacle(*chosen)
        : m_ui.senderCombo->count() > 0
            ? core::Text(QT_TRANSLATE_NOOP("core", "This sender is not there any more."))
            : core::Text(QT_TRANSLATE_NOOP(
                  "core", "There is no From address yet. Save a server with an address first."));
    if (obstacle.isEmpty()) {
        m_ui.senderMessage->clearFor(m_ui.senderCombo);
    } else {
        m_ui.senderMessage->showError(m_ui.senderCombo, translatedDetail(obstacle));
    }
    if (chosen) {
        const bool untouched = m_untouched.text == text;
        m_writingAs = *chosen;
        if (untouched) {
            m_untouched.text = m_ui.mailTextEdit->toPlainText();
        }
    }
    updateSize();
    m_draftTimer.start();
}

// ---- what is typed

void MailDialog::showDraft(const service::MailDraft &draft)
{
    const core::Draft &mail = draft.mail;
    m_ui.mailToEdit->setText(mail.to.join(u", "_s));
    m_ui.mailCcEdit->setText(mail.cc.join(u", "_s));
    m_ui.mailBccEdit->setText(mail.bcc.join(u", "_s));
    m_ui.mailSubjectEdit->setText(mail.subject);
    m_ui.mailTextEdit->setPlainText(mail.text);
    m_ui.mailAttachmentList->selectAll();
    m_ui.mailAttachmentList->removeSelected();
    m_ui.mailAttachmentList->addFiles(mail.attachments);
    m_ui.atCheck->setChecked(draft.notBefore.isValid());
    if (draft.notBefore.isValid()) {
        m_ui.atEdit->setDateTime(draft.notBefore.toLocalTime());
    }
}

service::MailDraft MailDialog::draft() const
{
    core::Draft mail = service::draftOf(m_writingAs);
    mail.to = service::splitAddresses(m_ui.mailToEdit->text());
    mail.cc = service::splitAddresses(m_ui.mailCcEdit->text());
    mail.bcc = service::splitAddresses(m_ui.mailBccEdit->text());
    mail.subject = m_ui.mailSubjectEdit->text();
    mail.text = m_ui.mailTextEdit->toPlainText();
    mail.attachments = m_ui.mailAttachmentList->paths();
    return {m_writingAs.id,
            mail,
            {},
            m_ui.atCheck->isChecked() ? m_ui.atEdit->dateTime() : QDateTime()};
}

/// What was changed less than a second ago, where the dialog goes now.
void MailDialog::writeLateDraft()
{
    if (m_draftTimer.isActive()) {
        writeDraft();
    }
}

void MailDialog::writeDraft()
{
    m_draftTimer.stop();
    const service::MailDraft now = draft();
    const core::Draft &mail = now.mail;
    const bool untouched = mail.to == m_untouched.to && mail.cc == m_untouched.cc &&
                           mail.bcc == m_untouched.bcc && mail.subject == m_untouched.subject &&
                           mail.text == m_untouched.text && mail.attachments.isEmpty() &&
                           !now.notBefore.isValid();
    m_backend.servers.setDraft(m_draftName, untouched ? QByteArray() : service::bytesFromMail(now));
}

void MailDialog::clear()
{
    const service::MailDraft before = draft();
    m_untouched = service::draftOf(m_writingAs);
    showDraft({{}, m_untouched});
    m_ui.writingNoticeBar->say(tr("Cleared."),
                               {{tr("&Undo"), [this, before] { showDraft(before); }}});
    m_ui.mailToEdit->setFocus();
}

void MailDialog::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add attachments"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, m_ui.mailAttachmentList,
            &AttachmentList::addFiles);
    dialog->open();
}

void MailDialog::onFilesRefused(const QStringList &names)
{
    if (names.isEmpty()) {
        m_ui.filesMessage->clearFor(m_ui.mailAttachmentList);
    } else {
        m_ui.filesMessage->showError(
            m_ui.mailAttachmentList,
            tr("Not a file that can be read: %1").arg(names.join(u", "_s)));
    }
}

/// As it will be on the wire, beside what the server took last (SIZE, RFC 1870).
void MailDialog::updateSize()
{
    qint64 octets = 1000 + m_ui.mailTextEdit->toPlainText().toUtf8().size();
    for (const QString &path : m_ui.mailAttachmentList->paths()) {
        octets += encodedSize(QFileInfo(path).size());
    }
    const qint64 limit = m_backend.servers.sizeLimitOf(m_writingAs.server);
    const QString size = QLocale().formattedDataSize(octets);
    const QString most = QLocale().formattedDataSize(limit);
    const bool isTooLarge = limit > 0 && octets > limit;
    m_ui.sizeText->setText(
        isTooLarge  ? tr("about %1; too large, the server takes up to %2").arg(size, most)
        : limit > 0 ? tr("about %1; the server takes up to %2").arg(size, most)
                    : tr("about %1").arg(size));
    setColour(*m_ui.sizeText, isTooLarge ? Tone::Bad : Tone::Quiet);
}

// ---- sending

bool MailDialog::checkFields()
{
    commitTyping();
    const bool bcc = checkAddresses(*m_ui.mailBccEdit, *m_ui.mailBccMessage);
    const bool cc = checkAddresses(*m_ui.mailCcEdit, *m_ui.mailCcMessage);
    const bool to = checkAddresses(*m_ui.mailToEdit, *m_ui.mailToMessage);
    if (!to || !cc || !bcc) {
        return false;
    }
    const core::Draft mail = draft().mail;
    if (mail.to.isEmpty() && mail.cc.isEmpty() && mail.bcc.isEmpty()) {
        m_ui.mailToMessage->showError(m_ui.mailToEdit, tr("Give at least one recipient."));
        m_ui.mailToEdit->setFocus();
        return false;
    }
    if (!identity()) {
        m_ui.senderCombo->setFocus();
        return false;
    }
    return true;
}

void MailDialog::send()
{
    if (m_sending || !checkFields()) {
        return;
    }
    writeDraft(); // until it is in the outbox
    const service::MailDraft written = draft();
    m_sending = true;
    updateButtons();
    // Also where the window goes meanwhile, as with another language: it is no draft any more then.
    const auto answered = [servers = &m_backend.servers, name = m_draftName, mail = written.mail,
                           dialog = QPointer(this)](const core::Result<outbox::MailId> &id) {
        if (id) {
            service::MailAddresses(*servers).add(mail.to + mail.cc + mail.bcc);
            servers->setDraft(name, {});
        }
        if (dialog) {
            dialog->onAnswer(id);
        }
    };
    m_backend.delivery.accept({written.way, written.mail, written.delivery, written.notBefore},
                              &m_backend.servers, answered);
}

void MailDialog::onAnswer(const core::Result<outbox::MailId> &id)
{
    m_sending = false;
    updateButtons();
    if (!id) {
        m_ui.writingNoticeBar->say(translatedDetail(id.error().detail));
        return;
    }
    m_draftTimer.stop();
    Q_EMIT mailAccepted(*id);
    close();
}

/// Not in the moment in which it goes into the outbox.
void MailDialog::closeEvent(QCloseEvent *event)
{
    if (m_sending) {
        event->ignore();
    } else {
        QDialog::closeEvent(event);
    }
}

void MailDialog::reject()
{
    if (!m_sending) {
        QDialog::reject();
    }
}

void MailDialog::updateButtons()
{
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui.senderCombo, m_ui.mailToEdit, m_ui.mailCcEdit, m_ui.mailBccEdit,
             m_ui.mailSubjectEdit, m_ui.mailTextEdit, m_ui.mailAttachmentList, m_ui.addFileButton,
             m_ui.atCheck, m_ui.sendMailButton, m_ui.clearMailButton, m_ui.closeMailButton}) {
        widget->setEnabled(!m_sending);
    }
    m_ui.atEdit->setEnabled(!m_sending && m_ui.atCheck->isChecked());
    m_ui.removeFileButton->setEnabled(!m_sending &&
                                      !m_ui.mailAttachmentList->selectedItems().isEmpty());
}

/// Files that were copied are attached where they are pasted.
bool MailDialog::eventFilter(QObject *watched, QEvent *event)
{
    const bool pastes = event->type() == QEvent::KeyPress &&
                        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste);
    const QMimeData *copied = pastes ? QGuiApplication::clipboard()->mimeData() : nullptr;
    const QStringList files =
        copied == nullptr ? QStringList() : AttachmentList::localFiles(*copied);
    if (files.isEmpty()) {
        return QDialog::eventFilter(watched, event);
    }
    m_ui.mailAttachmentList->addFiles(files);
    return true;
}

void MailDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!AttachmentList::localFiles(*event->mimeData()).isEmpty() && !m_sending) {
        event->acceptProposedAction();
    }
}

void MailDialog::dropEvent(QDropEvent *event)
{
    m_ui.mailAttachmentList->addFiles(AttachmentList::localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace ui
