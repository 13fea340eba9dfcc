// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <QStringList>

class QMimeData;

namespace ui
{

/// The files of a mail, each with its size. Files can be dropped on it; Del takes the selected ones
/// out.
class AttachmentList final : public QListWidget
{
    Q_OBJECT

public:
    explicit AttachmentList(QWidget *parent = nullptr);

    [[nodiscard]] QStringList paths() const;
    /// Adds what is a readable file and not there yet; refused() tells of the others.
    void addFiles(const QStringList &paths);
    void removeSelected();

    /// The files of a drop, of this computer only.
    static QStringList localFiles(const QMimeData &data);

Q_SIGNALS:
    void changed();
    /// The names of what cannot be attached; empty after files that all can.
    void refused(const QStringList &names);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ui
