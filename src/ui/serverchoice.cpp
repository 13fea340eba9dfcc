// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverchoice.h"

#include "core/inert.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QInputDialog>

namespace ui
{

namespace
{

struct ServerChoice
{
    Q_DECLARE_TR_FUNCTIONS(ui::ServerChoice)
};

} // namespace

void chooseAnotherServer(const Backend &backend, const QUuid &gone, QWidget *parent,
                         const std::function<void(const QString &)> &failed)
{
    QStringList names;
    QList<QUuid> ids;
    for (const core::ServerEntry &entry : backend.servers.servers()) {
        if (entry.id != gone && entry.enabled) {
            names.append(core::inert(entry.profile.name));
            ids.append(entry.id);
        }
    }
    if (names.isEmpty()) {
        failed(ServerChoice::tr("There is no other server that is switched on. Add one first."));
        return;
    }
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("serverChoice"));
    dialog->setWindowTitle(ServerChoice::tr("Another server"));
    dialog->setLabelText(ServerChoice::tr("Its waiting mails and its senders go through:"));
    dialog->setComboBoxItems(names);
    QObject::connect(dialog, &QInputDialog::accepted, parent,
                     [&backend, dialog, names, ids, gone, parent, failed] {
                         const QUuid chosen = ids.value(names.indexOf(dialog->textValue()));
                         const auto answer = [failed](const core::Result<bool> &done) {
                             if (!done) {
                                 failed(translatedDetail(done.error().detail));
                             }
                         };
                         backend.servers.identities().moveAll(gone, chosen, parent, answer);
                         backend.delivery.moveTo(chosen, gone, parent, answer);
                     });
    dialog->open();
}

} // namespace ui
