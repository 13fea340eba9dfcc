// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_popdialog.h"

#include "core/profile.h"
#include "core/secret.h"
#include "service/following.h"

#include <QDialog>

#include <optional>

namespace ui
{

/// The dialog "POP before SMTP settings", opened from the SMTP-AUTH dialog. Deletes itself when
/// closed; accepted() comes before.
class PopDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Value
    {
        core::PopProfile pop;
        std::optional<core::Secret> password; // nothing: as it was
    };
    /// What counts where a field is left empty.
    struct Context
    {
        QString host;
        QString userId;
        bool passwordKept = false; // one of its own
    };

    PopDialog(const Value &value, const Context &context, QWidget *parent);

    [[nodiscard]] Value value() const;
    void accept() override;

Q_SIGNALS:
    void helpRequested();

private:
    void setUpFields();
    void setUpPassword();
    void updatePassword();
    [[nodiscard]] core::PopSecurity security() const;
    /// Takes the typed host apart, into the fields around it; what is wrong with it.
    [[nodiscard]] QString settleHost();
    void usePort(quint16 port);

    Ui::PopDialog m_ui;
    Context m_context;
    Value m_value;
    service::PopFollowing m_following; // host, port and security as far as they follow
    bool m_waitTyped = false;
};

} // namespace ui
