// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"
#include "spellings.h"
#include "testmain.h"

#include <QTest>

using core::Method;

/// B69: whatever the method and whatever the server does, the transcript and the facts hold no
/// password, no base64 of it and no response.
class MaskingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void everySpelling_data();
    void everySpelling();
    void itsTail_data();
    void itsTail();
};

namespace
{

const QByteArray password = "word-pass";

dialogue::Row row(const QByteArray &name, Method method, const QByteArray &script)
{
    return {"B69 " + name,
            [method](smtp::SessionSettings &s) {
                s.security = core::Security::Smtps;
                s.method = method;
                s.credentials = core::Credentials{QStringLiteral("id"), core::Secret(password)};
            },
            "TLS\nS: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH LOGIN PLAIN CRAM-MD5 "
            "SCRAM-SHA-256 XOAUTH2\n" +
                script};
}

dialogue::Row known(const QByteArray &name, const QByteArray &script)
{
    dialogue::Row row = ::row(name, Method::Plain1, {});
    row.script = script;
    return row;
}

QList<dialogue::Row> rows()
{
    return {
        row("PLAIN1", Method::Plain1,
            "C: AUTH PLAIN AGlkAHdvcmQtcGFzcw==\nS: 235 ok\nC: QUIT\nCLOSE"),
        row("PLAIN2", Method::Plain2,
            "C: AUTH PLAIN\nS: 334 \nC: AGlkAHdvcmQtcGFzcw==\nS: 235 ok\nC: QUIT\nCLOSE"),
        row("LOGIN", Method::Login,
            "C: AUTH LOGIN\nS: 334 a\nC: aWQ=\nS: 334 b\nC: d29yZC1wYXNz\nS: 235 ok\nC: "
            "QUIT\nCLOSE"),
        row("CRAM-MD5", Method::CramMd5,
            "C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: "
            "aWQgMDA3YThjNDZmNDk2MWVlYjllZDE4ZDZmNTg3ZmI0MjQ=\nS: 235 ok\nC: QUIT\nCLOSE"),
        row("SCRAM-SHA-256", Method::ScramSha256,
            "C: AUTH SCRAM-SHA-256 c2NyYW0tZmlyc3Q=\nS: 334 c2VydmVyLWZpcnN0\n"
            "C: c2NyYW0tZmluYWw=\nS: 334 c2VydmVyLWZpbmFs\nC: \nS: 235 ok\nC: QUIT\nCLOSE"),
        row("a server that repeats the password in its refusal", Method::Plain1,
            "C: AUTH PLAIN AGlkAHdvcmQtcGFzcw==\nS: 535 the password word-pass is wrong\n"
            "C: QUIT\nCLOSE"),
        row("a server that repeats the response in its refusal", Method::Plain1,
            "C: AUTH PLAIN AGlkAHdvcmQtcGFzcw==\nS: 535 AGlkAHdvcmQtcGFzcw== is wrong\nC: "
            "QUIT\nCLOSE"),
        row("a server that repeats LOGIN's answer in its refusal", Method::Login,
            "C: AUTH LOGIN\nS: 334 a\nC: aWQ=\nS: 334 b\nC: d29yZC1wYXNz\n"
            "S: 535 d29yZC1wYXNz is wrong\nC: QUIT\nCLOSE"),
        row("a server that repeats the password in base64 after PLAIN", Method::Plain1,
            "C: AUTH PLAIN AGlkAHdvcmQtcGFzcw==\nS: 535 d29yZC1wYXNz is wrong\nC: QUIT\nCLOSE"),
        row("a server that repeats CRAM-MD5's digest", Method::CramMd5,
            "C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: "
            "aWQgMDA3YThjNDZmNDk2MWVlYjllZDE4ZDZmNTg3ZmI0MjQ=\n"
            "S: 535 007a8c46f4961eeb9ed18d6f587fb424 is wrong\nC: QUIT\nCLOSE"),
        row("a server that repeats the token in JSON in base64 in its refusal", Method::XOauth2,
            "C: AUTH XOAUTH2 dXNlcj1pZAFhdXRoPUJlYXJlciB3b3JkLXBhc3MBAQ==\n"
            "S: 535 eyJ0Ijoid29yZC1wYXNzIn0=\nC: QUIT\nCLOSE"),
        row("a third challenge of a token's exchange", Method::XOauth2,
            "C: AUTH XOAUTH2 dXNlcj1pZAFhdXRoPUJlYXJlciB3b3JkLXBhc3MBAQ==\n"
            "S: 334 eyJ0IjoiMSJ9\nC: \nS: 334 eyJ0IjoiMiJ9\nC: *\n"
            "S: 334 eyJ0Ijoid29yZC1wYXNzIn0=\nCLOSE"),
        row("a challenge of SCRAM's after it was given up", Method::ScramSha256,
            "C: AUTH SCRAM-SHA-256 c2NyYW0tZmlyc3Q=\nS: 334 bm9uc2Vuc2U=\nC: *\n"
            "S: 334 c2VydmVyLWZpcnN0\nCLOSE"),
        known("a greeting that knows the password from an earlier connection",
              "TLS\nS: 220 hi word-pass\nC: EHLO [127.0.0.1]\nS: 554 no\nC: QUIT\nCLOSE"),
        known("an EHLO reply that knows it",
              "TLS\nS: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi d29yZC1wYXNz\n"
              "S: 250 X-Y word-pass\nC: QUIT\nCLOSE"),
    };
}

/// Everything that is shown or remembered of it.
QByteArray told(const dialogue::Run &run)
{
    QByteArrayList all = run.shown + QByteArrayList{run.facts.detail.english().toUtf8()};
    const auto addReply = [&all](const std::optional<core::Reply> &reply) {
        if (reply) {
            all += reply->lines + reply->text;
        }
    };
    addReply(run.facts.reply);
    for (const core::AuthAttempt &attempt : run.facts.attempts) {
        addReply(attempt.reply);
    }
    for (const core::RecipientResult &recipient : run.facts.recipients) {
        addReply(recipient.reply);
    }
    for (const auto &capabilities : {run.facts.beforeTls, run.facts.afterTls}) {
        if (!capabilities) {
            continue;
        }
        all += capabilities->lines + capabilities->authMechanisms;
    }
    return all.join('\n');
}

/// Where a server repeats it: "{said}", or "{first}" and "{rest}".
struct Place
{
    const char *name;
    QByteArray script;
};

const QByteArray hello = "C: EHLO [127.0.0.1]\n";
const QByteArray refused = "S: 554 no\nC: QUIT\nCLOSE";
const QByteArray offered = "S: 220 hi\n" + hello + "S: 250-hi\nS: 250 AUTH PLAIN\nC: AUTH PLAIN " +
                           ('\0' + ("id" + ('\0' + spelled::password))).toBase64() + '\n';
const QByteArray mail =
    "S: 235 ok\nC: MAIL FROM:<a@example.org>\nS: 250 {first}\nC: RCPT TO:<b@example.org>\n";

const QList<Place> places{
    {"in the greeting", "S: 220 hi {said}\n" + hello + refused},
    {"in a greeting that is a no", "S: 554 {said}\nC: QUIT\nCLOSE"},
    {"in the EHLO reply", "S: 220 hi\n" + hello +
                              "S: 250-hi {said}\nS: 250-{said} x\n"
                              "S: 250-X-Y {said}\nS: 250 AUTH {said}\n"
                              "C: QUIT\nCLOSE"},
    {"in the refusal", offered + "S: 535-got {said}\nS: 535 {said}, no\nC: QUIT\nCLOSE"},
    {"in what is no reply", "S: 220 hi\n" + hello + "S: {said}\nCLOSE"},
    {"with STARTTLS's reply in one packet", "S: 220 hi\n" + hello +
                                                "S: 250-hi\nS: 250 STARTTLS\nC: STARTTLS\n"
                                                "S: 220 go\nS: 250 {said}\nCLOSE"},
    {"over two lines of the greeting", "S: 220-hi {first}\nS: 220 {rest}\n" + hello + refused},
    {"over two keywords",
     "S: 220 hi\n" + hello + "S: 250-hi\nS: 250-AUTH {first}\nS: 250 {rest}\nC: QUIT\nCLOSE"},
    {"over two lines of the refusal",
     offered + "S: 535-5.7.8 {first}\nS: 535 5.7.8 {rest}\nC: QUIT\nCLOSE"},
    {"over greeting and EHLO reply",
     "S: 220 hi {first}\n" + hello + "S: 554 {rest}\nC: QUIT\nCLOSE"},
    {"over two replies to a mail", offered + mail +
                                       "S: 550 {rest}\nC: RSET\n? C: QUIT\nS: 250 ok\n"
                                       "? C: QUIT\nCLOSE"},
};

dialogue::Row repeating(const Place &place, const QByteArray &said, qsizetype cut)
{
    dialogue::Row row = ::row(place.name, Method::Plain1, {});
    row.script = place.script;
    row.script.replace("{said}", said);
    row.script.replace("{first}", said.first(cut)).replace("{rest}", said.mid(cut));
    row.set = [startTls = row.script.contains("STARTTLS")](smtp::SessionSettings &s) {
        s.security = startTls ? core::Security::StartTls : core::Security::None;
        s.allowPlaintextPassword = true;
        s.method = Method::Plain1;
        s.credentials = core::Credentials{QStringLiteral("id"), core::Secret(spelled::password)};
        s.goal = core::Goal::SendMail;
        s.mail = smtp::Mail{{"a@example.org", {"b@example.org"}}, {}};
    };
    return row;
}

void addPlaces()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("place");
    for (const spelled::Spelling &spelling : spelled::all()) {
        for (int i = 0; i < places.size(); ++i) {
            QTest::addRow("B69 %s, %s", spelling.name.constData(), places[i].name)
                << spelling.said << i;
        }
    }
}

} // namespace

