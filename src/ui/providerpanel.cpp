// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providerpanel.h"

#include "core/inert.h"
#include "diagnosis/providerwords.h"
#include "ui/settablemodel.h"
#include "ui/words.h"

#include <QHeaderView>

namespace ui
{

ProviderPanel::ProviderPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new SettableModel(this))
{
    m_ui.setupUi(this);
    m_ui.panelLayout->setContentsMargins(0, 0, 0, 0);
    m_ui.settableView->setModel(m_model);
    m_ui.insistButton->hide();
    connect(m_ui.settableView, &QTableView::clicked, this, &ProviderPanel::choose);
    connect(m_ui.settableView, &QTableView::activated, this, &ProviderPanel::choose);
    connect(m_ui.settableView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProviderPanel::explain);
    connect(m_ui.insistButton, &QPushButton::clicked, this, &ProviderPanel::insisted);
    fitTable();
    show({}, {});
}

void ProviderPanel::fitTable()
{
    QTableView *view = m_ui.settableView;
    for (QHeaderView *header : {view->horizontalHeader(), view->verticalHeader()}) {
        header->setSectionResizeMode(QHeaderView::Fixed);
        header->setSectionsClickable(false);
    }
    view->resizeColumnsToContents();
    int width = view->verticalHeader()->sizeHint().width() + 2 * view->frameWidth();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        view->setColumnWidth(column, view->columnWidth(column) + fontMetrics().averageCharWidth());
        width += view->columnWidth(column);
    }
    view->setFixedSize(width, view->horizontalHeader()->sizeHint().height() +
                                  view->verticalHeader()->length() + 2 * view->frameWidth());
    setMinimumWidth(width);
    setMaximumWidth(width + width / 4);
}

void ProviderPanel::show(const std::optional<core::Provider> &provider,
                         const core::ServerProfile &present)
{
    m_provider = provider;
    m_present = present;
    m_model->show(provider, present);
    m_ui.titleText->setText(provider
                                ? tr("What %1 takes, as published").arg(core::inert(provider->name))
                                : tr("Usual ports"));
    const QStringList remarks =
        provider ? diagnosis::providerRemarks(*provider, &translatedText) : QStringList();
    m_ui.remarksText->setText(remarks.join(u'\n'));
    m_ui.remarksText->setVisible(!remarks.isEmpty());
    m_ui.insistButton->hide();
    explain({});
}

void ProviderPanel::showRefusal()
{
    m_ui.settableMessage->showError(m_ui.settableView,
                                    diagnosis::takesOnlySentence(*m_provider, &translatedText));
    m_ui.insistButton->show();
    m_ui.insistButton->setFocus();
}

void ProviderPanel::explain(const QModelIndex &index)
{
    const QString why = m_model->whyBlank(index);
    const bool refused = m_provider && core::refuses(*m_provider, m_present);
    m_ui.settableMessage->showHint(
        m_ui.settableView, !why.isEmpty() ? why
                           : refused ? diagnosis::takesOnlySentence(*m_provider, &translatedText)
                                     : QString());
}

void ProviderPanel::choose(const QModelIndex &index)
{
    if (const std::optional<core::Way> way = m_model->wayAt(index);
        way && !m_model->isPresent(index)) {
        Q_EMIT wayChosen(*way);
    }
}

} // namespace ui
