// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/tool_source.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QHash>

class QBoxLayout;
class QListWidget;
class QStackedWidget;

namespace app {
class ToolHost;
struct Services;
} // namespace app

namespace ui {

class Toast;
class ToolSourcePage;

/// The tools that lanes may choose from: adds, changes, starts and removes their sources, and shows
/// all that was decided about their calls in one list. No program is kept before the user has seen
/// whole what will be run. What was typed and not saved stays while the window is open, and is
/// asked about when it closes. Shown with open() or show(). What is given outlives it.
class ToolsDialog : public QDialog
{
    Q_OBJECT
public:
    ToolsDialog(const Theme &theme, app::Services &services, QWidget *parent = nullptr);
    ~ToolsDialog() override;

    /// Asks first where something is not saved.
    void reject() override;

private:
    void addList(QBoxLayout *layout);
    void addPages(QBoxLayout *layout);
    void bindPage();
    void fillList();
    void addRow(const app::ToolSource &source, const QString &what);
    void select(const QString &source);
    void showSelected();
    void showPage(const app::ToolSource &saved);
    void keepDraft();
    void addSource(app::ToolSourceKind kind);
    void save(const app::ToolSource &source);
    void confirm(const app::ToolSource &source);
    void store(const app::ToolSource &source);
    void remove(const QString &source);
    void keepKey(const QUrl &url, const QString &key);
    void forgetKey(const QUrl &url);
    void restartHost();
    void showLog(const QString &source);
    void refreshHost(const QString &source);
    [[nodiscard]] app::ToolHost *host(const QString &source) const;
    [[nodiscard]] app::ToolPolicy policyOf(const QString &source) const;

    const Theme &m_theme;
    app::Services &m_services;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_pages = nullptr;
    ToolSourcePage *m_page = nullptr;
    QHash<QString, app::ToolSource> m_drafts; ///< typed and not saved, by the id of their source
    Toast *m_toast;
};

} // namespace ui
