// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/tool_source.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace app {
class ToolHost;
struct Services;
} // namespace app

namespace ui {

class Toast;
class ToolSourcePage;

/// The tools that lanes may choose from: adds, changes, starts and removes their sources, and shows
/// all that was decided about their calls in one list. No program is kept before the user has seen
/// whole what will be run. Shown with open() or show(). What is given outlives it.
class ToolsDialog : public QDialog
{
    Q_OBJECT
public:
    ToolsDialog(const Theme &theme, app::Services &services, QWidget *parent = nullptr);
    ~ToolsDialog() override;

private:
    void addList(QLayout *layout);
    void addPages(QLayout *layout);
    [[nodiscard]] QWidget *makeRulesPage();
    void bindPage();
    void fillList();
    void fillRules();
    void select(const QString &source);
    void showSelected();
    void addSource(app::ToolSourceKind kind);
    void save(const app::ToolSource &source);
    void confirm(const app::ToolSource &source);
    void keepConfirmed(const app::ToolSource &source);
    void store(const app::ToolSource &source);
    void remove(const QString &source);
    void keepKey(const QString &key);
    void revoke();
    void showLog(const QString &source);
    void refreshHost(const QString &source);
    [[nodiscard]] app::ToolHost *host(const QString &source) const;

    const Theme &m_theme;
    app::Services &m_services;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_pages = nullptr;
    ToolSourcePage *m_page = nullptr;
    QTreeWidget *m_rules = nullptr;
    QPushButton *m_revoke = nullptr;
    Toast *m_toast;
};

} // namespace ui
