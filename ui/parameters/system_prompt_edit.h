// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPlainTextEdit>

namespace ui {

/// The system prompt: a field that grows with its text up to some lines, then scrolls. Plain text.
class SystemPromptEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit SystemPromptEdit(const Theme &theme, QWidget *parent = nullptr);

    /// Shows another text without edited(); the caret stays where the text stays.
    void showPrompt(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void edited(); ///< by the user

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    [[nodiscard]] int heightOfLines(int lines) const;

    bool m_showing = false;
};

} // namespace ui
