// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace ui;
using namespace Qt::StringLiterals;

class WidgetsTest : public QObject
{
    Q_OBJECT
private slots:
    void lanesAreNamedLikeColumnsOfASheet()
    {
        QCOMPARE(laneLetter(0), u"A"_s);
        QCOMPARE(laneLetter(25), u"Z"_s);
        QCOMPARE(laneLetter(26), u"AA"_s);
        QCOMPARE(laneLetter(27), u"AB"_s);
    }

    void strangersTextIsNoMarkup_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"R&D"_s, u"a < b & c"_s, u"<img src='file:///dev/zero'>"_s, u"&lt;b&gt;"_s,
              u"one\ntwo"_s, u"<b>bold</b>\n\n<table>"_s, u"plain"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void strangersTextIsNoMarkup()
    {
        QFETCH(QString, text);
        const QString shown = literally(text);
        QVERIFY(Qt::mightBeRichText(shown)); // as a tool tip asks
        QTextDocument document;
        document.setHtml(shown);
        QCOMPARE(document.toPlainText().remove(u'\n'), QString(text).remove(u'\n'));
        QCOMPARE(literally({}), QString());
    }

    void segmentsStartWithNothingChosenAndCanBeTakenBack()
    {
        SegmentedControl control(m_theme);
        control.setOptions({{u"low"_s, u"low"_s}, {u"high"_s, u"high"_s}});
        control.show();
        QVERIFY(control.current().isEmpty());
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        const auto buttons = control.findChildren<QAbstractButton *>();
        buttons.at(1)->click();
        QCOMPARE(chosen.takeLast().at(0).toString(), u"high"_s);
        QVERIFY(buttons.at(1)->isChecked());
        buttons.at(1)->click();
        QCOMPARE(chosen.takeLast().at(0).toString(), QString());
        QVERIFY(!buttons.at(1)->isChecked());
        control.setClearable(false);
        buttons.at(0)->click();
        buttons.at(0)->click();
        QCOMPARE(control.current(), u"low"_s);
        QVERIFY(buttons.at(0)->isChecked());
    }

    void segmentsAnswerToKeys()
    {
        SegmentedControl control(m_theme);
        control.setOptions({{u"a"_s, u"a"_s}, {u"b"_s, u"b"_s}});
        control.show();
        QVERIFY(QTest::qWaitForWindowActive(&control));
        const auto buttons = control.findChildren<QAbstractButton *>();
        buttons.at(0)->setFocus();
        QTest::keyClick(buttons.at(0), Qt::Key_Right);
        QVERIFY(buttons.at(1)->hasFocus());
        QTest::keyClick(buttons.at(1), Qt::Key_Space);
        QCOMPARE(control.current(), u"b"_s);
        QTest::keyClick(buttons.at(1), Qt::Key_Delete);
        QCOMPARE(control.current(), QString());
    }

    void aLongLabelGetsByWithLittleRoom()
    {
        const ElidedLabel label(u"a very long name of a model, longer than any column"_s);
        QVERIFY(label.minimumSizeHint().width() * 4 < label.sizeHint().width());
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void anIconButtonHasAName()
    {
        FlatButton button(m_theme, u"close"_s, u"Close"_s);
        button.setIconOnly(true);
        QCOMPARE(button.accessibleName(), u"Close"_s);
        QCOMPARE(button.toolTip(), u"Close"_s);
    }

    void theMessageBarShowsTextAsItIs()
    {
        MessageBar bar(m_theme);
        QVERIFY(bar.isHidden());
        const QSignalSpy action(&bar, &MessageBar::actionTriggered);
        bar.showMessage(u"<b>no</b>"_s, MessageBar::Tone::Danger, {u"Retry"_s});
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.findChild<QLabel *>()->textFormat(), Qt::PlainText);
        bar.findChildren<FlatButton *>().last()->click();
        QCOMPARE(action.count(), 1);
    }

    void theMessageBarHasAsManyActionsAsHelp()
    {
        MessageBar bar(m_theme);
        QSignalSpy action(&bar, &MessageBar::actionTriggered);
        const auto labels = [&bar] {
            QStringList shown;
            for (const FlatButton *button : bar.findChildren<FlatButton *>()) {
                if (!button->isHidden() && button->toolTip().isEmpty())
                    shown.append(button->text());
            }
            return shown;
        };
        bar.setDismissable(false);
        bar.showMessage(u"one"_s, MessageBar::Tone::Warning, {u"a"_s, u"b"_s, u"c"_s});
        QCOMPARE(labels(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        const auto buttons = bar.findChildren<FlatButton *>();
        for (FlatButton *button : buttons) {
            if (button->text() == u"b"_s)
                button->click();
        }
        QCOMPARE(action.takeFirst().first().toInt(), 1);
        bar.showMessage(u"two"_s, MessageBar::Tone::Warning, {u"d"_s});
        QCOMPARE(labels(), QStringList{u"d"_s});
        bar.showMessage(u"three"_s);
        QVERIFY(labels().isEmpty());
    }

    void theActionOfAToastRunsOnce()
    {
        QWidget window;
        window.resize(600, 400);
        Toast toast(m_theme, &window);
        int taken = 0;
        toast.showMessage(u"Deleted"_s, u"Undo"_s, [&taken] { ++taken; });
        QVERIFY(window.rect().contains(toast.geometry()));
        toast.findChild<FlatButton *>()->click();
        toast.findChild<FlatButton *>()->click();
        QCOMPARE(taken, 1);
        QVERIFY(toast.isHidden());
    }

private:
    Theme m_theme;
};

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
