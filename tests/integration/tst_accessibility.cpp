// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"
#include "service/practiceentry.h"
#include "testmain.h"
#include "windowstack.h"

#include <QDBusMessage>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using State = Accessible::State;

namespace
{

constexpr int soon = 30'000;

/// Everything below it that takes the keyboard's focus.
QList<Accessible> focusableIn(const Accessible &window)
{
    QList<Accessible> found;
    window.forEach([&found](const Accessible &object) {
        if (object.is(State::Focusable)) {
            found.append(object);
        }
    });
    return found;
}

/// Those of them that do not say what they are. An empty cell of a list has nothing to say.
QStringList namelessIn(const Accessible &window)
{
    QStringList found;
    for (const Accessible &object : focusableIn(window)) {
        if (object.name().isEmpty() && object.role() != u"tree item"_s) {
            found.append(object.role());
        }
    }
    // What a mouse alone reaches, such as the cross that clears a field.
    window.forEach([&found](const Accessible &object) {
        if (object.role() == u"push button"_s && object.name().isEmpty()) {
            found.append(object.role());
        }
    });
    return found;
}

} // namespace

/// The built program on a display of its own, used as a screen reader uses it: only by what it
/// tells on the accessibility bus. And what a second start of it does.
class AccessibilityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void setsUpAServer();
    void everythingWithFocusHasAName();
    void resultReachesAListener();
    void secondStartRaisesTheFirst();

public Q_SLOTS:
    void hear(const QDBusMessage &message) { m_heard.append(message); }

private:
    /// Its window can be read on the bus then.
    [[nodiscard]] bool startProgram();
    [[nodiscard]] Accessible program() const { return m_desktop->program(*m_process); }
    /// Presses a button, box or tab that shows, once it is there.
    [[nodiscard]] bool press(const QString &role, const QString &name) const;
    [[nodiscard]] bool type(const QString &role, const QString &name, const QString &text) const;
    [[nodiscard]] bool shows(const QString &role, const QString &name) const;
    /// The row in which that stands, and no other.
    [[nodiscard]] bool select(const QString &cell) const;
    /// The first label that shows and has these words.
    [[nodiscard]] QString sentenceWith(const QString &words) const;

    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<QProcess> m_process;
    QList<QDBusMessage> m_heard;
};

void AccessibilityTest::init()
{
    m_desktop = std::make_unique<Desktop>();
    QVERIFY2(m_desktop->start(), m_desktop->error());
}

bool AccessibilityTest::startProgram()
{
    m_process = m_desktop->startProgram();
    return QTest::qWaitFor([this] { return shows(u"push button"_s, u"Save"_s); }, soon);
}

void AccessibilityTest::cleanup()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
    }
    m_process.reset();
    m_desktop.reset();
}

bool AccessibilityTest::shows(const QString &role, const QString &name) const
{
    return !program().find(role, name).isNull();
}

bool AccessibilityTest::press(const QString &role, const QString &name) const
{
    return QTest::qWaitFor([&] { return program().find(role, name).is(State::Enabled); }, soon) &&
           program().find(role, name).press();
}

bool AccessibilityTest::type(const QString &role, const QString &name, const QString &text) const
{
    return QTest::qWaitFor([&] { return shows(role, name); }, soon) &&
           program().find(role, name).setText(text);
}

bool AccessibilityTest::select(const QString &cell) const
{
    return program()
        .find(u"tree"_s, u"Servers"_s)
        .selectRowOf(program().find(u"tree item"_s, cell));
}

QString AccessibilityTest::sentenceWith(const QString &words) const
{
    return program()
        .find([&words](const Accessible &object) {
            return object.role() == u"label"_s && object.name().contains(words);
        })
        .name();
}

