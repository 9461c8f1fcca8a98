// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_notices.h"

#include "app/base/when_done.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/widgets/message_bar.h"
#include "ui/wording/error_wording.h"

#include <QCoreApplication>
#include <QDir>

namespace ui {

namespace {

struct StartNotices
{
    Q_DECLARE_TR_FUNCTIONS(ui::StartNotices)
public:
    static QString textOf(const app::Store::Opening &opening);
};

QString StartNotices::textOf(const app::Store::Opening &opening)
{
    if (!opening.setAside.isEmpty()) {
        return tr("The history was damaged. It was set aside as %1, and what could be read is "
                  "here.")
            .arg(QDir::toNativeSeparators(opening.setAside));
    }
    if (opening.newerVersion) {
        return tr("The history was written by a newer version of Diptych. It can be read, and "
                  "nothing new is saved.");
    }
    if (opening.readOnly)
        return tr("The folder of the history cannot be written. Nothing new is saved.");
    return {};
}

} // namespace

void showStartNotices(app::Services &services, MessageBar &bar)
{
    const QString setAside = services.settings->setAside();
    if (!setAside.isEmpty()) {
        bar.showMessage(StartNotices::tr("The settings could not be read. They were set aside as "
                                         "%1.")
                            .arg(QDir::toNativeSeparators(setAside)),
                        MessageBar::Tone::Warning);
    }
    app::whenDone(services.store->opened(), &bar,
                  [&bar](const app::Result<app::Store::Opening> &opening) {
                      if (!opening) {
                          bar.showMessage(errorSentence(opening.error(), {}, {}).text,
                                          MessageBar::Tone::Danger);
                          return;
                      }
                      const QString text = StartNotices::textOf(*opening);
                      if (!text.isEmpty())
                          bar.showMessage(text, MessageBar::Tone::Warning);
                  });
}

} // namespace ui
