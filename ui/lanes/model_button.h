// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace ui {

/// "DeepSeek-V4-Flash  DeepInfra ▾": what a lane talks to, and the way to change it.
class ModelButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ModelButton(const Theme &theme, QWidget *parent = nullptr);

    void setModel(const QString &model, const QString &provider);
    /// Says that the name is hidden, and cannot be pressed, until setModel().
    void hideModel();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_model;
    QString m_provider;
};

} // namespace ui
