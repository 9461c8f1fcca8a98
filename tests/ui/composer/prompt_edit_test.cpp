// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "ui/composer/prompt_edit.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace ui;

class PromptEditTest : public QObject
{
    Q_OBJECT
private slots:
    void theSendKeyDecidesWhatReturnDoes_data()
    {
        QTest::addColumn<app::SendKey>("sendKey");
        QTest::addColumn<Qt::KeyboardModifier>("modifier");
        QTest::addColumn<int>("sent");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, app::SendKey key, Qt::KeyboardModifier modifier,
                            int sent, const QString &text) {
            QTest::newRow(name) << key << modifier << sent << text;
        };
        row("enter sends", app::SendKey::Enter, Qt::NoModifier, 1, u"a"_s);
        row("shift breaks", app::SendKey::Enter, Qt::ShiftModifier, 0, u"a\n"_s);
        row("control sends too", app::SendKey::Enter, Qt::ControlModifier, 1, u"a"_s);
        row("enter breaks", app::SendKey::CtrlEnter, Qt::NoModifier, 0, u"a\n"_s);
        row("control sends", app::SendKey::CtrlEnter, Qt::ControlModifier, 1, u"a"_s);
    }

    void theSendKeyDecidesWhatReturnDoes()
    {
        QFETCH(app::SendKey, sendKey);
        QFETCH(Qt::KeyboardModifier, modifier);
        PromptEdit edit;
        edit.setSendKey(sendKey);
        QSignalSpy sent(&edit, &PromptEdit::sendRequested);
        QTest::keyClick(&edit, Qt::Key_A);
        QTest::keyClick(&edit, Qt::Key_Return, modifier);
        QTEST(int(sent.size()), "sent");
        // A line broken with Shift is a line separator inside the editor and a newline outside.
        QTEST(edit.toPlainText(), "text");
    }

    void undoTakesBackAWord()
    {
        PromptEdit edit;
        QTest::keyClicks(&edit, u"two words"_s);
        QTest::keyClick(&edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&edit, u"next"_s);
        const QStringList steps{u"two words\n"_s, u"two words"_s, u"two "_s, QString()};
        for (const QString &step : steps) {
            edit.undo();
            QCOMPARE(edit.toPlainText(), step);
        }
        edit.redo();
        QCOMPARE(edit.toPlainText(), u"two "_s);
    }

    void upAsksForTheLastPromptOnlyWhenEmpty()
    {
        PromptEdit edit;
        QSignalSpy asked(&edit, &PromptEdit::editLastRequested);
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(asked.size(), 1);
        edit.setPlainText(u"text"_s);
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(asked.size(), 1);
    }

    void growsWithItsLinesUpToTheLimit()
    {
        PromptEdit edit;
        edit.resize(400, 20);
        edit.show();
        const int one = edit.height();
        edit.setPlainText(u"1\n2\n3"_s);
        QTRY_VERIFY(edit.height() > 2 * one);
        edit.setGrowthLimit(100);
        edit.setPlainText(QString(200, u'\n'));
        QTRY_COMPARE(edit.height(), 100);
        edit.clear();
        QTRY_COMPARE(edit.height(), one);
    }

    void wrappedLinesCountAsLines()
    {
        PromptEdit edit;
        edit.resize(120, 20);
        edit.show();
        const int one = edit.height();
        edit.setPlainText(u"word "_s.repeated(40));
        QTRY_VERIFY(edit.height() > 3 * one);
    }

    void imagesAreTakenFromTheClipboardAndTextIsNot()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(file.fileName()), QUrl(u"https://example.org/a.png"_s)});
        QCOMPARE(PromptEdit::imagesIn(files).size(), 1);
        QCOMPARE(std::get<ImageFile>(PromptEdit::imagesIn(files).first()).path, file.fileName());

        QMimeData text;
        text.setText(u"plain"_s);
        QVERIFY(PromptEdit::imagesIn(text).isEmpty());

        QMimeData pixels;
        pixels.setImageData(QImage(2, 2, QImage::Format_RGB32));
        QCOMPARE(PromptEdit::imagesIn(pixels).size(), 1);
    }
};

QTEST_MAIN(PromptEditTest)
#include "prompt_edit_test.moc"
