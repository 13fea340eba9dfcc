// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lyingfilesdialog.h"

#include "core/inert.h"
#include "ui/rowdelegate.h"
#include "ui/words.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;
using Fate = service::LyingFile::Fate;

namespace ui
{

LyingFilesDialog::LyingFilesDialog(const Backend &backend, const core::AutosendRule &rule,
                                   QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_rule(rule)
    , m_survey(backend.rules, backend.delivery)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void LyingFilesDialog::setUp(bool isChoice)
{
    m_model = new LyingFilesModel(core::inert((m_rule.to + m_rule.cc + m_rule.bcc).join(u", "_s)),
                                  isChoice, this);
    m_ui.lyingView->setModel(m_model);
    m_ui.lyingView->setItemDelegate(new RowDelegate(m_ui.lyingView));
    QHeaderView *header = m_ui.lyingView->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(static_cast<int>(LyingFilesModel::Column::Size),
                                 QHeaderView::ResizeToContents);
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui.tickAllCheck, m_ui.mailTickedButton, m_ui.leaveAllButton}) {
        widget->setVisible(isChoice);
    }
}

void LyingFilesDialog::choose(const QString &question, const QList<service::LyingFile> &files)
{
    setUp(true);
    m_ui.lyingText->setText(question);
    m_ui.buttons->setStandardButtons(QDialogButtonBox::Cancel);
    connect(m_model, &LyingFilesModel::ticksChanged, this, &LyingFilesDialog::updateButtons);
    connect(m_ui.tickAllCheck, &QCheckBox::clicked, m_model, &LyingFilesModel::tickAll);
    connect(m_ui.mailTickedButton, &QPushButton::clicked, this,
            [this] { leave(m_model->unticked()); });
    connect(m_ui.leaveAllButton, &QPushButton::clicked, this, [this] {
        m_model->tickAll(false);
        leave(m_model->unticked());
    });
    m_ui.leaveAllButton->setText(tr("&Leave them all"));
    m_model->show(files);
    m_ui.lyingView->setCurrentIndex(m_model->index(0, 0));
}

void LyingFilesDialog::updateButtons()
{
    const qsizetype ticked = m_model->ticked().size();
    m_ui.mailTickedButton->setText(tr("&Mail %n files", nullptr, static_cast<int>(ticked)));
    m_ui.mailTickedButton->setEnabled(ticked > 0);
    m_ui.tickAllCheck->setChecked(ticked == m_model->rowCount());
}

void LyingFilesDialog::leave(const QList<service::LyingFile> &files)
{
    setEnabled(false);
    m_survey.leaveAsOld(m_rule, files, this, [this](const core::Result<bool> &left) {
        setEnabled(true);
        if (!left) {
            m_ui.lyingText->setText(translatedDetail(left.error().detail));
            return;
        }
        QStringList ticked;
        for (const service::LyingFile &file : m_model->ticked()) {
            ticked.append(file.path);
        }
        QDialog::accept();
        Q_EMIT chosen(ticked);
    });
}

void LyingFilesDialog::dryRun()
{
    setUp(false);
    setWindowTitle(tr("Dry run"));
    m_ui.lyingText->setText(tr("Looking through %1 ...").arg(core::inert(m_rule.folder)));
    m_survey.start(m_rule, this,
                   [this](const QList<service::LyingFile> &files) { showDryRun(files); });
}

void LyingFilesDialog::showDryRun(const QList<service::LyingFile> &files)
{
    QList<service::LyingFile> ordered = files;
    std::ranges::stable_sort(ordered, [](const auto &one, const auto &other) {
        return one.fate == Fate::Goes && other.fate != Fate::Goes;
    });
    const auto going = std::ranges::count(files, Fate::Goes, &service::LyingFile::fate);
    const QString folder = core::inert(m_rule.folder);
    m_ui.lyingText->setText(files.isEmpty()
                                ? tr("There is no file in %1.").arg(folder)
                                : tr("%n files would be mailed from %1. Nothing is sent by this.",
                                     nullptr, static_cast<int>(going))
                                      .arg(folder));
    m_model->show(ordered);
    if (!files.isEmpty()) {
        m_ui.lyingView->setCurrentIndex(m_model->index(0, 0));
    }
}

} // namespace ui
