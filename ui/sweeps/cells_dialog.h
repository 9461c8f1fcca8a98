// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/cell_plan.h"
#include "app/chat/chats.h"
#include "ui/lanes/view_context.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class ThemedLabel;

/// Asks for a round of cells: a prompt, what is varied, and how much that will be before anything
/// is sent. Keeps its chat. Started with Ctrl+Return too.
class CellsDialog : public QDialog
{
    Q_OBJECT
public:
    ~CellsDialog() override;

    [[nodiscard]] QPlainTextEdit &prompt() const { return *m_prompt; }
    [[nodiscard]] QPushButton &startButton() const { return *m_start; }
    /// What would be asked, or why it cannot be; for tests.
    [[nodiscard]] QString status() const;

signals:
    void started(app::RoundId round);

protected:
    /// `draft`: what stands in the composer; its pictures go with every prompt.
    CellsDialog(const ViewContext &context, app::ChatPtr chat, app::LaneId lane,
                const app::Draft &draft, QWidget *parent);

    /// Between the prompt and the status.
    [[nodiscard]] QVBoxLayout *middle() const { return m_middle; }
    [[nodiscard]] const ViewContext &context() const { return m_context; }
    [[nodiscard]] app::Lane lane() const;
    /// Once all is in the middle: what this is for, and the words on the button.
    void finish(const QString &explanation, const QString &start);
    /// Anything was changed.
    void refresh();

    /// Takes the prompt as it is typed and adds what is varied.
    [[nodiscard]] virtual app::CellsSpec varied(app::CellsSpec spec) const = 0;
    /// Why there is nothing to ask, one sentence; empty: there is.
    [[nodiscard]] virtual QString problem() const = 0;

private:
    void build();
    void start();
    [[nodiscard]] app::CellsSpec spec() const;
    [[nodiscard]] QString problemOf(const app::CellsSpec &spec) const;
    [[nodiscard]] QString sizeOf(const app::CellsSpec &spec) const;

    ViewContext m_context;
    app::ChatPtr m_chat;
    const app::LaneId m_lane;
    const QList<app::ImagePart> m_images;
    ThemedLabel *m_explanation;
    QPlainTextEdit *m_prompt;
    QVBoxLayout *m_middle;
    ThemedLabel *m_status;
    QPushButton *m_start = nullptr; ///< made by finish()
};

} // namespace ui
