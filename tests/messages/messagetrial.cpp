// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedmail.h"

#include "filecontent.h"
#include "messagetrial.h"
#include "reports.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace
{

bool isAccepted(const core::AttemptReport &report)
{
    return report.facts.outcome == core::Outcome::Accepted;
}

void collectLeaves(GMimeObject *object, QList<GMimePart *> &leaves)
{
    if (GMIME_IS_MULTIPART(object)) {
        for (int i = 0; i < g_mime_multipart_get_count(GMIME_MULTIPART(object)); ++i) {
            collectLeaves(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), leaves);
        }
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        collectLeaves(g_mime_message_get_mime_part(
                          g_mime_message_part_get_message(GMIME_MESSAGE_PART(object))),
                      leaves);
    } else if (GMIME_IS_PART(object)) {
        leaves.append(GMIME_PART(object));
    }
}

QByteArray withoutLastLineEnds(QByteArray octets)
{
    while (octets.endsWith('\n') || octets.endsWith('\r')) {
        octets.chop(1);
    }
    return octets;
}

QString complaintAboutPart(GMimePart *part, const ExpectedPart &expected)
{
    if (ParsedMail::type(part) != expected.type) {
        return u"a part of another type: "_s + QString::fromLatin1(ParsedMail::type(part));
    }
    const QByteArray content = ParsedMail::content(part);
    // A message ends with a line end, and so does its last part.
    if (withoutLastLineEnds(content) != withoutLastLineEnds(expected.content)) {
        const auto *first = std::mismatch(content.begin(), content.end(), expected.content.begin(),
                                          expected.content.end())
                                .first;
        const qsizetype at = first - content.begin();
        const auto shown = [at](const QByteArray &octets) {
            return QString::fromLatin1(octets.mid(at - 10, 40).toPercentEncoding());
        };
        return u"other octets in %1 of %2, at %3 of %4: %5 instead of %6"_s.arg(
            QString::fromLatin1(expected.type), QString::number(content.size()),
            QString::number(at), QString::number(expected.content.size()), shown(content),
            shown(expected.content));
    }
    const char *name = g_mime_part_get_filename(part);
    if (QString::fromUtf8(name) != expected.fileName) {
        return u"another file name: "_s + QString::fromUtf8(name);
    }
    return {};
}

QString complaintAboutForm(const QByteArray &octets, const Offer &offer)
{
    if (octets.contains(secretWord)) {
        return u"a blind copy, or another mail, was sent along"_s;
    }
    const QByteArrayList lines = octets.split('\n');
    for (const QByteArray &line : lines) {
        if (line.size() > 999) {
            return u"a line of more than 998 octets"_s;
        }
        if (line.chopped(line.endsWith('\r') ? 1 : 0).contains('\r')) {
            return u"a CR alone"_s;
        }
    }
    const auto isAscii = [](QByteArrayView text) {
        return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    };
    const qsizetype found = octets.indexOf("\r\n\r\n");
    const qsizetype header = found < 0 ? octets.size() : found;
    if ((!offer.eightBitMime && !isAscii(QByteArrayView(octets).sliced(header))) ||
        (!offer.smtpUtf8 && !isAscii(QByteArrayView(octets).first(header))) ||
        octets.contains('\0')) {
        return u"octets that the server does not take"_s;
    }
    return {};
}

QString complaintAboutMail(const QByteArray &octets, const QString &path, const MadeUpMessage &made)
{
    if (!writeFile(path, octets)) {
        return u"the test cannot write"_s;
    }
    if (!octets.contains(made.signedPart)) {
        return u"what was signed has changed"_s;
    }
    const ParsedMail mail(path);
    if (mail.subject() != made.subject) {
        return u"another subject: %1 instead of %2"_s.arg(mail.subject(), made.subject);
    }
    InternetAddress *from =
        internet_address_list_get_address(g_mime_message_get_from(mail.message()), 0);
    if (!from || QString::fromUtf8(internet_address_get_name(from)) != made.fromName) {
        return u"another sender: "_s +
               QString::fromUtf8(from ? internet_address_get_name(from) : "");
    }
    QList<GMimePart *> leaves;
    collectLeaves(g_mime_message_get_mime_part(mail.message()), leaves);
    if (leaves.size() != made.parts.size()) {
        return u"%1 parts instead of %2"_s.arg(leaves.size()).arg(made.parts.size());
    }
    for (qsizetype i = 0; i < leaves.size(); ++i) {
        if (const QString complaint = complaintAboutPart(leaves[i], made.parts[i]);
            !complaint.isEmpty()) {
            return complaint;
        }
    }
    return {};
}

} // namespace

MessageTrial::MessageTrial()
{
    for (const Offer &offer :
         {Offer{true, true}, Offer{true, false}, Offer{false, true}, Offer{false, false}}) {
        practice::Behaviour behaviour;
        behaviour.mechanisms.clear();
        behaviour.keywords = {"PIPELINING", "SIZE 52428800"};
        if (offer.eightBitMime) {
            behaviour.keywords.append("8BITMIME");
        }
        if (offer.smtpUtf8) {
            behaviour.keywords.append("SMTPUTF8");
        }
        Recorder recorder{offer, std::make_unique<service::PracticeEntry>(behaviour)};
        if (!recorder.entry->start()) {
            qFatal("the recording server does not start");
        }
        m_recorders.push_back(std::move(recorder));
    }
}

core::AttemptReport MessageTrial::send(const Recorder &recorder)
{
    service::Request request;
    request.job.goal = core::Goal::SendMail;
    request.job.profile = recorder.entry->profile(core::Security::None);
    request.job.profile.method = core::Method::None;
    request.job.mail = service::MessageFile{
        m_folder.filePath(u"given.eml"_s), u"taro@example.test"_s, {u"hanako@example.test"_s}};
    core::AttemptReport result;
    QEventLoop loop;
    hearReports(m_mailer, &loop, [&](service::JobId, const core::AttemptReport &report) {
        result = report;
        loop.quit();
    });
    m_mailer.start(request);
    loop.exec();
    return result;
}

QString MessageTrial::complaintAbout(quint32 seed)
{
    const MadeUpMessage made = makeUpMessage(seed);
    if (!writeFile(m_folder.filePath(u"given.eml"_s), made.file)) {
        return u"the test cannot write"_s;
    }
    const Recorder &recorder = m_recorders[seed % m_recorders.size()];
    m_got.clear();
    int mails = 0;
    QObject context;
    QObject::connect(recorder.entry.get(), &service::PracticeEntry::mailReceived, &context,
                     [&mails] { ++mails; });
    const core::AttemptReport report = send(recorder);
    if (isAccepted(report) != (mails == 1) || mails > 1) {
        return u"%1 mails came, and it says otherwise"_s.arg(mails);
    }
    if (!isAccepted(report)) {
        ++m_refused;
        return made.mayBeRefused(recorder.offer)
                   ? QString()
                   : u"refused for no reason: "_s + report.facts.detail.english();
    }
    ++m_arrived;
    const QByteArray &octets = m_got = recorder.entry->mailbox().constLast().message;
    if (const QString complaint = complaintAboutForm(octets, recorder.offer);
        !complaint.isEmpty()) {
        return complaint;
    }
    // Where any line may end in any way, an empty line may be one no more, and text be header.
    if (made.doubtfulHeader) {
        return {};
    }
    if (made.mustBeRefused(recorder.offer)) {
        return u"it had to be refused"_s;
    }
    return complaintAboutMail(octets, m_folder.filePath(u"got.eml"_s), made);
}
