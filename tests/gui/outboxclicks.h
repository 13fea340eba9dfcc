// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "program.h"

#include <QString>
#include <QUuid>

/// What the tests of the outbox's pages do more than once.
namespace outboxclicks
{

/// Saves a practice server of the test's process with its password, or with another one, and so the
/// From address. Null: it could not.
[[nodiscard]] QUuid save(Program &program, const service::PracticeEntry &server,
                         const QString &name, const QString &address,
                         const QByteArray &password = {});
/// Opens New mail, writes it from that address and presses Send; true: the window has closed.
[[nodiscard]] bool write(Program &program, const QString &from, const QString &to,
                         const QString &subject);
/// The row of Stop send with that subject; -1: it is not shown.
[[nodiscard]] int mailRow(const Program &program, const QString &subject);
/// What stands in it; `column`: of ui::OutboxModel.
[[nodiscard]] QString mailCell(const Program &program, const QString &subject, int column = 0);
[[nodiscard]] bool selectMail(Program &program, const QString &subject);
/// The sentences about servers in trouble.
[[nodiscard]] QStringList troubles(Program &program);
/// Waits for it with the patience of a test with servers.
template <typename Condition> [[nodiscard]] bool soon(Condition condition)
{
    return QTest::qWaitFor(condition, 20'000);
}

} // namespace outboxclicks
