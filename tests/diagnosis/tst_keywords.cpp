// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/keywords.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using diagnosis::keywordExplanation;
using diagnosis::mechanismExplanation;

/// What the lines of an EHLO reply are said to mean.
class KeywordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explains_data();
    void explains();
    void knowsTheRegisteredOnes_data();
    void knowsTheRegisteredOnes();
    void textsKeepTheManners();
    void lines_data();
    void lines();
    void noSuchLine();
    void mechanisms_data();
    void mechanisms();
    void translates();
};

void KeywordsTest::explains_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArrayList>("parameters");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *title, const char *name, const QByteArrayList &parameters,
                        const QString &text) {
        QTest::newRow(title) << QByteArray(name) << parameters << text;
    };
    const QString noLimit =
        u"The server reads the size of a message beforehand; it names no fixed limit."_s;
    const QString noNumber =
        u"Should name the largest message the server takes, but this is no readable number."_s;
    row("SIZE in human units", "SIZE", {"10240000"}, u"Messages may be up to 10.2 MB large."_s);
    row("B24 SIZE over 2^31", "SIZE", {"35882577920"}, u"Messages may be up to 35.9 GB large."_s);
    row("B24 SIZE small", "SIZE", {"999"}, u"Messages may be up to 999 bytes large."_s);
    row("B24 SIZE 0", "SIZE", {"0"}, noLimit);
    row("B24 SIZE without a number", "SIZE", {}, noLimit);
    row("B24 SIZE junk", "SIZE", {"big"}, noNumber);
    row("B24 SIZE negative", "SIZE", {"-1"}, noNumber);
    row("AUTH names its methods", "AUTH", {"PLAIN", "LOGIN"},
        u"The methods of logging in: PLAIN, LOGIN."_s);
    row("B17 AUTH without any", "AUTH", {},
        u"Announces a login but names no method, so there is none to use."_s);
    row("B18 AUTH=", "AUTH=LOGIN", {"PLAIN"},
        u"The methods of logging in, in an old form for old programs: LOGIN, PLAIN."_s);
    row("AUTH= alone", "AUTH=", {},
        u"Announces a login but names no method, so there is none to use."_s);
    row("B14 lower case", "starttls", {},
        u"The server can switch this connection to encryption."_s);
    row("parameters are told", "LIMITS", {"RCPTMAX=50", "MAILMAX=10"},
        u"The server names its limits, such as recipients for one message. It says: RCPTMAX=50 MAILMAX=10."_s);
    row("B20 a private keyword", "X-SOMETHING", {},
        u"Private to this kind of server (it starts with X); Proserpina makes no use of it."_s);
    row("B07 a line painted over", "XXXXXXXA", {},
        u"A firewall on the way has painted over this line; it may have been STARTTLS."_s);
    row("an unknown keyword", "FROBNICATE", {},
        u"Not known to Proserpina, which makes no use of it; sending mail does not need it."_s);
    row("B31 parameters are inert", "AUTH", {"PL\x1b[1mAIN"},
        u"The methods of logging in: PL␛[1mAIN."_s);
    row("B16 AUTH inside another word", "XAUTH", {"LOGIN"},
        u"Private to this kind of server (it starts with X); Proserpina makes no use of it."_s);
}

void KeywordsTest::explains()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArrayList, parameters);
    QFETCH(QString, text);
    QCOMPARE(keywordExplanation({name, parameters}), text);
}

void KeywordsTest::knowsTheRegisteredOnes_data()
{
    QTest::addColumn<QByteArray>("name");
    const char *const registered[] = {
        "SEND", "SOML", "SAML", "VRFY", "EXPN", "HELP", "TURN", "8BITMIME", "SIZE", "VERB", "ONEX",
        "CHUNKING", "BINARYMIME", "CHECKPOINT", "DELIVERBY", "PIPELINING", "DSN", "ETRN",
        "ENHANCEDSTATUSCODES", "STARTTLS", "NO-SOLICITING", "MTRK", "SUBMITTER", "ATRN", "AUTH",
        "FUTURERELEASE", "SMTPUTF8", "BURL", "UTF8SMTP", "CONPERM", "CONNEG", "RRVS", "MT-PRIORITY",
        "REQUIRETLS", "LIMITS",
        // private, but met every day
        "XCLIENT", "XFORWARD", "XVERP", "X-EXPS", "X-ANONYMOUSTLS", "X-LINK2STATE", "XEXCH50"};
    for (const char *name : registered) {
        QTest::newRow(name) << QByteArray(name);
    }
}

void KeywordsTest::knowsTheRegisteredOnes()
{
    QFETCH(QByteArray, name);
    const QString text = keywordExplanation({name, {}});
    QVERIFY(!text.isEmpty());
    QVERIFY(text != keywordExplanation({"FROBNICATE", {}}));
    QVERIFY(text != keywordExplanation({"X-SOMETHING", {}}));
}

