// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_header.h"

#include "ui/actions/actions.h"
#include "ui/lanes/model_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/flat_button.h"
#include "ui/wording/number_wording.h"

#include <QHBoxLayout>
#include <QMenu>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kButtonPadding = 6;
} // namespace

LaneHeader::LaneHeader(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::transcript, parent), m_layout(new QHBoxLayout(this)),
      m_badge(new BadgeLabel(theme, this)), m_model(new ModelButton(theme, this)),
      m_context(new ElidedLabel(this)),
      m_stop(new FlatButton(theme, u"stop"_s, tr("Stop this reply"), this)),
      m_compare(new FlatButton(theme, u"plus"_s, tr("Compare"), this)),
      m_more(new FlatButton(theme, u"more"_s, tr("More"), this)), m_menu(new QMenu(this))
{
    setFixedHeight(metrics::kLaneHeaderHeight);
    m_stop->setIconOnly(true);
    m_stop->setTone(FlatButton::Tone::Accent);
    m_more->setIconOnly(true);
    m_compare->setToolTip(
        Actions::withKeys(tr("Ask another model the same, side by side"), ActionId::Compare));
    m_layout->setSpacing(metrics::kStep1);
    m_layout->addWidget(m_badge);
    m_layout->addWidget(m_model);
    m_layout->addStretch(1);
    m_layout->addWidget(m_context);
    m_layout->addWidget(m_stop);
    m_layout->addWidget(m_compare);
    m_layout->addWidget(m_more);
    buildMenu();
    setLetter(0, false);
    setStopShown(false);
    connect(m_model, &ModelButton::clicked, this, &LaneHeader::modelRequested);
    connect(m_compare, &FlatButton::clicked, this, &LaneHeader::compareRequested);
    connect(m_stop, &FlatButton::clicked, this, &LaneHeader::stopRequested);
    const auto restyle = [this] {
        QPalette ink = palette();
        ink.setColor(QPalette::WindowText, this->theme().colours().secondary);
        m_context->setPalette(ink);
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
}

void LaneHeader::buildMenu()
{
    m_more->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu->clear();
        m_menu->addAction(tr("Change model…"), this, &LaneHeader::modelRequested);
        m_menu->addAction(tr("Compare with another model…"), this, &LaneHeader::compareRequested);
        emit menuAboutToShow(m_menu);
        if (!m_removable)
            return;
        m_menu->addSeparator();
        m_menu->addAction(theme().icon(u"close"), tr("Remove this lane"), this,
                          &LaneHeader::removeRequested);
    });
}

void LaneHeader::setModel(const QString &model, const QString &provider)
{
    m_model->setModel(model, provider);
}

void LaneHeader::setLetter(int letter, bool shown)
{
    m_badge->setLetter(letter);
    m_badge->setVisible(shown);
    refreshMargins();
}

void LaneHeader::refreshMargins()
{
    // Buttons have room around what is seen of them; a badge has none.
    const bool beginsWithBadge = !m_leading && !m_badge->isHidden();
    m_layout->setContentsMargins(metrics::kStep4 - (beginsWithBadge ? 0 : kButtonPadding), 0,
                                 metrics::kStep2, 0);
}

void LaneHeader::setContext(std::optional<qint64> used, std::optional<qint64> limit)
{
    const bool known = used && limit && *limit > 0;
    m_context->setVisible(known);
    if (!known)
        return;
    m_context->setText(contextShareText(*used, *limit));
    m_context->setToolTip(
        tr("%1 of the context of %2 are used").arg(tokensText(*used), tokensText(*limit)));
}

void LaneHeader::setStopShown(bool shown)
{
    m_stop->setVisible(shown);
}

void LaneHeader::setCompareShown(bool shown)
{
    m_compare->setVisible(shown);
}

void LaneHeader::setRemovable(bool removable)
{
    m_removable = removable;
}

void LaneHeader::setLeading(QWidget *button)
{
    if (button && m_leading != button)
        m_layout->insertWidget(0, button);
    m_leading = button;
    refreshMargins();
}

void LaneHeader::setTrailing(QWidget *button)
{
    if (button && m_trailing != button)
        m_layout->addWidget(button);
    m_trailing = button;
}

QWidget *LaneHeader::modelAnchor() const
{
    return m_model;
}

} // namespace ui
