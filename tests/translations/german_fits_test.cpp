// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/catalogue/balances.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/chats.h"
#include "app/library/library.h"
#include "app/library/presets.h"
#include "app/library/prompts.h"
#include "app/net/http_client.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "tests/translations/catalogue_file.h"
#include "ui/main_window.h"
#include "ui/models/model_picker.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/parameters/schema_dialog.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/preferences/providers_dialog.h"
#include "ui/presets/presets_window.h"
#include "ui/presets/save_preset_dialog.h"
#include "ui/prompts/prompt_editor.h"
#include "ui/prompts/prompts_window.h"
#include "ui/sweeps/axis_editor.h"
#include "ui/sweeps/sweep_dialog.h"
#include "ui/transcript/frame_clock.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

/// All that is said in German, so that names of models and conversations, which may be elided, are
/// told apart from words of ours, which may not.
QSet<QString> germanWords()
{
    QSet<QString> words;
    const auto messages =
        tests::readCatalogue(QStringLiteral(DIPTYCH_SOURCE_DIR "/translations/diptych_de.ts"));
    for (const auto &message : messages) {
        for (const QString &translation : message.translations)
            words.insert(translation);
    }
    return words;
}

QString described(const QWidget *widget, const QString &text)
{
    return u"%1 “%2”: %3×%4, needs %5×%6"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()), text)
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->sizeHint().width())
        .arg(widget->sizeHint().height());
}

bool fits(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    if (label && label->wordWrap())
        return label->heightForWidth(label->width()) <= label->height();
    // A button may be narrower than it would like to be, as long as its text is whole.
    const QSize needed = qobject_cast<const QAbstractButton *>(widget) ? widget->minimumSizeHint()
                                                                       : widget->sizeHint();
    return needed.width() <= widget->width();
}

} // namespace

class GermanFitsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void parameterPanel();
    void providersDialog();
    void preferencesDialog();
    void schemaDialog();
    void modelPicker();
    void sweepDialog();
    void promptsAndPresets();
    void mainWindow_data();
    void mainWindow();

private:
    void check(QWidget &window);

    QTranslator m_translator;
    QSet<QString> m_words;
    ui::Theme m_theme;
    QTemporaryDir m_profile;
    std::unique_ptr<app::Settings> m_settings;
    app::MemorySecretStore m_secrets;
    app::HttpClient m_http;
    app::SystemClock m_clock;
    app::Balances m_balances{m_http, m_clock};
};

void GermanFitsTest::initTestCase()
{
    QVERIFY(m_translator.load(u":/i18n/diptych_de.qm"_s));
    QCoreApplication::installTranslator(&m_translator);
    QLocale::setDefault(QLocale(u"de_DE"_s));
    m_words = germanWords();
    QVERIFY(m_words.contains(u"Gespräche"_s));
    const auto paths = app::Paths::inFolder(m_profile.path());
    QVERIFY(paths.create());
    m_settings = std::make_unique<app::Settings>(paths);
    m_settings->saveProvider(app::deepInfraProvider());
    m_theme.apply(m_settings->preferences());
}

void GermanFitsTest::check(QWidget &window)
{
    window.show();
    QTest::qWait(1); // what is laid out behind
    int checked = 0;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        QString text;
        if (const auto *label = qobject_cast<QLabel *>(widget))
            text = label->text();
        else if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            text = button->text();
        if (!widget->isVisible() || !m_words.contains(text))
            continue;
        ++checked;
        QVERIFY2(fits(widget), qPrintable(described(widget, text)));
    }
    const auto fields = window.findChildren<QLineEdit *>();
    for (const QLineEdit *field : fields) {
        const int text = field->fontMetrics().horizontalAdvance(field->placeholderText());
        if (field->isVisible())
            QVERIFY2(text <= field->width(),
                     qPrintable(described(field, field->placeholderText())));
    }
    QVERIFY(checked > 3);
}

void GermanFitsTest::parameterPanel()
{
    ui::ParameterPanel panel(m_theme);
    app::Provider openAi;
    openAi.id = u"openai"_s;
    openAi.name = u"OpenAI"_s;
    openAi.dialect = app::Dialect::OpenAi;
    panel.setProviders({openAi});
    app::Lane lane;
    lane.id = app::LaneId(1);
    lane.providerId = openAi.id;
    lane.parameters.set(u"top_k", 40);
    lane.parameters.set(u"reasoning_effort", u"xhigh"_s);
    panel.setLanes({lane}, lane.id);
    panel.resize(ui::metrics::kParametersWidth, 900);
    const auto buttons = panel.findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->text().startsWith(u"Mehr, "_s))
            button->click();
    }
    check(panel);
}

