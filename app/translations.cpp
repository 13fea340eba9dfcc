// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations.h"

#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView english = "en"_L1;
constexpr QLatin1StringView japanese = "ja"_L1;

/// "ja-Hira-JP", "ja_JP" -> "ja"
QString bareLanguage(const QString &name)
{
    const auto end = std::find_if(name.begin(), name.end(),
                                  [](QChar c) { return c == u'-' || c == u'_' || c == u'.'; });
    return QStringView(name).first(end - name.begin()).toString().toLower();
}

bool isOurs(const QString &language)
{
    return language == english || language == japanese;
}

QString languageOfLocale()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &name : wanted) {
        if (const QString language = bareLanguage(name); isOurs(language)) {
            return language;
        }
    }
    return english;
}

/// Dates and numbers stay as the person has set them, unless they are another language's, or
/// nobody's because the locale is not installed here.
QLocale formatsFor(const QString &language)
{
    const QLocale system = QLocale::system();
    const bool isJapanese = bareLanguage(system.name()) == japanese;
    const bool isNobodys =
        system.dateFormat(QLocale::ShortFormat) == QLocale::c().dateFormat(QLocale::ShortFormat);
    if (language == japanese) {
        return isJapanese && !isNobodys ? system : QLocale(language);
    }
    return isJapanese ? QLocale(language) : system;
}

} // namespace

Translations::Translations(const QCoreApplication &)
    : m_language(english)
{}

void Translations::use(const QString &language)
{
    m_translators.clear();
    const QString asked = bareLanguage(language);
    m_language = isOurs(asked) ? asked : languageOfLocale();
    QLocale::setDefault(formatsFor(m_language));
    // English stands in the source, but for its singulars. The last one installed is asked first.
    if (m_language != english) {
        install(u"qtbase_"_s + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    install(u"proserpina_"_s + m_language, u":/i18n"_s);
}

QString Translations::language() const
{
    return m_language;
}

void Translations::install(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(file, folder) && QCoreApplication::installTranslator(translator.get())) {
        m_translators.push_back(std::move(translator));
    }
}
