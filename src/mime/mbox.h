// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace mime
{

/// Where the line behind the mbox "From " line begins (RFC 4155); 0 without such a line.
qsizetype afterMboxLine(QByteArrayView start);

/// Counts the mails of an mbox file while it is read. A "From " line begins another mail where a
/// header follows it; a letter may have a sentence that begins with "From".
class MboxCount
{
public:
    /// What stands behind the first "From " line; pieces of any size.
    void onBytes(QByteArrayView octets);
    void finish() { endLine(); }

    [[nodiscard]] int mails() const { return m_mails; }

private:
    enum class Candidate
    {
        None,
        Dated,   // "From taro Thu Nov 26 10:00:00 2026"
        Undated, // "From " alone, as some programs write it
    };
    void endLine();

    QByteArray m_line; // its beginning
    Candidate m_candidate = Candidate::None;
    bool m_afterEmpty = false;
    char m_lastEnd = '\0';
    int m_mails = 1;
};

} // namespace mime
