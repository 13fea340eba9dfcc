// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/remedies.h"
#include "ui/backend.h"

#include <QList>
#include <QVBoxLayout>
#include <QWidget>

#include <functional>
#include <optional>

namespace ui
{

class OutboxModel;

/// Why mail of the outbox does not go by itself just now: a line for each server that is in
/// trouble, paused, switched off or gone, with the button that helps.
class TroublePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TroublePanel(QWidget *parent = nullptr);

    void follow(const OutboxModel &model, const Backend &backend);

Q_SIGNALS:
    void remedyRequested(const QUuid &server, const std::optional<diagnosis::Remedy> &remedy);
    void conversationRequested(const core::Transcript &transcript);
    void tryNowRequested(const QUuid &server);
    void switchOnRequested(const QUuid &server);
    void anotherServerRequested(const QUuid &server);
    /// Null: everything.
    void goOnRequested(const QUuid &server);

private:
    struct Choice
    {
        QString label;
        std::function<void()> chosen;
    };
    struct Line
    {
        QString sentence;
        QList<Choice> choices;

        [[nodiscard]] bool reads(const Line &other) const;
    };

    void refresh();
    [[nodiscard]] QList<Line> linesNow();
    [[nodiscard]] std::optional<Line> lineOf(const outbox::ServerTrouble &trouble, int waiting);
    [[nodiscard]] QWidget *widgetOf(const Line &line);

    const OutboxModel *m_model = nullptr;
    const Backend *m_backend = nullptr;
    QVBoxLayout *m_layout;
    QList<Line> m_lines;
};

} // namespace ui
