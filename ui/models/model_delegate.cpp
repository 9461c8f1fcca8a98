// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_delegate.h"

#include "ui/wording/number_wording.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kSide = metrics::kStep3;
constexpr int kAbove = 5;
constexpr int kStarExtent = 14;
/// From the edge of a row to its texts: a star stands before them.
constexpr int kTextSide = kSide + kStarExtent + metrics::kStep2;

/// Text at the trailing edge; what is left of the room.
QRect drawTrailing(QPainter &painter, const QRect &room, Qt::LayoutDirection direction,
                   const QString &text)
{
    if (text.isEmpty())
        return room;
    const int width = painter.fontMetrics().horizontalAdvance(text) + 1;
    const auto end = QStyle::visualAlignment(direction, Qt::AlignRight);
    painter.drawText(room, int(end | Qt::AlignVCenter | Qt::TextSingleLine), text);
    QRect left = room;
    left.setWidth(std::max(0, room.width() - width - metrics::kStep2));
    return QStyle::visualRect(direction, room, left);
}

void drawLeading(QPainter &painter, const QRect &room, Qt::LayoutDirection direction,
                 const QString &text, Qt::TextElideMode mode = Qt::ElideRight)
{
    const auto start = QStyle::visualAlignment(direction, Qt::AlignLeft);
    painter.drawText(room, int(start | Qt::AlignVCenter | Qt::TextSingleLine),
                     painter.fontMetrics().elidedText(text, mode, room.width()));
}

} // namespace

ModelDelegate::ModelDelegate(const ModelList &list, const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_list(list), m_theme(theme)
{
}

void ModelDelegate::setCurrent(const QString &providerId, const QString &modelId)
{
    m_currentProvider = providerId;
    m_currentModel = modelId;
}

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int body = QFontMetrics(m_theme.font(TextRole::Body)).height();
    const int small = QFontMetrics(m_theme.font(TextRole::Small)).height();
    const ModelList::Row &row = m_list.row(index.row());
    if (row.kind != ModelList::Row::Kind::Heading)
        return {200, body + small + 2 * kAbove + 1};
    const int note = m_list.headingNote(row).isEmpty() ? 0 : small + 2;
    // What parts a heading from the models above it has no place above the first one.
    return {200, note + small + (index.row() == 0 ? 2 * kAbove : metrics::kStep4)};
}

ModelDelegate::Lines ModelDelegate::linesOf(const QStyleOptionViewItem &option) const
{
    const QRect whole = option.rect.adjusted(kTextSide, kAbove, -kSide, -kAbove);
    const QRect room = QStyle::visualRect(option.direction, option.rect, whole);
    const int body = QFontMetrics(m_theme.font(TextRole::Body)).height();
    Lines lines;
    lines.first = QRect(room.left(), room.top(), room.width(), body);
    lines.second =
        QRect(room.left(), room.top() + body + 1, room.width(), room.height() - body - 1);
    lines.direction = option.direction;
    return lines;
}

QRect ModelDelegate::starRect(const QRect &row, Qt::LayoutDirection direction) const
{
    const QRect star(row.left(), row.top(), kTextSide, row.height());
    return QStyle::visualRect(direction, row, star);
}

void ModelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colours &colours = m_theme.colours();
    const ModelList::Row &row = m_list.row(index.row());
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    if (m_list.isChoosable(index.row()) && (isSelected || option.state & QStyle::State_MouseOver)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? colours.selectedRow : colours.hoveredRow);
        painter->drawRoundedRect(option.rect.adjusted(4, 0, -4, 0), metrics::kSmallRadius,
                                 metrics::kSmallRadius);
    }
    const Lines lines = linesOf(option);
    switch (row.kind) {
    case ModelList::Row::Kind::Heading: {
        QStyleOptionViewItem flush = option;
        flush.rect = QStyle::visualRect(option.direction, option.rect,
                                        option.rect.adjusted(kSide - kTextSide, 0, 0, 0));
        paintHeading(*painter, linesOf(flush), row);
        break;
    }
    case ModelList::Row::Kind::Model:
        paintStar(*painter, option, row);
        paintModel(*painter, lines, row);
        break;
    case ModelList::Row::Kind::HandTyped:
    case ModelList::Row::Kind::ShowUnknown:
    case ModelList::Row::Kind::ClearFilter:
        paintOffer(*painter, lines, index.data().toString());
        break;
    }
    painter->restore();
}

