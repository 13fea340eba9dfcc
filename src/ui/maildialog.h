// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_maildialog.h"

#include "service/mailaddresses.h"
#include "service/maildraft.h"
#include "ui/backend.h"

#include <QDialog>
#include <QTimer>

#include <optional>

namespace ui
{

/// "New mail": writes a mail and puts it into the outbox. What is typed is kept under a name of its
/// own from a second later on until it is sent or cleared. Deletes itself when closed.
class MailDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `draftName`: where what is typed is kept. `proposed`: a mail to begin with, from a link,
    /// instead of what is kept there.
    MailDialog(const Backend &backend, const QString &draftName,
               const std::optional<core::Draft> &proposed, QWidget *parent);
    ~MailDialog() override;

    [[nodiscard]] QString draftName() const { return m_draftName; }
    /// The mail is on its way into the outbox; the window closes then.
    [[nodiscard]] bool isSending() const { return m_sending; }

Q_SIGNALS:
    /// It is in the outbox.
    void mailAccepted(outbox::MailId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void reject() override;

private:
    void setUpFields();
    void showIdentities();
    /// Null: the usual one. One that is gone leaves the choice to the person.
    void writeAs(const QUuid &identity);
    void onIdentityChosen();
    void showDraft(const service::MailDraft &draft);
    [[nodiscard]] service::MailDraft draft() const;
    [[nodiscard]] std::optional<core::Identity> identity() const;
    void writeDraft();
    void writeLateDraft();
    void send();
    [[nodiscard]] bool checkFields();
    void onAnswer(const core::Result<outbox::MailId> &id);
    void clear();
    void chooseFiles();
    void onFilesRefused(const QStringList &names);
    void updateSize();
    void updateButtons();

    const Backend &m_backend;
    const QString m_draftName;
    service::MailAddresses m_addresses;
    Ui::MailDialog m_ui;
    core::Identity m_writingAs; // whose signature stands in the text
    core::Draft m_untouched;    // what the window began with, where nobody has typed that
    QTimer m_draftTimer;
    bool m_sending = false;
};

} // namespace ui
