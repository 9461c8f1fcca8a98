// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "ui/export/export_wording.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    explicit Shown(bool hasRound, const ExportDialog::Choice &choice = {})
        : dialog(theme, hasRound, choice)
    {
        theme.apply({});
        dialog.show();
    }

    void click(const QString &text)
    {
        for (auto *button : dialog.findChildren<QAbstractButton *>()) {
            if (button->text().remove(u'&') == text)
                return button->click();
        }
        QFAIL(qPrintable(text));
    }
    [[nodiscard]] bool isEnabled(const QString &text)
    {
        for (const auto *box : dialog.findChildren<QCheckBox *>()) {
            if (box->text().remove(u'&') == text)
                return box->isEnabled();
        }
        return false;
    }

    Theme theme;
    ExportDialog dialog;
};

} // namespace

class ExportDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void asksWhatAndHow()
    {
        Shown f(true);
        QCOMPARE(f.dialog.choice(), ExportDialog::Choice());
        f.click(u"This round"_s);
        f.click(u"Markdown"_s);
        f.click(u"Images"_s);
        f.click(u"Answers that no lane shows"_s);
        QCOMPARE(f.dialog.choice(),
                 (ExportDialog::Choice{true, app::ExportFormat::Markdown, false, true, true}));
    }

    void whatAFormatHasNoPlaceForCannotBeChosen()
    {
        Shown f(true);
        QVERIFY(f.isEnabled(u"Images"_s) && f.isEnabled(u"Records of the runs"_s));
        f.click(u"Numbers (CSV)"_s);
        QVERIFY(!f.isEnabled(u"Images"_s) && !f.isEnabled(u"Records of the runs"_s));
        f.click(u"promptfoo"_s);
        QVERIFY(f.isEnabled(u"Images"_s) && !f.isEnabled(u"Records of the runs"_s));
    }

    void withoutARoundThereIsNothingToChoose()
    {
        Shown f(false, {.isRound = true});
        QVERIFY(!f.dialog.choice().isRound);
        for (const auto *control : f.dialog.findChildren<SegmentedControl *>())
            QCOMPARE(control->isVisible(), control->accessibleName() == u"Format"_s);
    }

    void everyFormatHasWords()
    {
        for (const QString &name : app::exportFormatNames()) {
            const app::ExportFormat format = *app::exportFormatFromName(name);
            QVERIFY(!exportFormatText(format).isEmpty());
            QVERIFY(exportFormatHint(format).endsWith(u'.'));
            QVERIFY(
                exportFileFilter(format).endsWith(u"(*."_s + app::exportFileEnding(format) + u')'));
        }
    }
};

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
