// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

/// A home of its own with a session bus and a gnome-keyring of its own, and no display: whoever
/// wants to ask a person is refused. All of it goes with the test.
class Keyring
{
public:
    enum class Bus
    {
        None,
        WithoutServices, // nobody is there and nobody can be called
        Usual,
    };

    explicit Keyring(Bus bus = Bus::Usual);
    ~Keyring();
    Q_DISABLE_COPY_MOVE(Keyring)

    /// Starts gnome-keyring and waits until it can be asked. The first password makes the keyring.
    void unlock(const QByteArray &password);
    void startLocked();
    void stop();
    /// It takes part in nothing until it goes on.
    void freeze() const;
    void goOn() const;

    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    /// The files of the home that have `bytes` in them.
    [[nodiscard]] QStringList filesWith(const QByteArray &bytes) const;

private:
    void startBus(Bus bus);
    void start(const QStringList &arguments, const QByteArray &input);

    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QString m_address;
    QProcess m_bus;
    QProcess m_daemon;
};

/// A keychainprobe in such a home.
class Probe
{
public:
    /// `patience` in milliseconds; `address` of the bus, if not the keyring's own.
    explicit Probe(const Keyring &keyring, int patience = 60'000, const QString &address = {});
    ~Probe();
    Q_DISABLE_COPY_MOVE(Probe)

    void send(const QString &requests);
    /// The next line it says; after 60 s "no answer".
    [[nodiscard]] QString line();
    /// send() and line().
    [[nodiscard]] QString ask(const QString &request);
    /// Ends its input; what it still says, and whether it ended well.
    [[nodiscard]] QString rest();

private:
    QProcess m_process;
};
