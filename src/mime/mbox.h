// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace mime
{

/// Where the line behind the mbox "From " line begins (RFC 4155); 0 without such a line.
qsizetype afterMboxLine(QByteArrayView start);

/// Counts the mails of an mbox file while its lines go by. A "From " line begins another mail where
/// a header follows it; a letter may have a sentence that begins with "From".
class MboxCount
{
public:
    /// What stands behind the first "From " line; a line in pieces of any size.
    void onText(QByteArrayView text);
    void onLineEnd();

    [[nodiscard]] int mails() const { return m_mails; }

private:
    enum class Candidate
    {
        None,
        Dated,   // "From taro Thu Nov 26 10:00:00 2026"
        Undated, // "From " alone, as some programs write it
    };

    QByteArray m_line; // its beginning, where that matters
    Candidate m_candidate = Candidate::None;
    bool m_afterEmpty = false;
    bool m_lineIsEmpty = true;
    int m_mails = 1;
};

} // namespace mime
