// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcefiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

QMap<QString, QString> sourceFiles(const QStringList &folders, const QStringList &names)
{
    const QDir top(QStringLiteral(PROSERPINA_SOURCE));
    QMap<QString, QString> texts;
    for (const QString &folder : folders) {
        QDirIterator files(top.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                texts[top.relativeFilePath(file.fileName())] = QString::fromUtf8(file.readAll());
            }
        }
    }
    return texts;
}
