// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/lane_set_folder.h"

#include <QObject>

class QMenu;

namespace app {
struct Services;
}

namespace ui {

/// The saved sets of lanes: opens one, saves the shown lanes as one, deletes one. Made by the
/// window, which begins a conversation with the lanes that were opened.
class LaneSetMenu : public QObject
{
    Q_OBJECT
public:
    /// Dialogs are children of `window`.
    LaneSetMenu(app::Services &services, QWidget *window);

    /// `shown` is what would be saved.
    void popUp(const QWidget *anchor, const QList<app::Lane> &shown);
    /// A set by its name, or by the path of a file; opened() or failed() follows at once. It is
    /// remembered as the last one.
    void open(const QString &nameOrFile);
    /// In place of a set with that name.
    void save(const QString &name, const QList<app::Lane> &lanes);

signals:
    void opened(const QList<app::Lane> &lanes);
    void failed(const QString &sentence);
    void saved(const QString &sentence);

private:
    void fill(QMenu &menu, const QList<app::Lane> &shown);
    void addSets(QMenu &menu);
    void askForFile();
    void askForName(const QList<app::Lane> &lanes);
    void askBeforeReplacing(const QString &name, const QList<app::Lane> &lanes);
    void remove(const QString &name);

    app::Services &m_services;
    QWidget *m_window;
    app::LaneSetFolder m_folder;
};

} // namespace ui
