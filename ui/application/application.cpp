// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/application.h"

#include "app/base/end_signals.h"
#include "app/base/quiet_decoders.h"
#include "app/base/when_done.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/chats.h"
#include "app/chat/key_lookup.h"
#include "app/settings/environment_keys.h"
#include "app/settings/keychain_secret_store.h"
#include "app/settings/settings.h"
#include "ui/application/given_key_store.h"
#include "ui/application/screenshot.h"
#include "ui/application/self_test.h"
#include "ui/application/single_instance.h"
#include "ui/main_window.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/preferences/providers_dialog.h"
#include "ui/viewer/image_viewer.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QProcessEnvironment>
#include <QTextStream>

#include <csignal>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

void print(const QString &text, bool isError)
{
    QTextStream(isError ? stderr : stdout) << text;
}

/// DIPTYCH_API_KEY belongs to the origin that this very call names, and to no other.
std::unique_ptr<app::SecretStore> secretsFor(const LaunchOptions &options)
{
    auto keys = std::make_unique<app::KeychainSecretStore>();
    const QString origin = app::origin(options.baseUrl);
    const auto given =
        app::environmentKey(QProcessEnvironment::systemEnvironment(), origin, origin);
    if (!given)
        return keys;
    return std::make_unique<GivenKeyStore>(std::move(keys), origin, given->key);
}

} // namespace

Application::Application(LaunchOptions options)
    : m_options(std::move(options)), m_reversed(QGuiApplication::isRightToLeft())
{
}

Application::~Application() = default;

int Application::run()
{
    if (m_options.task == LaunchOptions::Task::Print) {
        print(m_options.text, m_options.exitCode != 0);
        return m_options.exitCode;
    }
    if (m_options.task == LaunchOptions::Task::SelfTest) {
        SelfTest test;
        connect(&test, &SelfTest::finished, this,
                [](bool passed) { QCoreApplication::exit(passed ? 0 : 1); });
        test.start();
        return QCoreApplication::exec();
    }
    QLoggingCategory::setFilterRules(app::kQuietDecoders);
    m_instance = std::make_unique<SingleInstance>(m_options.paths().data);
    if (m_options.mayBeHandedOver() && m_instance->handOver(m_options.toMessage()))
        return 0;
    open();
    return QCoreApplication::exec();
}

void Application::open()
{
    m_services = std::make_unique<app::Services>(
        app::Services::Options{.paths = m_options.paths(), .secrets = secretsFor(m_options)});
    const app::Preferences &preferences = m_services->settings->preferences();
    installTranslations(preferences.language);
    m_theme = std::make_unique<Theme>();
    m_theme->apply(preferences);
    connect(m_services->settings.get(), &app::Settings::preferencesChanged, this,
            &Application::takePreferences);

    m_window = makeWindow();
    m_window->show();
    // All of this may wait until there is something to see.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_window->setWindowIcon(QIcon(u":/icons/diptych.svg"_s));
            m_window->load();
            carryOut(m_options);
            if (m_options.task == LaunchOptions::Task::Screenshot)
                takePicture();
        },
        Qt::QueuedConnection);
    if (!m_options.mayBeHandedOver())
        return;
    m_endSignals.reset(new app::EndSignals{SIGINT, SIGTERM, SIGHUP});
    connect(m_endSignals.get(), &app::EndSignals::arrived, this, [this] { m_window->endNow(); });
    connect(m_instance.get(), &SingleInstance::messageArrived, this,
            [this](const QByteArray &message) {
                m_window->bringUp();
                carryOut(LaunchOptions::fromMessage(message));
            });
    m_instance->listen();
}

std::unique_ptr<MainWindow> Application::makeWindow()
{
    auto window = std::make_unique<MainWindow>(ViewContext{*m_theme, *m_services, m_frames});
    connect(window.get(), &MainWindow::closed, this, [] { QCoreApplication::quit(); });
    connect(window.get(), &MainWindow::providersRequested, this, &Application::showProviders);
    connect(window.get(), &MainWindow::preferencesRequested, this, &Application::showPreferences);
    connect(window.get(), &MainWindow::timeoutsRequested, this, &Application::showTimeouts);
    connect(window.get(), &MainWindow::imageActivated, this, &Application::showImage);
    return window;
}

/// A window is made in one language and keeps it: another language is another window. Everything
/// that lasts (replies, drafts) is not the window's.
void Application::changeLanguage()
{
    const QString language = m_services->settings->preferences().language;
    if (language == m_language)
        return;
    const bool choosing = m_preferences && m_preferences->isVisible();
    installTranslations(language);
    auto window = makeWindow();
    window->setWindowIcon(m_window->windowIcon());
    window->takeOver(*m_window);
    window->show();
    m_window = std::move(window);
    if (!choosing)
        return;
    showPreferences();
    m_preferences->focusLanguage();
}