void GermanFitsTest::providersDialog()
{
    ui::ProvidersDialog dialog(m_theme, *m_settings, m_secrets, m_http, m_balances);
    const auto buttons = dialog.findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->text() == u"Erweitert"_s)
            button->click();
    }
    dialog.resize(dialog.minimumSize());
    check(dialog);
    m_settings->removeProvider(app::deepInfraProvider().id);
    ui::ProvidersDialog empty(m_theme, *m_settings, m_secrets, m_http, m_balances);
    check(empty);
}

void GermanFitsTest::preferencesDialog()
{
    ui::PreferencesDialog dialog(m_theme, *m_settings);
    check(dialog);
}

void GermanFitsTest::schemaDialog()
{
    ui::SchemaDialog dialog(m_theme);
    check(dialog);
}

void GermanFitsTest::modelPicker()
{
    app::Catalogue catalogue(m_http, app::Paths::inFolder(m_profile.path()));
    ui::ModelPicker picker(m_theme, catalogue);
    picker.setProviders({app::deepInfraProvider()});
    QWidget anchor;
    anchor.show();
    picker.popUp(&anchor);
    const auto *filter = picker.findChild<QLineEdit *>();
    QVERIFY(filter->fontMetrics().horizontalAdvance(filter->placeholderText()) < filter->width());
}

void GermanFitsTest::sweepDialog()
{
    const QTemporaryDir profile;
    app::Services services({.paths = app::Paths::inFolder(profile.path()),
                            .secrets = std::make_unique<app::MemorySecretStore>(),
                            .clock = nullptr});
    ui::FrameClock frames;
    app::Lane lane;
    lane.id = app::LaneId::next();
    lane.providerId = app::demoProvider().id;
    lane.model = app::demoModel();
    const app::ChatPtr chat = services.chats->chat(services.library->create({lane}));
    ui::SweepDialog dialog({m_theme, services, frames}, chat, lane.id, {u"?"_s, {}});
    check(dialog);
    dialog.second().choose(u"model"_s);
    check(dialog);
}

void GermanFitsTest::promptsAndPresets()
{
    const QTemporaryDir profile;
    app::Services services({.paths = app::Paths::inFolder(profile.path()),
                            .secrets = std::make_unique<app::MemorySecretStore>(),
                            .clock = nullptr});
    services.demoLanguage = QLocale::German;
    ui::PromptsWindow prompts(m_theme, *services.prompts, nullptr);
    prompts.show();
    const auto isFilled = [&] {
        const auto *name = prompts.findChild<ui::PromptEditor *>();
        return name->isVisible();
    };
    QTRY_VERIFY(isFilled());
    check(prompts);
    app::Lane lane;
    lane.providerId = app::demoProvider().id;
    lane.model = u"deepseek-ai/DeepSeek-V3.2"_s;
    lane.systemPrompt = u"?"_s;
    app::Preset preset = app::presetOf(u"Genau"_s, lane, {.withSystemPrompt = true}, {});
    preset.parameters.set(u"of_the_future", 1);
    services.presets->save(preset);
    ui::PresetsWindow presets(m_theme, services, lane, 2, nullptr);
    check(presets);
    ui::SavePresetDialog saving(m_theme, *services.presets, lane, nullptr);
    check(saving);
}

void GermanFitsTest::mainWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("the narrowest") << QSize(720, 560);
    QTest::newRow("half a screen") << QSize(960, 700);
    QTest::newRow("usual") << QSize(1480, 920);
}

void GermanFitsTest::mainWindow()
{
    QFETCH(QSize, size);
    const QTemporaryDir profile;
    const auto paths = app::Paths::inFolder(profile.path());
    QVERIFY(paths.create());
    app::Services services(
        {.paths = paths, .secrets = std::make_unique<app::MemorySecretStore>(), .clock = nullptr});
    ui::FrameClock frames;
    ui::MainWindow window({m_theme, services, frames});
    window.resize(size);
    window.show();
    window.load();
    QTRY_VERIFY(window.isLoaded());
    check(window);
    QCOMPARE(window.size(), size); // nothing forces it wider
}

QTEST_MAIN(GermanFitsTest)
#include "german_fits_test.moc"
