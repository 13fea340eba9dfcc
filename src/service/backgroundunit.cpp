// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/backgroundunit.h"

#include "files/privatefile.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

const QString unit = QStringLiteral("proserpina.service");

/// systemd.service(5): quoted as in C, and % is its own.
QByteArray quoted(const QString &path)
{
    QByteArray text = QFile::encodeName(path);
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%").replace('$', "$$");
    return '"' + text + '"';
}

} // namespace

BackgroundUnit::BackgroundUnit(const QString &program, const QString &configFolder,
                               const QDBusConnection &bus)
    : m_program(program)
    , m_folder(configFolder + u"/systemd/user"_s)
    , m_units(bus)
{}

void BackgroundUnit::isOn(QObject *context, const Done &done)
{
    m_units.isEnabled(unit, context, done);
}

core::Result<bool> BackgroundUnit::writeUnit() const
{
    const QStringList installed{u"/usr/lib/systemd/user/"_s, u"/usr/local/lib/systemd/user/"_s,
                                u"/usr/local/share/systemd/user/"_s, u"/usr/share/systemd/user/"_s};
    if (std::ranges::any_of(installed,
                            [](const QString &folder) { return QFile::exists(folder + unit); })) {
        return true;
    }
    if (const auto made = files::makePrivateFolder(m_folder); !made) {
        return made;
    }
    return files::writePrivateFiles({{m_folder + u'/' + unit, "[Unit]\n"
                                                              "Description=Proserpina\n"
                                                              "\n"
                                                              "[Service]\n"
                                                              "ExecStart=" +
                                                                  quoted(m_program) +
                                                                  " background\n"
                                                                  "Restart=on-failure\n"
                                                                  "RestartSec=30\n"
                                                                  "\n"
                                                                  "[Install]\n"
                                                                  "WantedBy=default.target\n"}});
}

void BackgroundUnit::setOn(bool on, QObject *context, const Done &done)
{
    const auto told = [done](const core::Result<bool> &result) {
        done(result ? result
                    : core::badInput({QT_TRANSLATE_NOOP("core", "The background unit could not be "
                                                                "switched: %1."),
                                      {result.error().detail}}));
    };
    if (on) {
        if (const auto written = writeUnit(); !written) {
            QMetaObject::invokeMethod(
                context, [done, written] { done(written); }, Qt::QueuedConnection);
            return;
        }
    }
    m_units.setEnabled(unit, on, context, told);
}

} // namespace service
