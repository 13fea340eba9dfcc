// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring.h"
#include "testmain.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

/// The keychain against a real gnome-keyring: each way it can answer.
class KeychainTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAbsent_data();
    void isAbsent();
    void isLocked();
    void refusesToMakeTheFirstKeyring();
    void keepsThePasswordForAnotherProcess_data();
    void keepsThePasswordForAnotherProcess();
    void keepsThePasswordOverARestart();
    void readsTheNewPassword();
    void removes();
    void hasNoEntry();
    void answersOnceAndInOrder();
    void timesOut();
    void leavesNothingThatWaitedTooLong();
    void timesOutBehindASlowOne();
    void writesNoPasswordToAnyFile();
};

namespace
{

const QString first = u" 7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0001"_s;
const QString second = u" 7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0002"_s;
const QByteArray password = "an unlikely p\xC3\xA4ssword 4711";
const QByteArray masterPassword = "master";

QString hex(const QByteArray &octets)
{
    return u' ' + QString::fromLatin1(octets.toHex());
}

} // namespace

void KeychainTest::isAbsent_data()
{
    QTest::addColumn<Keyring::Bus>("bus");
    QTest::addColumn<QString>("address");
    QTest::addRow("no session bus") << Keyring::Bus::None << QString();
    QTest::addRow("the session bus is dead") << Keyring::Bus::None << u"unix:path=/nonexistent"_s;
    QTest::addRow("a session bus and nobody there") << Keyring::Bus::WithoutServices << QString();
}

void KeychainTest::isAbsent()
{
    QFETCH(Keyring::Bus, bus);
    QFETCH(QString, address);
    const Keyring keyring(bus);
    Probe probe(keyring, 60'000, address);
    QCOMPARE(probe.ask(u"probe"_s), u"probe NoKeychain"_s);
    QCOMPARE(probe.ask(u"read"_s + first), u"read NoKeychain"_s);
    QCOMPARE(probe.ask(u"write"_s + first + hex(password)), u"write NoKeychain"_s);
    QCOMPARE(probe.ask(u"remove"_s + first), u"remove NoKeychain"_s);
    QCOMPARE(probe.rest(), QString());
    QCOMPARE(keyring.filesWith(password), QStringList());
    QCOMPARE(keyring.filesWith(password.toBase64()), QStringList());
}

void KeychainTest::isLocked()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    QCOMPARE(Probe(keyring).ask(u"write"_s + first + hex(password)), u"write Done"_s);
    keyring.stop();

    keyring.startLocked();
    Probe probe(keyring);
    QCOMPARE(probe.ask(u"probe"_s), u"probe Done"_s);
    QCOMPARE(probe.ask(u"read"_s + first), u"read LockedOrRefused"_s);
    QCOMPARE(probe.ask(u"write"_s + first + hex("other")), u"write LockedOrRefused"_s);
    QCOMPARE(probe.ask(u"write"_s + second + hex("other")), u"write LockedOrRefused"_s);
    QCOMPARE(probe.ask(u"remove"_s + first), u"remove LockedOrRefused"_s);
    QCOMPARE(probe.ask(u"read"_s + second), u"read NoEntry"_s);
    QCOMPARE(probe.ask(u"remove"_s + second), u"remove Done"_s);
    keyring.stop();

    keyring.unlock("wrong");
    QCOMPARE(Probe(keyring).ask(u"read"_s + first), u"read LockedOrRefused"_s);
    keyring.stop();

    keyring.unlock(masterPassword);
    QCOMPARE(Probe(keyring).ask(u"read"_s + first), u"read Done"_s + hex(password));
}

void KeychainTest::refusesToMakeTheFirstKeyring()
{
    Keyring keyring;
    keyring.startLocked();
    Probe probe(keyring);
    QCOMPARE(probe.ask(u"probe"_s), u"probe Done"_s);
    QCOMPARE(probe.ask(u"read"_s + first), u"read NoEntry"_s);
    QCOMPARE(probe.ask(u"write"_s + first + hex(password)), u"write LockedOrRefused"_s);
    QCOMPARE(keyring.filesWith(password), QStringList());
}

void KeychainTest::keepsThePasswordForAnotherProcess_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addRow("ASCII") << QByteArray("geheim");
    QTest::addRow("an umlaut, decomposed") << u"pa\u0308ss"_s.toUtf8();
    QTest::addRow("emoji and half-width katakana") << u"\U0001F511\uFF8A\uFF9F\uFF7D"_s.toUtf8();
    QTest::addRow("spaces and a tab at the ends") << QByteArray("\t pass \n");
    QTest::addRow("octets that are no UTF-8") << QByteArray("\xFFp\xE4ss");
    QTest::addRow("long") << QByteArray(1000, 'x');
}

void KeychainTest::keepsThePasswordForAnotherProcess()
{
    QFETCH(QByteArray, stored);
    Keyring keyring;
    keyring.unlock(masterPassword);
    Probe writer(keyring);
    QCOMPARE(writer.ask(u"write"_s + first + hex(stored)), u"write Done"_s);
    QCOMPARE(writer.ask(u"read"_s + first), u"read Done"_s + hex(stored));
    QCOMPARE(writer.rest(), QString());
    QCOMPARE(Probe(keyring).ask(u"read"_s + first), u"read Done"_s + hex(stored));
}

