// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedmail.h"

#include "attachments.h"

#include <QTemporaryFile>

void Attachments::add(const QByteArray &message)
{
    QTemporaryFile file;
    if (!file.open() || file.write(message) != message.size() || !file.flush()) {
        return;
    }
    const ParsedMail mail(file.fileName());
    for (int index = 0;; ++index) {
        GMimePart *part = mail.part(index);
        if (part == nullptr) {
            return;
        }
        if (g_mime_part_get_filename(part) != nullptr) {
            ++m_times[ParsedMail::content(part)];
            ++m_count;
        }
    }
}
