// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFontComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace ui {

class SpendingFields;
class TimeoutFields;

/// What the user prefers. Every change holds at once; there is nothing to accept. Shown with open()
/// or show(). The settings outlive it.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    PreferencesDialog(const Theme &theme, app::Settings &settings, QWidget *parent = nullptr);

    void focusTimeouts();
    void focusLanguage();

private:
    void addLook(QFormLayout *form);
    void addFont(QFormLayout *form);
    void addWriting(QFormLayout *form);
    void addSpending(QFormLayout *form);
    void addNetwork(QFormLayout *form);
    void addProxy(QFormLayout *form);
    void showPreferences();
    void take();

    const Theme &m_theme;
    app::Settings &m_settings;
    bool m_showing = false;
    QComboBox *m_themeChoice = nullptr;
    QCheckBox *m_ownFont = nullptr;
    QFontComboBox *m_font = nullptr;
    QSpinBox *m_fontSize = nullptr;
    QSpinBox *m_zoom = nullptr;
    QComboBox *m_sendKey = nullptr;
    QComboBox *m_imageSide = nullptr;
    QCheckBox *m_keepRaw = nullptr;
    QComboBox *m_language = nullptr;
    SpendingFields *m_spending = nullptr;
    TimeoutFields *m_timeouts = nullptr;
    QComboBox *m_proxy = nullptr;
    QWidget *m_proxyServer = nullptr;
    QLineEdit *m_proxyHost = nullptr;
    QSpinBox *m_proxyPort = nullptr;
};

} // namespace ui