void KeychainTest::keepsThePasswordOverARestart()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    QCOMPARE(Probe(keyring).ask(u"write"_s + first + hex(password)), u"write Done"_s);
    keyring.stop();
    keyring.unlock(masterPassword);
    QCOMPARE(Probe(keyring).ask(u"read"_s + first), u"read Done"_s + hex(password));
}

void KeychainTest::readsTheNewPassword()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    Probe probe(keyring);
    QCOMPARE(probe.ask(u"write"_s + first + hex("old")), u"write Done"_s);
    QCOMPARE(probe.ask(u"write"_s + second + hex("other")), u"write Done"_s);
    QCOMPARE(probe.ask(u"write"_s + first + hex("new")), u"write Done"_s);
    QCOMPARE(probe.ask(u"read"_s + first), u"read Done"_s + hex("new"));
    QCOMPARE(probe.ask(u"read"_s + second), u"read Done"_s + hex("other"));
}

void KeychainTest::removes()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    Probe probe(keyring);
    QCOMPARE(probe.ask(u"write"_s + first + hex(password)), u"write Done"_s);
    QCOMPARE(probe.ask(u"write"_s + second + hex("other")), u"write Done"_s);
    QCOMPARE(probe.ask(u"remove"_s + first), u"remove Done"_s);
    QCOMPARE(probe.ask(u"read"_s + first), u"read NoEntry"_s);
    QCOMPARE(probe.ask(u"remove"_s + first), u"remove Done"_s);
    QCOMPARE(probe.ask(u"read"_s + second), u"read Done"_s + hex("other"));
}

void KeychainTest::hasNoEntry()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    Probe probe(keyring);
    QCOMPARE(probe.ask(u"read"_s + first), u"read NoEntry"_s);
    QCOMPARE(probe.ask(u"probe"_s), u"probe Done"_s);
}

void KeychainTest::answersOnceAndInOrder()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    Probe probe(keyring);
    probe.send(u"write"_s + first + hex("1") + u";read"_s + first + u";gone read"_s + first +
               u";gone write"_s + first + hex("2") + u";read"_s + first + u";remove"_s + first +
               u";read"_s + first);
    QCOMPARE(probe.line(), u"write Done"_s);
    QCOMPARE(probe.line(), u"read Done"_s + hex("1"));
    QCOMPARE(probe.line(), u"read Done"_s + hex("2")); // made, although nobody was there to hear
    QCOMPARE(probe.line(), u"remove Done"_s);
    QCOMPARE(probe.line(), u"read NoEntry"_s);
    QCOMPARE(probe.rest(), QString());
}

void KeychainTest::timesOut()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    Probe patient(keyring);
    QCOMPARE(patient.ask(u"write"_s + first + hex(password)), u"write Done"_s);
    keyring.freeze();
    QCOMPARE(Probe(keyring, 50).ask(u"read"_s + first), u"read TimedOut"_s);
    QCOMPARE(Probe(keyring, 50).ask(u"write"_s + first + hex("new")), u"write TimedOut"_s);
    QCOMPARE(Probe(keyring, 50).ask(u"remove"_s + first), u"remove TimedOut"_s);
    QCOMPARE(Probe(keyring, 50).ask(u"probe"_s), u"probe TimedOut"_s);
    keyring.goOn();
    QCOMPARE(patient.ask(u"probe"_s), u"probe Done"_s);
}

void KeychainTest::leavesNothingThatWaitedTooLong()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    keyring.freeze();
    Probe probe(keyring, 500);
    probe.send(u"read"_s + first + u";write"_s + second + hex(password));
    QCOMPARE(probe.line(), u"read TimedOut"_s);
    QCOMPARE(probe.line(), u"write TimedOut"_s);
    keyring.goOn();
    // It goes on with the next, and no second answer comes of the first.
    Probe patient(keyring);
    QCOMPARE(patient.ask(u"read"_s + second), u"read NoEntry"_s);
    QTRY_COMPARE_WITH_TIMEOUT(probe.ask(u"read"_s + second), u"read NoEntry"_s, 60'000);
    QCOMPARE(probe.rest(), QString());
}

void KeychainTest::timesOutBehindASlowOne()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    keyring.freeze();
    Probe probe(keyring, 200);
    QCOMPARE(probe.ask(u"read"_s + first), u"read TimedOut"_s);
    QCOMPARE(probe.ask(u"read"_s + first), u"read TimedOut"_s); // a new one, behind it
    keyring.goOn();
}

void KeychainTest::writesNoPasswordToAnyFile()
{
    Keyring keyring;
    keyring.unlock(masterPassword);
    Probe probe(keyring);
    QCOMPARE(probe.ask(u"write"_s + first + hex(password)), u"write Done"_s);
    QCOMPARE(probe.rest(), QString());
    keyring.stop();
    for (const QByteArray &trace : {password, password.toBase64(), password.toHex()}) {
        QCOMPARE(keyring.filesWith(trace), QStringList());
    }
    // The search does find: the keyring's file says in clear that it is one.
    QCOMPARE(keyring.filesWith("GnomeKeyring").size(), 1);
}

PROSERPINA_TEST(KeychainTest)
#include "tst_keychain.moc"
