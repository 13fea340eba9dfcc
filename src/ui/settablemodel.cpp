// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settablemodel.h"

#include "core/inert.h"
#include "diagnosis/providerwords.h"
#include "diagnosis/words.h"
#include "ui/words.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <array>

namespace ui
{

namespace
{

constexpr std::array securities{core::Security::Smtps, core::Security::StartTls,
                                core::Security::None};
constexpr std::array logins{core::Login::Auth, core::Login::PopBeforeSmtp, core::Login::None};

/// A method of that column.
core::Method methodOf(core::Login login)
{
    switch (login) {
    case core::Login::Auth: return core::Method::ScramSha256;
    case core::Login::PopBeforeSmtp: return core::Method::PopBeforeSmtp;
    case core::Login::None: return core::Method::None;
    }
    Q_UNREACHABLE();
}

core::Security securityAt(int row)
{
    return securities[static_cast<std::size_t>(row)];
}

core::Login loginAt(int column)
{
    return logins[static_cast<std::size_t>(column)];
}

} // namespace

void SettableModel::show(const std::optional<core::Provider> &provider,
                         const core::ServerProfile &present)
{
    if (provider == m_provider && present == m_present) {
        return;
    }
    m_provider = provider;
    m_present = present;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<core::Way> SettableModel::wayAt(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    const core::Security security = securityAt(index.row());
    const core::Login login = loginAt(index.column());
    if (m_provider) {
        return core::wayOf(*m_provider, security, login);
    }
    return core::Way{security, login, core::usualPort(security, methodOf(login))};
}

QString SettableModel::whyBlank(const QModelIndex &index) const
{
    if (!index.isValid() || wayAt(index)) {
        return {};
    }
    return tr("%1 is not known to take %2 with %3.")
        .arg(core::inert(m_provider->name),
             diagnosis::securityTitle(securityAt(index.row()), &translatedText),
             diagnosis::loginTitle(loginAt(index.column()), &translatedText));
}

bool SettableModel::isPresent(const QModelIndex &index) const
{
    const core::Security security = m_present.security == core::Security::StartTlsIfOffered
                                        ? core::Security::StartTls
                                        : m_present.security;
    return securityAt(index.row()) == security &&
           loginAt(index.column()) == core::loginOf(m_present.method);
}

int SettableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(securities.size());
}

int SettableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(logins.size());
}

QString SettableModel::spoken(const QModelIndex &index) const
{
    const std::optional<core::Way> way = wayAt(index);
    const QString cell =
        tr("%1 with %2")
            .arg(diagnosis::securityTitle(securityAt(index.row()), &translatedText),
                 diagnosis::loginTitle(loginAt(index.column()), &translatedText));
    const QString text =
        way ? tr("%1: port %2").arg(cell).arg(way->port) : tr("%1: cannot be set").arg(cell);
    return isPresent(index) ? tr("%1; the present settings").arg(text) : text;
}

QVariant SettableModel::data(const QModelIndex &index, int role) const
{
    const std::optional<core::Way> way = wayAt(index);
    switch (role) {
    case Qt::DisplayRole: return way ? QString::number(way->port) : QString();
    case Qt::TextAlignmentRole: return Qt::AlignCenter;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return plainToolTip(spoken(index));
    case Qt::FontRole: {
        QFont font = QGuiApplication::font();
        font.setBold(isPresent(index));
        return font;
    }
    case Qt::BackgroundRole:
        return isPresent(index) ? QVariant(QGuiApplication::palette().highlight()) : QVariant();
    case Qt::ForegroundRole:
        return isPresent(index) ? QVariant(QGuiApplication::palette().highlightedText())
                                : QVariant();
    default: return {};
    }
}

QVariant SettableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    return orientation == Qt::Horizontal
               ? diagnosis::loginTitle(loginAt(section), &translatedText)
               : diagnosis::securityTitle(securityAt(section), &translatedText);
}

} // namespace ui
