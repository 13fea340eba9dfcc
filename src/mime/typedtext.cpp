// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/typedtext.h"

namespace mime
{

std::optional<core::Error> controlInside(const QString &text, const char *what)
{
    for (const QChar c : text) {
        const QChar::Category category = c.category();
        if (c == u'\r' || c == u'\n' || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph) {
            return badInput(what, QT_TRANSLATE_NOOP("core", "%1 has a line break inside."));
        }
        if (category == QChar::Other_Control) {
            return badInput(
                what, c.isNull() ? QT_TRANSLATE_NOOP("core", "%1 has a NUL character inside.")
                                 : QT_TRANSLATE_NOOP("core", "%1 has a control character inside."));
        }
    }
    return {};
}

core::Error badInput(const char *what, const char *fault)
{
    return core::badInput({fault, {what}});
}

} // namespace mime
