// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverchoice.h"

#include "core/inert.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QLabel>

namespace ui
{

namespace
{

struct ServerChoice
{
    Q_DECLARE_TR_FUNCTIONS(ui::ServerChoice)
};

} // namespace

void chooseAnotherServer(const Backend &backend, const LeftServer &left, QWidget *parent,
                         const std::function<void(const QString &)> &failed)
{
    QStringList names;
    QList<QUuid> ids;
    for (const core::ServerEntry &entry : backend.servers.servers()) {
        if (entry.id != left.id && entry.enabled) {
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
    dialog->setLabelText(
        left.name.isEmpty()
            ? ServerChoice::tr("Its waiting mails and its From addresses go through:")
            : ServerChoice::tr("The waiting mails and From addresses of %1 go through:")
                  .arg(left.name));
    dialog->setComboBoxItems(names);
    for (QLabel *label : dialog->findChildren<QLabel *>()) {
        label->setTextFormat(Qt::PlainText);
    }
    // The mail moves after its senders only: it goes through the server of its From.
    const auto move = [&backend, id = left.id, parent, failed](const QUuid &to) {
        const auto answer = [failed](const core::Result<bool> &done) {
            if (!done) {
                failed(translatedDetail(done.error().detail));
            }
        };
        backend.servers.identities().moveAll(
            id, to, parent, [&backend, id, to, parent, answer](const core::Result<bool> &moved) {
                answer(moved);
                if (moved) {
                    backend.delivery.moveTo(to, id, parent, answer);
                }
            });
    };
    QObject::connect(dialog, &QInputDialog::accepted, parent, [dialog, names, ids, move] {
        move(ids.value(names.indexOf(dialog->textValue())));
    });
    dialog->open();
}

} // namespace ui
