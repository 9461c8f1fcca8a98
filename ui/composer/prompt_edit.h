// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "ui/attachments/attached_image.h"

#include <QPlainTextEdit>

namespace ui {

/// The field a prompt is written in: plain text that grows with its lines up to a limit, knows the
/// send key, and hands pasted or dropped images on instead of inserting them.
class PromptEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PromptEdit(QWidget *parent = nullptr);

    void setSendKey(app::SendKey key) { m_sendKey = key; }
    /// The tallest it grows, in pixels; beyond that it scrolls.
    void setGrowthLimit(int pixels);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// The images in what was pasted or dropped: files by their path, else bytes, else pixels.
    [[nodiscard]] static QList<ImageSource> imagesIn(const QMimeData &data);

signals:
    void sendRequested();
    void editLastRequested(); ///< Up in the empty field
    void imagesOffered(const QList<ui::ImageSource> &images);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] bool beginsWord(const QString &typed) const;
    [[nodiscard]] int heightOfLines(int lines) const;
    void fitHeight();

    app::SendKey m_sendKey = app::SendKey::Enter;
    int m_growthLimit = 300;
};

} // namespace ui
