// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

#include <QDialog>

class QDoubleSpinBox;
class QRadioButton;

namespace ui {

class Theme;
class ThemedLabel;
struct ViewContext;

/// What one conversation may cost: a ceiling of its own, or the one of the preferences. Changes
/// nothing itself.
class CeilingDialog : public QDialog
{
    Q_OBJECT
public:
    /// `usualUsd`: of the preferences. `spentUsd`: nothing where it is not known.
    CeilingDialog(const Theme &theme, const app::ConversationSummary &conversation,
                  std::optional<double> usualUsd, std::optional<double> spentUsd,
                  QWidget *parent = nullptr);
    ~CeilingDialog() override;

    /// Opens one for a conversation of the library, and has the library keep what is chosen.
    /// `shown` is the one in the window: what that one has cost is known.
    static void ask(const ViewContext &context, const app::Conversation &shown,
                    app::ConversationId id, QWidget *parent);

signals:
    /// Accepted; nothing: that of the preferences.
    void chosen(std::optional<double> ceilingUsd);

private:
    [[nodiscard]] static QString aboutText(const app::ConversationSummary &conversation,
                                           std::optional<double> spentUsd);
    void build();
    [[nodiscard]] std::optional<double> ceiling() const;

    ThemedLabel *m_about;
    QRadioButton *m_usual;
    QRadioButton *m_own;
    QDoubleSpinBox *m_amount;
};

} // namespace ui
