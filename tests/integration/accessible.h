// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QList>
#include <QString>

#include <functional>

/// One object of a program on the accessibility bus (AT-SPI 2), as a screen reader sees it. A
/// reference: it answers nothing when the object is gone. Calls wait for the program's answer.
class Accessible
{
public:
    /// Numbers of AT-SPI's StateType.
    enum class State
    {
        Active = 1,
        Enabled = 8,
        Focusable = 11,
        Showing = 25,
    };

    Accessible();
    Accessible(const QDBusConnection &bus, const QString &service, const QString &path);

    [[nodiscard]] bool isNull() const { return m_path.isEmpty(); }
    [[nodiscard]] QString service() const { return m_service; }
    /// Another object of its program.
    [[nodiscard]] Accessible at(const QString &path) const { return {m_bus, m_service, path}; }
    [[nodiscard]] QString name() const;
    /// "push button", "text"; never translated.
    [[nodiscard]] QString role() const;
    [[nodiscard]] bool is(State state) const;
    [[nodiscard]] QList<Accessible> children() const;

    using Wanted = std::function<bool(const Accessible &)>;
    /// This and everything below it that shows, depth first.
    void forEach(const std::function<void(const Accessible &)> &visit) const;
    /// The first of them; null: there is none.
    [[nodiscard]] Accessible find(const Wanted &wanted) const;
    [[nodiscard]] Accessible find(const QString &role, const QString &name) const;

    /// What a click does.
    [[nodiscard]] bool press() const;
    [[nodiscard]] bool setText(const QString &text) const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool setValue(double value) const;
    /// In a list or tree: the row of one of its cells, and no other.
    [[nodiscard]] bool selectRowOf(const Accessible &cell) const;

    /// Has every change of a name in the program told to the slot, as a message of AT-SPI.
    [[nodiscard]] bool listenToNames(QObject *listener, const char *slot) const;

    /// Roles, names and states below it, for a test's message.
    [[nodiscard]] QString outline() const;

private:
    [[nodiscard]] QDBusMessage call(const char *interface, const char *method,
                                    const QVariantList &arguments = {}) const;
    [[nodiscard]] QVariant property(const char *interface, const char *name) const;
    void outline(QString &lines, int depth) const;

    QDBusConnection m_bus;
    QString m_service;
    QString m_path;
};
