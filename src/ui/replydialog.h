// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_replydialog.h"

#include "diagnosis/remedies.h"
#include "service/attempt.h"
#include "ui/backend.h"

#include <QDialog>

namespace ui
{

class ReplyModel;

/// "Reply of SERVER": the last EHLO reply of a saved server before and after TLS, explained. Reads
/// it where none is kept. A window of its own beside the main one; deletes itself when closed.
class ReplyDialog final : public QDialog
{
    Q_OBJECT

public:
    ReplyDialog(const Backend &backend, const core::ServerEntry &entry, const QString &name,
                QWidget *parent);
    ~ReplyDialog() override;

    [[nodiscard]] QUuid server() const { return m_entry.id; }
    void read();

Q_SIGNALS:
    void remedyRequested(const QUuid &id, const diagnosis::Remedy &remedy);

private:
    void onFinished();
    void showRecord(const core::AttemptRecord &record);
    void showCertificate();
    void updateButtons();

    const Backend &m_backend;
    core::ServerEntry m_entry;
    Ui::ReplyDialog m_ui;
    ReplyModel *m_model;
    service::Attempt m_attempt;
    core::AttemptRecord m_shown;
};

} // namespace ui
