// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

/// The language of a program's texts, ours and Qt's own. Main thread; built after the application
/// and gone before it. Every switch makes Qt send LanguageChange, by which a window rebuilds
/// itself.
class Translations final
{
public:
    /// Translators need an application.
    explicit Translations(const QCoreApplication &application);

    /// "ja" or "en"; empty: the first of the person's languages that we have, else English. What
    /// was used before is removed.
    void use(const QString &language);
    /// The language in use: "ja" or "en". English before the first use().
    [[nodiscard]] QString language() const;

private:
    void install(const QString &file, const QString &folder);

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};
