// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/typedtext.h"

namespace mime
{

using namespace Qt::StringLiterals;

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

std::optional<core::Error> controlInside(const QString &text, QLatin1StringView what)
{
    for (const QChar c : text) {
        const QChar::Category category = c.category();
        if (c == u'\r' || c == u'\n' || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph) {
            return badInput(what, "has a line break inside."_L1);
        }
        if (category == QChar::Other_Control) {
            return badInput(what, c.isNull() ? "has a NUL character inside."_L1
                                             : "has a control character inside."_L1);
        }
    }
    return {};
}

core::Error badInput(QLatin1StringView what, QLatin1StringView rest)
{
    return {core::Failure::BadInput, "The "_L1 + what + u' ' + rest};
}

} // namespace mime
