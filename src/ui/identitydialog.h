// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_identitydialog.h"

#include "ui/backend.h"

#include <QDialog>

namespace ui
{

/// A sender being made or changed. Deletes itself when closed; asks before it drops changes.
class IdentityDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `identity` without an id: a new one.
    IdentityDialog(const Backend &backend, const core::Identity &identity, QWidget *parent);

    void focusServer() { m_ui.identityServerCombo->setFocus(); }

Q_SIGNALS:
    void saved(const QString &address);
    /// It is saved, and mail is to be sent as it.
    void testMailRequested(const QString &address, const QUuid &server);

protected:
    void reject() override;

private:
    [[nodiscard]] core::Identity identity() const;
    [[nodiscard]] bool checkFields();
    void save(bool thenTest);

    const Backend &m_backend;
    const core::Identity m_before;
    Ui::IdentityDialog m_ui;
};

} // namespace ui
