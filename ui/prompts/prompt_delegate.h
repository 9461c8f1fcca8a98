// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

class PromptListModel;

/// Paints the rows of a PromptListModel, all of one height: name and tags above, the beginning of
/// the text below.
class PromptDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    PromptDelegate(const PromptListModel &model, const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] int rowHeight() const;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    const PromptListModel &m_model;
    const Theme &m_theme;
};

} // namespace ui
