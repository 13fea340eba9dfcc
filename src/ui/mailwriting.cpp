// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailwriting.h"

#include "ui/maildialog.h"

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

/// Beyond that nobody looks for a mail that was begun.
constexpr int fewDrafts = 100;

} // namespace

MailWriting::MailWriting(const Backend &backend, QWidget *window)
    : QObject(window)
    , m_backend(backend)
    , m_window(window)
{}

MailWriting::State MailWriting::state() const
{
    State state{{}, m_sending};
    for (const QPointer<MailDialog> &dialog : m_dialogs) {
        if (dialog && dialog->isVisible()) {
            (dialog->isSending() ? state.sending : state.open).append(dialog->draftName());
        }
    }
    return state;
}

/// The first place that no window has and that is as wanted; where nothing was begun, the first
/// empty one.
QString MailWriting::freeDraft(bool isEmpty) const
{
    const State now = state();
    const QStringList taken = now.open + now.sending;
    QString firstEmpty;
    for (int number = 1; number <= fewDrafts || firstEmpty.isEmpty(); ++number) {
        const QString name = u"mail-%1"_s.arg(number);
        if (taken.contains(name)) {
            continue;
        }
        const bool empty = m_backend.servers.draft(name).isEmpty();
        if (empty == isEmpty) {
            return name;
        }
        firstEmpty = empty && firstEmpty.isEmpty() ? name : firstEmpty;
    }
    return firstEmpty;
}

void MailWriting::open(const std::optional<core::Draft> &proposed)
{
    openAs(freeDraft(proposed.has_value()), proposed);
}

void MailWriting::setState(const State &state)
{
    m_sending = state.sending;
    for (const QString &draft : state.open) {
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