void KeywordsTest::textsKeepTheManners()
{
    for (const auto table : {diagnosis::keywordTable(), diagnosis::mechanismTable()}) {
        for (const diagnosis::Explanation &row : table) {
            const QString text = QString::fromUtf8(row.sentence);
            QCOMPARE(QByteArray(row.name).toUpper(), QByteArray(row.name));
            QVERIFY2(text.endsWith(u'.') && !text.contains(u'!') && text.size() <= 200, row.name);
            QVERIFY2(text.front().isUpper(), row.name);
        }
    }
}

void KeywordsTest::lines_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("text");

    QTest::newRow("B16 the first line is a name, even if it says AUTH")
        << 0
        << u"The server calls itself AUTH.example.org and greets; the lines below say what it can do."_s;
    QTest::newRow("B14 tabs and spaces at the end")
        << 1 << u"Messages may be up to 10.2 MB large."_s;
    QTest::newRow("an empty line") << 2 << u"An empty line; it says nothing."_s;
    QTest::newRow("a bare code") << 3 << u"An empty line; it says nothing."_s;
    QTest::newRow("B15 the last line")
        << 4 << u"The server can switch this connection to encryption."_s;
    QTest::newRow("the ways of logging in")
        << 5 << u"The methods of logging in: PLAIN, LOGIN. Proserpina would use LOGIN."_s;
    QTest::newRow("the old form") << 6
                                  << u"The methods of logging in, in an old form for old "
                                     "programs: PLAIN. Proserpina would use LOGIN."_s;
}

void KeywordsTest::lines()
{
    QFETCH(int, index);
    QFETCH(QString, text);
    core::Capabilities capabilities;
    capabilities.lines = {"250-AUTH.example.org Hello STARTTLS",
                          "250-size\t10240000  ",
                          "250-",
                          "250",
                          "250 STARTTLS",
                          "250-AUTH PLAIN LOGIN",
                          "250-AUTH=PLAIN"};
    capabilities.authMechanisms = {"PLAIN", "LOGIN"};
    QCOMPARE(diagnosis::replyLineExplanation(capabilities, index, core::Method::ScramSha256), text);
}

void KeywordsTest::noSuchLine()
{
    core::Capabilities helo;
    helo.lines = {"250 old.example.org"};
    helo.fromHelo = true;
    QVERIFY(diagnosis::replyLineExplanation(helo, 0, core::Method::Plain1).contains("HELO"_L1));
    QVERIFY(diagnosis::replyLineExplanation(helo, 1, core::Method::Plain1).isEmpty());
    QVERIFY(diagnosis::replyLineExplanation(helo, -1, core::Method::Plain1).isEmpty());
    helo.lines = {"250"};
    QCOMPARE(diagnosis::replyLineExplanation(helo, 0, core::Method::Plain1),
             u"The server says yes without its name."_s);
}

void KeywordsTest::mechanisms_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("says");

    QTest::newRow("PLAIN") << QByteArray("PLAIN") << u"PLAIN1 and PLAIN2"_s;
    QTest::newRow("LOGIN, lower case") << QByteArray("login") << u"then the password"_s;
    QTest::newRow("CRAM-MD5") << QByteArray("CRAM-MD5") << u"MD5"_s;
    QTest::newRow("DIGEST-MD5") << QByteArray("DIGEST-MD5") << u"withdrawn"_s;
    QTest::newRow("SCRAM-SHA-256") << QByteArray("SCRAM-SHA-256") << u"best choice"_s;
    QTest::newRow("SCRAM-SHA-1") << QByteArray("SCRAM-SHA-1") << u"another checksum"_s;
    QTest::newRow("SCRAM-SHA-256-PLUS")
        << QByteArray("SCRAM-SHA-256-PLUS") << u"tied to the encrypted"_s;
    QTest::newRow("XOAUTH2") << QByteArray("XOAUTH2") << u"by an access token"_s;
    QTest::newRow("OAUTHBEARER") << QByteArray("OAUTHBEARER") << u"by an access token"_s;
    QTest::newRow("NTLM") << QByteArray("NTLM") << u"Windows"_s;
    QTest::newRow("GSSAPI") << QByteArray("GSSAPI") << u"Kerberos"_s;
    QTest::newRow("EXTERNAL") << QByteArray("EXTERNAL") << u"here the client certificate"_s;
    QTest::newRow("ANONYMOUS") << QByteArray("ANONYMOUS") << u"guests"_s;
    QTest::newRow("an unknown one") << QByteArray("XYZZY") << u"does not know"_s;
}

void KeywordsTest::mechanisms()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, says);
    const QString text = mechanismExplanation(name);
    QVERIFY2(text.contains(says) && text.endsWith(u'.'), qPrintable(text));
}

void KeywordsTest::translates()
{
    const diagnosis::Translate german = [](const char *, const char *source) {
        return QByteArray(source).startsWith("Messages") ? u"Bis zu {value}."_s : QString();
    };
    QCOMPARE(keywordExplanation({"SIZE", {"5000000"}}, german), u"Bis zu 5.0 MB."_s);
}

PROSERPINA_TEST(KeywordsTest)
#include "tst_keywords.moc"
