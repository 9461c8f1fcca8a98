// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/cell_header.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionHeader>

namespace ui {

namespace {
constexpr int kWidestHeader = 200;
} // namespace

CellHeader::CellHeader(const Theme &theme, Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent), m_theme(theme)
{
    setSectionsClickable(true); // a click chooses the whole line
    setHighlightSections(false);
    connect(&theme, &Theme::changed, this, &CellHeader::restyle);
    restyle();
}

void CellHeader::restyle()
{
    setFont(m_theme.font(TextRole::Small));
    viewport()->update();
}

QString CellHeader::text(int section) const
{
    return model() ? model()->headerData(section, orientation(), Qt::DisplayRole).toString()
                   : QString();
}

QSize CellHeader::sectionSizeFromContents(int section) const
{
    const QRect words = fontMetrics().boundingRect(QRect(0, 0, kWidestHeader, 1000),
                                                   Qt::TextWordWrap, text(section));
    return words.size() + QSize(2 * metrics::kStep3, 2 * metrics::kStep1 + 2);
}

void CellHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    const bool isRow = orientation() == Qt::Vertical;
    const int inset = isRow ? metrics::kStep2 : 0;
    const QRect room =
        rect.adjusted(isRow ? metrics::kStep3 : metrics::kStep2, inset, -metrics::kStep2, -inset);
    painter->setFont(font());
    painter->setPen(m_theme.colours().secondary);
    painter->drawText(
        room, int(Qt::AlignLeading | (isRow ? Qt::AlignTop : Qt::AlignVCenter)) | Qt::TextWordWrap,
        text(section));
}

} // namespace ui