void AccessibilityTest::setsUpAServer()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    QVERIFY2(startProgram(), qPrintable(m_process->errorString()));
    const QString button = u"push button"_s;
    QVERIFY(type(u"text"_s, u"Mail address you send from"_s, service::PracticeEntry::address()));
    QVERIFY(type(u"text"_s, u"Name of the server in the list"_s, u"Set up by the bus"_s));
    QVERIFY(type(u"text"_s, u"Host name of the mail server"_s, u"localhost"_s));
    QVERIFY(
        program().find(u"spin box"_s, u"Port of the mail server"_s).setValue(server.smtpsPort()));
    QVERIFY(press(u"check box"_s, u"Advanced"_s));
    QVERIFY(
        type(u"text"_s, u"File with certificates to trust beside the system's"_s, server.caFile()));
    QVERIFY(press(button, u"SMTP-AUTH and SMTPs settings ..."_s));
    QVERIFY(type(u"text"_s, u"ID to log in with"_s, server.credentials().userId));
    const QString password = QString::fromUtf8(server.credentials().password.reveal());
    QVERIFY(type(u"text"_s, u"Password"_s, password));
    // What is typed can be read on the bus, but not a password.
    QCOMPARE(program().find(u"text"_s, u"ID to log in with"_s).text(), server.credentials().userId);
    QCOMPARE(program().find(u"text"_s, u"Password"_s).text(), QString());
    QVERIFY(press(button, u"OK"_s));

    QVERIFY(press(button, u"Check"_s));
    QTRY_COMPARE_WITH_TIMEOUT(sentenceWith(u"Everything works"_s),
                              u"Everything works: the server took ID and password by "
                              "SCRAM-SHA-256."_s,
                              soon);
    QVERIFY(press(button, u"Save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"tree item"_s, u"Set up by the bus"_s), soon);
    QVERIFY(select(u"Practice server"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!program().find(button, u"Edit"_s).is(State::Enabled), soon);
    QVERIFY(select(u"Set up by the bus"_s));
    QTRY_VERIFY_WITH_TIMEOUT(program().find(button, u"Edit"_s).is(State::Enabled), soon);
    QVERIFY(press(button, u"See reply"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"dialog"_s, u"Reply of Set up by the bus"_s), soon);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"tree item"_s, u"250-PIPELINING"_s), soon);
}

void AccessibilityTest::everythingWithFocusHasAName()
{
    QVERIFY2(startProgram(), qPrintable(m_process->errorString()));
    const QString button = u"push button"_s;
    QVERIFY(press(u"check box"_s, u"Advanced"_s));
    QVERIFY(press(button, u"SMTP-AUTH and SMTPs settings ..."_s));
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"dialog"_s, u"SMTP-AUTH and SMTPs settings"_s), soon);
    QVERIFY2(namelessIn(program()).isEmpty(), qPrintable(program().outline()));
    QVERIFY2(focusableIn(program()).size() > 25, qPrintable(program().outline()));
    QVERIFY(press(button, u"Cancel"_s));

    QVERIFY(press(u"page tab"_s, u"Server list"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"tree item"_s, u"Practice server"_s), soon);
    QVERIFY(select(u"Practice server"_s));
    QVERIFY(press(button, u"Mailbox"_s));
    QVERIFY(press(button, u"See reply"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"tree item"_s, u"250-PIPELINING"_s), soon);
    QVERIFY(press(button, u"Send test mail ..."_s));
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"text"_s, u"Text of the mail"_s), soon);
    QVERIFY2(namelessIn(program()).isEmpty(), qPrintable(program().outline()));
    QVERIFY2(focusableIn(program()).size() > 40, qPrintable(program().outline()));
}

/// Without asking: a screen reader speaks it when it comes.
void AccessibilityTest::resultReachesAListener()
{
    QVERIFY2(startProgram(), qPrintable(m_process->errorString()));
    QVERIFY(program().listenToNames(this, SLOT(hear(QDBusMessage))));
    QVERIFY(press(u"push button"_s, u"Try the practice server"_s));
    const auto heardIt = [this] {
        return std::any_of(m_heard.cbegin(), m_heard.cend(), [this](const QDBusMessage &message) {
            return program().at(message.path()).name().startsWith(u"Everything works"_s);
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(heardIt(), soon);
}

void AccessibilityTest::secondStartRaisesTheFirst()
{
    // An X server ignores who asks for the focus with an older time than that of its last change,
    // and this program has had no input since: so the other window has the focus before it starts.
    const WindowStack stack(m_desktop->display());
    QVERIFY(stack.isConnected());
    QVERIFY(stack.cover() && stack.takeFocus());
    QVERIFY2(startProgram(), qPrintable(m_process->errorString()));
    const qint64 pid = m_process->processId();
    const auto isActive = [this] {
        return program().find(u"frame"_s, u"Proserpina - SMTP server settings"_s).is(State::Active);
    };
    QTRY_VERIFY_WITH_TIMEOUT(stack.isOnTop(pid), soon);
    QVERIFY(stack.cover());
    QVERIFY(!stack.isOnTop(pid));
    QVERIFY(!stack.hasFocus(pid));
    QVERIFY(!isActive());

    const auto second = m_desktop->startProgram();
    QTRY_COMPARE_WITH_TIMEOUT(second->state(), QProcess::NotRunning, soon);
    QCOMPARE(second->exitStatus(), QProcess::NormalExit);
    QCOMPARE(second->exitCode(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(stack.isOnTop(pid), soon);
    QTRY_VERIFY_WITH_TIMEOUT(stack.hasFocus(pid) && isActive(), soon);
    QCOMPARE(m_process->state(), QProcess::Running);
}

PROSERPINA_TEST(AccessibilityTest)

#include "tst_accessibility.moc"
