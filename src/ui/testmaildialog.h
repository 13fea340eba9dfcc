// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_testmaildialog.h"

#include "diagnosis/remedies.h"
#include "service/attempt.h"
#include "service/consent.h"
#include "ui/backend.h"

#include <QDialog>
#include <QTimer>

#include <optional>

namespace ui
{

/// "Send test mail": writes a mail, sends it with given settings, shows every step and what became
/// of it. Does not know where the settings come from; who opens it follows the signals.
class TestMailDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What the mail goes out with.
    struct Way
    {
        core::ServerProfile profile;
        service::PasswordSource password;
        std::optional<QUuid> server; // the saved one whose last result this is
        QString name;                // as the list shows it
    };

    /// `isChosen`: it is the sender to try, whatever was written before.
    TestMailDialog(const Backend &backend, const Way &way, const QString &address, bool isChosen,
                   QWidget *parent);
    ~TestMailDialog() override;

Q_SIGNALS:
    /// The person chose other settings for the attempt that has just begun, and may have agreed to
    /// what they risk.
    void settingsChosen(const core::ServerProfile &profile, const service::Consent &consent);
    /// A field of the server's settings should be looked at; the dialog has closed.
    void lookAtRequested(const diagnosis::Remedy &remedy);
    /// The mail is in the outbox instead; the dialog has closed.
    void putIntoOutbox(outbox::MailId id);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void reject() override;

private:
    void send();
    void putAside();
    void onPutAside(const core::Result<outbox::MailId> &id);
    /// Whom the outbox would send it as: the sender with this From and this server.
    [[nodiscard]] std::optional<core::Identity> identity() const;
    [[nodiscard]] bool checkFields();
    [[nodiscard]] bool takesPasswordElsewhere(const core::ServerProfile &profile) const;
    void onRemedy(const diagnosis::Remedy &remedy);
    void onFinished();
    void onTold(const core::AttemptEvent &event);
    void chooseAttachments();
    void onAttachmentsRefused(const QStringList &names);
    /// Shows what was written before and not sent, and keeps what is written from now on.
    void keepDraft(bool isChosen);
    void writeDraft();
    void writeLateDraft();
    void showMail(const core::Draft &mail);
    void showDelivery(const core::Delivery &delivery);
    [[nodiscard]] core::Draft mail() const;
    [[nodiscard]] core::Delivery delivery() const;
    void showRecipients();
    void updateButtons();

    const Backend &m_backend;
    Way m_way;
    bool m_breakSignature = false; // chosen after the last attempt
    bool m_puttingAside = false;   // into the outbox
    Ui::TestMailDialog m_ui;
    service::Attempt m_attempt;
    core::Draft m_untouched;
    QTimer m_draftTimer;
};

} // namespace ui
