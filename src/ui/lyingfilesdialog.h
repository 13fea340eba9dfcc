// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_lyingfilesdialog.h"

#include "ui/backend.h"
#include "ui/lyingfilesmodel.h"

#include <QDialog>

namespace ui
{

/// The files in a rule's folder: a dry run, or the person's choice which of them are mailed.
/// Deletes itself when closed.
class LyingFilesDialog final : public QDialog
{
    Q_OBJECT

public:
    LyingFilesDialog(const Backend &backend, const core::AutosendRule &rule, QWidget *parent);

    /// Of these the person ticks those that are mailed; the others are left as they are, for good.
    void choose(const QString &question, const QList<service::LyingFile> &files);
    /// What would happen, nothing more.
    void dryRun();

Q_SIGNALS:
    /// What is not to be mailed is marked; these are.
    void chosen(const QStringList &ticked);

private:
    void setUp(bool isChoice);
    void showDryRun(const QList<service::LyingFile> &files);
    void updateButtons();
    void leave(const QList<service::LyingFile> &files);

    const Backend &m_backend;
    const core::AutosendRule m_rule;
    Ui::LyingFilesDialog m_ui;
    LyingFilesModel *m_model = nullptr;
    service::Survey m_survey;
};

} // namespace ui
