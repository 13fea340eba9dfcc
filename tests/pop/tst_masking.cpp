// SPDX-License-Identifier: GPL-3.0-or-later
#include "pop/session.h"
#include "scriptplayer.h"
#include "spellings.h"
#include "testmain.h"

#include <QTest>

using core::PopSecurity;

/// B69: what a POP3 server repeats of the password or of APOP's digest is neither shown nor
/// remembered.
class PopMaskingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySpelling_data();
    void everySpelling();
    void itsTail_data();
    void itsTail();
    void digest();
    void shortPasswordsAreNoWords();
};

namespace
{

/// Where a server repeats it: "{said}", or "{first}" and "{rest}".
struct Place
{
    const char *name;
    QByteArray script;
};

const QByteArray user = "C: USER mrose\n";
const QByteArray pass = "C: PASS " + spelled::password + '\n';
const QByteArray leaves = "C: QUIT\nS: +OK bye\nCLOSE";

const QList<Place> places{
    {"in the greeting", "S: +OK {said} ready\n" + user + "S: -ERR no\n" + leaves},
    {"in a greeting that is a no", "S: -ERR {said}\nCLOSE"},
    {"in what is no reply", "S: {said}\nCLOSE"},
    {"in the reply to USER", "S: +OK\n" + user + "S: -ERR [AUTH] {said}\n" + leaves},
    {"in the refusal", "S: +OK\n" + user + "S: +OK\n" + pass + "S: -ERR got {said}\n" + leaves},
    {"in the yes", "S: +OK\n" + user + "S: +OK\n" + pass + "S: +OK {said}\n" + leaves},
    {"in the goodbye",
     "S: +OK\n" + user + "S: +OK\n" + pass + "S: -ERR no\nC: QUIT\nS: +OK {said}\nCLOSE"},
    {"behind STLS's reply in one packet", "S: +OK\nC: STLS\nS: +OK\nS: +OK {said}\nCLOSE"},
    {"over greeting and reply", "S: +OK ready {first}\n" + user + "S: -ERR {rest}\n" + leaves},
    {"over two replies",
     "S: +OK\n" + user + "S: +OK {first}\n" + pass + "S: -ERR [AUTH] {rest}\n" + leaves},
};

dialogue::Played play(pop::Session &session, const QByteArray &script, dialogue::Feeding feeding)
{
    return dialogue::play(session, [&session] { return session.isFinished(); },
                          {script, {}, feeding});
}

pop::SessionSettings settings(const QByteArray &password, bool stls = false)
{
    pop::SessionSettings settings;
    settings.security = stls ? PopSecurity::Stls : PopSecurity::None;
    settings.credentials = {QStringLiteral("mrose"), core::Secret(password)};
    settings.allowPlaintextPassword = true;
    return settings;
}

void addPlaces()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("script");
    for (const spelled::Spelling &spelling : spelled::all()) {
        for (const Place &place : places) {
            QTest::addRow("B69 %s, %s", spelling.name.constData(), place.name)
                << spelling.said << place.script;
        }
    }
}

/// Everything that is shown or remembered of a server that has said it so, cut there.
QByteArray told(QByteArray script, const QByteArray &said, qsizetype cut, dialogue::Feeding feeding)
{
    script.replace("{said}", said);
    script.replace("{first}", said.first(cut)).replace("{rest}", said.mid(cut));
    pop::Session session(settings(spelled::password, script.contains("STLS")));
    const dialogue::Played played = play(session, script, feeding);
    const core::PopFacts &facts = session.facts();
    return (played.shown +
            QByteArrayList{facts.reply, facts.detail.english().toUtf8(), played.problem})
        .join('\n');
}

} // namespace

void PopMaskingTest::everySpelling_data()
{
    addPlaces();
}

/// Before the password is sent as well: an earlier run may have told it.
void PopMaskingTest::everySpelling()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, script);
    const qsizetype cut = said.size() * 2 / 3;
    const QByteArray all = told(script, said, cut, dialogue::Feeding::Whole);
    QVERIFY2(all.endsWith('\n'), all); // no problem
    QVERIFY2(all.contains("****"), all);
    QVERIFY2(!all.toLower().contains(said.first(cut).toLower()), all);
    QVERIFY2(!all.toLower().contains(said.mid(cut).toLower()), all);
}

void PopMaskingTest::itsTail_data()
{
    addPlaces();
}

/// Cut so early that its beginning may be any word: what follows is masked all the same.
void PopMaskingTest::itsTail()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, script);
    const QByteArray all = told(script, said, 2, dialogue::Feeding::ByByte);
    QVERIFY2(all.endsWith('\n'), all);
    QVERIFY2(all.contains("****"), all);
    QVERIFY2(!all.toLower().contains(said.mid(4).toLower()), all);
}

/// By it the password could be guessed. RFC 1939 7's.
void PopMaskingTest::digest()
{
    const QByteArray digest = "c4c9334bac560ecc979e58001b3e22fb";
    pop::Session session(settings("tanstaaf"));
    const dialogue::Played played =
        play(session,
             "S: +OK <1896.697170952@dbc.mtview.ca.us>\nC: APOP mrose " + digest + "\nS: -ERR " +
                 digest.toUpper() + ' ' + digest.toBase64() + ' ' + digest.first(16) +
                 "\nC: QUIT\nS: +OK " + digest.mid(16) + "\nCLOSE",
             dialogue::Feeding::Whole);
    QCOMPARE(played.problem, QByteArray());
    QCOMPARE(played.shown.mid(2),
             (QByteArrayList{"S: -ERR **** **** ****", "C: QUIT", "S: +OK ****"}));
    QCOMPARE(session.facts().reply, "-ERR **** **** ****");
}

void PopMaskingTest::shortPasswordsAreNoWords()
{
    for (const QByteArray password : {"a", "ma", "mai"}) {
        pop::Session session(settings(password));
        const dialogue::Played played =
            play(session,
                 "S: +OK a mail server\n" + user + "S: +OK mai\nC: PASS " + password +
                     "\nS: -ERR [AUTH] no mail for a stranger\n" + leaves,
                 dialogue::Feeding::Whole);
        QCOMPARE(played.problem, QByteArray());
        QCOMPARE(played.shown.constFirst(), "S: +OK a mail server");
        QCOMPARE(session.facts().reply, "-ERR [AUTH] no mail for a stranger");
    }
}

PROSERPINA_TEST(PopMaskingTest)

#include "tst_masking.moc"
