// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testmaildialog.h"

#include "ui_testmaildialog.h"

#include "core/inert.h"
#include "diagnosis/words.h"
#include "service/fields.h"
#include "ui/settings.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

constexpr int pathRole = Qt::UserRole;
constexpr int progressSteps = 1000;

QString outcomeText(core::Outcome outcome)
{
    switch (outcome) {
    case core::Outcome::Accepted:
        return TestMailDialog::tr("accepted");
    case core::Outcome::Refused:
        return TestMailDialog::tr("refused");
    case core::Outcome::Deferred:
        return TestMailDialog::tr("not now");
    case core::Outcome::Unknown:
        return TestMailDialog::tr("unknown");
    case core::Outcome::Partial:
    case core::Outcome::Failed:
    case core::Outcome::Cancelled:
        break;
    }
    return TestMailDialog::tr("not sent");
}

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

} // namespace

TestMailDialog::TestMailDialog(const Backend &backend, const Way &way, const QString &address,
                               QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_way(way)
    , m_ui(std::make_unique<Ui::TestMailDialog>())
    , m_attempt(backend.mailer, backend.servers)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->serverText->setText(
        tr("Through %1: %2, port %3, %4")
            .arg(way.name, core::inert(way.profile.host))
            .arg(way.profile.port)
            .arg(diagnosis::securityTitle(way.profile.security, &translatedText)));
    m_ui->fromEdit->setText(address);
    m_ui->toEdit->setPlaceholderText(tr("yourself; several addresses with commas between"));
    m_ui->subjectEdit->setText(tr("Test mail from Proserpina"));
    m_ui->textEdit->setPlainText(tr("This mail was sent by Proserpina to try a mail server."));
    m_ui->recipientTree->setHeaderLabels({tr("Recipient"), tr("Result"), tr("Server's answer")});
    m_ui->recipientTree->header()->resizeSection(0, fontMetrics().averageCharWidth() * 36);
    m_ui->recipientTree->hide();
    m_ui->progressBar->setRange(0, progressSteps);
    m_ui->progressBar->hide();
    m_ui->transcriptView->setPlaceholderText(tr("Everything that is said will stand here."));
    tidyOnLeaving(*m_ui->fromEdit);
    m_ui->attemptPanel->follow(m_attempt);
    m_ui->attemptPanel->setTitle(tr("Sending"));
    connect(m_ui->attemptPanel, &AttemptPanel::remedyChosen, this, &TestMailDialog::onRemedy);
    connect(&m_attempt, &service::Attempt::lineAdded, m_ui->transcriptView, &TranscriptView::add);
    connect(&m_attempt, &service::Attempt::bodyProgress, this, &TestMailDialog::onProgress);
    connect(&m_attempt, &service::Attempt::finished, this, &TestMailDialog::onFinished);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &TestMailDialog::send);
    connect(m_ui->stopButton, &QPushButton::clicked, &m_attempt, &service::Attempt::stop);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->copyButton, &QPushButton::clicked, m_ui->transcriptView,
            &TranscriptView::copyAll);
    connect(m_ui->addAttachmentButton, &QPushButton::clicked, this,
            &TestMailDialog::chooseAttachments);
    connect(m_ui->removeAttachmentButton, &QPushButton::clicked, this,
            &TestMailDialog::removeAttachments);
    connect(m_ui->attachmentList, &QListWidget::itemSelectionChanged, this,
            &TestMailDialog::updateButtons);
    m_ui->attachmentList->setMaximumHeight(fontMetrics().lineSpacing() * 4);
    m_ui->recipientTree->setMaximumHeight(fontMetrics().lineSpacing() * 7);
    m_ui->sendButton->setDefault(true);
    m_ui->closeButton->setAutoDefault(false);
    restoreGeometry(backend.settings.geometry(u"testMail"_s));
    updateButtons();
    if (address.isEmpty()) {
        m_ui->fromEdit->setFocus();
    } else {
        m_ui->sendButton->setFocus();
    }
}

TestMailDialog::~TestMailDialog()
{
    m_backend.settings.setGeometry(u"testMail"_s, saveGeometry());
}

bool TestMailDialog::checkAddresses(QLineEdit *edit, FieldMessage *message, bool several)
{
    const QStringList addresses =
        several ? service::splitAddresses(edit->text()) : QStringList{edit->text()};
    for (const QString &address : addresses) {
        if (const QString problem = service::addressProblem(address); !problem.isEmpty()) {
            const QString sentence = translatedDetail(problem);
            message->showError(edit, several ? tr("%1: %2").arg(core::inert(address), sentence)
                                             : sentence);
            edit->setFocus();
            return false;
        }
    }
    message->clearFor(edit);
    return true;
}

bool TestMailDialog::checkFields()
{
    commitTyping();
    const bool to = checkAddresses(m_ui->toEdit, m_ui->toMessage, true);
    const bool from = checkAddresses(m_ui->fromEdit, m_ui->fromMessage, false);
    return to && from;
}

