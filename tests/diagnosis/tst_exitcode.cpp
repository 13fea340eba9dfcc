// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"
#include "core/names.h"
#include "diagnosis/judgement.h"
#include "testmain.h"

#include <QTest>

using core::Failure;
using core::Outcome;
using core::Stage;

namespace
{

int exitCodeOf(const core::SessionFacts &facts)
{
    return diagnosis::judge(facts, server(), core::Goal::SendMail, {}).exitCode();
}

} // namespace

/// The numbers a script sees.
class ExitCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCode_data();
    void exitCode();
    void onlyAcceptedIsZero();
    void outcomeWords();
};

void ExitCodeTest::exitCode_data()
{
    QTest::addColumn<core::SessionFacts>("facts");
    QTest::addColumn<int>("code");

    QTest::newRow("accepted") << ended(Outcome::Accepted, Stage::Body) << 0;
    QTest::newRow("partial") << ended(Outcome::Partial, Stage::Body) << 67;
    QTest::newRow("B87 unknown") << ended(Outcome::Unknown, Stage::Body) << 74;
    QTest::newRow("cancelled") << ended(Outcome::Cancelled, Stage::Connect) << 130;

    QTest::newRow("refused: 535 at AUTH") << saidAt(Stage::Auth, {"535 no"}) << 77;
    QTest::newRow("refused: MAIL") << saidAt(Stage::Mail, {"550 no"}) << 67;
    QTest::newRow("refused: 530 at MAIL") << saidAt(Stage::Mail, {"530 log in"}) << 67;
    QTest::newRow("refused: RCPT") << saidAt(Stage::Rcpt, {"550 no"}) << 67;
    QTest::newRow("refused: DATA") << saidAt(Stage::Data, {"554 no"}) << 65;
    QTest::newRow("B79 refused: after the dot") << saidAt(Stage::Body, {"552 no"}) << 65;
    QTest::newRow("B02 refused: greeting") << saidAt(Stage::Greeting, {"554 no"}) << 69;
    QTest::newRow("B09 refused: EHLO") << saidAt(Stage::Ehlo, {"501 no"}) << 69;
    QTest::newRow("deferred: greeting") << saidAt(Stage::Greeting, {"421 no"}) << 75;
    QTest::newRow("B57 deferred: AUTH") << saidAt(Stage::Auth, {"454 no"}) << 75;
    QTest::newRow("B86 deferred: RCPT") << saidAt(Stage::Rcpt, {"450 no"}) << 75;
    QTest::newRow("deferred: body") << saidAt(Stage::Body, {"451 no"}) << 75;

    const auto failed = [](const char *name, Failure failure, int code) {
        QTest::newRow(name) << failedAt(Stage::Auth, failure) << code;
    };
    failed("name", Failure::NameNotFound, 68);
    failed("B106 resolver", Failure::NoResolver, 68);
    failed("connect", Failure::ConnectionRefused, 69);
    failed("unreachable", Failure::Unreachable, 69);
    failed("connect failed", Failure::ConnectFailed, 69);
    failed("time-out", Failure::TimedOut, 69);
    failed("closed", Failure::ClosedByPeer, 69);
    failed("TLS mode", Failure::WrongTlsMode, 69);
    failed("TLS handshake", Failure::TlsHandshakeFailed, 69);
    failed("TLS version", Failure::TlsTooOld, 69);
    failed("certificate", Failure::CertificateRejected, 69);
    failed("B37 no STARTTLS", Failure::StartTlsNotOffered, 69);
    failed("B38 STARTTLS refused", Failure::StartTlsRefused, 69);
    failed("B35 injected", Failure::PlaintextInjected, 69);
    failed("CA file", Failure::CaFileUnreadable, 69);
    failed("B06 no mail server", Failure::NotAMailServer, 76);
    failed("malformed", Failure::MalformedReply, 76);
    failed("B28 mixed codes", Failure::MixedReplyCodes, 76);
    failed("B29 too long", Failure::ReplyTooLong, 76);
    failed("B32 unexpected", Failure::UnexpectedReply, 76);
    failed("B63 challenge", Failure::BadChallenge, 76);
    failed("SCRAM with few rounds", Failure::TooFewRounds, 76);
    failed("SCRAM proof", Failure::ServerProofWrong, 76);
    failed("B67 no login offered", Failure::LoginNotOffered, 77);
    failed("method not offered", Failure::MethodNotOffered, 77);
    failed("B68 plaintext password", Failure::PlaintextPasswordNotAllowed, 77);
    failed("password unavailable", Failure::PasswordUnavailable, 77);
    failed("B70 bad input", Failure::BadInput, 65);
    failed("B80 too large", Failure::MessageTooLarge, 65);
    failed("B84 8-bit", Failure::NeedsEightBit, 65);
    failed("B85 SMTPUTF8", Failure::NeedsSmtpUtf8, 65);
    failed("B83 line", Failure::LineTooLong, 65);
    failed("body unreadable", Failure::BodyUnreadable, 65);
    failed("cancelled told as a failure", Failure::Cancelled, 130);
    failed("lost after the dot told as a failure", Failure::LostAfterDot, 74);
}

void ExitCodeTest::exitCode()
{
    QFETCH(core::SessionFacts, facts);
    QFETCH(int, code);
    QCOMPARE(exitCodeOf(facts), code);
}

void ExitCodeTest::onlyAcceptedIsZero()
{
    for (int outcome = 0; outcome <= int(Outcome::Cancelled); ++outcome) {
        for (int failure = 0; failure <= int(Failure::LostAfterDot); ++failure) {
            for (int stage = 0; stage <= int(Stage::Quit); ++stage) {
                core::SessionFacts facts = failedAt(Stage(stage), Failure(failure));
                facts.outcome = Outcome(outcome);
                QCOMPARE(exitCodeOf(facts) == 0, facts.outcome == Outcome::Accepted);
            }
        }
    }
}

void ExitCodeTest::outcomeWords()
{
    using namespace Qt::StringLiterals;

    QCOMPARE(core::outcomeName(Outcome::Accepted), "accepted"_L1);
    QCOMPARE(core::outcomeName(Outcome::Partial), "partial"_L1);
    QCOMPARE(core::outcomeName(Outcome::Refused), "refused"_L1);
    QCOMPARE(core::outcomeName(Outcome::Deferred), "deferred"_L1);
    QCOMPARE(core::outcomeName(Outcome::Failed), "failed"_L1);
    QCOMPARE(core::outcomeName(Outcome::Unknown), "unknown"_L1);
    QCOMPARE(core::outcomeName(Outcome::Cancelled), "failed"_L1);
}

PROSERPINA_TEST(ExitCodeTest)
#include "tst_exitcode.moc"
