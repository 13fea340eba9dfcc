// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachmentlist.h"

#include "core/inert.h"
#include "core/systemtext.h"
#include "service/texts.h"
#include "ui/words.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>

namespace ui
{

namespace
{

constexpr int pathRole = Qt::UserRole;

} // namespace

AttachmentList::AttachmentList(QWidget *parent)
    : QListWidget(parent)
{
    setAcceptDrops(true);
    setSelectionMode(ExtendedSelection);
}

QStringList AttachmentList::paths() const
{
    QStringList paths;
    for (int row = 0; row < count(); ++row) {
        paths.append(item(row)->data(pathRole).toString());
    }
    return paths;
}

void AttachmentList::addFiles(const QStringList &paths)
{
    QStringList unreadable;
    for (const QString &path : paths) {
        const QString title = core::inert(service::fileTitle(path));
        const std::optional<qint64> size = service::sizeOfFile(path);
        if (!size) {
            unreadable.append(title);
        } else if (!this->paths().contains(path)) {
            auto *added = new QListWidgetItem(
                tr("%1 (%2)").arg(title, QLocale().formattedDataSize(*size)), this);
            added->setData(pathRole, path);
            added->setToolTip(plainToolTip(core::inert(path)));
        }
    }
    Q_EMIT refused(unreadable);
    Q_EMIT changed();
}

void AttachmentList::removeSelected()
{
    qDeleteAll(selectedItems());
    Q_EMIT changed();
}

QStringList AttachmentList::localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            // Not toLocalFile(), which loses octets that are no UTF-8.
            const QString encoded = url.path(QUrl::FullyEncoded);
            paths.append(core::fromSystem(QByteArray::fromPercentEncoding(encoded.toLatin1())));
        }
    }
    return paths;
}

void AttachmentList::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(!localFiles(*event->mimeData()).isEmpty());
}

void AttachmentList::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(!localFiles(*event->mimeData()).isEmpty());
}

void AttachmentList::dropEvent(QDropEvent *event)
{
    addFiles(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

void AttachmentList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete)) {
        removeSelected();
        return;
    }
    QListWidget::keyPressEvent(event);
}

} // namespace ui
