// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/html_writer.h"
#include "app/markdown/plain_text.h"
#include "tests/ui/transcript/transcript_window.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QThreadPool>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

void everyKind(FakeSource &source)
{
    source.addPrompt("Question");
    source.addReply("- item *one*\n\n  ```py\n  if x:\n  \treturn  1\n  ```\n\n"
                    "|name|size|\n|-|-|\n|a b|1|\n|c|2|\n\n# Title words");
}

const QMimeData *copied(TranscriptWindow &w)
{
    QTest::keyClick(&w.view, Qt::Key_C, Qt::ControlModifier);
    return QApplication::clipboard()->mimeData();
}

} // namespace

class TranscriptCopyTest : public QObject
{
    Q_OBJECT
private slots:
    void codeIsCopiedExactly()
    {
        TranscriptWindow w(everyKind);
        const QString code = u"if x:\n\treturn  1"_s;
        w.drag(w.pointAt(code, 0) - QPoint(1, 0), w.pointAt(code, int(code.size())) + QPoint(3, 0));
        const QMimeData *data = copied(w);
        QCOMPARE(data->text(), code);
        QCOMPARE(data->data(u"text/markdown"_s), "```py\nif x:\n\treturn  1\n```");
        QVERIFY(data->html().contains("<pre><code>if x:\n\treturn  1</code></pre>"_L1));
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, w.controlAt(u"Copy"_s, code));
        QCOMPARE(QApplication::clipboard()->text(), code);
    }

    void aWordIsCopiedWithoutItsList()
    {
        TranscriptWindow w(everyKind);
        QTest::mouseDClick(w.view.viewport(), Qt::LeftButton, {}, w.pointAt(u"item one"_s, 6));
        const QMimeData *data = copied(w);
        QCOMPARE(data->text(), u"one"_s);
        QCOMPARE(data->data(u"text/markdown"_s), "*one*");
        QVERIFY(!data->html().contains("<li>"_L1));
    }

    void cellsPasteIntoASpreadsheet()
    {
        TranscriptWindow w(everyKind);
        const QString table = u"name\tsize\na b\t1\nc\t2"_s;
        w.drag(w.pointAt(table, 0) - QPoint(1, 0), w.pointAt(table, int(table.size())));
        const QMimeData *data = copied(w);
        QCOMPARE(data->text(), table);
        QVERIFY(data->html().contains(
            "<table><tr><th>name</th><th>size</th></tr><tr><td>a b</td><td>1</td></tr>"_L1));
        QVERIFY(data->data(u"text/markdown"_s).startsWith("| name | size |"));
    }

    void aWholeConversationIsCopiedByAWorker()
    {
        TranscriptWindow w([](FakeSource &source) {
            for (int i = 0; i < 1000; ++i) {
                source.addPrompt("Prompt " + QByteArray::number(i));
                source.addReply("An *answer* with\n\n- some\n- words, and `code`\n\n|a|b|\n|-|-|\n"
                                + QByteArray("|c|d|\n").repeated(20));
            }
        });
        QClipboard *clipboard = QApplication::clipboard();
        clipboard->setText(u"before"_s);
        w.view.selectAll();
        QTest::keyClick(&w.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard->text(), u"before"_s); // the key is done, the window goes on
        QCOMPARE(w.view.viewport()->cursor().shape(), Qt::BusyCursor);
        QTRY_VERIFY_WITH_TIMEOUT(clipboard->text() != "before"_L1, 120'000);
        QVERIFY(w.view.viewport()->cursor().shape() != Qt::BusyCursor);
        const auto [from, to] = w.view.selection();
        const Blocks blocks = w.view.layout()->blocksBetween(from, to);
        QCOMPARE(clipboard->text(), toPlainText(blocks));
        QVERIFY(clipboard->mimeData()->html().endsWith(toHtml(blocks)));
        QCOMPARE(clipboard->mimeData()->data(u"text/markdown"_s), toMarkdown(blocks).toUtf8());
        // Who copies something else meanwhile keeps that.
        w.view.copy();
        clipboard->setText(u"newer"_s);
        QSignalSpy changed(clipboard, &QClipboard::dataChanged);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(changed.count(), 0);
        QCOMPARE(clipboard->text(), u"newer"_s);
    }

    void aPartOfAHeadingIsText()
    {
        TranscriptWindow w(everyKind);
        QTest::mouseDClick(w.view.viewport(), Qt::LeftButton, {}, w.pointAt(u"Title words"_s, 8));
        QCOMPARE(copied(w)->data(u"text/markdown"_s), "words");
    }
};

QTEST_MAIN(TranscriptCopyTest)
#include "transcript_copy_test.moc"
