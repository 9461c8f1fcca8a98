// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/receiver_list.h"

#include "app/attachments/image_tokens.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/image_wording.h"
#include "ui/wording/number_wording.h"

#include <QGridLayout>

#include <memory>

namespace ui {

ReceiverList::ReceiverList(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::kStep2);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
}

void ReceiverList::setReceivers(const ImageReceivers &receivers)
{
    m_receivers = receivers;
    rebuild();
}

void ReceiverList::setImageSize(const QSize &pixels)
{
    m_pixels = pixels;
    rebuild();
}

void ReceiverList::rebuild()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    if (m_receivers.isVeiled) {
        addNote(tr("Tokens and prices are hidden until the names of the lanes show."));
        return;
    }
    int row = 0;
    for (const ImageReceiver &lane : std::as_const(m_receivers.lanes)) {
        addRow(row, lane);
        row += 2;
    }
    if (m_receivers.lanes.isEmpty())
        addNote(tr("No lane gets it: every lane is prompted alone."));
}

void ReceiverList::addNote(const QString &text)
{
    auto *note = new ThemedLabel(m_theme, TextRole::Small, &Colours::secondary, this);
    note->setText(text);
    note->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    note->setWordWrap(true);
    m_grid->addWidget(note, 0, 0, 1, 2);
}

void ReceiverList::addRow(int row, const ImageReceiver &lane)
{
    auto *badge = new BadgeLabel(m_theme, this);
    badge->setLetter(lane.letter);
    auto *name = new ThemedLabel(m_theme, TextRole::Body, &Colours::text, this);
    name->setText(app::shortModelName(lane.model.id));
    m_grid->addWidget(badge, row, 0, Qt::AlignVCenter);
    m_grid->addWidget(name, row, 1);

    const bool isBlind = lane.sight.ability == app::Ability::No;
    auto *figures = new ThemedLabel(m_theme, TextRole::Small,
                                    isBlind ? &Colours::warning : &Colours::secondary, this);
    const app::ImageEstimate estimate = app::estimateImage(lane.model, m_pixels);
    if (isBlind)
        figures->setText(tr("cannot see images, as far as is known"));
    else if (estimate.usd)
        //: %1: "1,234 tokens", %2: "$0.0012". Both are estimated.
        figures->setText(
            tr("about %1, %2").arg(tokensText(estimate.tokens), costText(*estimate.usd)));
    else
        figures->setText(tr("about %1, price not known").arg(tokensText(estimate.tokens)));
    figures->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    figures->setWordWrap(true);
    figures->setToolTip(tr("Counted as %1.").arg(imageTokenRuleText(estimate)));
    figures->setAccessibleDescription(figures->toolTip());
    m_grid->addWidget(figures, row + 1, 1);
}

} // namespace ui
