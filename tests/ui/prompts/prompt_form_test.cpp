// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt_form.h"

#include "tests/support/patience.h"
#include "tests/ui/accessible_tree.h"
#include "ui/composer/prompt_edit.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

class PromptFormTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

    [[nodiscard]] static QList<app::PromptVariable> variables()
    {
        return app::PromptTemplate(u"{{subject}} {{tone:formal|casual}} {{n=5}}"_s).variables();
    }

private slots:
    void presetsAndLastValuesAreFilledIn()
    {
        const PromptForm fresh(m_theme, u"P"_s, variables(), {}, nullptr);
        QCOMPARE(fresh.values(),
                 (QHash<QString, QString>{
                     {u"subject"_s, {}}, {u"tone"_s, u"formal"_s}, {u"n"_s, u"5"_s}}));
        const PromptForm again(m_theme, u"P"_s, variables(),
                               {{u"subject"_s, u"tea"_s}, {u"tone"_s, u"casual"_s}}, nullptr);
        QCOMPARE(again.values(),
                 (QHash<QString, QString>{
                     {u"subject"_s, u"tea"_s}, {u"tone"_s, u"casual"_s}, {u"n"_s, u"5"_s}}));
        // A choice that was taken out of the prompt meanwhile.
        const PromptForm gone(m_theme, u"P"_s, variables(), {{u"tone"_s, u"rude"_s}}, nullptr);
        QCOMPARE(gone.values().value(u"tone"_s), u"formal"_s);
    }

    void isFilledInByTheKeyboard()
    {
        PromptForm form(m_theme, u"P"_s, variables(), {}, nullptr);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QSignalSpy filled(&form, &PromptForm::filled);
        QTRY_VERIFY(qobject_cast<PromptEdit *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"two"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"lines"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(qobject_cast<QComboBox *>(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(qobject_cast<PromptEdit *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"7"_s); // over what was filled in
        QCOMPARE(filled.size(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(filled.size(), 1);
        QCOMPARE(form.values(),
                 (QHash<QString, QString>{
                     {u"subject"_s, u"two\nlines"_s}, {u"tone"_s, u"casual"_s}, {u"n"_s, u"7"_s}}));
    }

    void escapeGivesItUp()
    {
        PromptForm form(m_theme, u"P"_s, variables(), {}, nullptr);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QSignalSpy filled(&form, &PromptForm::filled);
        QTest::keyClick(&form, Qt::Key_Escape);
        QVERIFY(!form.isVisible());
        QCOMPARE(filled.size(), 0);
    }

    void everythingHasAName()
    {
        PromptForm form(m_theme, u"P"_s, variables(), {}, nullptr);
        form.show();
        const tests::AccessibleTree tree(&form);
        QVERIFY(tree.count() > 6);
        QVERIFY2(tree.faults().isEmpty(), qPrintable(tree.faults().join(u'\n')));
    }
};

QTEST_MAIN(PromptFormTest)
#include "prompt_form_test.moc"
