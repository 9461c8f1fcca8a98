// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"
#include "ui/models/model_list.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace app {
class Catalogue;
}

namespace ui {

class FlatButton;
class ModelDelegate;

/// Chooses provider and model, in a popup below whatever asked. It shows what the catalogue knows
/// at once; asking for newer lists is its owner's part (refreshRequested). Typing filters by any
/// part of a row; a typed id is always accepted. Up, Down, Page Up, Page Down, Return, Escape.
class ModelPicker : public QFrame
{
    Q_OBJECT
public:
    ModelPicker(const Theme &theme, const app::Catalogue &catalogue, QWidget *parent = nullptr);

    /// In the order of the groups.
    void setProviders(const QList<app::Provider> &providers);
    void setListState(const QString &providerId, ListState state);
    /// The one in use gets a tick and is shown first.
    void setCurrent(const QString &providerId, const QString &modelId);

    /// Shows it below the widget, or above where there is no room; asks for refreshed lists.
    void popUp(const QWidget *anchor);

signals:
    void chosen(const QString &providerId, const QString &modelId);
    void refreshRequested();
    void providersRequested(); ///< to add or change a provider

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readCatalogue();
    void filter(const QString &text);
    void select(int row);
    void moveSelection(int step);
    void choose(int row);
    [[nodiscard]] QRect placeFor(const QWidget *anchor) const;

    const Theme &m_theme;
    const app::Catalogue &m_catalogue;
    ModelList m_list;
    ModelDelegate *m_delegate = nullptr;
    QLineEdit *m_filter = nullptr;
    QListView *m_view = nullptr;
    QString m_currentProvider;
    QString m_currentModel;
};

} // namespace ui
