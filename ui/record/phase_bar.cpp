// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/phase_bar.h"

#include "ui/wording/number_wording.h"

#include <QPainter>
#include <QPainterPath>

#include <numeric>

namespace ui {

namespace {
constexpr int kBarHeight = 12;
constexpr int kSwatch = 10;
constexpr qreal kNarrowestPhase = 2;

QString phaseName(app::RunPhase::Kind kind)
{
    using Kind = app::RunPhase::Kind;
    switch (kind) {
    case Kind::Retries:
        return PhaseBar::tr("Failed attempts");
    case Kind::Connecting:
        return PhaseBar::tr("Connecting and sending");
    case Kind::Waiting:
        return PhaseBar::tr("Waiting for the first token");
    case Kind::Thinking:
        return PhaseBar::tr("Thinking");
    case Kind::Answering:
        return PhaseBar::tr("Answering");
    case Kind::Ending:
        return PhaseBar::tr("Ending");
    }
    return {};
}

/// Shares of the width; none is narrower than can be seen.
QList<qreal> widthsOf(const QList<app::RunPhase> &phases, qreal width)
{
    qreal total = 0;
    for (const app::RunPhase &phase : phases)
        total += qreal(phase.lengthMs());
    QList<qreal> widths;
    for (const app::RunPhase &phase : phases)
        widths.append(std::max(kNarrowestPhase, width * qreal(phase.lengthMs()) / total));
    const qreal sum = std::accumulate(widths.begin(), widths.end(), qreal(0));
    for (qreal &share : widths)
        share *= width / sum;
    return widths;
}
} // namespace

PhaseBar::PhaseBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Where the time went"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PhaseBar::setPhases(const QList<app::RunPhase> &phases)
{
    m_phases = phases;
    QStringList words;
    for (const app::RunPhase &phase : phases)
        words.append(phaseText(phase));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setVisible(!phases.isEmpty());
    updateGeometry();
    update();
}

QColor PhaseBar::colourOf(app::RunPhase::Kind kind) const
{
    using Kind = app::RunPhase::Kind;
    const Colours &colours = m_theme.colours();
    switch (kind) {
    case Kind::Retries:
        return colours.danger;
    case Kind::Connecting:
        return colours.codeType;
    case Kind::Waiting:
        return colours.faint;
    case Kind::Thinking:
        return colours.warning;
    case Kind::Answering:
        return colours.accent;
    case Kind::Ending:
        return colours.hairline;
    }
    return colours.faint;
}

QList<PhaseBar::LegendEntry> PhaseBar::legend(int width) const
{
    const QFontMetrics font(m_theme.font(TextRole::Small));
    const int lineHeight = font.height() + metrics::kStep1;
    QList<LegendEntry> entries;
    int x = 0;
    int y = kBarHeight + metrics::kStep2;
    for (const app::RunPhase &phase : m_phases) {
        const QString words = phaseText(phase);
        const int textWidth = font.horizontalAdvance(words);
        const int entryWidth = kSwatch + metrics::kStep1 + textWidth;
        if (x > 0 && x + entryWidth > width) {
            x = 0;
            y += lineHeight;
        }
        entries.append({QRect(x, y + (font.height() - kSwatch) / 2, kSwatch, kSwatch),
                        QRect(x + kSwatch + metrics::kStep1, y, textWidth, font.height()), words});
        x += entryWidth + metrics::kStep4;
    }
    return entries;
}

int PhaseBar::heightForWidth(int width) const
{
    const QList<LegendEntry> entries = legend(width);
    return entries.isEmpty() ? 0 : entries.constLast().text.bottom() + 1;
}

QSize PhaseBar::sizeHint() const
{
    constexpr int kUsualWidth = 480;
    return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize PhaseBar::minimumSizeHint() const
{
    return {metrics::kSidebarWidth, kBarHeight};
}

void PhaseBar::paintBar(QPainter &painter) const
{
    QPainterPath outline;
    outline.addRoundedRect(QRectF(0, 0, width(), kBarHeight), kBarHeight / 2.0, kBarHeight / 2.0);
    painter.save();
    painter.setClipPath(outline);
    const QList<qreal> widths = widthsOf(m_phases, width());
    qreal x = 0;
    for (qsizetype i = 0; i < m_phases.size(); ++i) {
        QRectF part(x, 0, widths.at(i), kBarHeight);
        if (layoutDirection() == Qt::RightToLeft)
            part.moveRight(width() - x);
        painter.fillRect(part, colourOf(m_phases.at(i).kind));
        x += widths.at(i);
    }
    painter.restore();
}

void PhaseBar::paintEvent(QPaintEvent * /*event*/)
{
    if (m_phases.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBar(painter);
    painter.setFont(m_theme.font(TextRole::Small));
    const QList<LegendEntry> entries = legend(width());
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto placed = [&](QRect rect) {
            return layoutDirection() == Qt::RightToLeft
                       ? QRect(width() - rect.right() - 1, rect.y(), rect.width(), rect.height())
                       : rect;
        };
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(m_phases.at(i).kind));
        painter.drawRoundedRect(placed(entries.at(i).swatch), 2, 2);
        painter.setPen(m_theme.colours().secondary);
        painter.drawText(placed(entries.at(i).text), Qt::AlignCenter, entries.at(i).words);
    }
}

QString phaseText(const app::RunPhase &phase)
{
    //: A phase of a run and how long it took: "Thinking 2.4 s".
    return PhaseBar::tr("%1 %2").arg(phaseName(phase.kind),
                                     durationText(std::chrono::milliseconds(phase.lengthMs())));
}

} // namespace ui
