// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/text.h"
#include "diagnosis/remedies.h"

#include <QObject>
#include <QString>

class QLineEdit;
class QWidget;

namespace Ui
{
class AddServerPage;
}

namespace service
{
class ServerEditing;
}

namespace ui
{

class FieldMessage;

/// The fields of the page Add server: what is typed goes into the form, what follows from it is
/// shown, what is wrong is said beside the field.
class ServerFields final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    ServerFields(Ui::AddServerPage &ui, service::ServerEditing &editing, QObject *parent);

    /// Reads what is typed and says at the fields what is wrong; the first that has to be mended
    /// before a check, or before saving; or null.
    [[nodiscard]] QWidget *check(bool forSaving);
    /// Says at its field what an attempt found wrong with a file.
    void showFileProblem(core::Failure failure, const core::Text &detail);
    /// Says what keeps the server from being saved.
    void showProblem(const core::Text &detail);
    /// Where it can be seen; null: it is not in the page.
    [[nodiscard]] QWidget *widgetFor(diagnosis::Remedy::Field field);
    void bringIntoView(QWidget *widget);

private:
    void setUp();
    void connectTyping();
    void connectLeaving();
    void onBegun();
    void show();
    void showLogin();
    void showAuth();
    void showHints();
    [[nodiscard]] QString settleHost();

    Ui::AddServerPage &m_ui;
    service::ServerEditing &m_editing;
    bool m_showing = false;
};

} // namespace ui
