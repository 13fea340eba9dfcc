// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/delivery.h"
#include "service/mailer.h"
#include "service/practiceentry.h"
#include "service/servers.h"
#include "ui/backend.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

enum Page
{
    FromAddress,
    AddServer,
    StopSend,
    ServerList,
    Autosend,
};

/// The window with all that stands behind it, as app/ wires it, on folders of its own. There is no
/// keychain: passwords stay in memory.
class Program
{
public:
    explicit Program(const QString &folder);
    Program(const QString &configFolder, const QString &dataFolder);
    ~Program();

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] service::Servers &servers() { return m_servers; }
    [[nodiscard]] service::Delivery &delivery() { return m_delivery; }
    /// From now on the outbox's mail goes out.
    [[nodiscard]] bool beginSending();
    [[nodiscard]] service::Rules &rules() { return m_rules; }
    [[nodiscard]] service::Watching &watching() { return m_watching; }
    [[nodiscard]] service::PracticeEntry &practice() { return m_practice; }
    [[nodiscard]] const ui::Backend &backend() const { return m_backend; }
    /// As a change of the language does.
    void rebuildWindow();

    /// The widget of that name in the window or one of its open dialogs that is visible; fails the
    /// test's QVERIFY where there is none.
    template <typename Widget> [[nodiscard]] Widget *find(const char *name) const
    {
        Widget *found = nullptr;
        const auto all = m_window->findChildren<Widget *>(QString::fromLatin1(name));
        for (Widget *widget : all) {
            if (widget->isVisible()) {
                found = widget; // the last opened dialog's
            }
        }
        return found;
    }
    /// Clicks a button that can be seen and clicked.
    [[nodiscard]] bool click(const char *name);
    /// Clicks the remedy or notice button with that text.
    [[nodiscard]] bool clickText(const QString &text);
    /// Replaces a field's text by typing.
    [[nodiscard]] bool type(const char *name, const QString &text);
    static void enter(QWidget &field, const QString &text);
    [[nodiscard]] QString text(const char *label) const;
    [[nodiscard]] bool showPage(int page);

private:
    ui::Settings m_settings;
    service::Servers m_servers;
    service::Mailer m_mailer;
    service::Delivery m_delivery;
    service::Rules m_rules;
    service::Watching m_watching;
    service::PracticeEntry m_practice;
    service::Providers m_providers;
    ui::Backend m_backend;
    std::unique_ptr<ui::MainWindow> m_window;
};