void Application::installTranslations(const QString &language)
{
    m_language = language;
    const QLocale system = QLocale::system();
    const QLocale chosen = language.isEmpty() ? system : QLocale(language);
    // Dates and numbers as the user has them everywhere, as long as the language is the same.
    const QLocale locale = chosen.language() == system.language() ? system : chosen;
    QLocale::setDefault(locale);
    m_services->demoLanguage = locale.language();
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    // The English catalogue has the plurals that the sources write as "%n tokens".
    if (m_translator.load(locale, u"diptych"_s, u"_"_s, u":/i18n"_s)
        || m_translator.load(u":/i18n/diptych_en.qm"_s))
        QCoreApplication::installTranslator(&m_translator);
    // Qt's own words: buttons of dialogs, names of keys.
    if (m_qtTranslator.load(locale, u"qtbase"_s, u"_"_s,
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
    const bool rightToLeft = (locale.textDirection() == Qt::RightToLeft) != m_reversed;
    QGuiApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
}

void Application::takePreferences()
{
    m_theme->apply(m_services->settings->preferences());
    // Later: the dialog that the change was made in dies with its window.
    if (m_services->settings->preferences().language != m_language)
        QMetaObject::invokeMethod(this, &Application::changeLanguage, Qt::QueuedConnection);
}

void Application::carryOut(const LaunchOptions &options)
{
    if (!options.set.isEmpty()) {
        if (m_window->startSet(options.set))
            ask(options);
        return;
    }
    if (options.ask.isEmpty() && options.images.isEmpty() && options.model.isEmpty()
        && options.baseUrl.isEmpty())
        return;
    if (options.baseUrl.isEmpty()) {
        m_window->startConversation({}, options.model);
        ask(options);
        return;
    }
    askAt(providerAt(options.baseUrl), options);
}

void Application::ask(const LaunchOptions &options)
{
    if (!options.ask.isEmpty() || !options.images.isEmpty())
        m_window->ask(options.ask, options.images);
}

void Application::askAt(const app::Provider &provider, const LaunchOptions &options)
{
    const auto start = [this, provider, options](const QString &model) {
        m_window->startConversation(provider.id, model);
        ask(options);
    };
    if (!options.model.isEmpty())
        return start(options.model);
    // Without a model the server's first one is as good a guess as there is.
    ++m_pending;
    app::findKey(
        *m_services->secrets, provider.baseUrl, this, [this, provider, start](const QString &key) {
            app::whenDone(m_services->catalogue->refresh(provider, key), this,
                          [this, start](const app::Result<QList<app::ModelInfo>> &list) {
                              --m_pending;
                              start(list && !list->isEmpty() ? list->first().id : QString());
                          });
        });
}

app::Provider Application::providerAt(const QUrl &baseUrl)
{
    for (const app::Provider &provider : m_services->providers()) {
        if (provider.baseUrl == baseUrl)
            return provider;
    }
    app::Provider provider;
    provider.id = u"url-"_s + baseUrl.toString(QUrl::FullyEncoded);
    provider.name = baseUrl.authority();
    provider.baseUrl = baseUrl;
    provider.dialect = app::guessDialect(baseUrl);
    m_services->settings->saveProvider(provider);
    return provider;
}

void Application::takePicture()
{
    auto *screenshot = new Screenshot(*m_window, m_options.screenshot, this);
    screenshot->setBusy([this] {
        return m_pending > 0 || !m_window->isLoaded() || m_window->isPreparing()
               || m_services->chats->isBusy();
    });
    connect(screenshot, &Screenshot::finished, this, [this](bool written) {
        if (!written)
            print(tr("The picture could not be written to %1.").arg(m_options.screenshot) + u'\n',
                  true);
        QCoreApplication::exit(written ? 0 : 1);
    });
    screenshot->start();
}

void Application::showProviders(const QString &providerId)
{
    if (!m_providers) {
        m_providers = new ProvidersDialog(*m_theme, *m_services->settings, *m_services->secrets,
                                          *m_services->http, *m_services->balances, m_window.get());
        m_providers->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_providers, &ProvidersDialog::connected, m_window.get(),
                &MainWindow::refreshModels);
    }
    m_providers->showProvider(providerId);
    m_providers->open();
}

void Application::showPreferences()
{
    if (!m_preferences) {
        m_preferences = new PreferencesDialog(*m_theme, *m_services->settings, m_window.get());
        m_preferences->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_preferences->open();
}

/// Where the waits are set that hold for this provider.
void Application::showTimeouts(const QString &providerId)
{
    const auto provider = m_services->settings->provider(providerId);
    if (provider && provider->timeouts != app::Timeouts()) {
        showProviders(providerId);
        m_providers->showTimeouts(providerId);
        return;
    }
    showPreferences();
    m_preferences->focusTimeouts();
}

void Application::showImage(const ActivatedImage &image)
{
    auto *viewer = new ImageViewer(
        *m_theme,
        [&store = *m_services->store](const QByteArray &sha256) { return store.blob(sha256); },
        image, m_window.get());
    viewer->show();
}

} // namespace ui
