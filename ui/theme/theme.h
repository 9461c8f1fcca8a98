// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPointer>

#include <memory>

namespace ui {

class Style;
class SystemScheme;

/// Every colour of the program by its role. No colour is named outside ui/theme.
struct Colours
{
    QColor window; ///< ground of title bar and composer
    QColor panel; ///< sidebar and parameter panel
    QColor transcript; ///< ground of the lanes
    QColor field; ///< ground of inputs
    QColor text;
    QColor secondary;
    QColor faint; ///< the faintest text that must still be read
    QColor hairline;
    QColor accent;
    QColor onAccent; ///< text on accent
    QColor accentGround; ///< a chosen segment, a badge
    QColor codeGround;
    QColor promptGround;
    QColor selectedRow; ///< of the sidebar
    QColor hoveredRow;
    QColor selection; ///< of text
    QColor onSelection;
    QColor hit; ///< of a search; text stands on it
    QColor currentHit;
    QColor onCurrentHit;
    QColor good; ///< a tick, the best of a round
    QColor warning;
    QColor danger;
    QColor dangerGround;
    QColor codeKeyword;
    QColor codeType;
    QColor codeString;
    QColor codeComment;
    QColor codeNumber;
    QColor codeFunction;
    QList<QColor> lanes; ///< by letter, repeating; told apart by colour-blind eyes
    QList<QColor> onLanes; ///< the letter on its badge

    bool operator==(const Colours &) const = default;
};

enum class Scheme { Light, Dark, HighContrast };

[[nodiscard]] const Colours &coloursOf(Scheme scheme);

/// Steps and sizes in device-independent pixels.
namespace metrics {
inline constexpr int kStep1 = 4;
inline constexpr int kStep2 = 8;
inline constexpr int kStep3 = 12;
inline constexpr int kStep4 = 16;
inline constexpr int kStep5 = 24;
inline constexpr int kSmallRadius = 6;
inline constexpr int kRadius = 8;
inline constexpr int kLargeRadius = 10;
inline constexpr int kSidebarWidth = 236;
inline constexpr int kParametersWidth = 284;
inline constexpr int kLaneHeaderHeight = 44;
inline constexpr int kMetricsStripHeight = 28;
inline constexpr int kReadableCharacters = 80; ///< text width of a single lane
inline constexpr double kTranscriptLineHeight = 1.5;
} // namespace metrics

enum class TextRole { Body, Small, Caption, Strong, Title, Code };

/// The look in force. One per application, made by ui::Application, handed down by reference;
/// widgets repaint on changed(). GUI thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] const Colours &colours() const { return coloursOf(m_scheme); }
    /// By the interface's font and size; Code is the fixed-pitch font.
    [[nodiscard]] QFont font(TextRole role) const;
    /// A symbolic icon of resources/icons tinted with `colour`, sharp at every scale.
    [[nodiscard]] QIcon icon(QStringView name, const QColor &colour) const;
    [[nodiscard]] QIcon icon(QStringView name) const { return icon(name, colours().secondary); }

    /// Takes theme, font family and size from the preferences and gives them to the application
    /// (our style over Fusion, palette, font); follows the system's scheme where that is chosen.
    void apply(const app::Preferences &preferences);

signals:
    void changed();

private:
    [[nodiscard]] Scheme chosenScheme() const;
    void restyle();

    const QFont m_systemFont;
    const QString m_codeFamily;
    app::ThemeChoice m_choice = app::ThemeChoice::System;
    Scheme m_scheme = Scheme::Light;
    QFont m_font;
    int m_basePixels = 13;
    std::unique_ptr<SystemScheme> m_system; ///< only while the system's scheme is followed
    QPointer<Style> m_style; ///< the application's
};

} // namespace ui
