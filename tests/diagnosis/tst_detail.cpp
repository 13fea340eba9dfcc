// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/detail.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// Another language: every word of the source in upper case.
QString shouted(const char *source)
{
    static const QRegularExpression place(u"\\{\\w+\\}"_s);
    const QString text = QString::fromUtf8(source);
    QString out;
    qsizetype at = 0;
    auto places = place.globalMatch(text);
    while (places.hasNext()) {
        const auto one = places.next();
        out += text.sliced(at, one.capturedStart() - at).toUpper() + one.captured();
        at = one.capturedEnd();
    }
    return out + text.sliced(at).toUpper();
}

QString sourceOf(const QString &file)
{
    QFile source(QStringLiteral(PROSERPINA_SOURCE "/src/") + file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

} // namespace

class DetailTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translates_data();
    void translates();
    void knowsWhatIsWrongWithInput();
    void knowsWhatIsWrongWithTheServersFile();
    void staysWithoutTranslator();
};

void DetailTest::translates_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &detail, const QString &text) {
        QTest::addRow("%s", name) << detail << text;
    };
    row("a sentence", u"The mail has no recipient."_s, u"THE MAIL HAS NO RECIPIENT."_s);
    row("a thing and its fault", u"The address has no @."_s, u"THE ADDRESS HAS NO @."_s);
    row("what was typed stays", u"The address has no @. It reads: taro"_s,
        u"THE ADDRESS HAS NO @. IT READS: taro"_s);
    row("a place that was typed is not filled", u"The address has no @. It reads: {value}"_s,
        u"THE ADDRESS HAS NO @. IT READS: {value}"_s);
    row("a detail in a detail",
        u"The EHLO name cannot be used. The host name has an empty part beside a dot."_s,
        u"THE EHLO NAME CANNOT BE USED. THE HOST NAME HAS AN EMPTY PART BESIDE A DOT."_s);
    row("a path stays", u"The attachment does not exist: /tmp/a b"_s,
        u"THE ATTACHMENT DOES NOT EXIST: /tmp/a b"_s);
    row("a path and the system's words stay",
        u"The attachment cannot be read: /tmp/a: Permission denied"_s,
        u"THE ATTACHMENT CANNOT BE READ: /tmp/a: Permission denied"_s);
    row("a value in the middle", u"The password command did not work: it crashed."_s,
        u"THE PASSWORD COMMAND DID NOT WORK: IT CRASHED."_s);
    row("a value in quotes",
        u"The address “a b” cannot be put in a command: it has a line break, a control character, "
        "a space or a bracket where none may be."_s,
        u"THE ADDRESS “a b” CANNOT BE PUT IN A COMMAND: IT HAS A LINE BREAK, A CONTROL CHARACTER, "
        "A SPACE OR A BRACKET WHERE NONE MAY BE."_s);
    row("two values", u"/c/servers.json is damaged (illegal value), so it is left as it is."_s,
        u"/c/servers.json IS DAMAGED (illegal value), SO IT IS LEFT AS IT IS."_s);
    row("a detail as the second value",
        u"/c/servers.json is damaged (from line 3, column 14 on it is not JSON), so it is left as "
        "it is."_s,
        u"/c/servers.json IS DAMAGED (FROM LINE 3, COLUMN 14 ON IT IS NOT JSON), SO IT IS LEFT AS "
        "IT IS."_s);
    row("nothing to restore", u"/c/s is not damaged: there is nothing to restore."_s,
        u"/c/s IS NOT DAMAGED: THERE IS NOTHING TO RESTORE."_s);
    row("nothing to go back to", u"There is no good copy of /c/s to go back to."_s,
        u"THERE IS NO GOOD COPY OF /c/s TO GO BACK TO."_s);
    row("a save that is kept out",
        u"Another program is still saving the servers (/c/s.lock is there)."_s,
        u"ANOTHER PROGRAM IS STILL SAVING THE SERVERS (/c/s.lock IS THERE)."_s);
    row("another user's folder",
        u"The folder /c/p belongs to another user, so nothing in it is used."_s,
        u"THE FOLDER /c/p BELONGS TO ANOTHER USER, SO NOTHING IN IT IS USED."_s);
    row("a folder that others can write to",
        u"Other users can write to the folder /c/p, so nothing in it is used."_s,
        u"OTHER USERS CAN WRITE TO THE FOLDER /c/p, SO NOTHING IN IT IS USED."_s);
    row("a folder in another user's",
        u"The folder /c/p could not be made: the one above it belongs to another user."_s,
        u"THE FOLDER /c/p COULD NOT BE MADE: THE ONE ABOVE IT BELONGS TO ANOTHER USER."_s);
    row("a folder that cannot be made", u"The folder /c/p could not be made."_s,
        u"THE FOLDER /c/p COULD NOT BE MADE."_s);
    row("a lock file", u"/c/s.lock could not be written: it is a link."_s,
        u"/c/s.lock COULD NOT BE WRITTEN: IT IS A LINK."_s);
    row("a preset file", u"/c/presets.json cannot be used as presets: its format is not 1."_s,
        u"/c/presets.json CANNOT BE USED AS PRESETS: its format is not 1."_s);
    row("a note of the transcript", u"connected to ::1 port 587"_s, u"CONNECTED TO ::1 PORT 587"_s);
    row("a note with a number", u"message sent: 540 octets"_s, u"MESSAGE SENT: 540 OCTETS"_s);
    row("a number", u"The password command did not work: it ended with exit code 3."_s,
        u"THE PASSWORD COMMAND DID NOT WORK: IT ENDED WITH EXIT CODE 3."_s);
    row("a value in front", u"/tmp/ca.pem: not a regular file"_s,
        u"/tmp/ca.pem: NOT A REGULAR FILE"_s);
    row("the client certificate's key", u"/tmp/me.pem: its key is protected by a password"_s,
        u"/tmp/me.pem: ITS KEY IS PROTECTED BY A PASSWORD"_s);
    row("an address of several", u"no connection to ::1: no answer in time"_s,
        u"NO CONNECTION TO ::1: NO ANSWER IN TIME"_s);
    row("a note of a proxy", u"connected by proxy 192.0.2.1:1080 to smtp.example.org port 587"_s,
        u"CONNECTED BY proxy 192.0.2.1:1080 TO smtp.example.org port 587"_s);
    row("what a proxy says", u"it replied 403 Forbidden"_s, u"IT REPLIED 403 Forbidden"_s);
    row("a library's words stay", u"Connection reset by peer"_s, u"Connection reset by peer"_s);
    row("nothing", QString(), QString());
}

