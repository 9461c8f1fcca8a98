// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class LimitFields;
class ThemedLabel;
class TimeoutFields;

/// What few people need of a provider: dialect, extra headers, fields to drop, the name of the
/// reasoning field, its own limits and timeouts.
class ProviderAdvanced : public QWidget
{
    Q_OBJECT
public:
    explicit ProviderAdvanced(const Theme &theme, QWidget *parent = nullptr);

    void setProvider(const app::Provider &provider); ///< emits nothing
    void focusTimeouts();
    /// Writes its fields into `provider`.
    void applyTo(app::Provider &provider) const;

    /// "Name: value" lines; lines that are none are left out and counted in `ignored`.
    [[nodiscard]] static QList<std::pair<QString, QString>> headersOf(const QString &text,
                                                                      int *ignored = nullptr);

signals:
    void edited();

private:
    void addDialect();
    void addHeaders(const Theme &theme);
    void addFields();
    void addLimits(const Theme &theme);
    void addTimeouts();
    void showUsualLimits();
    void tell();

    app::Provider m_shown; ///< with what is not on this page, which limits depend on
    bool m_showing = false;
    QComboBox *m_dialect = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    ThemedLabel *m_headersProblem = nullptr;
    QLineEdit *m_dropFields = nullptr;
    QLineEdit *m_reasoningField = nullptr;
    QCheckBox *m_ownLimits = nullptr;
    ThemedLabel *m_usualLimits = nullptr; ///< what holds without own ones
    LimitFields *m_limits = nullptr;
    QCheckBox *m_ownTimeouts = nullptr;
    TimeoutFields *m_timeouts = nullptr;
};

} // namespace ui
