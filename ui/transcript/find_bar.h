// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/find_query.h"
#include "ui/transcript/slice.h"
#include "ui/widgets/ground.h"

class QLabel;
class QLineEdit;

namespace ui {

class FlatButton;

/// A line to look for text with, over a corner of what is looked through: the text, how many hits
/// there are, back, forth, two choices, an end. Hidden until it is opened.
class FindBar : public Ground
{
    Q_OBJECT
public:
    explicit FindBar(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] FindQuery query() const;
    /// Shows it with the text chosen, so that typing replaces it. Empty: with the one it had.
    void open(const QString &text);
    /// `current` from 0, -1: none. Until `complete` there may be more.
    void setResult(int current, int count, bool complete);

signals:
    void queryChanged();
    void stepRequested(ui::Step step);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QLineEdit *m_text;
    QLabel *m_result;
    FlatButton *m_case;
    FlatButton *m_words;
};

} // namespace ui
