// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferences_dialog.h"

#include "ui/preferences/form_page.h"
#include "ui/preferences/spending_fields.h"
#include "ui/preferences/timeout_fields.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontComboBox>
#include <QFontInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kSmallestPoints = 7;
constexpr int kGreatestPoints = 32;
constexpr int kGreatestPort = 65535;
constexpr QSize kDialogSize{520, 600};
constexpr std::array kImageSides{512, 768, 1024, 1536, 2048, 3072, 4096};

template <typename Value>
void choose(QComboBox *box, Value value)
{
    box->setCurrentIndex(std::max(0, box->findData(QVariant::fromValue(value))));
}

template <typename Choice>
Choice chosen(const QComboBox *box)
{
    return Choice(box->currentData().toInt());
}

} // namespace

PreferencesDialog::PreferencesDialog(const Theme &theme, app::Settings &settings, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_settings(settings)
{
    setWindowTitle(tr("Preferences"));
    auto *page = new FormPage(this);
    QFormLayout *form = page->form();
    addLook(form);
    addFont(form);
    form->addRow(new Separator(theme, Qt::Horizontal, page->widget()));
    addWriting(form);
    form->addRow(new Separator(theme, Qt::Horizontal, page->widget()));
    addSpending(form);
    form->addRow(new Separator(theme, Qt::Horizontal, page->widget()));
    addNetwork(form);
    addProxy(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->setContentsMargins(metrics::kStep4, 0, metrics::kStep4, metrics::kStep4);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(page, 1);
    layout->addWidget(buttons);
    resizeWithinScreen(*this, kDialogSize);
    connect(&settings, &app::Settings::preferencesChanged, this,
            &PreferencesDialog::showPreferences);
    showPreferences();
    m_themeChoice->setFocus();
}

void PreferencesDialog::addLook(QFormLayout *form)
{
    m_themeChoice = new QComboBox(this);
    m_themeChoice->addItem(tr("As the system"), int(app::ThemeChoice::System));
    m_themeChoice->addItem(tr("Light"), int(app::ThemeChoice::Light));
    m_themeChoice->addItem(tr("Dark"), int(app::ThemeChoice::Dark));
    m_themeChoice->addItem(tr("High contrast"), int(app::ThemeChoice::HighContrast));
    form->addRow(tr("&Theme"), m_themeChoice);
    connect(m_themeChoice, &QComboBox::currentIndexChanged, this, &PreferencesDialog::take);
    m_language = new QComboBox(this);
    m_language->addItem(tr("As the system"), QString());
    // Each language by its own name, whatever the language of the window.
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    form->addRow(tr("&Language"), m_language);
    connect(m_language, &QComboBox::currentIndexChanged, this, &PreferencesDialog::take);
}

void PreferencesDialog::addFont(QFormLayout *form)
{
    m_ownFont = new QCheckBox(tr("Another &font than the system's"), this);
    form->addRow(QString(), m_ownFont);
    m_font = new QFontComboBox(this);
    m_font->setEditable(false);
    m_font->setMinimumWidth(60);
    m_font->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("F&ont"), m_font);
    m_fontSize = new QSpinBox(this);
    m_fontSize->setRange(kSmallestPoints - 1, kGreatestPoints);
    m_fontSize->setSpecialValueText(tr("As the system"));
    m_fontSize->setSuffix(tr(" pt", "points, a size of type"));
    form->addRow(tr("Text &size"), m_fontSize);
    m_zoom = new QSpinBox(this);
    m_zoom->setRange(50, 300);
    m_zoom->setSingleStep(10);
    m_zoom->setSuffix(tr(" %"));
    form->addRow(tr("&Zoom of the conversation"), m_zoom);
    connect(m_ownFont, &QCheckBox::clicked, this, &PreferencesDialog::take);
    connect(m_font, &QFontComboBox::currentFontChanged, this, &PreferencesDialog::take);
    connect(m_fontSize, &QSpinBox::valueChanged, this, &PreferencesDialog::take);
    connect(m_zoom, &QSpinBox::valueChanged, this, &PreferencesDialog::take);
}

void PreferencesDialog::addWriting(QFormLayout *form)
{
    m_sendKey = new QComboBox(this);
    m_sendKey->addItem(tr("Enter sends, Shift+Enter breaks the line"), int(app::SendKey::Enter));
    m_sendKey->addItem(tr("Ctrl+Enter sends, Enter breaks the line"), int(app::SendKey::CtrlEnter));
    form->addRow(tr("Se&nd key"), m_sendKey);
    connect(m_sendKey, &QComboBox::currentIndexChanged, this, &PreferencesDialog::take);
    m_imageSide = new QComboBox(this);
    for (const int side : kImageSides)
        m_imageSide->addItem(tr("%1 pixels at the longest side").arg(side), side);
    m_imageSide->addItem(tr("As large as they are"), 0);
    m_imageSide->setToolTip(tr("Larger images are scaled down before they are sent. More pixels "
                               "show more, and cost more."));
    form->addRow(tr("&Images are sent with"), m_imageSide);
    connect(m_imageSide, &QComboBox::currentIndexChanged, this, &PreferencesDialog::take);
    m_keepRaw = new QCheckBox(tr("&Keep the raw stream of answers"), this);
    m_keepRaw->setToolTip(
        tr("As it comes from the server, up to 16 MB of each answer. The details of "
           "an answer show it; it goes with its conversation."));
    m_keepRaw->setAccessibleDescription(m_keepRaw->toolTip());
    form->addRow(QString(), m_keepRaw);
    connect(m_keepRaw, &QCheckBox::clicked, this, &PreferencesDialog::take);
}

void PreferencesDialog::addSpending(QFormLayout *form)
{
    auto *label = new ThemedLabel(m_theme, TextRole::Strong, &Colours::text, this);
    label->setText(tr("Spending ceilings"));
    form->addRow(label);
    m_spending = new SpendingFields(form);
    connect(m_spending, &SpendingFields::edited, this, &PreferencesDialog::take);
}

void PreferencesDialog::addNetwork(QFormLayout *form)
{
    auto *label = new ThemedLabel(m_theme, TextRole::Strong, &Colours::text, this);
    label->setText(tr("Longest waits"));
    label->setToolTip(tr("For providers that have no timeouts of their own."));
    form->addRow(label);
    m_timeouts = new TimeoutFields(form);
    connect(m_timeouts, &TimeoutFields::edited, this, &PreferencesDialog::take);
}

void PreferencesDialog::addProxy(QFormLayout *form)
{
    m_proxy = new QComboBox(this);
    m_proxy->addItem(tr("As the system"), int(app::ProxyKind::System));
    m_proxy->addItem(tr("None"), int(app::ProxyKind::None));
    m_proxy->addItem(u"HTTP"_s, int(app::ProxyKind::Http));
    m_proxy->addItem(u"SOCKS 5"_s, int(app::ProxyKind::Socks5));
    form->addRow(tr("&Proxy"), m_proxy);
    m_proxyServer = new QWidget(this);
    auto *line = new QHBoxLayout(m_proxyServer);
    line->setContentsMargins(0, 0, 0, 0);
    m_proxyHost = new QLineEdit(m_proxyServer);
    m_proxyHost->setPlaceholderText(tr("Host"));
    m_proxyHost->setAccessibleName(tr("Host of the proxy"));
    m_proxyPort = new QSpinBox(m_proxyServer);
    m_proxyPort->setRange(0, kGreatestPort);
    m_proxyPort->setSpecialValueText(tr("Port"));
    m_proxyPort->setGroupSeparatorShown(false);
    m_proxyPort->setAccessibleName(tr("Port of the proxy"));
    line->addWidget(m_proxyHost, 1);
    line->addWidget(m_proxyPort);
    form->addRow(QString(), m_proxyServer);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &PreferencesDialog::take);
    connect(m_proxyHost, &QLineEdit::editingFinished, this, &PreferencesDialog::take);
    connect(m_proxyPort, &QSpinBox::valueChanged, this, &PreferencesDialog::take);
}

