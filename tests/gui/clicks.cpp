// SPDX-License-Identifier: GPL-3.0-or-later
#include "clicks.h"

#include "program.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEventLoop>
#include <QFocusEvent>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimer>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace clicks
{

namespace
{

constexpr int nameColumn = 1;

const char *radioOf(core::Method method)
{
    switch (method) {
    case core::Method::CramMd5: return "cramMd5Radio";
    case core::Method::Plain1: return "plain1Radio";
    case core::Method::Plain2: return "plain2Radio";
    case core::Method::Login: return "loginRadio";
    case core::Method::ScramSha256: return "scramSha256Radio";
    case core::Method::PopBeforeSmtp: return "popRadio";
    case core::Method::OAuthBearer: return "oauthBearerRadio";
    case core::Method::XOauth2: return "xoauth2Radio";
    case core::Method::External: return "externalRadio";
    case core::Method::None: break;
    }
    return "noneRadio";
}

bool chooseSecurity(Program &program, core::Security security)
{
    auto *combo = program.find<QComboBox>("securityCombo");
    if (combo == nullptr) {
        return false;
    }
    const int wanted = combo->findData(static_cast<int>(security));
    QTest::keyClick(combo, Qt::Key_Home);
    for (int index = 0; index < wanted; ++index) {
        QTest::keyClick(combo, Qt::Key_Down);
    }
    return combo->currentIndex() == wanted;
}

} // namespace

Server serverOf(const service::PracticeEntry &server, const QString &name)
{
    return {name, service::PracticeEntry::address(), core::Security::StartTls,
            server.startTlsPort(), server.caFile()};
}

bool fillForm(Program &program, const Server &server)
{
    if (!program.type("addressEdit", server.address) || !program.type("nameEdit", server.name) ||
        !program.type("hostEdit", u"localhost"_s) || !chooseSecurity(program, server.security) ||
        !choosePort(program, server.port)) {
        return false;
    }
    return openAdvanced(program) && program.type("caEdit", server.caFile);
}

bool openAdvanced(Program &program)
{
    const auto *button = program.find<QAbstractButton>("advancedButton");
    return button != nullptr && (button->isChecked() || program.click("advancedButton"));
}

bool choose(Program &program, const char *name, int index)
{
    auto *combo = program.find<QComboBox>(name);
    if (combo == nullptr) {
        return false;
    }
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < index; ++i) {
        QTest::keyClick(combo, Qt::Key_Down);
    }
    return combo->currentIndex() == index;
}

bool enterNumber(Program &program, const char *name, const QString &digits)
{
    auto *spin = program.find<QSpinBox>(name);
    if (spin == nullptr) {
        return false;
    }
    spin->setFocus();
    spin->selectAll();
    Program::enter(*spin->findChild<QLineEdit *>(), digits);
    QTest::keyClick(spin, Qt::Key_Tab);
    return true;
}

void leave(Program &program, const char *edit)
{
    QFocusEvent event(QEvent::FocusOut, Qt::TabFocusReason);
    QCoreApplication::sendEvent(program.find<QLineEdit>(edit), &event);
}

bool choosePort(Program &program, quint16 port)
{
    auto *spin = program.find<QSpinBox>("portSpin");
    if (spin == nullptr) {
        return false;
    }
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, QString::number(port));
    return spin->value() == port;
}

bool enterLogin(Program &program, const Login &login)
{
    const auto isOpen = [&program] { return program.find<QRadioButton>("noneRadio") != nullptr; };
    if (!program.click("authButton") || !QTest::qWaitFor(isOpen)) {
        return false;
    }
    if ((login.method && !program.click(radioOf(*login.method))) ||
        !program.type("idEdit", login.id) || !program.type("passwordEdit", login.password)) {
        return false;
    }
    const auto *smtps = program.find<QCheckBox>("smtpsCheck");
    if (login.smtps && smtps->isChecked() != *login.smtps && !program.click("smtpsCheck")) {
        return false;
    }
    const auto *buttons = program.find<QDialogButtonBox>("buttons");
    QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
    return QTest::qWaitFor([&isOpen] { return !isOpen(); });
}

bool closeDialogOf(Program &program, const char *name)
{
    const auto *widget = program.find<QWidget>(name);
    if (widget == nullptr || widget->window() == &program.window()) {
        return false;
    }
    return widget->window()->close() &&
           QTest::qWaitFor([&program, name] { return program.find<QWidget>(name) == nullptr; });
}

QAbstractItemModel *modelOf(const Program &program, const char *view)
{
    const auto *found = program.find<QAbstractItemView>(view);
    return found == nullptr ? nullptr : found->model();
}

int rowNamed(const Program &program, const QString &name)
{
    const QAbstractItemModel *model = modelOf(program, "serverView");
    for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
        if (model->index(row, nameColumn).data().toString() == name) {
            return row;
        }
    }
    return -1;
}

QString currentName(const Program &program)
{
    const auto *view = program.find<QTreeView>("serverView");
    return view == nullptr ? QString()
                           : view->currentIndex().siblingAtColumn(nameColumn).data().toString();
}

bool select(Program &program, const QString &name)
{
    auto *view = program.find<QTreeView>("serverView");
    const int row = rowNamed(program, name);
    if (view == nullptr || row < 0) {
        return false;
    }
    const QModelIndex index = view->model()->index(row, nameColumn);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return view->currentIndex().row() == row;
}

bool runUntil(const std::function<bool()> &condition, std::chrono::milliseconds patience)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition()) {
            loop.quit();
        }
    });
    look.start(std::chrono::milliseconds(1));
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    loop.exec();
    return condition();
}

} // namespace clicks
