// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"
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
    row.set = [set = row.set](smtp::SessionSettings &s) {
        set(s);
        s.serverKnowsPassword = true;
    };
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
    QByteArray all = run.shown.join('\n') + run.facts.detail.toUtf8();
    for (const core::AuthAttempt &attempt : run.facts.attempts) {
        all += attempt.reply ? attempt.reply->lines.join('\n') : QByteArray();
    }
    for (const auto &capabilities : {run.facts.beforeTls, run.facts.afterTls}) {
        all += capabilities ? capabilities->lines.join('\n') : QByteArray();
        for (const core::Keyword &keyword :
             capabilities ? capabilities->keywords : QList<core::Keyword>()) {
            all += keyword.name + keyword.parameters.join('\n');
        }
    }
    all += run.facts.reply ? run.facts.reply->lines.join('\n') : QByteArray();
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

PROSERPINA_TEST(MaskingTest)
#include "tst_masking.moc"
