// SPDX-License-Identifier: GPL-3.0-or-later
#include "texts/traits.h"

#include <QSet>

using namespace Qt::StringLiterals;
using core::Stage;

namespace texts
{

namespace
{

/// "exceed", "exceeded" and "exceeding" have this much in common.
constexpr qsizetype lengthOfBeginning = 5;

/// Three moments in which the same word may mean something else.
QString momentOf(Stage stage)
{
    if (stage == Stage::Auth || core::isOfPop(stage)) {
        return u"login"_s;
    }
    return stage >= Stage::Mail && stage <= Stage::Body ? u"mail"_s : u"reaching"_s;
}

/// "support.google.com/mail/?p=x" -> "google.com".
QString domainOf(const QString &link)
{
    const QString host = link.section(u'/', 0, 0);
    return host.section(u'.', -2);
}

} // namespace

QStringList traitsOf(const Wording &wording, std::optional<Stage> stage)
{
    QSet<QString> traits;
    const QStringList &words = wording.words();
    for (qsizetype i = 0; i < words.size(); ++i) {
        traits.insert(words[i]);
        if (words[i].size() > lengthOfBeginning) {
            traits.insert(words[i].left(lengthOfBeginning) + u'*');
        }
        if (i + 1 < words.size()) {
            traits.insert(words[i] + u' ' + words[i + 1]);
        }
        if (stage) {
            traits.insert(momentOf(*stage) + u':' + words[i]);
        }
    }
    for (const core::EnhancedCode &code : wording.enhanced()) {
        traits.insert(u"%1.%2"_s.arg(code.subject).arg(code.detail));
    }
    for (const QString &link : wording.links()) {
        traits.insert(u"at "_s + domainOf(link));
    }
    if (wording.code()) {
        traits.insert(u"code %1"_s.arg(*wording.code()));
    }
    if (stage) {
        const QString name = u"during %1"_s.arg(core::stageName(*stage));
        traits.insert(name);
        if (wording.code()) {
            traits.insert(name + u" %1"_s.arg(*wording.code()));
        }
    }
    return {traits.begin(), traits.end()};
}

std::uint32_t numberOf(const QString &trait)
{
    std::uint32_t number = 2166136261U;
    const QByteArray bytes = trait.toUtf8();
    for (const char byte : bytes) {
        number = (number ^ static_cast<std::uint8_t>(byte)) * 16777619U;
    }
    return number;
}

} // namespace texts
