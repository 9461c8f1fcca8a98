// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"
#include "ui/theme/symbolic_icon.h"
#include "ui/theme/system_scheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QIcon>
#include <QScreen>
#include <QToolTip>

// A static library's resources are only linked in where something names them; the macro has to be
// used outside every namespace.
static void linkResources()
{
    Q_INIT_RESOURCE(diptych);
}

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Desktops without a setting answer 9 pt, which is too small to read in for hours.
constexpr int kSmallestSystemPixels = 13;
constexpr int kSmallestPixels = 9;

int pixelsOf(qreal points)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    const qreal dotsPerInch = screen ? screen->logicalDotsPerInchY() : 96.0;
    return std::max(kSmallestPixels, qRound(points * dotsPerInch / 72.0));
}

void setDisabled(QPalette &palette, const Colours &colours)
{
    QColor dimmed = colours.secondary;
    dimmed.setAlphaF(0.55F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, dimmed);
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.field);
    palette.setColor(QPalette::AlternateBase, colours.panel);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.faint);
    palette.setColor(QPalette::Button, colours.panel);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.danger);
    palette.setColor(QPalette::ToolTipBase, colours.text);
    palette.setColor(QPalette::ToolTipText, colours.transcript);
    palette.setColor(QPalette::Highlight, colours.selection);
    palette.setColor(QPalette::HighlightedText, colours.onSelection);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::Light, colours.transcript);
    palette.setColor(QPalette::Midlight, colours.hoveredRow);
    palette.setColor(QPalette::Mid, colours.hairline);
    palette.setColor(QPalette::Dark, colours.faint);
    palette.setColor(QPalette::Shadow, colours.hairline);
    setDisabled(palette, colours);
    return palette;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent), m_systemFont(QGuiApplication::font()),
      m_codeFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family())
{
    linkResources();
}

Theme::~Theme() = default;

QFont Theme::font(TextRole role) const
{
    QFont font = m_font;
    switch (role) {
    case TextRole::Body:
        break;
    case TextRole::Small:
        font.setPixelSize(m_basePixels - 1);
        break;
    case TextRole::Caption:
        font.setPixelSize(m_basePixels - 2);
        break;
    case TextRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Title:
        font.setPixelSize(m_basePixels + 2);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Code:
        font.setFamilies({m_codeFamily});
        font.setFixedPitch(true);
        font.setStyleHint(QFont::Monospace);
        font.setPixelSize(m_basePixels - 1);
        break;
    }
    return font;
}

QIcon Theme::icon(QStringView name, const QColor &colour) const
{
    return QIcon(new SymbolicIconEngine(u":/icons/%1.svg"_s.arg(name), colour));
}

void Theme::apply(const app::Preferences &preferences)
{
    m_choice = preferences.theme;
    if (m_choice == app::ThemeChoice::System && !m_system) {
        m_system = std::make_unique<SystemScheme>();
        connect(m_system.get(), &SystemScheme::changed, this, &Theme::restyle);
    }
    m_font = m_systemFont;
    if (!preferences.fontFamily.isEmpty())
        m_font.setFamilies({preferences.fontFamily});
    // Reckoned: to ask for it would load a font that is not used in that size.
    const int systemPixels = m_systemFont.pixelSize() > 0 ? m_systemFont.pixelSize()
                                                          : pixelsOf(m_systemFont.pointSizeF());
    m_basePixels = preferences.fontPointSize > 0 ? pixelsOf(preferences.fontPointSize)
                                                 : std::max(kSmallestSystemPixels, systemPixels);
    m_font.setPixelSize(m_basePixels);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    m_font.setFeature("tnum", 1);
#endif
    restyle();
}

Scheme Theme::chosenScheme() const
{
    switch (m_choice) {
    case app::ThemeChoice::Light:
        return Scheme::Light;
    case app::ThemeChoice::Dark:
        return Scheme::Dark;
    case app::ThemeChoice::HighContrast:
        return Scheme::HighContrast;
    case app::ThemeChoice::System:
        break;
    }
    return m_system && m_system->isDark() ? Scheme::Dark : Scheme::Light;
}

void Theme::restyle()
{
    m_scheme = chosenScheme();
    if (!m_style) {
        auto *style = new Style; // the application takes it
        m_style = style;
        QApplication::setStyle(style);
    }
    m_style->setColours(colours());
    QApplication::setPalette(paletteOf(colours()));
    if (QApplication::font() != m_font)
        QApplication::setFont(m_font);
    QToolTip::setFont(font(TextRole::Small));
    emit changed();
}

} // namespace ui
