// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_ruledialog.h"

#include "service/survey.h"
#include "ui/backend.h"
#include "ui/soon.h"

#include <QDialog>

namespace ui
{

/// One rule of autosend. Before a rule begins, what lies in its folder already is shown: it is
/// mailed or left as the person says. Deletes itself when closed.
class RuleDialog final : public QDialog
{
    Q_OBJECT

public:
    /// A rule without an id is a new one.
    RuleDialog(const Backend &backend, const core::AutosendRule &rule, QWidget *parent);

    void reject() override;

Q_SIGNALS:
    void saved(const QUuid &rule);

private:
    void fill(const core::AutosendRule &rule);
    void chooseFolder();
    void showRisk();
    [[nodiscard]] core::AutosendRule rule() const;
    [[nodiscard]] bool checkFields(const core::AutosendRule &rule);
    void save();
    void onSurvey(const core::AutosendRule &rule, const QList<service::LyingFile> &files);
    void write(const core::AutosendRule &rule);
    void sayAt(QWidget *field, const QString &sentence);

    const Backend &m_backend;
    const core::AutosendRule m_before;
    Ui::RuleDialog m_ui;
    service::Survey m_survey;
    Soon m_soon; // looks at the folder
};

} // namespace ui
