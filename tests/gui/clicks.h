// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "service/practiceentry.h"

#include <QString>

#include <chrono>
#include <functional>
#include <optional>

class Program;
class QAbstractItemModel;

/// What a person does in the window with several clicks and keys in a row, for the tests that do it
/// more than once. False, null or -1: something for it is not there.
namespace clicks
{

/// What the page Add server asks for.
struct Server
{
    QString name;
    QString address;
    core::Security security = core::Security::StartTls;
    quint16 port = 0;
    QString caFile;
};

/// What the SMTP-AUTH dialog asks for.
struct Login
{
    QString id;
    QString password;
    std::optional<core::Method> method = {}; // nothing: as it stands there
    std::optional<bool> smtps = {};
};

/// A practice server of the test's process, by STARTTLS.
[[nodiscard]] Server serverOf(const service::PracticeEntry &server, const QString &name);
/// On the host "localhost".
[[nodiscard]] bool fillForm(Program &program, const Server &server);
[[nodiscard]] bool choosePort(Program &program, quint16 port);
/// The section Advanced of the page Add server.
[[nodiscard]] bool openAdvanced(Program &program);
/// By the keyboard: the row of a combo box with that index.
[[nodiscard]] bool choose(Program &program, const char *combo, int index);
/// Into a spin box, as an input method does: full width or not.
[[nodiscard]] bool enterNumber(Program &program, const char *spin, const QString &digits);
/// Ends the typing as Tab does: a window that is drawn nowhere gives no focus to leave.
void leave(Program &program, const char *edit);
/// Opens the dialog, fills it in, presses its OK button, and waits until it is gone.
[[nodiscard]] bool enterLogin(Program &program, const Login &login);
/// Closes the dialog in which the visible widget of that name stands, as its title bar's cross
/// does.
[[nodiscard]] bool closeDialogOf(Program &program, const char *name);

/// The model of a list or tree that can be seen.
[[nodiscard]] QAbstractItemModel *modelOf(const Program &program, const char *view);
/// The row of the server list with that name, as it is shown.
[[nodiscard]] int rowNamed(const Program &program, const QString &name);
/// The selected server's.
[[nodiscard]] QString currentName(const Program &program);
[[nodiscard]] bool select(Program &program, const QString &name);

/// Runs the event loop as the program itself does until the condition, looked at every millisecond,
/// holds. QTest's own waiting sleeps between its turns, which is no way to measure one.
[[nodiscard]] bool runUntil(const std::function<bool()> &condition,
                            std::chrono::milliseconds patience = std::chrono::seconds(10));

} // namespace clicks
