// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/mbox.h"

#include <QLatin1StringView>
#include <QRegularExpression>

#include <algorithm>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype enough = 256; // of a line, to see what it is

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

/// The date as asctime() writes it, perhaps with a zone.
bool isDated(const QByteArray &line)
{
    static const QRegularExpression date(
        u"(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +([A-Z][a-z]{2} +\\d{1,2}|\\d{1,2} +[A-Z][a-z]{2}) +"
        "(\\d{4} +)?\\d{1,2}:\\d\\d"_s);
    return date.match(QString::fromLatin1(line)).hasMatch();
}

bool isField(const QByteArray &line)
{
    static const QRegularExpression field(u"^[!-9;-~]+[ \\t]*:"_s);
    return field.match(QString::fromLatin1(line)).hasMatch();
}

/// One that a mail begins with, and that hardly begins a line of a letter.
bool isUsualField(const QByteArray &line)
{
    static const QRegularExpression field(
        u"^(From|To|Cc|Date|Subject|Sender|Reply-To|Received|Return-Path|Delivered-To|Message-ID|"
        "MIME-Version|Content-Type|Content-Transfer-Encoding|Status|DKIM-Signature|"
        "Authentication-Results|X-[!-9;-~]+)[ \\t]*:"_s,
        QRegularExpression::CaseInsensitiveOption);
    return field.match(QString::fromLatin1(line)).hasMatch();
}

} // namespace

qsizetype afterMboxLine(QByteArrayView start)
{
    if (!start.startsWith("From ")) {
        return 0;
    }
    const auto *end = std::find_if(start.begin(), start.end(), isLineEnd);
    qsizetype length = end - start.begin();
    // CR CR LF is one line end, as in the header behind it.
    while (length < start.size() && start[length] == '\r') {
        ++length;
    }
    if (length < start.size() && start[length] == '\n') {
        return length + 1;
    }
    const qsizetype afterReturn = (end - start.begin()) + 1;
    return std::min(afterReturn, start.size());
}

void MboxCount::onText(QByteArrayView text)
{
    const bool mayMatter =
        !m_line.isEmpty() || m_candidate != Candidate::None || text.startsWith('F');
    if (mayMatter && (m_lineIsEmpty || !m_line.isEmpty())) {
        m_line += text.first(std::min(text.size(), enough - m_line.size()));
    }
    m_lineIsEmpty = m_lineIsEmpty && text.isEmpty();
}

void MboxCount::onLineEnd()
{
    if ((m_candidate == Candidate::Dated && isField(m_line)) ||
        (m_candidate == Candidate::Undated && isUsualField(m_line))) {
        ++m_mails;
    }
    m_candidate = !m_line.startsWith("From ") ? Candidate::None
                  : isDated(m_line)           ? Candidate::Dated
                  : m_afterEmpty              ? Candidate::Undated
                                              : Candidate::None;
    m_afterEmpty = m_lineIsEmpty;
    m_lineIsEmpty = true;
    m_line.truncate(0);
}

} // namespace mime
