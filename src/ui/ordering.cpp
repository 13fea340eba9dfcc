// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ordering.h"

#include <QLocale>

namespace ui
{

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

QCollator ordering()
{
    // The C locale orders by code points only.
    const QLocale locale = QLocale().collation();
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace ui
