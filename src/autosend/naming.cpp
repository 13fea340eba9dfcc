// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/naming.h"

#include "core/systemtext.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autosend
{

namespace
{

constexpr QLatin1StringView temporaryNames[] = {"*.part"_L1,     "*.partial"_L1,  "*.crdownload"_L1,
                                                "*.download"_L1, "*.filepart"_L1, "*.tmp"_L1,
                                                "*.temp"_L1,     "*~"_L1,         "~$*"_L1,
                                                "#*#"_L1,        "Thumbs.db"_L1,  "desktop.ini"_L1};

constexpr qsizetype mostNames = 5;

/// Of folders that systems and programs keep for themselves, and of ours.
const QStringList &passedOverFolders()
{
    static const QStringList names{u"@eaDir"_s, u"__MACOSX"_s, QString(sentFolder),
                                   QString(failedFolder)};
    return names;
}

/// Compiling one takes longer than matching a name.
const QRegularExpression &expressionOf(const QString &pattern)
{
    static thread_local QHash<QString, QRegularExpression> known;
    const auto found = known.constFind(pattern);
    if (found != known.cend()) {
        return *found;
    }
    if (known.size() > 1000) { // rules that were edited long ago
        known.clear();
    }
    const QRegularExpression made(QRegularExpression::wildcardToRegularExpression(pattern),
                                  QRegularExpression::CaseInsensitiveOption |
                                      QRegularExpression::UseUnicodePropertiesOption);
    return *known.insert(pattern, made);
}

/// Octets that are no UTF-8 are one character each: an expression takes no lone surrogate.
QString matched(QString name)
{
    if (core::hasForeignOctets(name)) {
        for (QChar &one : name) {
            one = one >= QChar(0xDC80) && one <= QChar(0xDCFF) ? QChar(QChar::ReplacementCharacter)
                                                               : one;
        }
    }
    return name;
}

bool matches(const QString &pattern, const QString &text)
{
    const QRegularExpression &expression = expressionOf(pattern);
    return expression.isValid() && expression.match(text).hasMatch();
}

/// One line, and nothing that turns its direction.
QString shown(QString name)
{
    for (QChar &one : name) {
        const QChar::Category category = one.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format ||
            category == QChar::Separator_Line || category == QChar::Separator_Paragraph) {
            one = u' ';
        }
    }
    return name.trimmed();
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

QString joined(const QStringList &all, bool withExtension)
{
    QStringList names;
    for (const QString &name : all) {
        if (names.size() == mostNames) { // a subject is a line
            names.append(u"... (+%1)"_s.arg(all.size() - mostNames));
            break;
        }
        const qsizetype dot = name.lastIndexOf(u'.');
        names.append(shown(withExtension || dot <= 0 ? name : name.first(dot)));
    }
    return names.join(u", "_s);
}

} // namespace

bool isPassedOver(const core::AutosendRule &rule, const QString &fileName)
{
    const QString name = matched(fileName);
    return name.startsWith(u'.') ||
           std::ranges::any_of(temporaryNames,
                               [&name](QLatin1StringView one) { return matches(one, name); }) ||
           std::ranges::any_of(rule.passedOver,
                               [&name](const QString &one) { return matches(one, name); });
}

bool takes(const core::AutosendRule &rule, const QString &path)
{
    const QStringList parts = path.split(u'/');
    const QStringList folders = parts.first(parts.size() - 1);
    const QString &name = parts.constLast();
    const bool inOwnFolder = std::ranges::any_of(folders, [](const QString &folder) {
        return folder.startsWith(u'.') || passedOverFolders().contains(folder);
    });
    if ((!folders.isEmpty() && !rule.subFolders) || inOwnFolder || name.isEmpty() ||
        isPassedOver(rule, name)) {
        return false;
    }
    return rule.patterns.isEmpty() ||
           std::ranges::any_of(rule.patterns, [&](const QString &pattern) {
               return matches(pattern, matched(pattern.contains(u'/') ? path : name));
           });
}

std::optional<core::AutosendRule> ruleFor(const QList<core::AutosendRule> &rules,
                                          const QString &path)
{
    for (const core::AutosendRule &rule : rules) {
        const QString folder = QDir::cleanPath(rule.folder) + u'/';
        if (rule.enabled && path.startsWith(folder) && takes(rule, path.mid(folder.size()))) {
            return rule;
        }
    }
    return {};
}

QString filled(const QString &words, const Filling &filling)
{
    const QLocale locale;
    const QHash<QString, QString> values{
        {u"{file}"_s, joined(filling.names, true)},
        {u"{name}"_s, joined(filling.names, false)},
        {u"{date}"_s, locale.toString(filling.now.date(), QLocale::ShortFormat)},
        {u"{time}"_s, locale.toString(filling.now.time(), QLocale::ShortFormat)},
        {u"{size}"_s, locale.formattedDataSize(filling.octets)},
        {u"{count}"_s, locale.toString(filling.names.size())},
        {u"{folder}"_s, shown(nameOf(QDir::cleanPath(filling.folder)))}};
    // In one pass: what a name holds is not filled in again.
    static const QRegularExpression place(u"\\{[a-z]+\\}"_s);
    QString text;
    qsizetype from = 0;
    for (auto found = place.globalMatch(words); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        text += words.mid(from, one.capturedStart() - from);
        text += values.value(one.captured(), one.captured());
        from = one.capturedEnd();
    }
    return text + words.mid(from);
}

} // namespace autosend
