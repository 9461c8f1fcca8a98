// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferences_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

class PreferencesDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void openingChangesNothing();
    void choicesHoldAtOnce_data();
    void choicesHoldAtOnce();
    void sizesAndTimesHoldAtOnce();
    void ceilingsMayBeNoneOrZero();
    void aFontIsOfferedOnRequest();
    void theProxyHasAServer();
    void followsChangesFromElsewhere();
    void theWheelChangesNoFieldOnItsWay();

private:
    template <typename Box>
    Box *boxWith(const QString &text) const;

    ui::Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<app::Settings> m_settings;
    std::unique_ptr<ui::PreferencesDialog> m_dialog;
};

void PreferencesDialogTest::init()
{
    m_dialog.reset();
    m_settings.reset();
    m_profile = std::make_unique<QTemporaryDir>();
    const auto paths = app::Paths::inFolder(m_profile->path());
    QVERIFY(paths.create());
    m_settings = std::make_unique<app::Settings>(paths);
    m_dialog = std::make_unique<ui::PreferencesDialog>(m_theme, *m_settings);
    m_dialog->show();
}

void PreferencesDialogTest::theWheelChangesNoFieldOnItsWay()
{
    const auto turn = [](QWidget *over) {
        const QPointF at = over->rect().center();
        QWheelEvent wheel(at, over->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(over, &wheel);
    };
    auto *zoom = boxWith<QSpinBox>(u" %"_s);
    QVERIFY(zoom && m_dialog->focusWidget() != zoom);
    turn(zoom);
    QCOMPARE(zoom->value(), 100);
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    zoom->setFocus();
    turn(zoom);
    QCOMPARE(zoom->value(), 90);
}

/// The box that offers a choice of this text, or the spin box with this suffix.
template <typename Box>
Box *PreferencesDialogTest::boxWith(const QString &text) const
{
    const auto boxes = m_dialog->findChildren<Box *>();
    for (Box *box : boxes) {
        if constexpr (std::is_same_v<Box, QSpinBox>) {
            if (box->suffix() == text || box->accessibleName() == text)
                return box;
        } else if (box->findText(text) >= 0 && !qobject_cast<QFontComboBox *>(box)) {
            return box;
        }
    }
    return nullptr;
}

void PreferencesDialogTest::openingChangesNothing()
{
    QCOMPARE(m_settings->preferences(), app::Preferences());
}

void PreferencesDialogTest::choicesHoldAtOnce_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<app::Preferences>("expected");
    app::Preferences dark;
    dark.theme = app::ThemeChoice::Dark;
    QTest::newRow("theme") << u"Dark"_s << dark;
    app::Preferences german;
    german.language = u"de"_s;
    QTest::newRow("language") << u"Deutsch"_s << german;
    app::Preferences control;
    control.sendKey = app::SendKey::CtrlEnter;
    QTest::newRow("send key") << u"Ctrl+Enter sends, Enter breaks the line"_s << control;
    app::Preferences direct;
    direct.proxyKind = app::ProxyKind::None;
    QTest::newRow("no proxy") << u"None"_s << direct;
}

void PreferencesDialogTest::choicesHoldAtOnce()
{
    QFETCH(QString, choice);
    QFETCH(app::Preferences, expected);
    auto *box = boxWith<QComboBox>(choice);
    QVERIFY(box);
    box->setCurrentIndex(box->findText(choice));
    QCOMPARE(m_settings->preferences(), expected);
}

void PreferencesDialogTest::sizesAndTimesHoldAtOnce()
{
    boxWith<QSpinBox>(u" pt"_s)->setValue(13);
    boxWith<QSpinBox>(u" %"_s)->setValue(130);
    boxWith<QSpinBox>(u"Connect"_s)->setValue(20);
    QCOMPARE(m_settings->preferences().fontPointSize, 13);
    QCOMPARE(m_settings->preferences().textZoomPercent, 130);
    QCOMPARE(m_settings->preferences().timeouts.connect, std::chrono::seconds(20));
    boxWith<QSpinBox>(u" pt"_s)->setValue(0);
    QCOMPARE(m_settings->preferences().fontPointSize, 0); // the system's
}

void PreferencesDialogTest::ceilingsMayBeNoneOrZero()
{
    const auto fields = m_dialog->findChildren<QDoubleSpinBox *>();
    QCOMPARE(fields.size(), 2);
    QVERIFY(!m_settings->preferences().runCeilingUsd);
    fields.first()->stepUp(); // from none
    QCOMPARE(m_settings->preferences().runCeilingUsd, 0.0);
    fields.last()->setValue(1.25);
    QCOMPARE(m_settings->preferences().conversationCeilingUsd, 1.25);
    fields.first()->stepDown();
    QVERIFY(!m_settings->preferences().runCeilingUsd);
    QCOMPARE(m_settings->preferences().conversationCeilingUsd, 1.25);
}

void PreferencesDialogTest::aFontIsOfferedOnRequest()
{
    auto *own = m_dialog->findChild<QCheckBox *>();
    auto *font = m_dialog->findChild<QFontComboBox *>();
    QVERIFY(!font->isEnabled());
    own->click();
    QVERIFY(font->isEnabled());
    QCOMPARE(m_settings->preferences().fontFamily, QFontInfo(font->currentFont()).family());
    own->click();
    QVERIFY(m_settings->preferences().fontFamily.isEmpty());
}

void PreferencesDialogTest::theProxyHasAServer()
{
    const auto fields = m_dialog->findChildren<QLineEdit *>();
    const auto found = std::ranges::find(fields, u"Host"_s, &QLineEdit::placeholderText);
    QVERIFY(found != fields.end());
    QLineEdit *host = *found;
    QVERIFY(!host->isVisible());
    auto *kind = boxWith<QComboBox>(u"SOCKS 5"_s);
    kind->setCurrentIndex(kind->findText(u"SOCKS 5"_s));
    QVERIFY(host->isVisible());
    host->setText(u"proxy.example"_s);
    QTest::keyClick(host, Qt::Key_Return);
    boxWith<QSpinBox>(u"Port of the proxy"_s)->setValue(1080);
    QCOMPARE(m_settings->preferences().proxyKind, app::ProxyKind::Socks5);
    QCOMPARE(m_settings->preferences().proxyHost, u"proxy.example"_s);
    QCOMPARE(m_settings->preferences().proxyPort, 1080);
}

void PreferencesDialogTest::followsChangesFromElsewhere()
{
    app::Preferences zoomed = m_settings->preferences();
    zoomed.textZoomPercent = 150; // Ctrl + in the window
    m_settings->setPreferences(zoomed);
    QCOMPARE(boxWith<QSpinBox>(u" %"_s)->value(), 150);
}

QTEST_MAIN(PreferencesDialogTest)
#include "preferences_dialog_test.moc"
