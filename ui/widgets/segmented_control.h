// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;

namespace ui {

/// A row of choices of which one, or none, is chosen. It starts with none: *not sent*. Choosing the
/// chosen one again, or Delete, takes the choice back where that is allowed.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    struct Option
    {
        QString id;
        QString label;
        QString toolTip = {};
    };

    explicit SegmentedControl(const Theme &theme, QWidget *parent = nullptr);

    void setOptions(const QList<Option> &options);
    /// Empty: none is chosen. An id that is no option is shown as none. Emits nothing.
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const { return m_current; }
    void setClearable(bool clearable) { m_clearable = clearable; }

signals:
    /// By the user only; empty when the choice was taken back.
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QString &id);
    void step(int by);
    void showCurrent();

    const Theme &m_theme;
    QHBoxLayout *m_layout;
    QList<Option> m_options;
    QList<QAbstractButton *> m_buttons; ///< children, in the order of m_options
    QString m_current;
    bool m_clearable = true;
};

} // namespace ui
