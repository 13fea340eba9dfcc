// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problemnotice.h"

#include "diagnosis/words.h"
#include "ui/noticebar.h"
#include "ui/words.h"

namespace ui
{

ProblemNotice::ProblemNotice(service::Servers &servers, NoticeBar &bar)
    : QObject(&bar)
    , m_servers(servers)
    , m_bar(bar)
{
    connect(&servers, &service::Servers::serversChanged, this, &ProblemNotice::refresh);
}

void ProblemNotice::show()
{
    m_said = translatedDetail(m_servers.problem());
    if (m_said.isEmpty()) {
        return;
    }
    QList<NoticeBar::Choice> choices;
    if (const auto kept = m_servers.kept()) {
        m_said += u' ' + tr("The list saved on %1 (%2) is still there.")
                             .arg(timeText(kept->savedAt),
                                  diagnosis::serverCount(kept->count, &translatedText));
        choices.append({tr("Restore the last &good copy"), [this] { restore(); }});
    } else if (m_servers.isDamaged()) {
        m_said += u' ' + tr("There is no good copy to go back to. Repair the file, or move it away "
                            "to begin with an empty list.");
    }
    m_bar.say(m_said, choices);
}

void ProblemNotice::refresh()
{
    // What another notice has taken the place of, or the person has closed, is said already.
    if (!m_said.isEmpty() && m_bar.sentence() == m_said) {
        m_bar.hide();
        show();
    }
}

void ProblemNotice::restore()
{
    m_servers.restore(this, [this](const core::Result<service::RestoredServers> &restored) {
        if (!restored) {
            m_bar.say(translatedDetail(restored.error().detail));
            return;
        }
        const service::KeptServers &servers = restored->copy;
        QString said = tr("Restored the list saved on %1 (%2).")
                           .arg(timeText(servers.savedAt),
                                diagnosis::serverCount(servers.count, &translatedText));
        if (!restored->damagedFile.isEmpty()) {
            said += u' ' + tr("The damaged file is kept as %1.").arg(restored->damagedFile);
        }
        m_bar.say(said);
    });
}

} // namespace ui
