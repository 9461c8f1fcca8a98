// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lane_set_menu.h"

#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/wording/error_wording.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestSetName = 60;

/// In a menu an ampersand marks a key.
QString menuLabel(const QString &name)
{
    return shortened(name, kLongestSetName).replace(u'&', u"&&"_s);
}

} // namespace

LaneSetMenu::LaneSetMenu(app::Services &services, QWidget *window)
    : QObject(window), m_services(services), m_window(window), m_folder(services.paths)
{
}

void LaneSetMenu::popUp(const QWidget *anchor, const QList<app::Lane> &shown)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu, shown);
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void LaneSetMenu::fill(QMenu &menu, const QList<app::Lane> &shown)
{
    addSets(menu);
    if (!menu.isEmpty())
        menu.addSeparator();
    const QAction *saving = menu.addAction(tr("Save these lanes as a set…"));
    connect(saving, &QAction::triggered, this, [this, shown] { askForName(shown); });
    const QAction *file = menu.addAction(tr("Open a set from a file…"));
    connect(file, &QAction::triggered, this, &LaneSetMenu::askForFile);
    const QStringList names = m_folder.names();
    if (names.isEmpty())
        return;
    QMenu *removal = menu.addMenu(tr("Delete a set"));
    for (const QString &name : names) {
        connect(removal->addAction(menuLabel(name)), &QAction::triggered, this,
                [this, name] { remove(name); });
    }
}

void LaneSetMenu::addSets(QMenu &menu)
{
    const QString last = m_services.settings->preferences().lastSet;
    for (const QString &name : m_folder.names()) {
        QAction *entry = menu.addAction(menuLabel(name));
        entry->setCheckable(true);
        entry->setChecked(name == last);
        connect(entry, &QAction::triggered, this, [this, name] { open(name); });
    }
}

void LaneSetMenu::open(const QString &nameOrFile)
{
    const auto set = m_folder.load(nameOrFile);
    if (!set) {
        const QString why = shortened(set.error().message);
        emit failed(tr("The set “%1” cannot be opened: %2")
                        .arg(shortened(nameOrFile, kLongestSetName), why));
        return;
    }
    app::Preferences preferences = m_services.settings->preferences();
    preferences.lastSet = nameOrFile;
    m_services.settings->setPreferences(preferences);
    emit opened(app::lanesOf(*set, m_services.providers()));
}

void LaneSetMenu::askForFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a set of lanes"), {},
                                   tr("Sets of lanes (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LaneSetMenu::open);
    dialog->open();
}

void LaneSetMenu::askForName(const QList<app::Lane> &lanes)
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save these lanes as a set"));
    dialog->setLabelText(tr("Models, parameters and system prompts are saved. Name of the set:"));
    QStringList models;
    for (const app::Lane &lane : lanes)
        models.append(lane.model.section(u'/', -1));
    dialog->setTextValue(shortened(models.join(u" + "_s), kLongestSetName));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, lanes](const QString &typed) {
        const QString name = typed.simplified();
        if (m_folder.names().contains(name))
            askBeforeReplacing(name, lanes);
        else if (!name.isEmpty())
            save(name, lanes);
    });
    dialog->open();
}

void LaneSetMenu::askBeforeReplacing(const QString &name, const QList<app::Lane> &lanes)
{
    auto *question = new QMessageBox(
        QMessageBox::NoIcon, tr("Diptych"),
        tr("There is a set named “%1”. Replace it?").arg(shortened(name, kLongestSetName)),
        QMessageBox::Cancel, m_window);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *replace =
        question->addButton(tr("Replace it"), QMessageBox::DestructiveRole);
    connect(replace, &QPushButton::clicked, this, [this, name, lanes] { save(name, lanes); });
    question->open();
}

void LaneSetMenu::save(const QString &name, const QList<app::Lane> &lanes)
{
    const auto written = m_folder.save(app::laneSetOf(name, lanes, m_services.providers()));
    const QString shown = shortened(name, kLongestSetName);
    if (written)
        emit saved(tr("Saved the set “%1”.").arg(shown));
    else
        emit failed(
            tr("The set “%1” cannot be saved: %2").arg(shown, shortened(written.error().message)));
}

void LaneSetMenu::remove(const QString &name)
{
    auto *question = new QMessageBox(
        QMessageBox::NoIcon, tr("Diptych"),
        tr("Delete the set “%1”? Its conversations stay.").arg(shortened(name, kLongestSetName)),
        QMessageBox::Cancel, m_window);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *removal = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(removal, &QPushButton::clicked, this, [this, name] {
        if (const auto removed = m_folder.remove(name); !removed)
            emit failed(
                tr("The set “%1” cannot be deleted: %2")
                    .arg(shortened(name, kLongestSetName), shortened(removed.error().message)));
    });
    question->open();
}

} // namespace ui
