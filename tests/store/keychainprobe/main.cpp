// SPDX-License-Identifier: GPL-3.0-or-later
//
// store::Keychain in a process of its own, for tst_keychain. Each line of the standard input is a
// list of requests that are made at once: "read UUID", "write UUID HEX", "remove UUID", "probe",
// separated by ";". "gone" before one takes its context away before the answer can come. Each
// answer is a line: the request's word, the answer's, and for a secret that was read its hex.
// The argument is the patience in milliseconds. The end of the input ends the program.
#include "store/keychain.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <cstdio>
#include <memory>
#include <unistd.h>

using store::Keychain;
using store::KeychainAnswer;

namespace
{

const char *wordOf(KeychainAnswer answer)
{
    switch (answer) {
    case KeychainAnswer::Done: return "Done";
    case KeychainAnswer::NoEntry: return "NoEntry";
    case KeychainAnswer::NoKeychain: return "NoKeychain";
    case KeychainAnswer::LockedOrRefused: return "LockedOrRefused";
    case KeychainAnswer::TimedOut: return "TimedOut";
    }
    Q_UNREACHABLE();
}

class Probe final : public QObject
{
public:
    explicit Probe(std::chrono::milliseconds patience)
        : m_keychain(patience)
    {
        connect(&m_input, &QSocketNotifier::activated, this, &Probe::onInput);
    }

private:
    void onInput()
    {
        std::array<char, 4096> some{};
        const auto count = ::read(STDIN_FILENO, some.data(), some.size());
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        m_read.append(some.data(), count);
        for (qsizetype end = m_read.indexOf('\n'); end >= 0; end = m_read.indexOf('\n')) {
            const QList<QByteArray> requests = m_read.first(end).split(';');
            m_read.remove(0, end + 1);
            m_isInCall = true;
            for (const QByteArray &request : requests) {
                start(request.split(' '));
            }
            m_isInCall = false;
        }
    }

    void start(QList<QByteArray> words)
    {
        auto context = std::make_unique<QObject>();
        const bool isGone = words.first() == "gone";
        words.remove(0, isGone ? 1 : 0);
        const QByteArray what = words.first();
        const QUuid id = QUuid::fromString(QLatin1StringView(words.value(1)));
        const auto done = [this, what](KeychainAnswer answer) { say(what, answer, {}); };
        if (what == "read") {
            m_keychain.read(id, context.get(),
                            [this, what](KeychainAnswer answer, const core::Secret &secret) {
                                say(what, answer, secret);
                            });
        } else if (what == "write") {
            m_keychain.write(id, core::Secret(QByteArray::fromHex(words.value(2))), context.get(),
                             done);
        } else if (what == "remove") {
            m_keychain.remove(id, context.get(), done);
        } else {
            m_keychain.probe(context.get(), done);
        }
        if (!isGone) {
            context.release()->setParent(this);
        }
    }

    void say(const QByteArray &what, KeychainAnswer answer, const core::Secret &secret) const
    {
        const QByteArray hex = secret.reveal().toHex();
        std::printf("%s%s %s%s%s\n", m_isInCall ? "inside the call: " : "", what.constData(),
                    wordOf(answer), hex.isEmpty() ? "" : " ", hex.constData());
        std::fflush(stdout);
    }

    Keychain m_keychain;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray m_read;
    bool m_isInCall = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Probe probe{std::chrono::milliseconds(application.arguments().value(1).toInt())};
    return QCoreApplication::exec();
}
