// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "presetfile.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QTabWidget>

using namespace Qt::StringLiterals;

Program::Program(const QString &folder)
    : Program(folder + u"/config"_s, folder + u"/data"_s)
{}

Program::Program(const QString &configFolder, const QString &dataFolder)
    : m_settings(configFolder + u"/settings.ini"_s)
    , m_servers(configFolder, dataFolder)
    , m_mailer(&m_servers.passwords())
    , m_delivery(m_servers, m_mailer, dataFolder)
    , m_rules(configFolder, m_servers.identities())
    , m_watching(m_rules, m_servers, m_delivery, dataFolder)
    , m_providers(builtInPresets(), configFolder)
    , m_backend{m_servers, m_mailer,   m_delivery, m_practice,
                m_rules,   m_watching, m_settings, m_providers}
{
    m_servers.load();
    m_rules.load();
    m_servers.passwords().probe();
    rebuildWindow();
}

Program::~Program() = default;

bool Program::beginSending()
{
    std::optional<bool> begun;
    m_delivery.begin(outbox::Lifeline::Kind::Window, m_window.get(),
                     [&begun](const core::Result<bool> &result) { begun = result.ok(); });
    return QTest::qWaitFor([&begun] { return begun.has_value(); }) && *begun;
}

void Program::rebuildWindow()
{
    std::optional<ui::MainWindow::State> state;
    if (m_window) {
        state = m_window->state();
        m_window.reset();
    }
    m_window = std::make_unique<ui::MainWindow>(m_backend);
    if (state) {
        m_window->setState(*state);
    }
    m_window->show();
}

bool Program::click(const char *name)
{
    auto *button = find<QAbstractButton>(name);
    if (button == nullptr || !button->isEnabled()) {
        qWarning("no button %s to click", name);
        return false;
    }
    if (!QTest::qWaitFor([button] { return button->height() > 0; })) { // as its layout makes it
        return false;
    }
    // A check box or radio button takes clicks only on its sign and words, which start at its left.
    const bool wide = button->isCheckable() && !button->inherits("QToolButton");
    QTest::mouseClick(button, Qt::LeftButton, {},
                      wide ? QPoint(button->height() / 2, button->height() / 2) : QPoint());
    return true;
}

bool Program::clickText(const QString &text)
{
    QPushButton *found = nullptr;
    // One that has just come into a layout is shown a moment later.
    const bool there = QTest::qWaitFor([this, &found, &text] {
        for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->isEnabled() && button->text() == text) {
                found = button;
            }
        }
        return found != nullptr;
    });
    if (!there) {
        qWarning("no button says %s", qPrintable(text));
        return false;
    }
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

bool Program::type(const char *name, const QString &text)
{
    auto *edit = find<QLineEdit>(name);
    if (edit == nullptr) {
        qWarning("no field %s", name);
        return false;
    }
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    enter(*edit, text);
    return true;
}

void Program::enter(QWidget &field, const QString &text)
{
    // As an input method does: QTest's keys know ASCII only.
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(&field, &event);
}

QString Program::text(const char *label) const
{
    const auto *found = find<QLabel>(label);
    return found == nullptr ? QString() : found->text();
}

bool Program::showPage(int page)
{
    auto *tabs = m_window->findChild<QTabWidget *>(u"tabs"_s);
    tabs->setCurrentIndex(page);
    return tabs->currentIndex() == page;
}
