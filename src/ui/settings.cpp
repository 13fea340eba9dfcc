// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings.h"

using namespace Qt::StringLiterals;

namespace ui
{

Settings::Settings(const QString &filePath)
{
    if (!filePath.isEmpty()) {
        m_settings.emplace(filePath, QSettings::IniFormat);
    }
}

QVariant Settings::value(const QString &key, const QVariant &otherwise) const
{
    return m_settings ? m_settings->value(key, otherwise) : m_forNow.value(key, otherwise);
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    if (m_settings) {
        m_settings->setValue(key, value);
    } else {
        m_forNow.insert(key, value);
    }
}

QString Settings::language() const
{
    return value(u"language"_s).toString();
}

void Settings::setLanguage(const QString &language)
{
    setValue(u"language"_s, language);
}

bool Settings::keepInKeychain() const
{
    return value(u"keepInKeychain"_s, true).toBool();
}

void Settings::setKeepInKeychain(bool keep)
{
    setValue(u"keepInKeychain"_s, keep);
}

QByteArray Settings::look(const QString &key) const
{
    return value(key).toByteArray();
}

void Settings::setLook(const QString &key, const QByteArray &look)
{
    setValue(key, look);
}

bool Settings::showDisabled() const
{
    return value(u"showDisabled"_s, true).toBool();
}

void Settings::setShowDisabled(bool show)
{
    setValue(u"showDisabled"_s, show);
}

bool Settings::closesToTray() const
{
    return value(u"closesToTray"_s, true).toBool();
}

void Settings::setClosesToTray(bool closes)
{
    setValue(u"closesToTray"_s, closes);
}

bool Settings::knowsTray() const
{
    return value(u"knowsTray"_s, false).toBool();
}

void Settings::setKnowsTray()
{
    setValue(u"knowsTray"_s, true);
}

} // namespace ui
