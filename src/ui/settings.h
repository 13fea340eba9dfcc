// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QVariant>

#include <optional>

namespace ui
{

/// settings.ini: the program's language, how the window looks; nothing about servers.
class Settings final
{
public:
    /// Empty: there is no file that may be used; what is set lasts as long as the program.
    explicit Settings(const QString &filePath);

    /// "en", "ja", or empty for the system's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    /// What a new server's login starts with.
    [[nodiscard]] bool keepInKeychain() const;
    void setKeepInKeychain(bool keep);
    /// How something looks: "geometry/main", "columns/servers".
    [[nodiscard]] QByteArray look(const QString &key) const;
    void setLook(const QString &key, const QByteArray &look);
    [[nodiscard]] bool showDisabled() const;
    void setShowDisabled(bool show);
    /// Closing the window leaves the program in the tray while it watches folders.
    [[nodiscard]] bool closesToTray() const;
    void setClosesToTray(bool closes);
    /// Whether the person has been told that once.
    [[nodiscard]] bool knowsTray() const;
    void setKnowsTray();

private:
    [[nodiscard]] QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);

    std::optional<QSettings> m_settings;
    QVariantMap m_forNow; // where there is no file
};

} // namespace ui
