// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/model_button.h"

#include "app/catalogue/model_info.h"
#include "ui/actions/actions.h"
#include "ui/widgets/literal_text.h"

#include <QPainter>
#include <QStyleOptionToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPadding = 6;
constexpr int kArrow = 14;
} // namespace

ModelButton::ModelButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ModelButton::setModel(const QString &model, const QString &provider)
{
    m_model = model.isEmpty() ? tr("Choose a model") : app::shortModelName(model);
    m_provider = provider;
    //: Name of the button in a lane's header for assistive programs: model, provider.
    setAccessibleName(tr("Model: %1, %2").arg(m_model, m_provider));
    const QStringList lines{provider, model, Actions::toolTip(ActionId::ChooseModel)};
    setToolTip(literally(lines.join(u'\n')));
    setEnabled(true);
    updateGeometry();
    update();
}

void ModelButton::hideModel()
{
    m_model = tr("Name hidden");
    m_provider.clear();
    setAccessibleName(m_model);
    setToolTip(tr("The name shows when you have voted."));
    setEnabled(false);
    updateGeometry();
    update();
}

QSize ModelButton::sizeHint() const
{
    const QFontMetrics strong(m_theme.font(TextRole::Strong));
    const QFontMetrics plain(m_theme.font(TextRole::Body));
    return {strong.horizontalAdvance(m_model) + metrics::kStep2
                + plain.horizontalAdvance(m_provider) + kArrow + 2 * kPadding + 2,
            strong.height() + 10};
}

QSize ModelButton::minimumSizeHint() const
{
    return {std::min(80, sizeHint().width()), sizeHint().height()};
}

void ModelButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    const Colours &colours = m_theme.colours();
    if (underMouse() || isDown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? colours.selectedRow : colours.hoveredRow);
        painter.drawRoundedRect(rect(), metrics::kSmallRadius, metrics::kSmallRadius);
    }
    if (hasFocus())
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);

    const QFontMetrics strong(m_theme.font(TextRole::Strong));
    const QFontMetrics plain(m_theme.font(TextRole::Body));
    const int room = width() - 2 * kPadding - kArrow;
    // The provider goes first where there is little room: the model is what tells lanes apart.
    const int modelWidth = std::min(strong.horizontalAdvance(m_model) + 1, room);
    const int providerRoom = room - modelWidth - metrics::kStep2;
    // A name cut down to three letters says less than none; the tool tip has it.
    const QString provider =
        plain.horizontalAdvance(m_provider) < providerRoom ? m_provider : QString();
    const auto write = [&](int x, int width, const QFont &font, const QColor &ink,
                           const QString &words) {
        painter.setFont(font);
        painter.setPen(ink);
        const QRect at = QStyle::visualRect(layoutDirection(), rect(), {x, 0, width, height()});
        painter.drawText(at, Qt::AlignVCenter | Qt::TextSingleLine, words);
    };
    int x = kPadding;
    write(x, modelWidth, m_theme.font(TextRole::Strong),
          isEnabled() ? colours.text : colours.secondary,
          strong.elidedText(m_model, Qt::ElideRight, modelWidth));
    x += modelWidth;
    if (!provider.isEmpty()) {
        const int width = plain.horizontalAdvance(provider) + 1;
        write(x + metrics::kStep2, width, m_theme.font(TextRole::Body), colours.secondary,
              provider);
        x += metrics::kStep2 + width;
    }
    if (!isEnabled())
        return;
    option.rect = QStyle::visualRect(layoutDirection(), rect(), {x + 2, 1, kArrow, height()});
    style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &option, &painter, this);
}

} // namespace ui
