// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"

#include "tests/support/patience.h"
#include "ui/composer/attachment_strip.h"
#include "ui/composer/prompt_edit.h"
#include "ui/widgets/flat_button.h"

#include <QAccessible>
#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

Q_DECLARE_METATYPE(app::Prompt)
Q_DECLARE_METATYPE(app::Draft)

namespace {

AttachedImage sample(const QByteArray &sha256)
{
    QImage thumbnail(8, 6, QImage::Format_RGB32);
    thumbnail.fill(Qt::blue);
    app::ImagePart part;
    part.sha256 = sha256;
    part.mimeType = u"image/png"_s;
    part.width = 800;
    part.height = 600;
    part.bytes = 1234;
    return {part, thumbnail};
}

/// Answers when the test says so.
struct Importer
{
    QList<std::shared_ptr<QPromise<app::Result<AttachedImage>>>> asked;

    [[nodiscard]] ImageImporter function()
    {
        return [this](const ImageSource &) {
            auto promise = std::make_shared<QPromise<app::Result<AttachedImage>>>();
            promise->start();
            asked.append(promise);
            return promise->future();
        };
    }

    void answer(int index, const app::Result<AttachedImage> &result)
    {
        asked.at(index)->addResult(result);
        asked.at(index)->finish();
    }
};

template <typename T>
T *visibleChild(Composer &composer, const QString &text)
{
    for (auto *candidate : composer.findChildren<T *>()) {
        if (candidate->text() == text && candidate->isVisibleTo(&composer))
            return candidate;
    }
    return nullptr;
}

QPushButton *button(Composer &composer, const QString &text)
{
    return visibleChild<QPushButton>(composer, text);
}

} // namespace

class ComposerTest : public QObject
{
    Q_OBJECT
private slots:
    void sendsTextAndKeepsItUntilCleared()
    {
        Theme theme;
        Composer composer(theme);
        QSignalSpy sent(&composer, &Composer::sendRequested);
        auto *edit = composer.findChild<PromptEdit *>();
        QTest::keyClicks(edit, u"Hello"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().first().value<app::Prompt>().text, u"Hello"_s);
        QCOMPARE(composer.draft().text, u"Hello"_s);
        composer.clear();
        QVERIFY(composer.draft().isEmpty());
    }

    void blankTextIsNotSent()
    {
        Theme theme;
        Composer composer(theme);
        QSignalSpy sent(&composer, &Composer::sendRequested);
        auto *edit = composer.findChild<PromptEdit *>();
        QTest::keyClicks(edit, u"   "_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(sent.size(), 0);
        QVERIFY(!button(composer, u"Send"_s)->isEnabled());
    }

    void anImageIsSentOnceItIsReady()
    {
        Theme theme;
        Composer composer(theme);
        Importer importer;
        composer.setImageImporter(importer.function());
        QSignalSpy sent(&composer, &Composer::sendRequested);
        auto *edit = composer.findChild<PromptEdit *>();
        QTest::keyClicks(edit, u"What is this?"_s);
        composer.attach({QByteArray("bytes")});
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(sent.size(), 0);
        importer.answer(0, sample("aa"));
        QTRY_COMPARE(composer.draft().images.size(), 1);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().first().value<app::Prompt>().images.first().sha256, "aa"_ba);
    }

