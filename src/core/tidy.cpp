// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tidy.h"

namespace core
{

namespace
{

/// Marks that leave the text around them as it reads.
bool isUnseenInside(QChar c)
{
    // Soft hyphen, direction marks, zero-width space, word joiner, byte order mark.
    return QStringView(u"\u00AD\u061C\u200E\u200F\u200B\u2060\uFEFF").contains(c);
}

bool isUnseenAtEnd(QChar c)
{
    const char16_t u = c.unicode();
    return c.isSpace() || isUnseenInside(c) || u == 0x180E || u == 0x200C || u == 0x200D ||
           (u >= 0x202A && u <= 0x202E) || (u >= 0x2061 && u <= 0x206F);
}

QString withoutUnseenEnds(const QString &text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isUnseenAtEnd(text[begin])) {
        ++begin;
    }
    while (end > begin && isUnseenAtEnd(text[end - 1])) {
        --end;
    }
    return text.sliced(begin, end - begin);
}

} // namespace

QString halfWidth(const QString &typed)
{
    constexpr char16_t distance = u'！' - u'!';
    QString folded = typed;
    for (QChar &c : folded) {
        if (c >= u'！' && c <= u'～') {
            c = QChar(char16_t(c.unicode() - distance));
        } else if (c == u'\u3000') {
            c = u' ';
        } else if (c == u'。' || c == u'｡') {
            c = u'.';
        }
    }
    return folded;
}

QString tidied(const QString &typed)
{
    QString text = withoutUnseenEnds(halfWidth(typed));
    text.removeIf(isUnseenInside);
    return text;
}

QString tidiedAddress(const QString &typed)
{
    const qsizetype open = halfWidth(typed).lastIndexOf(u'<');
    if (open < 0) {
        return tidied(typed);
    }
    QString address = tidied(typed.sliced(open + 1));
    if (address.endsWith(u'>')) {
        address = tidied(address.chopped(1)) + u'>';
    }
    const QString name = withoutUnseenEnds(typed.first(open));
    return (name.isEmpty() ? name : name + u' ') + u'<' + address;
}

bool losesUnseen(const QString &typed)
{
    return tidied(typed).size() != typed.size();
}

bool hasUnseenEnd(const QString &text)
{
    return !text.isEmpty() && (isUnseenAtEnd(text.front()) || isUnseenAtEnd(text.back()));
}

} // namespace core
