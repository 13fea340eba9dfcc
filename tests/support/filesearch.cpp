// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesearch.h"

#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>

#include <algorithm>

QStringList filesWith(const QString &folder, const QByteArrayList &wanted)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray content = file.readAll();
        if (std::any_of(wanted.begin(), wanted.end(),
                        [&content](const QByteArray &bytes) { return content.contains(bytes); })) {
            found += file.fileName();
        }
    }
    return found;
}

QByteArrayList shapesOf(const QByteArray &text)
{
    QStringEncoder bigEndian(QStringConverter::Utf16BE);
    QStringEncoder littleEndian(QStringConverter::Utf16LE);
    const QString decoded = QString::fromUtf8(text);
    return {text, text.toBase64(), bigEndian(decoded), littleEndian(decoded)};
}
