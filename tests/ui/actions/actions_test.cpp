// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actions.h"

#include <QAction>
#include <QTest>
#include <QWidget>

using namespace ui;
using namespace Qt::StringLiterals;

class ActionsTest : public QObject
{
    Q_OBJECT
private slots:
    /// Qt calls a key of two actions ambiguous and carries out neither.
    void noTwoActionsShareAKey()
    {
        QWidget window;
        const Actions actions(&window);
        QHash<QKeySequence, QString> taken;
        const QList<QAction *> all = window.actions();
        QVERIFY(!all.isEmpty());
        for (const QAction *action : all) {
            for (const QKeySequence &key : action->shortcuts()) {
                if (key.isEmpty())
                    continue; // a standard key that this platform does not have
                QVERIFY2(!taken.contains(key),
                         qPrintable(u"%1: %2, %3"_s.arg(key.toString(), taken.value(key),
                                                        action->text())));
                taken.insert(key, action->text());
            }
        }
    }

    void everyActionHasWords()
    {
        QWidget window;
        const Actions actions(&window);
        for (const QAction *action : window.actions())
            QVERIFY(!action->text().isEmpty());
    }
};

QTEST_MAIN(ActionsTest)
#include "actions_test.moc"
