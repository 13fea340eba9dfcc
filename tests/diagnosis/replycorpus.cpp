// SPDX-License-Identifier: GPL-3.0-or-later
#include "replycorpus.h"

#include "diagnosis/explanation.h"

#include <QFile>

using namespace Qt::StringLiterals;

diagnosis::Reading CorpusRow::reading() const
{
    return diagnosis::explained({text, core::stageOfWord(stageWord), {}}).reading;
}

bool CorpusRow::fits(diagnosis::CauseClass judged) const
{
    const QString name = diagnosis::causeClassName(judged);
    return name == cause || alsoRight.contains(name);
}

QList<CorpusRow> corpus(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QList<CorpusRow> rows;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines.sliced(1)) {
        const QStringList cells = QString::fromUtf8(line).split(u'\t');
        if (line.isEmpty()) {
            continue;
        }
        if (cells.size() < 12) {
            return {};
        }
        QString text = cells[3];
        text.replace("\\n"_L1, "\n"_L1);
        rows.append({cells[0], text, cells[6],
                     cells[7] == "-"_L1 ? QStringList() : cells[7].split(u','),
                     cells[9] == "sure"_L1, cells[10], cells[11]});
    }
    return rows;
}
