// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/attachments/image_receiver.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QWidget>

class QGridLayout;

namespace ui {

/// What an image will cost in each lane that gets it: tokens and price, both estimated. Under a
/// veil it says only that this is hidden.
class ReceiverList : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiverList(const Theme &theme, QWidget *parent = nullptr);

    void setReceivers(const ImageReceivers &receivers);
    /// As it is sent, in pixels.
    void setImageSize(const QSize &pixels);

private:
    void rebuild();
    void addRow(int row, const ImageReceiver &lane);
    void addNote(const QString &text);

    const Theme &m_theme;
    QGridLayout *m_grid;
    ImageReceivers m_receivers;
    QSize m_pixels;
};

} // namespace ui
