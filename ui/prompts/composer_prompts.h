// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/prompts.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QKeyEvent;

namespace ui {

class Composer;
class FlatButton;
class PromptEdit;
class PromptPopup;
class Toast;

/// The prompt library in a composer. A slash that is typed at the start of its text opens the list,
/// what follows filters it; what is chosen takes their place, as one step that can be undone.
/// Nothing is ever sent. A child of the composer; the library outlives it.
class ComposerPrompts : public QObject
{
    Q_OBJECT
public:
    ComposerPrompts(const Theme &theme, app::Prompts &prompts, Composer &composer);

    /// Asks for its variables where it has some, then puts it in the place of the slash, else where
    /// the cursor stands.
    void insert(const app::SavedPrompt &prompt);
    [[nodiscard]] bool isListShown() const;
    /// What is written becomes a prompt, named by its first words, and is shown in the library.
    void saveToLibrary();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addButton(Composer &composer);
    void openMenu();
    void openList();
    void takeChange(int position, int removed, int added);
    void refreshList();
    void closeList();
    /// What stands between the slash and the cursor; nothing where no slash was typed.
    [[nodiscard]] std::optional<QString> typedFilter() const;
    [[nodiscard]] bool takeKey(const QKeyEvent &event);
    void choose(const QString &id);
    void ask(const app::SavedPrompt &prompt);
    void fillIn(const app::SavedPrompt &prompt, const QHash<QString, QString> &values);
    void tell(const QString &sentence);

    const Theme &m_theme;
    app::Prompts &m_prompts;
    Composer &m_composer;
    PromptEdit &m_edit;
    FlatButton *m_button = nullptr;
    QPointer<PromptPopup> m_popup; ///< child of the window, made at its first use
    QPointer<Toast> m_toast; ///< the same
    bool m_isArmed = false; ///< a slash was typed at the start and not waved away
};

} // namespace ui
