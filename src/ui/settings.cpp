// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings.h"

using namespace Qt::StringLiterals;

namespace ui
{

Settings::Settings(const QString &filePath)
    : m_settings(filePath, QSettings::IniFormat)
{}

QString Settings::language() const
{
    return m_settings.value(u"language"_s).toString();
}

void Settings::setLanguage(const QString &language)
{
    m_settings.setValue(u"language"_s, language);
}

bool Settings::keepInKeychain() const
{
    return m_settings.value(u"keepInKeychain"_s, true).toBool();
}

void Settings::setKeepInKeychain(bool keep)
{
    m_settings.setValue(u"keepInKeychain"_s, keep);
}

QByteArray Settings::geometry(const QString &window) const
{
    return m_settings.value(u"geometry/"_s + window).toByteArray();
}

void Settings::setGeometry(const QString &window, const QByteArray &geometry)
{
    m_settings.setValue(u"geometry/"_s + window, geometry);
}

QByteArray Settings::columns(const QString &view) const
{
    return m_settings.value(u"columns/"_s + view).toByteArray();
}

void Settings::setColumns(const QString &view, const QByteArray &state)
{
    m_settings.setValue(u"columns/"_s + view, state);
}

bool Settings::showDisabled() const
{
    return m_settings.value(u"showDisabled"_s, true).toBool();
}

void Settings::setShowDisabled(bool show)
{
    m_settings.setValue(u"showDisabled"_s, show);
}

} // namespace ui
