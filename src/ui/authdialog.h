// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_authdialog.h"

#include "service/serverform.h"

#include <QByteArrayList>
#include <QDialog>
#include <QMap>

#include <optional>

class QLabel;
class QRadioButton;

namespace ui
{

using service::LoginSettings;

/// The dialog "SMTP-AUTH and SMTPs settings": the manual's methods and the newer ones, ID and
/// password or access token, the SMTPs check box, and which method the server's reply leads to.
/// Deletes itself when closed; accepted() comes before.
class AuthDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What is known around it.
    struct Context
    {
        service::ServerForm form;
        /// What the server offers for logging in; nothing: not known.
        std::optional<QByteArrayList> offered;
        bool popPasswordKept = false; // one of its own
        bool keychainThere = true;
        bool keychainLocked = false;
    };

    AuthDialog(const Context &context, QWidget *parent);

    [[nodiscard]] LoginSettings value() const;
    void accept() override;
    void openPop();

Q_SIGNALS:
    void helpRequested();

private:
    void setUpMethods();
    void setUpId();
    void onIdKind(int index);
    void updateIdKind();
    void updateMethod();
    /// What the secret is called, and whether there is one.
    void updateSecret();
    void updateLadder();
    [[nodiscard]] QString popText() const;
    [[nodiscard]] core::Method method() const;

    Ui::AuthDialog m_ui;
    Context m_context;
    LoginSettings m_settings;
    QMap<core::Method, QRadioButton *> m_radios;
    QMap<core::Method, QLabel *> m_offers;
};

} // namespace ui
