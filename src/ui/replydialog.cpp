// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replydialog.h"

#include "core/inert.h"
#include "ui/confirmdialog.h"
#include "ui/replymodel.h"
#include "ui/settings.h"
#include "ui/words.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace ui
{

ReplyDialog::ReplyDialog(const Backend &backend, const core::ServerEntry &entry,
                         const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_entry(entry)
    , m_model(new ReplyModel(this))
    , m_attempt(backend.mailer, backend.servers)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Reply of %1").arg(name));
    m_ui.replyView->setModel(m_model);
    m_ui.replyView->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui.replyView->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui.replyView->header()->setFont(font());
    connect(m_ui.replyView->header(), &QHeaderView::sectionResized, m_ui.replyView,
            &QTreeView::doItemsLayout, Qt::QueuedConnection); // lines wrap anew
    m_ui.attemptPanel->follow(m_attempt);
    m_ui.attemptPanel->setTitle({}, tr("Reading the reply of %1").arg(name));
    connect(m_ui.attemptPanel, &AttemptPanel::remedyChosen, this,
            [this](const diagnosis::Remedy &remedy) {
                Q_EMIT remedyRequested(m_entry.id, remedy);
                close();
            });
    connect(m_ui.replyView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                m_ui.explanationText->setText(m_model->explanation(current.row()));
            });
    connect(&m_attempt, &service::Attempt::finished, this, &ReplyDialog::onFinished);
    connect(m_ui.againButton, &QPushButton::clicked, this, &ReplyDialog::read);
    connect(m_ui.stopButton, &QPushButton::clicked, &m_attempt, &service::Attempt::stop);
    connect(m_ui.closeButton, &QPushButton::clicked, this, &QDialog::close);
    connect(m_ui.copyButton, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_ui.headText->text() + u"\n\n"_s +
                                              m_model->wholeText());
    });
    connect(m_ui.certificateButton, &QPushButton::clicked, this, &ReplyDialog::showCertificate);
    m_ui.closeButton->setAutoDefault(false);
    m_ui.certificateButton->setAutoDefault(false);
    const auto kept = backend.servers.reply(entry.id);
    if (kept) {
        showRecord(*kept);
    }
    updateButtons();
    restoreGeometry(backend.settings.look(u"geometry/reply"_s));
    if (!kept) {
        read();
    }
}

ReplyDialog::~ReplyDialog()
{
    m_backend.settings.setLook(u"geometry/reply"_s, saveGeometry());
}

void ReplyDialog::read()
{
    if (m_attempt.isRunning()) {
        return;
    }
    // Asks for no password: the reply is read without logging in.
    m_attempt.start({{core::Goal::ReadReply, m_entry.profile, {}, {}}, {}}, m_entry.id);
    updateButtons();
}

void ReplyDialog::onFinished()
{
    const core::SessionFacts &facts = m_attempt.record().facts;
    if (facts.beforeTls || facts.afterTls) {
        showRecord(m_attempt.record());
    }
    if (facts.outcome == core::Outcome::Accepted) {
        m_ui.attemptPanel->showNothing({}); // the reply itself is the result
    }
    updateButtons();
}

void ReplyDialog::showRecord(const core::AttemptRecord &record)
{
    m_shown = record;
    m_model->setRecord(record);
    const std::optional<core::TlsFacts> &tls = record.facts.tls;
    const QString head = tr("Taken %1 from %2, port %3.")
                             .arg(timeText(record.at), core::inert(record.profile.host))
                             .arg(record.profile.port);
    m_ui.headText->setText(head + u' ' + (tls ? service::tlsText(*tls) : tr("Not encrypted.")));
    const QModelIndex logins = m_model->loginLine();
    m_ui.replyView->setCurrentIndex(logins.isValid() ? logins : m_model->index(0, 0));
    m_ui.explanationText->setText(m_model->explanation(m_ui.replyView->currentIndex().row()));
}

void ReplyDialog::showCertificate()
{
    auto *dialog = new ConfirmDialog({}, certificateText(*m_shown.facts.tls), {}, {}, this);
    dialog->setWindowTitle(tr("Certificate"));
    dialog->open();
}

void ReplyDialog::updateButtons()
{
    const bool running = m_attempt.isRunning();
    const bool shown = m_model->rowCount() > 0;
    m_ui.againButton->setEnabled(!running);
    m_ui.stopButton->setVisible(running);
    m_ui.copyButton->setEnabled(shown);
    m_ui.certificateButton->setVisible(m_shown.facts.tls &&
                                       !m_shown.facts.tls->certificate().isEmpty());
    if (!shown) {
        m_ui.headText->setText(running ? tr("No reply has been read yet; it is being read now.")
                                       : tr("No reply has been read yet."));
    }
    m_ui.explanationGroup->setVisible(shown);
}

} // namespace ui
