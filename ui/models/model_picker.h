// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"
#include "ui/models/model_list.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLineEdit;
class QListView;
class QVBoxLayout;

namespace app {
class Catalogue;
}

namespace ui {

class FlatButton;
class ModelDelegate;
class ModelDetails;
class ModelFilterBar;

/// Chooses provider and model, in a popup below whatever asked; beside the list stands what is
/// known of the model that is looked at. It shows what the catalogue knows at once; asking for
/// newer lists is its owner's part (refreshRequested), as is keeping what the user says. Typing
/// searches any part of a row; a typed id is always accepted. Filters stay for the next time. Up,
/// Down, Page Up, Page Down, Return, Escape; Ctrl+S makes a favourite.
class ModelPicker : public QFrame
{
    Q_OBJECT
public:
    using ModelRefs = QList<std::pair<QString, QString>>; ///< provider id, model

    ModelPicker(const Theme &theme, const app::Catalogue &catalogue, QWidget *parent = nullptr);

    /// In the order of the groups.
    void setProviders(const QList<app::Provider> &providers);
    /// `why`: of Failed, a sentence.
    void setListState(const QString &providerId, ListState state, const QString &why = {});
    /// What stands on top.
    void setPinned(const ModelRefs &favourites, const ModelRefs &recent);
    /// The one in use gets a tick and is shown first.
    void setCurrent(const QString &providerId, const QString &modelId);

    /// Shows it below the widget, or above where there is no room; asks for refreshed lists.
    void popUp(const QWidget *anchor);

signals:
    void chosen(const QString &providerId, const QString &modelId);
    void refreshRequested();
    void providersRequested(); ///< to add or change a provider
    void favouriteToggled(const QString &providerId, const QString &modelId);
    /// The user says what a model can do; nothing: back to what is known.
    void abilitySaid(const QString &providerId, const QString &modelId,
                     ui::ModelFilter::AbilityField ability, std::optional<app::Ability> value);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addSearch(QVBoxLayout *lines);
    void addList(QHBoxLayout *parts);
    void addDetails(QHBoxLayout *parts);
    void showParts();
    void readCatalogue();
    void readModels(const QString &providerId);
    void readPinned();
    void search(const QString &text);
    void select(int row);
    void selectAgain(const QString &providerId, const QString &modelId);
    void showDetails();
    void moveSelection(int step);
    void choose(int row);
    void toggleFavourite(int row);
    [[nodiscard]] bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool takeListEvent(QEvent *event);
    [[nodiscard]] int selectedRow() const;
    [[nodiscard]] QRect placeFor(const QWidget *anchor) const;

    const Theme &m_theme;
    const app::Catalogue &m_catalogue;
    ModelList m_list;
    ModelDelegate *m_delegate = nullptr;
    QLineEdit *m_search = nullptr;
    FlatButton *m_about = nullptr; ///< shows the details, where there is little room
    ModelFilterBar *m_filters = nullptr;
    QListView *m_view = nullptr;
    QWidget *m_edge = nullptr; ///< between list and details
    ModelDetails *m_details = nullptr;
    ModelRefs m_favourites;
    ModelRefs m_recent;
    QSet<QString> m_stale; ///< providers whose models changed while nobody looked
    QTimer m_rest; ///< until the row under the pointer is the one that is looked at
    bool m_isNarrow = false;
    /// The model in use was not listed when the picker opened, and nothing was moved since: it is
    /// gone to when its list comes.
    bool m_awaitsCurrent = false;
    QString m_currentProvider;
    QString m_currentModel;
};

} // namespace ui
