// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "ui/launch_options.h"
#include "ui/theme/theme.h"
#include "ui/transcript/activated_image.h"
#include "ui/transcript/frame_clock.h"

#include <QObject>
#include <QPointer>
#include <QTranslator>

#include <memory>

namespace app {
class EndSignals;
}

namespace ui {

class MainWindow;
class PreferencesDialog;
class ProvidersDialog;
class SingleInstance;

/// The composition root: makes the services, the theme and the window in this order, and lets go of
/// them in the reverse one. One per process; the QApplication exists already.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(LaunchOptions options);
    ~Application() override;

    /// Until the window is closed; the exit code of the process.
    [[nodiscard]] int run();

private:
    void installTranslations(const QString &language);
    void open();
    [[nodiscard]] std::unique_ptr<MainWindow> makeWindow();
    void changeLanguage();
    void takePreferences();
    void carryOut(const LaunchOptions &options);
    void ask(const LaunchOptions &options);
    void askAt(const app::Provider &provider, const LaunchOptions &options);
    [[nodiscard]] app::Provider providerAt(const QUrl &baseUrl);
    void takePicture();
    void showProviders(const QString &providerId);
    void showPreferences();
    void showTimeouts(const QString &providerId);
    void showImage(const ActivatedImage &image);

    const LaunchOptions m_options;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<app::Services> m_services;
    const bool m_reversed; ///< asked for on the command line, for every language
    QString m_language; ///< of the window, as in the preferences
    QTranslator m_translator;
    QTranslator m_qtTranslator;
    std::unique_ptr<Theme> m_theme;
    FrameClock m_frames;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<app::EndSignals> m_endSignals;
    QPointer<ProvidersDialog> m_providers; ///< children of the window, while they are open
    QPointer<PreferencesDialog> m_preferences;
    int m_pending = 0; ///< what has been asked for and has not reached a chat yet
};

} // namespace ui
