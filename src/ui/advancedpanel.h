// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_advancedpanel.h"

#include "core/failure.h"
#include "core/profile.h"
#include "core/text.h"
#include "diagnosis/remedies.h"

#include <QWidget>

class QLineEdit;

namespace ui
{

class FieldMessage;

/// The section Advanced of the page Add server: what few servers need.
class AdvancedPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AdvancedPanel(QWidget *parent = nullptr);

    void setValue(const core::ServerProfile &profile);
    /// The profile with what stands here.
    [[nodiscard]] core::ServerProfile value(core::ServerProfile profile) const;
    /// Whether a profile has anything here that others have not.
    [[nodiscard]] static bool isUsedBy(core::ServerProfile profile);

    /// Says at the fields what is wrong; the first that nothing can be done with, or null.
    QWidget *check();
    void clearMessages();
    /// Says at its field what an attempt found wrong with a file.
    void showFileProblem(core::Failure failure, const core::Text &detail);
    /// Null: it is not here.
    [[nodiscard]] QWidget *widgetFor(diagnosis::Remedy::Field field) const;

Q_SIGNALS:
    void edited();

private:
    /// A field for the path of a file, with its button and message.
    struct FileField
    {
        QLineEdit *edit;
        FieldMessage *message;
    };

    void setUpFiles();
    void setUpProxy();
    void connectFields();
    void chooseFile(const FileField &field, const QString &title);
    void setDeadlines(const core::Deadlines &deadlines);
    void setProxy(const core::Proxy &proxy);
    [[nodiscard]] core::Proxy proxy() const;
    [[nodiscard]] QString proxyProblem() const;
    void showTimes();
    void showPin();
    void showProxyFields();
    void showWarnings();
    void onEdited();

    Ui::AdvancedPanel m_ui;
    QList<FileField> m_files;
    QByteArray m_pin;
    core::Deadlines m_ownDeadlines; // what the spin box's 0 stands for
    bool m_proxyPortTyped = false;  // else it follows the kind
    bool m_showing = false;
};

} // namespace ui