void DetailTest::translates()
{
    QFETCH(QString, detail);
    QFETCH(QString, text);
    QCOMPARE(diagnosis::detailText(detail, shouted), text);
}

/// Every fault that the module mime finds in what was typed.
void DetailTest::knowsWhatIsWrongWithInput()
{
    static const QRegularExpression fault(u"\"((?:has|is|looks) [^\"]*\\.)\"_L1"_s);
    int seen = 0;
    for (const char *file :
         {"mime/address.cpp", "mime/hostname.cpp", "mime/typedtext.cpp", "mime/attachment.cpp"}) {
        auto found = fault.globalMatch(sourceOf(QString::fromLatin1(file)));
        while (found.hasNext()) {
            const QString detail = u"The address "_s + found.next().captured(1);
            QCOMPARE(diagnosis::detailText(detail, shouted), detail.toUpper());
            ++seen;
        }
    }
    QVERIFY(seen > 20);
    // And the sentences: each of them alone in its quotes.
    static const QRegularExpression sentence(
        u"(?:BadInput|BodyUnreadable|PasswordUnavailable|CaFileUnreadable|unreadable|ProxyFailed|"
        "Refused, 0),\\s*"
        "(?:[\\w.]+ \\+ )?u?\"([^\"]+(?:\"\\s*u?\"[^\"]+)*)\"_"_s);
    seen = 0;
    for (const char *folder : {"mime", "net", "sasl", "service", "smtp", "submission"}) {
        const QDir sources(QStringLiteral(PROSERPINA_SOURCE "/src/") + QString::fromLatin1(folder));
        for (const QString &name : sources.entryList({u"*.cpp"_s})) {
            auto found = sentence.globalMatch(sourceOf(QString::fromLatin1(folder) + u'/' + name));
            while (found.hasNext()) {
                static const QRegularExpression joint(u"\"\\s*u?\""_s);
                const QString words = found.next().captured(1).remove(joint);
                if (words == u"The "_s || words == u": "_s || words.contains(u'\\')) {
                    continue; // the things and their faults, and the one that has a row above
                }
                const QString whole = words.startsWith(u": ") ? u'x' + words : words + u'x';
                QVERIFY2(diagnosis::detailText(words, shouted) != words ||
                             diagnosis::detailText(whole, shouted) != whole ||
                             diagnosis::detailText(whole + u'.', shouted) != whole + u'.',
                         qPrintable(words));
                ++seen;
            }
        }
    }
    QVERIFY(seen > 15);
}

/// Every fault that the module store finds in the file of the servers.
void DetailTest::knowsWhatIsWrongWithTheServersFile()
{
    static const QRegularExpression fault(uR"x(u"((?:it|there|from|other) (?:[^"\\]|\\.)*)"_s)x"_s);
    int seen = 0;
    for (const char *file : {"store/serverdocument.cpp", "store/ownfiles.cpp"}) {
        auto found = fault.globalMatch(sourceOf(QString::fromLatin1(file)));
        while (found.hasNext()) {
            const QString words = found.next()
                                      .captured(1)
                                      .remove(u'\\')
                                      .replace(u"%1"_s, u"7"_s)
                                      .replace(u"%2"_s, u"8"_s);
            QCOMPARE(diagnosis::detailText(words, shouted), words.toUpper());
            const QString whole = u"/c/s is damaged (%1), so it is left as it is."_s;
            QCOMPARE(diagnosis::detailText(whole.arg(words), shouted),
                     u"/c/s IS DAMAGED (%1), SO IT IS LEFT AS IT IS."_s.arg(words.toUpper()));
            ++seen;
        }
    }
    QVERIFY(seen >= 15);
}

void DetailTest::staysWithoutTranslator()
{
    QCOMPARE(diagnosis::detailText(u"The address has no @."_s, {}), u"The address has no @."_s);
}

PROSERPINA_TEST(DetailTest)
#include "tst_detail.moc"
