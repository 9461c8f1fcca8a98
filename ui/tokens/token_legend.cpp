// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_legend.h"

#include "ui/theme/token_colours.h"
#include "ui/tokens/token_wording.h"

#include <QPainter>
#include <QStyle>

namespace ui {

namespace {
constexpr int kPatch = 12;
} // namespace

TokenLegend::TokenLegend(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Grounds of tokens by their probability"));
    QStringList levels;
    for (size_t level = 0; level < kTokenLevels; ++level)
        levels.append(levelText(TokenLevel(level)));
    setAccessibleDescription(levels.join(QStringLiteral(", ")));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QList<TokenLegend::LegendPatch> TokenLegend::patches(int width) const
{
    const QFontMetrics font(m_theme.font(TextRole::Small));
    QList<LegendPatch> patches;
    int x = 0;
    int y = 0;
    for (size_t level = 0; level < kTokenLevels; ++level) {
        const QString text = levelText(TokenLevel(level));
        const int words = font.horizontalAdvance(text);
        const int whole = kPatch + metrics::kStep1 + words;
        if (x > 0 && x + whole > width) {
            x = 0;
            y += font.height() + metrics::kStep1;
        }
        patches.append({QRect(x, y + (font.height() - kPatch) / 2, kPatch, kPatch),
                        QRect(x + kPatch + metrics::kStep1, y, words, font.height()), text});
        x += whole + metrics::kStep3;
    }
    return patches;
}

int TokenLegend::heightForWidth(int width) const
{
    return patches(width).constLast().words.bottom() + 1;
}

QSize TokenLegend::sizeHint() const
{
    const QRect last = patches(QWIDGETSIZE_MAX).constLast().words;
    return {last.right() + 1, last.bottom() + 1};
}

QSize TokenLegend::minimumSizeHint() const
{
    return {kPatch * 8, kPatch};
}

void TokenLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(TextRole::Small));
    const TokenColours &grounds = tokenColoursOf(m_theme.scheme());
    const QList<LegendPatch> all = patches(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto placed = [&](QRect rect) {
            return QStyle::visualRect(layoutDirection(), this->rect(), rect);
        };
        const auto level = TokenLevel(i);
        const QRect patch = placed(all.at(i).patch);
        painter.setPen(m_theme.colours().hairline);
        painter.setBrush(grounds.ground(level));
        painter.drawRect(patch.adjusted(0, 0, -1, -1));
        if (level >= TokenLevel::Unsure) {
            painter.setPen(
                QPen(grounds.mark, 1, level == TokenLevel::Rare ? Qt::SolidLine : Qt::DotLine));
            painter.drawLine(patch.left() + 1, patch.bottom() - 2, patch.right() - 1,
                             patch.bottom() - 2);
        }
        painter.setPen(m_theme.colours().secondary);
        painter.drawText(placed(all.at(i).words), Qt::AlignCenter, all.at(i).text);
    }
}

} // namespace ui