/// An empty one shows only where it could be clicked: rows of stars say nothing.
void ModelDelegate::paintStar(QPainter &painter, const QStyleOptionViewItem &option,
                              const ModelList::Row &row) const
{
    const Colours &colours = m_theme.colours();
    const bool isFavourite = m_list.isFavourite(m_list.provider(row).id, m_list.modelId(row));
    const bool isLookedAt = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    if (!isFavourite && !isLookedAt)
        return;
    const QRect room = starRect(option.rect, option.direction);
    const int below = QFontMetrics(m_theme.font(TextRole::Body)).height();
    QRect place(0, 0, kStarExtent, kStarExtent);
    place.moveCenter({room.center().x() + (option.direction == Qt::LeftToRight ? 2 : -2),
                      option.rect.top() + kAbove + below / 2});
    m_theme
        .icon(isFavourite ? u"star-filled" : u"star", isFavourite ? colours.accent : colours.faint)
        .paint(&painter, place);
}

void ModelDelegate::paintHeading(QPainter &painter, const Lines &lines,
                                 const ModelList::Row &row) const
{
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.colours().secondary);
    QRect room = lines.first.united(lines.second);
    const QString note = m_list.headingNote(row);
    const int height = painter.fontMetrics().height();
    if (!note.isEmpty())
        room.setBottom(room.bottom() - height - 2);
    room.setTop(room.bottom() - height);
    drawLeading(painter, room, lines.direction, m_list.headingText(row));
    if (note.isEmpty())
        return;
    painter.setPen(m_theme.colours().warning);
    drawLeading(painter, room.translated(0, height + 2), lines.direction, note);
}

void ModelDelegate::paintId(QPainter &painter, QRect room, Qt::LayoutDirection direction,
                            const QString &id) const
{
    // The organisation steps back, the name is what people look for.
    const qsizetype slash = id.indexOf(u'/');
    const QString organisation = slash > 0 ? id.left(slash + 1) : QString();
    const QString name = id.mid(organisation.size());
    painter.setFont(m_theme.font(TextRole::Body));
    const int organisationWidth = painter.fontMetrics().horizontalAdvance(organisation);
    const int nameWidth = QFontMetrics(m_theme.font(TextRole::Strong)).horizontalAdvance(name) + 1;
    if (direction == Qt::RightToLeft || organisationWidth + nameWidth > room.width()) {
        // An id is written from left to right everywhere.
        painter.setPen(m_theme.colours().text);
        drawLeading(painter, room, direction, u'\u2066' + id + u'\u2069', Qt::ElideMiddle);
        return;
    }
    painter.setPen(m_theme.colours().secondary);
    drawLeading(painter, room, direction, organisation);
    room.setLeft(room.left() + organisationWidth);
    painter.setFont(m_theme.font(TextRole::Strong));
    painter.setPen(m_theme.colours().text);
    drawLeading(painter, room, direction, name);
}

void ModelDelegate::paintModel(QPainter &painter, const Lines &lines,
                               const ModelList::Row &row) const
{
    const Colours &colours = m_theme.colours();
    const app::ModelInfo &info = m_list.info(row);
    const bool current = info.id == m_currentModel && m_list.provider(row).id == m_currentProvider;
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(colours.secondary);
    QString length = info.contextLength ? contextLengthText(*info.contextLength) : QString();
    if (current)
        length = length.isEmpty() ? u"✓"_s : length + u"  ✓"_s;
    const QRect room = drawTrailing(painter, lines.first, lines.direction, length);
    paintId(painter, room, lines.direction, info.id);
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(colours.secondary);
    const QRect below = drawTrailing(painter, lines.second, lines.direction, pricesText(info));
    if (info.deprecated)
        painter.setPen(colours.warning);
    drawLeading(painter, below, lines.direction, belowText(row));
}

QString ModelDelegate::belowText(const ModelList::Row &row) const
{
    const app::ModelInfo &info = m_list.info(row);
    QStringList words;
    if (m_list.namesProvider(row))
        words.append(m_list.provider(row).name);
    if (info.deprecated)
        words.append(info.replacedBy.isEmpty() ? tr("goes away soon")
                                               : tr("replaced by %1").arg(info.replacedBy));
    else
        words.append(abilitiesText(info));
    words.removeAll(QString());
    return words.join(u" · "_s);
}

void ModelDelegate::paintOffer(QPainter &painter, const Lines &lines, const QString &text) const
{
    painter.setFont(m_theme.font(TextRole::Body));
    painter.setPen(m_theme.colours().accent);
    drawLeading(painter, lines.first.united(lines.second), lines.direction, text, Qt::ElideMiddle);
}

} // namespace ui