void PreferencesDialog::focusTimeouts()
{
    m_timeouts->setFocus();
}

void PreferencesDialog::focusLanguage()
{
    m_language->setFocus(Qt::OtherFocusReason);
}

void PreferencesDialog::showPreferences()
{
    const QScopedValueRollback showing(m_showing, true);
    const app::Preferences &preferences = m_settings.preferences();
    choose(m_themeChoice, int(preferences.theme));
    choose(m_language, preferences.language);
    m_ownFont->setChecked(!preferences.fontFamily.isEmpty());
    m_font->setEnabled(m_ownFont->isChecked());
    if (m_ownFont->isChecked())
        m_font->setCurrentFont(QFont(preferences.fontFamily));
    m_fontSize->setValue(preferences.fontPointSize);
    m_zoom->setValue(preferences.textZoomPercent);
    choose(m_sendKey, int(preferences.sendKey));
    if (m_imageSide->findData(preferences.imageLongestSide) < 0) { // written into the file by hand
        m_imageSide->addItem(tr("%1 pixels at the longest side").arg(preferences.imageLongestSide),
                             preferences.imageLongestSide);
    }
    choose(m_imageSide, preferences.imageLongestSide);
    m_keepRaw->setChecked(preferences.keepRawStreams);
    m_spending->setCeilings(preferences.runCeilingUsd, preferences.conversationCeilingUsd);
    m_timeouts->setTimeouts(preferences.timeouts);
    choose(m_proxy, int(preferences.proxyKind));
    m_proxyHost->setText(preferences.proxyHost);
    m_proxyPort->setValue(preferences.proxyPort);
    m_proxyServer->setVisible(preferences.proxyKind == app::ProxyKind::Http
                              || preferences.proxyKind == app::ProxyKind::Socks5);
}

void PreferencesDialog::take()
{
    if (m_showing)
        return;
    app::Preferences preferences = m_settings.preferences();
    preferences.theme = chosen<app::ThemeChoice>(m_themeChoice);
    preferences.language = m_language->currentData().toString();
    preferences.fontFamily =
        m_ownFont->isChecked() ? QFontInfo(m_font->currentFont()).family() : QString();
    preferences.fontPointSize = m_fontSize->value() < kSmallestPoints ? 0 : m_fontSize->value();
    preferences.textZoomPercent = m_zoom->value();
    preferences.sendKey = chosen<app::SendKey>(m_sendKey);
    preferences.imageLongestSide = m_imageSide->currentData().toInt();
    preferences.keepRawStreams = m_keepRaw->isChecked();
    preferences.runCeilingUsd = m_spending->runCeiling();
    preferences.conversationCeilingUsd = m_spending->conversationCeiling();
    preferences.timeouts = m_timeouts->timeouts();
    preferences.proxyKind = chosen<app::ProxyKind>(m_proxy);
    preferences.proxyHost = m_proxyHost->text().trimmed();
    preferences.proxyPort = m_proxyPort->value();
    m_settings.setPreferences(preferences);
}

} // namespace ui
