// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/mountwatch.h"

using namespace Qt::StringLiterals;

namespace autosend
{

MountWatch::MountWatch(QObject *parent)
    : QObject(parent)
    , m_mounts(u"/proc/self/mountinfo"_s)
{
    // proc(5): poll() marks a change as exceptional, and takes the mark away by itself.
    if (m_mounts.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        m_notifier =
            std::make_unique<QSocketNotifier>(m_mounts.handle(), QSocketNotifier::Exception, this);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &MountWatch::changed);
    }
}

} // namespace autosend
