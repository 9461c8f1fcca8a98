// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_header.h"

#include "ui/actions/actions.h"
#include "ui/lanes/context_gauge.h"
#include "ui/lanes/model_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/pill_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kButtonPadding = 6;
} // namespace

LaneHeader::LaneHeader(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::transcript, parent), m_layout(new QHBoxLayout(this)),
      m_badge(new BadgeLabel(theme, this)), m_model(new ModelButton(theme, this)),
      m_prompt(new PillLabel(theme, this)), m_tools(new PillLabel(theme, this)),
      m_context(new ContextGauge(theme, this)),
      m_all(new FlatButton(theme, u"compare"_s, tr("Show all lanes"), this)),
      m_stop(new FlatButton(theme, u"stop"_s, tr("Stop this reply"), this)),
      m_compare(new FlatButton(theme, u"plus"_s, tr("Compare"), this)),
      m_more(new FlatButton(theme, u"more"_s, tr("More"), this)), m_menu(new QMenu(this))
{
    setFixedHeight(metrics::kLaneHeaderHeight);
    m_stop->setIconOnly(true);
    m_stop->setTone(FlatButton::Tone::Accent);
    m_more->setIconOnly(true);
    m_more->setMenu(m_menu);
    m_all->setIconOnly(true);
    m_all->setTone(FlatButton::Tone::Accent);
    m_all->setToolTip(Actions::withKeys(tr("Show all lanes"), ActionId::MaximiseLane));
    m_all->hide();
    m_compare->setToolTip(
        Actions::withKeys(tr("Ask another model the same, side by side"), ActionId::Compare));
    m_layout->setSpacing(metrics::kStep1);
    m_layout->addWidget(m_badge);
    m_layout->addWidget(m_model);
    m_layout->addWidget(m_prompt);
    m_layout->addWidget(m_tools);
    m_layout->addStretch(1);
    m_layout->addWidget(m_context);
    m_layout->addWidget(m_all);
    m_layout->addWidget(m_stop);
    m_layout->addWidget(m_compare);
    m_layout->addWidget(m_more);
    setLetter(0, false);
    setStopShown(false);
    connect(m_model, &ModelButton::clicked, this, &LaneHeader::modelRequested);
    connect(m_compare, &FlatButton::clicked, this, &LaneHeader::compareRequested);
    connect(m_stop, &FlatButton::clicked, this, &LaneHeader::stopRequested);
    connect(m_all, &FlatButton::clicked, this, &LaneHeader::maximiseRequested);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu->clear();
        emit menuAboutToShow(m_menu);
    });
}

void LaneHeader::setModel(const QString &model, const QString &provider)
{
    m_model->setModel(model, provider);
    fit();
}

void LaneHeader::hideModel()
{
    m_model->hideModel();
    fit();
}

void LaneHeader::setLetter(int letter, bool shown)
{
    m_badge->setLetter(letter);
    m_badge->setVisible(shown);
    //: The menu of a lane, for assistive programs. %1 is its letter.
    m_more->setAccessibleName(shown ? tr("More about lane %1").arg(laneLetter(letter))
                                    : tr("More"));
    refreshMargins();
    fit();
}

void LaneHeader::refreshMargins()
{
    // Buttons have room around what is seen of them; a badge has none.
    const bool beginsWithBadge = !m_leading && !m_badge->isHidden();
    m_layout->setContentsMargins(metrics::kStep4 - (beginsWithBadge ? 0 : kButtonPadding), 0,
                                 metrics::kStep2, 0);
}

void LaneHeader::setDifferences(const LaneDifference &prompt, const LaneDifference &tools)
{
    const auto show = [](PillLabel &pill, const QString &text, const LaneDifference &difference) {
        pill.setText(difference.letters.isEmpty() ? QString() : text);
        pill.setToolTip(literally(difference.lines.join(u'\n')));
        pill.setAccessibleDescription(difference.lines.join(u", "_s));
    };
    //: In the header of a lane: its system prompt is not that of the lanes %1 (letters).
    show(*m_prompt, tr("prompt ≠ %1").arg(prompt.letters.join(u", "_s)), prompt);
    //: In the header of a lane: its tools are not those of the lanes %1 (letters).
    show(*m_tools, tr("tools ≠ %1").arg(tools.letters.join(u", "_s)), tools);
    fit();
}

void LaneHeader::setContext(const ContextUse &use, std::optional<qint64> limit)
{
    if (use == m_contextUse && limit == m_contextLimit)
        return;
    m_contextUse = use;
    m_contextLimit = limit;
    m_context->setUse(use, limit);
    fit();
}

