// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/servers.h"

#include <QObject>
#include <QString>

namespace ui
{

class NoticeBar;

/// What is wrong with the saved servers, in a page's notice bar: a damaged file comes with a button
/// that goes back to the last good copy. Goes by itself once the file is whole again. The bar owns
/// it.
class ProblemNotice final : public QObject
{
    Q_OBJECT

public:
    ProblemNotice(service::Servers &servers, NoticeBar &bar);

    /// Says it, where there is a problem.
    void show();
    /// The saved servers have changed: what is said of them is still true, or goes.
    void refresh();

private:
    void restore();

    service::Servers &m_servers;
    NoticeBar &m_bar;
    QString m_said;
};

} // namespace ui