    void aRefusedImageIsNamedAndNothingIsLost()
    {
        Theme theme;
        Composer composer(theme);
        composer.show();
        Importer importer;
        composer.setImageImporter(importer.function());
        composer.setDraft({u"text"_s, {}});
        composer.attach({QByteArray("one"), QByteArray("two")});
        importer.answer(0, app::fail(app::ErrorKind::BadResponse, u"it is empty"_s));
        importer.answer(1, sample("bb"));
        QTRY_COMPARE(composer.draft().images.size(), 1);
        QCOMPARE(composer.draft().text, u"text"_s);
        const auto labels = composer.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"it is empty");
        }));
    }

    void imagesAreMovedByKeyAndByDragging()
    {
        Theme theme;
        AttachmentStrip strip(theme);
        strip.resize(400, 80);
        strip.setImages({sample("a"), sample("b"), sample("c")});
        strip.show();
        const auto order = [&strip] {
            QByteArray names;
            for (const AttachedImage &image : strip.images())
                names += image.part.sha256;
            return names;
        };
        QSignalSpy changed(&strip, &AttachmentStrip::imagesChanged);
        QSignalSpy activated(&strip, &AttachmentStrip::activated);
        QTest::keyClick(&strip, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(order(), "bac");
        QTest::keyClick(&strip, Qt::Key_Left, Qt::ControlModifier);
        QTest::keyClick(&strip, Qt::Key_Left, Qt::ControlModifier); // there is nothing further
        QCOMPARE(order(), "abc");
        QCOMPARE(changed.count(), 2);
        QTest::mousePress(&strip, Qt::LeftButton, {}, {10, 40});
        QTest::mouseMove(&strip, {100, 40});
        QMouseEvent drag(QEvent::MouseMove, QPointF(100, 40), strip.mapToGlobal(QPointF(100, 40)),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&strip, &drag);
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, {100, 40});
        QCOMPARE(order(), "bac");
        QCOMPARE(activated.size(), 0); // it was moved, not clicked
        QTest::mouseClick(&strip, Qt::LeftButton, {}, {100, 40});
        QTest::keyClick(&strip, Qt::Key_Right);
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated.at(0).first().toInt(), 1);
        QCOMPARE(activated.at(1).first().toInt(), 2);
    }

    void imagesAreItemsForScreenReaders()
    {
        Theme theme;
        AttachmentStrip strip(theme);
        strip.resize(400, 80);
        strip.setImages({sample("a"), sample("b")});
        strip.show();
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&strip);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 2);
        QAccessibleInterface *second = list->child(1);
        QCOMPARE(second->role(), QAccessible::Graphic);
        QVERIFY(second->text(QAccessible::Name).startsWith(u"800 × 600 pixels"));
        QCOMPARE(list->indexOfChild(second), 1);
        QCOMPARE(second->parent(), list);
        const QPoint middle = second->rect().center();
        QCOMPARE(list->childAt(middle.x(), middle.y()), second);
        strip.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&strip));
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(list->focusChild(), second);
        QVERIFY(second->state().focused);
        QAccessibleInterface *first = list->child(0);
        first->actionInterface()->doAction(first->actionInterface()->actionNames().constFirst());
        QCOMPARE(strip.images().size(), 1);
        QCOMPARE(strip.images().constFirst().part.sha256, QByteArray("b"));
        QCOMPARE(list->childCount(), 1);
        QVERIFY(!second->isValid());
    }

    void anImageForAnOlderDraftIsDropped()
    {
        Theme theme;
        Composer composer(theme);
        Importer importer;
        composer.setImageImporter(importer.function());
        composer.attach({QByteArray("one")});
        composer.setDraft({u"another conversation"_s, {}});
        importer.answer(0, sample("cc"));
        composer.attach({QByteArray("two")});
        importer.answer(1, sample("dd"));
        QTRY_COMPARE(composer.draft().images.size(), 1);
        QCOMPARE(composer.draft().images.first().sha256, "dd"_ba);
    }

    void moreThanTheLimitIsLeftOutAndSaidSo()
    {
        Theme theme;
        Composer composer(theme);
        composer.show();
        Importer importer;
        composer.setImageImporter(importer.function());
        composer.attach(QList<ImageSource>(200, QByteArray("x")));
        QCOMPARE(importer.asked.size(), 20);
        QVERIFY(visibleChild<QLabel>(
            composer, u"20 of 200 images were taken: a message holds 20 at most."_s));
        for (int i = 0; i < 20; ++i)
            importer.answer(i, sample(QByteArray::number(i)));
        QTRY_COMPARE(composer.draft().images.size(), 20);
    }

    void imagesStandInTheOrderGivenWhicheverIsReadyFirst()
    {
        Theme theme;
        Composer composer(theme);
        Importer importer;
        composer.setImageImporter(importer.function());
        composer.attach({QByteArray("1"), QByteArray("2"), QByteArray("3")});
        importer.answer(2, sample("c"));
        importer.answer(1, app::fail(app::ErrorKind::BadResponse, u"broken"_s));
        importer.answer(0, sample("a"));
        QTRY_COMPARE(composer.draft().images.size(), 2);
        QCOMPARE(composer.draft().images.at(0).sha256, "a"_ba);
        QCOMPARE(composer.draft().images.at(1).sha256, "c"_ba);
    }

    void whatIsReadyIsSentByItselfOnRequest()
    {
        Theme theme;
        Composer composer(theme);
        Importer importer;
        composer.setImageImporter(importer.function());
        QSignalSpy sent(&composer, &Composer::sendRequested);
        composer.setDraft({u"What is this?"_s, {}});
        composer.attach({QByteArray("1")});
        composer.sendWhenReady();
        QVERIFY(composer.isPreparing());
        QCOMPARE(sent.size(), 0);
        importer.answer(0, sample("a"));
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(sent.first().first().value<app::Prompt>().images.size(), 1);
        // With an image missing it would be another question.
        composer.attach({QByteArray("2")});
        composer.sendWhenReady();
        importer.answer(1, app::fail(app::ErrorKind::BadResponse, u"broken"_s));
        QTRY_VERIFY(!composer.isPreparing());
        QCOMPARE(sent.size(), 1);
    }

    void lanesThatCannotSeeAreNamedAsSoonAsThereIsAnImage()
    {
        Theme theme;
        Composer composer(theme);
        composer.show();
        const app::Belief blind{.ability = app::Ability::No, .source = app::Belief::Source::List};
        composer.setReceivers(
            {{{.letter = 0, .model = {.id = u"a/sees"_s}, .sight = {app::Ability::Yes}},
              {.letter = 1, .provider = u"P"_s, .model = {.id = u"b/reads"_s}, .sight = blind},
              {.letter = 2, .model = {.id = u"c/who-knows"_s}}}});
        const QString sentence = u"B (b/reads) cannot see images: the list of P says so. It will "
                                 "probably refuse them."_s;
        QVERIFY(!visibleChild<QLabel>(composer, sentence));
        composer.setDraft({{}, {sample("aa").part}});
        QVERIFY(visibleChild<QLabel>(composer, sentence));
        composer.setReceivers(
            {{{.provider = u"P"_s, .model = {.id = u"b/reads"_s}, .sight = blind}}});
        QVERIFY(!visibleChild<QLabel>(composer, sentence)); // a lane alone has no letter to be seen
        QVERIFY(visibleChild<QLabel>(composer, sentence.sliced(3).remove(u')')));
        composer.setReceivers({{}, true}); // names are hidden: nothing is told
        QVERIFY(!visibleChild<QLabel>(composer, sentence));
    }

    void imagesAreRemovedByKey()
    {
        Theme theme;
        Composer composer(theme);
        QSignalSpy changed(&composer, &Composer::draftChanged);
        composer.setDraft({{}, {sample("aa").part, sample("bb").part}});
        QCOMPARE(changed.size(), 0);
        auto *strip = composer.findChild<AttachmentStrip *>();
        QTest::keyClick(strip, Qt::Key_Right);
        QTest::keyClick(strip, Qt::Key_Delete);
        QCOMPARE(composer.draft().images.size(), 1);
        QCOMPARE(composer.draft().images.first().sha256, "aa"_ba);
        QCOMPARE(changed.size(), 1);
    }

    void stopsWhileBusyAndQueuesWhatIsTyped()
    {
        Theme theme;
        Composer composer(theme);
        composer.show();
        QVERIFY(!button(composer, u"Stop"_s));
        composer.setBusy(true);
        QVERIFY(button(composer, u"Stop"_s));
        QVERIFY(!button(composer, u"Send"_s));
        QSignalSpy stopped(&composer, &Composer::stopRequested);
        button(composer, u"Stop"_s)->click();
        QCOMPARE(stopped.size(), 1);
        QTest::keyClicks(composer.findChild<PromptEdit *>(), u"next"_s);
        QVERIFY(button(composer, u"Queue"_s));
    }

    void aQueueThatIsHeldCanBeSent()
    {
        Theme theme;
        Composer composer(theme);
        composer.show();
        const auto sendNow = [&composer] {
            return visibleChild<FlatButton>(composer, u"Send now"_s);
        };
        composer.setBusy(true);
        composer.setQueue({{u"First"_s, {}}, {u"Second"_s, {}}});
        QVERIFY(visibleChild<QLabel>(composer, u"Queued"_s));
        QVERIFY(!sendNow()); // it goes on by itself
        composer.setBusy(false);
        QTRY_VERIFY(visibleChild<QLabel>(composer, u"On hold"_s));
        QSignalSpy requested(&composer, &Composer::sendQueuedRequested);
        sendNow()->click();
        QCOMPARE(requested.size(), 1);
        composer.setQueue({});
        QVERIFY(!sendNow());
    }
};

QTEST_MAIN(ComposerTest)
#include "composer_test.moc"
