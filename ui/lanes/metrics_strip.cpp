// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/metrics_strip.h"

#include "app/chat/run_record.h"
#include "ui/lanes/figure_lines.h"
#include "ui/widgets/literal_text.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/finish_wording.h"
#include "ui/wording/number_wording.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kGap = 14;
} // namespace

MetricsStrip::MetricsStrip(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void MetricsStrip::setFigures(const LaneFigures &figures, const QString &doing,
                              const Standings &standings)
{
    const QList<Item> before = std::exchange(m_items, {});
    const QString about = figures.estimated ? u"≈\u2009"_s : QString();
    if (!doing.isEmpty())
        m_items.append({doing, {}, {}});
    addOutcome(figures);
    addAnswerer(figures);
    const bool tierDiffers =
        app::tierEcho(figures.tierAsked, figures.tierEchoed) == app::TierEcho::Differs;
    if (tierDiffers)
        addTier(figures);
    if (figures.firstToken)
        addItem(tr("first token"), durationText(*figures.firstToken), standings.firstToken);
    if (figures.tokensPerSecond)
        addItem({}, about + speedText(*figures.tokensPerSecond), standings.speed);
    if (figures.tokens)
        addItem({}, about + tokensText(*figures.tokens));
    if (figures.costUsd) {
        const QString mark = figures.costComputed ? u"≈\u2009"_s : QString();
        addItem({}, mark + costText(*figures.costUsd), standings.cost);
    }
    if (!tierDiffers)
        addTier(figures);
    const QStringList lines = figureLines(figures);
    if (std::exchange(m_lines, lines) != lines)
        setAccessibleDescription(lines.join(u", "_s));
    if (m_items == before)
        return;
    setAccessibleName(text());
    update();
}

/// How a run ended that has no answer to speak of.
void MetricsStrip::addOutcome(const LaneFigures &figures)
{
    const QString state = messageStateText(figures.state);
    if (!state.isEmpty()) {
        //: How a reply ended, and when: "failed after 0.34 s".
        addItem(figures.total ? tr("%1 after").arg(state) : state,
                figures.total ? durationText(*figures.total) : QString());
    }
    if (figures.httpStatus != 0)
        addItem(u"HTTP"_s, QString::number(figures.httpStatus));
    if (figures.retries > 0)
        addItem({}, tr("%Ln retries", nullptr, figures.retries));
}

/// A snapshot of the model is told in passing, another model is a warning.
void MetricsStrip::addAnswerer(const LaneFigures &figures)
{
    if (figures.answeredBy.isEmpty())
        return;
    Item item{tr("answered by"), shortened(app::shortModelName(figures.answeredBy), 40), {}};
    item.warns = figures.answeredByAnother;
    m_items.append(item);
}

void MetricsStrip::addTier(const LaneFigures &figures)
{
    const QString echoed = shortened(figures.tierEchoed.value_or(QString()), 20);
    switch (app::tierEcho(figures.tierAsked, figures.tierEchoed)) {
    case app::TierEcho::Unknown:
        if (figures.tierAsked.isEmpty())
            return;
        //: A service tier that was asked for; the server did not say which one it used.
        m_items.append({tr("%1 asked").arg(figures.tierAsked), {}, {}});
        return;
    case app::TierEcho::AsAsked:
        m_items.append({figures.tierAsked.isEmpty() ? echoed : echoed + u" ✓"_s, {}, {}});
        return;
    case app::TierEcho::Differs:
        break;
    }
    Item item;
    item.warns = true;
    //: The service tier that was used and the one that was asked for: "tier default, not priority".
    const QString instead = tr("tier %1, not %2").arg(echoed, figures.tierAsked);
    item.strong = figures.tierAsked.isEmpty() ? tr("tier %1, not asked").arg(echoed) : instead;
    m_items.append(item);
}

void MetricsStrip::setAccount(const QString &line)
{
    m_account = line;
}

void MetricsStrip::addItem(const QString &before, const QString &figure, Standing standing)
{
    // The number stands out, its unit does not. The sign for "about" belongs to the number.
    const qsizetype unit = figure.indexOf(u' ');
    const bool isDuration = !before.isEmpty();
    if (unit < 0 || isDuration)
        m_items.append({before, figure, {}, standing});
    else
        m_items.append({before, figure.left(unit), figure.mid(unit + 1), standing});
}

QString MetricsStrip::text() const
{
    QStringList parts;
    for (const Item &item : m_items) {
        QStringList words{item.before, item.strong, item.after};
        if (item.standing == Standing::Best)
            words.append(tr("best"));
        else if (item.standing == Standing::Worst)
            words.append(tr("worst"));
        words.removeAll(QString());
        parts.append(words.join(u' '));
    }
    return parts.join(u", "_s);
}

QSize MetricsStrip::sizeHint() const
{
    const int text = QFontMetrics(m_theme.font(TextRole::Small)).height();
    return {0, std::max(metrics::kMetricsStripHeight, text + 10)};
}

QSize MetricsStrip::minimumSizeHint() const
{
    return sizeHint();
}

int MetricsStrip::paintItem(QPainter *painter, const Item &item, int x) const
{
    const Colours &colours = m_theme.colours();
    const QFont plain = m_theme.font(TextRole::Small);
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const auto write = [&](const QString &words, const QFont &font, const QColor &ink) {
        if (words.isEmpty())
            return;
        const int width = QFontMetrics(font).horizontalAdvance(words);
        if (painter) {
            painter->setFont(font);
            painter->setPen(ink);
            const QRect room(leftToRight ? x : this->width() - x - width, 0, width + 1, height());
            painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, words);
        }
        x += width + metrics::kStep1;
    };
    if (item.warns)
        write(u"≠"_s, strong, colours.warning);
    write(item.before, plain, colours.secondary);
    const bool isBest = item.standing == Standing::Best;
    const bool isWorst = item.standing == Standing::Worst || item.warns;
    write(item.strong, strong, isBest ? colours.good : isWorst ? colours.warning : colours.text);
    write(item.after, plain, colours.secondary);
    if (isBest)
        write(u"✓"_s, strong, colours.good);
    if (item.standing == Standing::Worst)
        write(u"↓"_s, strong, colours.warning);
    return x - metrics::kStep1;
}

void MetricsStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().transcript);
    int x = metrics::kStep4;
    for (const Item &item : m_items) {
        if (paintItem(nullptr, item, x) > width() - metrics::kStep2)
            return;
        x = paintItem(&painter, item, x) + kGap;
    }
}

bool MetricsStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QStringList lines = m_lines.isEmpty() ? QStringList{text()} : m_lines;
        lines.append(m_account);
        lines.removeAll(QString());
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           literally(lines.join(u'\n')), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace ui
