// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.h"

#include "everyfield.h"
#include "octets.h"

#include <QTimeZone>

#include <limits>

using namespace Qt::StringLiterals;

namespace
{

core::Reply richReply(int code)
{
    core::Reply reply;
    reply.code = code;
    reply.text = {"5.7.8 first \xff\xfe", "", "last"};
    reply.lines = {QByteArray::number(code) + "-5.7.8 first \xff\xfe",
                   QByteArray::number(code) + '-', QByteArray::number(code) + " last"};
    reply.enhanced = core::EnhancedCode{5, 7, 8};
    return reply;
}

core::Capabilities richCapabilities(const QByteArray &host)
{
    core::Capabilities capabilities;
    capabilities.lines = {"250-" + host, "250-SIZE 9223372036854775807", everyOctet()};
    capabilities.fromHelo = true;
    capabilities.startTls = true;
    capabilities.pipelining = true;
    capabilities.eightBitMime = true;
    capabilities.smtpUtf8 = true;
    capabilities.notifications = true;
    capabilities.hasSize = true;
    capabilities.sizeLimit = std::numeric_limits<qint64>::max();
    capabilities.sizeUnreadable = true;
    capabilities.hasAuth = true;
    capabilities.authMechanisms = {"PLAIN", "SCRAM-SHA-256"};
    capabilities.onlyOldAuthForm = true;
    return capabilities;
}

core::Certificate certificate(const QString &subject)
{
    core::Certificate made;
    made.der = everyOctet() + subject.toUtf8();
    made.subject = subject;
    made.issuer = u"CN=証明書 \"1\"\n\u202e"_s;
    made.hostNames = {u"mail.example.org"_s, u"127.0.0.1"_s};
    made.validFrom = QDateTime(QDate(1969, 12, 31), QTime(23, 59, 59, 1), Qt::UTC);
    made.validUntil = QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC);
    made.sha256 = QByteArray(32, '\x80');
    return made;
}

} // namespace

core::AttemptRecord richRecord()
{
    core::AttemptRecord record;
    record.goal = core::Goal::SendMail;
    record.at =
        QDateTime(QDate(2024, 2, 29), QTime(12, 34, 56, 789), QTimeZone(QByteArray("Asia/Tokyo")));
    record.profile = everyField();
    core::SessionFacts &facts = record.facts;
    facts.outcome = core::Outcome::Partial;
    facts.failure = core::Failure::ReplyRefused;
    facts.stage = core::Stage::Rcpt;
    facts.reply = richReply(550);
    facts.detail = {"%1 is damaged (%2).", {u"詳細 \U0001F4E7"_s, {"version %1", {2}}}};
    facts.beforeTls = richCapabilities("before");
    facts.afterTls = richCapabilities("after");
    facts.tls = core::TlsFacts{true,
                               u"TLSv1.3"_s,
                               u"TLS_AES_256_GCM_SHA384"_s,
                               {certificate(u"CN=leaf"_s), certificate(u"CN=root"_s)},
                               {core::CertificateFault::Expired, core::CertificateFault::Weak},
                               {u"expired"_s, QString()},
                               u"mail.example.org"_s};
    facts.method = core::Method::Plain2;
    facts.loggedIn = true;
    facts.attempts = {{core::Method::CramMd5, richReply(535)}, {core::Method::Plain2, {}}};
    facts.recipients = {{"hanako@example.org", core::Outcome::Accepted, richReply(250)},
                        {"\xe5\xa4\xaa\xff@example.org", core::Outcome::Refused, {}}};
    facts.notes = {core::Note::HeloOnly, core::Note::CertificateWithoutAltName};
    facts.roundTrips = 8;
    facts.mailsAccepted = 2;
    facts.pop = core::PopFacts{core::Outcome::Accepted,
                               core::Failure::None,
                               core::Stage::Auth,
                               "+OK welcome",
                               u"詳細"_s,
                               core::TlsFacts{true,
                                              u"TLSv1.2"_s,
                                              u"cipher"_s,
                                              {certificate(u"CN=pop"_s), certificate(u"CN=root"_s)},
                                              {},
                                              {},
                                              {}},
                               true};
    return record;
}

core::AttemptRecord refusedConnection()
{
    core::AttemptRecord record;
    record.goal = core::Goal::Check;
    record.at = QDateTime(QDate(2024, 3, 1), QTime(1, 2, 3), Qt::UTC);
    record.profile = everyField();
    record.facts.failure = core::Failure::ConnectionRefused;
    record.facts.stage = core::Stage::Connect;
    return record;
}

core::AttemptRecord withLeafOnly(core::AttemptRecord record)
{
    record.facts.tls->chain.resize(1);
    record.facts.pop->tls->chain.resize(1);
    return record;
}
