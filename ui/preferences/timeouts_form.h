// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"

#include <QWidget>

class QSpinBox;

namespace ui {

/// The four waits for a server, in seconds; 0 means never to give up.
class TimeoutsForm : public QWidget
{
    Q_OBJECT
public:
    explicit TimeoutsForm(QWidget *parent = nullptr);

    void setTimeouts(const app::Timeouts &timeouts); ///< emits nothing
    [[nodiscard]] app::Timeouts timeouts() const;

signals:
    void edited();

private:
    QSpinBox *addField(const QString &label, const QString &explanation);

    QSpinBox *m_connect;
    QSpinBox *m_firstByte;
    QSpinBox *m_firstByteFlex;
    QSpinBox *m_idle;
};

} // namespace ui
