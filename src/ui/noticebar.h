// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui
{

/// A sentence with buttons in the page, where others would open a question box: "Deleted X.
/// [Undo]". Hidden until there is something to say; one thing at a time.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    struct Choice
    {
        QString label;
        std::function<void()> chosen;
    };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// Each choice closes the bar first; so does the cross, which every bar has.
    void say(const QString &sentence, const QList<Choice> &choices = {});
    [[nodiscard]] QString sentence() const;

private:
    QLabel *m_text;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_buttons;
};

} // namespace ui
