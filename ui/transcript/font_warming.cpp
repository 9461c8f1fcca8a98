// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/font_warming.h"

#include "ui/transcript/transcript_style.h"

#include <QImage>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::chrono::milliseconds kAfterStart{400}; ///< the window is there and takes typing

/// All that answers are written in.
QList<QFont> fontsOf(const TranscriptStyle &style)
{
    QFont bold = style.body;
    bold.setWeight(QFont::Bold);
    QFont italic = style.body;
    italic.setItalic(true);
    QFont heading = scaledFont(style.body, 1.14);
    heading.setWeight(QFont::DemiBold);
    QFont figure = style.caption;
    figure.setWeight(QFont::DemiBold);
    return {style.body, style.code, bold, heading, italic, style.caption, figure, style.body};
}

/// Shapes and draws the letters, digits and signs that every answer has, and for each fallback that
/// is often needed one of its own.
void warm(const QFont &font, const QString &fallbacks)
{
    QImage paper(64, 32, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&paper);
    QTextLayout text(u"Aaeinorst, “fi” (0.1) → ✓ …"_s + fallbacks, font);
    text.beginLayout();
    text.createLine();
    text.endLayout();
    text.draw(&painter, {0, 0});
}

} // namespace

FontWarming::FontWarming(const Theme &theme, QObject *parent) : QObject(parent), m_theme(theme)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FontWarming::warmNext);
    m_timer.start(kAfterStart);
}

void FontWarming::warmNext()
{
    if (!std::exchange(m_begun, true))
        m_fonts = fontsOf(transcriptStyle(m_theme, 100));
    const QFont font = m_fonts.takeFirst();
    warm(font, m_fonts.isEmpty() ? u"你✅"_s : QString());
    if (!m_fonts.isEmpty())
        m_timer.start(std::chrono::milliseconds(0));
}

} // namespace ui