void MaskingTest::masks_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < rows().size(); ++i) {
        QTest::addRow("%s", rows()[i].name.constData()) << i;
    }
}

void MaskingTest::masks()
{
    QFETCH(qsizetype, index);
    const dialogue::Run run = dialogue::run(rows()[index], dialogue::Feeding::Whole);
    QVERIFY2(run.problem.isEmpty(), run.problem);
    const QByteArray all = told(run);
    QVERIFY2(all.contains("****"), all);
    const QByteArrayList secrets{password,
                                 password.toBase64(),
                                 "AGlkAHdvcmQtcGFzcw==",
                                 "d29yZC1wYXNz",
                                 "c2NyYW0tZmlyc3Q=",
                                 "c2NyYW0tZmluYWw=",
                                 "c2VydmVyLWZpcnN0",
                                 "c2VydmVyLWZpbmFs",
                                 "007a8c46f4961eeb9ed18d6f587fb424",
                                 "eyJ0Ijoid29yZC1wYXNzIn0=",
                                 "aWQgMDA3YThjNDZmNDk2MWVlYjllZDE4ZDZmNTg3ZmI0MjQ="};
    for (const QByteArray &secret : secrets) {
        QVERIFY2(!all.contains(secret), all);
    }
}

void MaskingTest::everySpelling_data()
{
    addPlaces();
}

