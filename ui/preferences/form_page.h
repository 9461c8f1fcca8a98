// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QFormLayout;

namespace ui {

/// A form in our measures, which scrolls where it does not fit. A field that gets the focus is
/// scrolled into sight; the wheel scrolls, and changes no field that has no focus.
class FormPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit FormPage(QWidget *parent = nullptr);

    /// Rows are made with widget() as their parent.
    [[nodiscard]] QFormLayout *form() const { return m_form; }

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QFormLayout *m_form;
};

/// The same measures for a form inside of a page.
void setUsualSpacing(QFormLayout *form);

} // namespace ui
