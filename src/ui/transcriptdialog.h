// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_transcriptdialog.h"

#include "service/attempt.h"

#include <QDialog>

namespace ui
{

/// What client and server said in an attempt that has ended; secrets are masked. Deletes itself
/// when closed.
class TranscriptDialog final : public QDialog
{
    Q_OBJECT

public:
    TranscriptDialog(const core::Transcript &transcript, QWidget *parent);

private:
    Ui::TranscriptDialog m_ui;
};

} // namespace ui
