// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/context_gauge.h"

#include "ui/theme/theme.h"
#include "ui/widgets/literal_text.h"
#include "ui/wording/number_wording.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kWarnsFromPercent = 90;
constexpr int kGaugeBarWidth = 28;
constexpr int kGaugeBarHeight = 4;
constexpr int kGaugeSign = 14;
} // namespace

ContextGauge::ContextGauge(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    hide();
}

void ContextGauge::setUse(const ContextUse &use, std::optional<qint64> limit)
{
    m_use = use;
    m_limit = limit.value_or(0);
    const bool known = use.tokens && m_limit > 0;
    m_percent = known ? int(std::min(1e6, 100.0 * double(*use.tokens) / double(m_limit))) : -1;
    update();
    if (!known) {
        setToolTip({});
        return setAccessibleName({});
    }
    const QString tokens = (use.estimated ? u"≈\u2009"_s : QString()) + tokensText(*m_use.tokens);
    QString words = tr("%1 of the context of %2 are used").arg(tokens, tokensText(m_limit));
    if (warns())
        words += u'\n'
                 + tr("The context is nearly full. Go on in a new conversation, or choose a model "
                      "with a longer one.");
    if (use.estimated)
        words += u'\n' + tr("What was not sent yet is estimated.");
    setAccessibleName(words);
    setToolTip(literally(words));
}

bool ContextGauge::warns() const
{
    return m_percent >= kWarnsFromPercent;
}

void ContextGauge::setExtent(Extent extent)
{
    m_extent = isKnown() ? extent : Extent::Nothing;
    setVisible(m_extent != Extent::Nothing);
    updateGeometry();
    update();
}

QString ContextGauge::textOf(Extent extent) const
{
    if (!isKnown() || extent == Extent::Nothing)
        return {};
    const QString about = m_use.estimated ? u"≈\u2009"_s : QString();
    return about
           + (extent == Extent::Percent ? contextPercentText(*m_use.tokens, m_limit)
                                        : contextShareText(*m_use.tokens, m_limit));
}

int ContextGauge::widthOf(Extent extent) const
{
    if (!isKnown() || extent == Extent::Nothing)
        return 0;
    const QFontMetrics metrics(m_theme.font(warns() ? TextRole::Strong : TextRole::Body));
    const int sign = warns() ? kGaugeSign : kGaugeBarWidth;
    return sign + metrics::kStep1 + 2 + metrics.horizontalAdvance(textOf(extent)) + 1
           + metrics::kStep1;
}

QSize ContextGauge::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Body));
    return {widthOf(m_extent), metrics.height() + metrics::kStep1};
}

void ContextGauge::paintEvent(QPaintEvent *)
{
    if (m_extent == Extent::Nothing)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = m_theme.colours();
    const QColor ink = warns() ? colours.warning : colours.secondary;
    const auto visual = [this](const QRect &at) {
        return QStyle::visualRect(layoutDirection(), rect(), at);
    };
    int x = 0;
    if (warns()) {
        m_theme.icon(u"warning", ink).paint(&painter, visual({x, 0, kGaugeSign, height()}));
        x += kGaugeSign;
    } else {
        const QRect bar(x, (height() - kGaugeBarHeight) / 2, kGaugeBarWidth, kGaugeBarHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.hairline);
        painter.drawRoundedRect(visual(bar), 2, 2);
        // What is there at all can be seen.
        const int full = std::clamp(kGaugeBarWidth * m_percent / 100, 2, kGaugeBarWidth);
        painter.setBrush(colours.faint);
        painter.drawRoundedRect(visual({bar.left(), bar.top(), full, bar.height()}), 2, 2);
        x += kGaugeBarWidth;
    }
    x += metrics::kStep1 + 2;
    painter.setFont(m_theme.font(warns() ? TextRole::Strong : TextRole::Body));
    painter.setPen(ink);
    painter.drawText(visual({x, 0, width() - x, height()}),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                         | Qt::AlignVCenter | Qt::TextSingleLine),
                     text());
}

} // namespace ui
