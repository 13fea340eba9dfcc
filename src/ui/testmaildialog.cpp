// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testmaildialog.h"

#include "core/inert.h"
#include "core/tidy.h"
#include "diagnosis/words.h"
#include "service/fields.h"
#include "service/mailaddresses.h"
#include "service/maildraft.h"
#include "ui/addressfield.h"
#include "ui/settings.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

const QString draftName = u"test-mail"_s;
constexpr auto draftDelay = std::chrono::seconds(1);
constexpr int progressSteps = 1000;

enum Notify
{
    AsTheServerLikes,
    OnFailure,
    Always,
    Never,
};

} // namespace

TestMailDialog::TestMailDialog(const Backend &backend, const Way &way, const QString &address,
                               bool isChosen, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_way(way)
    , m_attempt(backend.mailer, backend.servers)
{
    m_ui.setupUi(this);
    nameClearButtons(*this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui.serverText->setText(
        tr("Through %1: %2, port %3, %4")
            .arg(way.name, core::inert(way.profile.host))
            .arg(way.profile.port)
            .arg(diagnosis::securityTitle(way.profile.security, &translatedText)));
    m_ui.toEdit->setPlaceholderText(
        tr("leave empty to send to yourself; separate addresses with commas"));
    m_untouched = {address,
                   {},
                   tr("Test mail from Proserpina"),
                   tr("This mail was sent by Proserpina to try a mail server."),
                   {}};
    showMail(m_untouched);
    m_ui.recipientTree->setHeaderLabels({tr("Recipient"), tr("Result"), tr("Server's answer")});
    m_ui.recipientTree->header()->resizeSection(0, fontMetrics().averageCharWidth() * 36);
    m_ui.recipientTree->hide();
    m_ui.notifyCombo->addItems(
        {tr("server default"), tr("when it cannot be delivered"), tr("in any case"), tr("never")});
    m_ui.progressBar->setRange(0, progressSteps);
    m_ui.progressBar->hide();
    m_ui.transcriptView->setPlaceholderText(tr("The conversation with the server appears here."));
    tidyAddressOnLeaving(*m_ui.fromEdit);
    takeAddresses(*m_ui.toEdit, service::MailAddresses(backend.servers).all());
    m_ui.attemptPanel->follow(m_attempt);
    m_ui.attemptPanel->hideTranscriptButton();
    m_ui.attemptPanel->setTitle({}, tr("Sending"));
    connect(m_ui.attemptPanel, &AttemptPanel::remedyChosen, this, &TestMailDialog::onRemedy);
    connect(&m_attempt, &service::Attempt::told, this, &TestMailDialog::onTold);
    connect(&m_attempt, &service::Attempt::finished, this, &TestMailDialog::onFinished);
    connect(m_ui.sendButton, &QPushButton::clicked, this, &TestMailDialog::send);
    connect(m_ui.outboxButton, &QPushButton::clicked, this, &TestMailDialog::putAside);
    connect(m_ui.fromEdit, &QLineEdit::textChanged, this, &TestMailDialog::updateButtons);
    connect(m_ui.stopButton, &QPushButton::clicked, &m_attempt, &service::Attempt::stop);
    connect(m_ui.closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui.copyButton, &QPushButton::clicked, m_ui.transcriptView, &TranscriptView::copyAll);
    connect(m_ui.addAttachmentButton, &QPushButton::clicked, this,
            &TestMailDialog::chooseAttachments);
    connect(m_ui.removeAttachmentButton, &QPushButton::clicked, m_ui.attachmentList,
            &AttachmentList::removeSelected);
    connect(m_ui.attachmentList, &AttachmentList::refused, this,
            &TestMailDialog::onAttachmentsRefused);
    connect(m_ui.attachmentList, &QListWidget::itemSelectionChanged, this,
            &TestMailDialog::updateButtons);
    keepDraft(isChosen);
    m_ui.attachmentList->setMaximumHeight(fontMetrics().lineSpacing() * 4);
    m_ui.recipientTree->setMaximumHeight(fontMetrics().lineSpacing() * 7);
    m_ui.sendButton->setDefault(true);
    m_ui.closeButton->setAutoDefault(false);
    restoreGeometry(backend.settings.look(u"geometry/testMail"_s));
    resize(size().boundedTo(screen()->availableSize()));
    updateButtons();
    if (m_ui.fromEdit->text().isEmpty()) {
        m_ui.fromEdit->setFocus();
    } else {
        m_ui.sendButton->setFocus();
    }
}

TestMailDialog::~TestMailDialog()
{
    writeLateDraft();
    m_backend.settings.setLook(u"geometry/testMail"_s, saveGeometry());
}

void TestMailDialog::keepDraft(bool isChosen)
{
    const auto kept = service::mailFromBytes(m_backend.servers.draft(draftName));
    if (kept) {
        core::Draft mail = kept->mail;
        if (isChosen || kept->way != m_way.server.value_or(QUuid())) {
            mail.from = m_untouched.from; // another server's
        }
        showMail(mail);
        showDelivery(kept->delivery);
    }
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &TestMailDialog::writeDraft);
    connect(this, &QDialog::finished, this, &TestMailDialog::writeLateDraft);
    const auto later = [this] { m_draftTimer.start(); };
    // A file on a field is an attachment, not a text.
    for (QLineEdit *edit : {m_ui.fromEdit, m_ui.toEdit, m_ui.subjectEdit}) {
        edit->setAcceptDrops(false);
        connect(edit, &QLineEdit::textChanged, this, later);
    }
    m_ui.textEdit->setAcceptDrops(false);
    connect(m_ui.textEdit, &QPlainTextEdit::textChanged, this, later);
    connect(m_ui.attachmentList, &AttachmentList::changed, this, later);
    connect(m_ui.allOrNoneCheck, &QCheckBox::toggled, this, later);
    connect(m_ui.notifyCombo, &QComboBox::currentIndexChanged, this, later);
}

/// What was changed less than a second ago, where the dialog goes now.
void TestMailDialog::writeLateDraft()
{
    if (m_draftTimer.isActive()) {
        writeDraft();
    }
}

void TestMailDialog::writeDraft()
{
    m_draftTimer.stop();
    const service::MailDraft now{m_way.server.value_or(QUuid()), mail(), delivery()};
    const bool untouched = now.mail == m_untouched && now.delivery == core::Delivery();
    m_backend.servers.setDraft(draftName, untouched ? QByteArray() : service::bytesFromMail(now));
}

void TestMailDialog::showMail(const core::Draft &mail)
{
    m_ui.fromEdit->setText(mail.from);
    m_ui.toEdit->setText(mail.to.join(u", "_s));
    m_ui.subjectEdit->setText(mail.subject);
    m_ui.textEdit->setPlainText(mail.text);
    m_ui.attachmentList->addFiles(mail.attachments);
}

void TestMailDialog::showDelivery(const core::Delivery &delivery)
{
    const core::NotifyRequest &notify = delivery.notify;
    m_ui.allOrNoneCheck->setChecked(delivery.allOrNone);
    m_ui.notifyCombo->setCurrentIndex(notify.never       ? Never
                                      : notify.onSuccess ? Always
                                      : notify.onFailure ? OnFailure
                                                         : AsTheServerLikes);
}

core::Draft TestMailDialog::mail() const
{
    return {core::tidiedAddress(m_ui.fromEdit->text()),
            service::splitAddresses(m_ui.toEdit->text()), m_ui.subjectEdit->text(),
            m_ui.textEdit->toPlainText(), m_ui.attachmentList->paths()};
}

core::Delivery TestMailDialog::delivery() const
{
    core::Delivery delivery;
    delivery.allOrNone = m_ui.allOrNoneCheck->isChecked();
    delivery.breakSignature = m_breakSignature;
    const int wanted = m_ui.notifyCombo->currentIndex();
    delivery.notify.never = wanted == Never;
    delivery.notify.onSuccess = wanted == Always;
    delivery.notify.onFailure = delivery.notify.onDelay = wanted == OnFailure || wanted == Always;
    return delivery;
}

bool TestMailDialog::checkFields()
{
    commitTyping();
    const bool to = checkAddresses(*m_ui.toEdit, *m_ui.toMessage);
    const bool from = checkAddress(*m_ui.fromEdit, *m_ui.fromMessage);
    return to && from;
}

void TestMailDialog::send()
{
    if (m_attempt.isRunning() || m_puttingAside || !checkFields()) {
        return;
    }
    core::Draft draft = mail();
    if (draft.to.isEmpty()) {
        draft.to.append(draft.from);
    }
    m_ui.transcriptView->begin();
    m_ui.recipientTree->hide();
    m_ui.progressBar->hide();
    m_attempt.start({{core::Goal::SendMail, m_way.profile, {}, draft, delivery()}, m_way.password},
                    m_way.server);
    updateButtons();
    m_ui.stopButton->setFocus();
}

std::optional<core::Identity> TestMailDialog::identity() const
{
    for (const core::Identity &one :
         m_backend.servers.identities().named(core::tidiedAddress(m_ui.fromEdit->text()))) {
        if (m_way.server && one.server == *m_way.server) {
            return one;
        }
    }
    return {};
}

void TestMailDialog::putAside()
{
    const auto sender = identity();
    if (m_attempt.isRunning() || m_puttingAside || !checkFields() || !sender) {
        return;
    }
    m_puttingAside = true;
    updateButtons();
    core::Draft draft = mail();
    const core::Draft own = service::draftOf(*sender);
    draft.from = own.from;
    draft.replyTo = own.replyTo;
    draft.organisation = own.organisation;
    if (draft.to.isEmpty()) {
        draft.to.append(draft.from);
    }
    m_draftTimer.stop();
    // Also where the window goes meanwhile: it is in the outbox, and not a draft any more.
    m_backend.delivery.accept({sender->id, draft, delivery()}, &m_backend.servers,
                              [servers = &m_backend.servers,
                               dialog = QPointer(this)](const core::Result<outbox::MailId> &id) {
                                  if (id) {
                                      servers->setDraft(draftName, {});
                                  }
                                  if (dialog) {
                                      dialog->onPutAside(id);
                                  }
                              });
}

void TestMailDialog::onPutAside(const core::Result<outbox::MailId> &id)
{
    m_puttingAside = false;
    if (id) {
        Q_EMIT putIntoOutbox(*id);
        QDialog::reject();
        return;
    }
    updateButtons();
    m_ui.attachmentsMessage->showError(m_ui.outboxButton, translatedDetail(id.error().detail));
}

/// Then the page has to ask, or to take the other password.
bool TestMailDialog::takesPasswordElsewhere(const core::ServerProfile &profile) const
{
    const auto which = core::passwordUsed(profile);
    return which && (which != core::passwordUsed(m_way.profile) ||
                     service::goesElsewhere(*which, m_way.profile, profile));
}

void TestMailDialog::onRemedy(const diagnosis::Remedy &remedy)
{
    using Field = diagnosis::Remedy::Field;

    m_breakSignature = remedy.kind == diagnosis::Remedy::Kind::TakeSignatureOff;
    const bool mayLeak = !remedy.isRisky() && takesPasswordElsewhere(remedy.profile) &&
                         m_way.server != Backend::practiceId();
    if (remedy.kind != diagnosis::Remedy::Kind::LookAt && !mayLeak) {
        m_way.profile = remedy.profile;
        Q_EMIT settingsChosen(remedy.profile, remedy.isRisky() ? service::Consent{remedy.profile}
                                                               : service::Consent{});
        send();
        return;
    }
    if (remedy.field == Field::From || remedy.field == Field::Recipients ||
        remedy.field == Field::Message) {
        (remedy.field == Field::From         ? static_cast<QWidget *>(m_ui.fromEdit)
         : remedy.field == Field::Recipients ? static_cast<QWidget *>(m_ui.toEdit)
                                             : m_ui.textEdit)
            ->setFocus();
        return;
    }
    Q_EMIT lookAtRequested(remedy);
    QDialog::reject();
}

void TestMailDialog::onTold(const core::AttemptEvent &event)
{
    if (const auto *line = std::get_if<core::TranscriptLine>(&event)) {
        m_ui.transcriptView->add(*line);
    } else if (const auto *progress = std::get_if<core::BodyProgress>(&event)) {
        const auto [sent, total] = *progress;
        m_ui.progressBar->show();
        m_ui.progressBar->setValue(total > 0 ? static_cast<int>(sent * progressSteps / total) : 0);
        m_ui.progressBar->setFormat(
            tr("%1 of %2")
                .arg(QLocale().formattedDataSize(sent), QLocale().formattedDataSize(total)));
    }
}

void TestMailDialog::onFinished()
{
    if (m_attempt.record().facts.outcome == core::Outcome::Accepted) {
        // It has arrived; the next dialog begins anew, this one still shows it.
        m_draftTimer.stop();
        m_backend.servers.setDraft(draftName, {});
    }
    showRecipients();
    updateButtons();
    m_ui.mailArea->ensureWidgetVisible(m_ui.attemptPanel);
    m_ui.sendButton->setText(tr("&Send again"));
    m_ui.closeButton->setFocus();
}

void TestMailDialog::showRecipients()
{
    const QList<service::Report::Recipient> &recipients = m_ui.attemptPanel->report().recipients;
    m_ui.recipientTree->clear();
    for (const service::Report::Recipient &recipient : recipients) {
        m_ui.recipientTree->addTopLevelItem(
            new QTreeWidgetItem({recipient.address, recipient.result, recipient.answer}));
    }
    m_ui.recipientTree->setVisible(!recipients.isEmpty());
}

void TestMailDialog::updateButtons()
{
    const bool running = m_attempt.isRunning();
    const bool busy = running || m_puttingAside;
    m_ui.sendButton->setEnabled(!busy);
    m_ui.stopButton->setVisible(running);
    const bool hasSender = identity().has_value();
    m_ui.outboxButton->setVisible(!running && m_way.server != Backend::practiceId());
    m_ui.outboxButton->setEnabled(hasSender && !m_puttingAside);
    m_ui.outboxButton->setToolTip(hasSender
                                      ? tr("It is sent from there, and tried again if need be.")
                                      : tr("Only for a From address that is tied to this server."));
    m_ui.copyButton->setEnabled(!m_ui.transcriptView->wholeText().isEmpty());
    m_ui.attachmentList->setEnabled(!busy);
    m_ui.removeAttachmentButton->setEnabled(!busy &&
                                            !m_ui.attachmentList->selectedItems().isEmpty());
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_ui.fromEdit, m_ui.toEdit, m_ui.subjectEdit, m_ui.addAttachmentButton,
             m_ui.notifyCombo, m_ui.allOrNoneCheck}) {
        field->setEnabled(!busy);
    }
    m_ui.textEdit->setReadOnly(busy);
}

void TestMailDialog::chooseAttachments()
{
    auto *dialog = new QFileDialog(this, tr("Add attachments"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, m_ui.attachmentList, &AttachmentList::addFiles);
    dialog->open();
}

void TestMailDialog::onAttachmentsRefused(const QStringList &names)
{
    if (names.isEmpty()) {
        m_ui.attachmentsMessage->clearFor(m_ui.attachmentList);
    } else {
        m_ui.attachmentsMessage->showError(
            m_ui.attachmentList, tr("Not a file that can be read: %1").arg(names.join(u", "_s)));
    }
}

void TestMailDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!AttachmentList::localFiles(*event->mimeData()).isEmpty() && !m_attempt.isRunning()) {
        event->acceptProposedAction();
    }
}

void TestMailDialog::dropEvent(QDropEvent *event)
{
    m_ui.attachmentList->addFiles(AttachmentList::localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

void TestMailDialog::reject()
{
    if (m_puttingAside) {
        return; // for a moment
    }
    if (m_attempt.isRunning()) {
        m_attempt.stop(); // Escape stops first; a second one closes
        return;
    }
    QDialog::reject();
}

} // namespace ui
