// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailwriting.h"

#include "ui/maildialog.h"

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

/// More than anybody has begun.
constexpr int mostDrafts = 100;

} // namespace

MailWriting::MailWriting(const Backend &backend, QWidget *window)
    : QObject(window)
    , m_backend(backend)
    , m_window(window)
{}

QStringList MailWriting::openDrafts() const
{
    QStringList drafts;
    for (const QPointer<MailDialog> &dialog : m_dialogs) {
        if (dialog && dialog->isVisible()) {
            drafts.append(dialog->draftName());
        }
    }
    return drafts;
}

QString MailWriting::freeDraft(bool isEmpty) const
{
    const QStringList taken = openDrafts();
    QString other;
    for (int number = 1; number <= mostDrafts; ++number) {
        const QString name = u"mail-%1"_s.arg(number);
        if (taken.contains(name)) {
            continue;
        }
        if (m_backend.servers.draft(name).isEmpty() == isEmpty) {
            return name;
        }
        other = other.isEmpty() ? name : other;
    }
    return other;
}

void MailWriting::open(const std::optional<core::Draft> &proposed)
{
    openAs(freeDraft(proposed.has_value()), proposed);
}

void MailWriting::reopen(const QStringList &drafts)
{
    for (const QString &draft : drafts) {
        openAs(draft, {});
    }
}

void MailWriting::openAs(const QString &draft, const std::optional<core::Draft> &proposed)
{
    m_dialogs.removeIf([](const QPointer<MailDialog> &dialog) { return !dialog; });
    auto *dialog = new MailDialog(m_backend, draft, proposed, m_window);
    connect(dialog, &MailDialog::mailAccepted, this, &MailWriting::accepted);
    m_dialogs.append(dialog);
    dialog->show();
}

} // namespace ui