/// Before the password is sent as well: an earlier run may have told it.
void MaskingTest::everySpelling()
{
    QFETCH(QByteArray, said);
    QFETCH(int, place);
    const qsizetype cut = said.size() * 2 / 3;
    const dialogue::Run run =
        dialogue::run(repeating(places[place], said, cut), dialogue::Feeding::Whole);
    QVERIFY2(run.problem.isEmpty(), run.problem);
    const QByteArray all = told(run);
    QVERIFY2(all.contains("****"), all);
    QVERIFY2(!all.toLower().contains(said.first(cut).toLower()), all);
    QVERIFY2(!all.toLower().contains(said.mid(cut).toLower()), all);
}

void MaskingTest::itsTail_data()
{
    addPlaces();
}

/// Cut so early that its beginning may be any word: what follows is masked all the same.
void MaskingTest::itsTail()
{
    QFETCH(QByteArray, said);
    QFETCH(int, place);
    const dialogue::Run run =
        dialogue::run(repeating(places[place], said, 2), dialogue::Feeding::ByByte);
    QVERIFY2(run.problem.isEmpty(), run.problem);
    const QByteArray all = told(run);
    QVERIFY2(all.contains("****"), all);
    QVERIFY2(!all.toLower().contains(said.mid(4).toLower()), all);
}

PROSERPINA_TEST(MaskingTest)
#include "tst_masking.moc"