void TestMailDialog::send()
{
    if (m_attempt.isRunning() || !checkFields()) {
        return;
    }
    QStringList to = service::splitAddresses(m_ui->toEdit->text());
    if (to.isEmpty()) {
        to.append(m_ui->fromEdit->text());
    }
    const core::Draft draft{m_ui->fromEdit->text(), to, m_ui->subjectEdit->text(),
                            m_ui->textEdit->toPlainText(), attachments()};
    m_ui->transcriptView->begin();
    m_ui->recipientTree->hide();
    m_ui->progressBar->hide();
    m_attempt.start({{core::Goal::SendMail, m_way.profile, {}, draft}, m_way.password},
                    m_way.server);
    updateButtons();
    m_ui->stopButton->setFocus();
}

void TestMailDialog::onRemedy(const diagnosis::Remedy &remedy)
{
    using Field = diagnosis::Remedy::Field;

    if (remedy.kind != diagnosis::Remedy::Kind::LookAt) {
        m_way.profile = remedy.profile;
        Q_EMIT settingsChosen(remedy.profile);
        send();
        return;
    }
    if (remedy.field == Field::From || remedy.field == Field::Recipients ||
        remedy.field == Field::Message) {
        (remedy.field == Field::From         ? static_cast<QWidget *>(m_ui->fromEdit)
         : remedy.field == Field::Recipients ? static_cast<QWidget *>(m_ui->toEdit)
                                             : m_ui->textEdit)
            ->setFocus();
        return;
    }
    Q_EMIT lookAtRequested(remedy);
    QDialog::reject();
}

void TestMailDialog::onProgress(qint64 sent, qint64 total)
{
    m_ui->progressBar->show();
    m_ui->progressBar->setValue(total > 0 ? static_cast<int>(sent * progressSteps / total) : 0);
    m_ui->progressBar->setFormat(
        tr("%1 of %2").arg(QLocale().formattedDataSize(sent), QLocale().formattedDataSize(total)));
}

void TestMailDialog::onFinished()
{
    showRecipients();
    updateButtons();
    m_ui->sendButton->setText(tr("&Send again"));
    m_ui->closeButton->setFocus();
}

void TestMailDialog::showRecipients()
{
    const QList<core::RecipientResult> &recipients = m_attempt.record().facts.recipients;
    m_ui->recipientTree->clear();
    for (const core::RecipientResult &recipient : recipients) {
        m_ui->recipientTree->addTopLevelItem(new QTreeWidgetItem(
            {core::inert(recipient.address), outcomeText(recipient.outcome),
             recipient.reply ? core::inert(recipient.reply->lines.join(' ')) : QString()}));
    }
    m_ui->recipientTree->setVisible(!recipients.isEmpty());
}

void TestMailDialog::updateButtons()
{
    const bool running = m_attempt.isRunning();
    m_ui->sendButton->setEnabled(!running);
    m_ui->stopButton->setVisible(running);
    m_ui->copyButton->setEnabled(!m_ui->transcriptView->wholeText().isEmpty());
    m_ui->removeAttachmentButton->setEnabled(!m_ui->attachmentList->selectedItems().isEmpty());
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_ui->fromEdit, m_ui->toEdit, m_ui->subjectEdit, m_ui->addAttachmentButton}) {
        field->setEnabled(!running);
    }
    m_ui->textEdit->setReadOnly(running);
}

void TestMailDialog::chooseAttachments()
{
    auto *dialog = new QFileDialog(this, tr("Add attachments"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &TestMailDialog::addAttachments);
    dialog->open();
}

void TestMailDialog::addAttachments(const QStringList &paths)
{
    QStringList refused;
    for (const QString &path : paths) {
        const QFileInfo file(path);
        if (!file.isFile() || !file.isReadable()) {
            refused.append(core::inert(file.fileName()));
        } else if (!attachments().contains(path)) {
            auto *item =
                new QListWidgetItem(tr("%1 (%2)").arg(core::inert(file.fileName()),
                                                      QLocale().formattedDataSize(file.size())),
                                    m_ui->attachmentList);
            item->setData(pathRole, path);
            item->setToolTip(core::inert(path).toHtmlEscaped());
        }
    }
    if (refused.isEmpty()) {
        m_ui->attachmentsMessage->clearFor(m_ui->attachmentList);
    } else {
        m_ui->attachmentsMessage->showError(
            m_ui->attachmentList, tr("Not a file that can be read: %1").arg(refused.join(u", "_s)));
    }
}

void TestMailDialog::removeAttachments()
{
    qDeleteAll(m_ui->attachmentList->selectedItems());
    updateButtons();
}

QStringList TestMailDialog::attachments() const
{
    QStringList paths;
    for (int row = 0; row < m_ui->attachmentList->count(); ++row) {
        paths.append(m_ui->attachmentList->item(row)->data(pathRole).toString());
    }
    return paths;
}

void TestMailDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty() && !m_attempt.isRunning()) {
        event->acceptProposedAction();
    }
}

void TestMailDialog::dropEvent(QDropEvent *event)
{
    addAttachments(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

void TestMailDialog::reject()
{
    if (m_attempt.isRunning()) {
        m_attempt.stop(); // Escape stops first; a second one closes
        return;
    }
    QDialog::reject();
}

} // namespace ui
