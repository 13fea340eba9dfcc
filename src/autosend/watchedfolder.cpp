// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/watchedfolder.h"

namespace autosend
{

WatchedFolder::WatchedFolder(const core::AutosendRule &rule, const RuleWatch::Times &times,
                             QThread &thread, QObject *parent)
    : QObject(parent)
    , m_watch(new RuleWatch(rule, times))
{
    m_watch->moveToThread(&thread);
    connect(m_watch, &RuleWatch::becameReady, this, &WatchedFolder::becameReady);
    connect(m_watch, &RuleWatch::noLongerReady, this, &WatchedFolder::noLongerReady);
    connect(m_watch, &RuleWatch::heldChanged, this, &WatchedFolder::heldChanged);
    connect(m_watch, &RuleWatch::folderChanged, this, &WatchedFolder::folderChanged);
    connect(this, &WatchedFolder::begun, m_watch, &RuleWatch::start);
    connect(this, &WatchedFolder::taken, m_watch, [watch = m_watch](const QList<ReadyFile> &files) {
        for (const ReadyFile &file : files) {
            watch->take(file);
        }
    });
    Q_EMIT begun();
}

WatchedFolder::~WatchedFolder()
{
    m_watch->deleteLater();
}

} // namespace autosend