void LaneHeader::setStopShown(bool shown)
{
    m_stop->setVisible(shown);
    fit();
}

void LaneHeader::setCompareShown(bool shown)
{
    m_compare->setVisible(shown);
    fit();
}

void LaneHeader::setDraggable(bool draggable)
{
    m_draggable = draggable;
    if (!draggable)
        endDrag();
}

void LaneHeader::setAlone(bool alone)
{
    m_all->setVisible(alone);
    fit();
}

void LaneHeader::setLeading(QWidget *button)
{
    if (button && m_leading != button) {
        m_layout->insertWidget(0, button);
        button->show(); // it went out of sight with its parent before, and is reckoned with
    }
    m_leading = button;
    refreshMargins();
    fit();
}

void LaneHeader::setTrailing(QWidget *button)
{
    if (button && m_trailing != button) {
        m_layout->addWidget(button);
        button->show();
    }
    m_trailing = button;
    fit();
}

void LaneHeader::resizeEvent(QResizeEvent *event)
{
    Ground::resizeEvent(event);
    fit();
}

void LaneHeader::mousePressEvent(QMouseEvent *event)
{
    emit pressed();
    if (event->button() == Qt::LeftButton && m_draggable)
        m_pressedAt = event->pos();
}

void LaneHeader::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressedAt)
        return;
    const int way = (event->pos() - *m_pressedAt).manhattanLength();
    if (!m_dragging && way < QApplication::startDragDistance())
        return;
    if (!std::exchange(m_dragging, true))
        grabKeyboard(); // Escape gives it up
    setCursor(Qt::ClosedHandCursor);
    emit dragged(event->globalPosition().toPoint());
}

void LaneHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const bool wasDragging = m_dragging;
    endDrag();
    if (wasDragging)
        emit dropped(event->globalPosition().toPoint());
}

void LaneHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    endDrag();
    if (event->button() == Qt::LeftButton)
        emit maximiseRequested();
}

bool LaneHeader::event(QEvent *event)
{
    const bool isKey =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (m_dragging && isKey) {
        event->accept();
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            endDrag();
            emit dragCancelled();
        }
        return true;
    }
    return Ground::event(event);
}

void LaneHeader::endDrag()
{
    m_pressedAt.reset();
    if (!std::exchange(m_dragging, false))
        return;
    releaseKeyboard();
    unsetCursor();
}

int LaneHeader::roomBesideModel() const
{
    int room = width() - m_layout->contentsMargins().left() - m_layout->contentsMargins().right();
    for (const QWidget *part : std::initializer_list<const QWidget *>{
             m_leading, m_badge, m_model, m_all, m_stop, m_more, m_trailing}) {
        if (part && !part->isHidden())
            room -= part->sizeHint().width() + m_layout->spacing();
    }
    return room;
}

/// What there is room for beside the model's whole name. What cannot be read in a narrow lane is
/// left out rather than cut.
void LaneHeader::fit()
{
    int room = roomBesideModel();
    const auto take = [&room](int width) {
        const bool fits = width <= room;
        room -= fits ? width : 0;
        return fits;
    };
    using Extent = ContextGauge::Extent;
    Extent extent = Extent::Nothing;
    const auto extend = [&](Extent to) {
        if (m_context->isKnown() && take(m_context->widthOf(to) - m_context->widthOf(extent)))
            extent = to;
    };
    // What a lane must be told is worth more than all else.
    if (m_context->warns())
        extend(Extent::Percent);
    // That lanes differ is worth more than how full they are.
    for (PillLabel *pill : {m_prompt, m_tools}) {
        const int wanted = pill->sizeHint().width() + m_layout->spacing();
        pill->setVisible(!pill->text().isEmpty() && take(wanted));
    }
    if (!m_compare->isHidden()) {
        m_compare->setIconOnly(true);
        room -= m_compare->sizeHint().width() + m_layout->spacing();
    }
    if (extent == Extent::Nothing)
        extend(Extent::Percent);
    if (!m_compare->isHidden()) {
        const int narrow = m_compare->sizeHint().width();
        m_compare->setIconOnly(false);
        m_compare->setIconOnly(!take(m_compare->sizeHint().width() - narrow));
    }
    if (extent == Extent::Percent)
        extend(Extent::Share);
    m_context->setExtent(extent);
}

QWidget *LaneHeader::modelAnchor() const
{
    return m_model;
}

} // namespace ui
