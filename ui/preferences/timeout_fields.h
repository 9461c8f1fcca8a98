// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"

#include <QObject>

class QFormLayout;
class QSpinBox;

namespace ui {

/// The four waits for a server as rows of a form, in seconds; 0 means never to give up. A child of
/// the widget that the form lays out.
class TimeoutFields : public QObject
{
    Q_OBJECT
public:
    explicit TimeoutFields(QFormLayout *form);

    void setTimeouts(const app::Timeouts &timeouts); ///< emits nothing
    [[nodiscard]] app::Timeouts timeouts() const;
    void setVisible(bool visible);
    void setFocus();

signals:
    void edited();

private:
    QSpinBox *addField(const QString &label, const QString &explanation);

    QFormLayout *m_form;
    QSpinBox *m_connect;
    QSpinBox *m_firstByte;
    QSpinBox *m_firstByteFlex;
    QSpinBox *m_idle;
};

} // namespace ui
