// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/image_viewer.h"

#include "app/attachments/image_preparation.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/viewer/answer_pane.h"
#include "ui/viewer/box_text.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/viewed_answers.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QPainter>
#include <QPointer>
#include <QSignalSpy>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kPixelAnswer =
    "Two things:\n\n```json\n[{\"bbox\": [10, 20, 110, 120], \"label\": \"cup\"},"
    " {\"bbox\": [200, 40, 300, 90], \"label\": \"pen\"}]\n```";
const QByteArray kThousandAnswer = "{\"box_2d\": [100, 250, 500, 750], \"label\": \"cup\"}";

} // namespace

class ImageViewerTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_window = std::make_unique<tests::LanesWindow>(QStringList{u"one"_s, u"two"_s});
    }

    void showsTheBoxesOfAllLanesInTheirScales()
    {
        askAboutAnImage({kPixelAnswer, kThousandAnswer});
        const auto viewer = opened();
        QCOMPARE(viewer->panes().size(), 2);
        const QList<ShownBox> &boxes = viewer->canvas().boxes();
        QCOMPARE(boxes.size(), 3);
        QCOMPARE(boxes[0], (ShownBox{QRectF(10, 20, 100, 100), 0, u"cup"_s, 0, 0}));
        QCOMPARE(boxes[1], (ShownBox{QRectF(200, 40, 100, 50), 0, u"pen"_s, 0, 1}));
        QCOMPARE(boxes[2], (ShownBox{QRectF(100, 30, 200, 120), 1, u"cup"_s, 1, 0}));
        QVERIFY(viewer->canvas().accessibleDescription().contains(u"pen"_s));
    }

    void boxesCanBeSwitchedAndReadInAnotherScale()
    {
        askAboutAnImage({kPixelAnswer, kThousandAnswer});
        const auto viewer = opened();
        auto *ofA = viewer->panes().at(0)->findChild<QCheckBox *>();
        ofA->click();
        QCOMPARE(viewer->canvas().boxes().size(), 1);
        QTest::keyClick(&viewer->canvas(), Qt::Key_B);
        QVERIFY(viewer->canvas().boxes().isEmpty());
        QTest::keyClick(&viewer->canvas(), Qt::Key_B);
        ofA->click();
        QCOMPARE(viewer->canvas().boxes().size(), 3);

        auto *scale = viewer->panes().at(0)->findChild<QComboBox *>();
        QVERIFY(scale->itemText(0).contains(scale->itemText(1))); // what was found out
        scale->setCurrentIndex(3);
        emit scale->activated(3);
        QCOMPARE(viewer->canvas().boxes().at(0).place, QRectF(4, 6, 40, 30));
    }

    void whatIsHoveredIsMarkedOnTheOtherSide()
    {
        askAboutAnImage({kPixelAnswer, kThousandAnswer});
        const auto viewer = opened();
        emit viewer->panes().at(0)->text().boxHovered(1);
        QCOMPARE(viewer->canvas().hovered(), 1);
        emit viewer->panes().at(1)->text().boxHovered(0);
        QCOMPARE(viewer->canvas().hovered(), 2);
        emit viewer->panes().at(1)->text().boxHovered(-1);
        QCOMPARE(viewer->canvas().hovered(), -1);

        BoxText &text = viewer->panes().at(0)->text();
        const auto strength = [&](int mark) {
            return text.extraSelections().at(mark).format.background().color().alpha();
        };
        QCOMPARE(text.extraSelections().size(), 2);
        QCOMPARE(text.extraSelections().at(1).cursor.selectedText(),
                 u"{\"bbox\": [200, 40, 300, 90], \"label\": \"pen\"}"_s);
        QCOMPARE(strength(0), strength(1));
        emit viewer->canvas().boxHovered(1);
        QVERIFY(strength(1) > strength(0));
    }

    void answersGrowWhileTheyAreWritten()
    {
        const QByteArray start = tests::text("Look: {\"bbox\": [10, 20, 110, 120]}");
        tests::Script script = tests::stream({start});
        script.steps.append(tests::pause(std::chrono::hours(1)));
        m_window->server.setScripts("/chat/completions", {script});
        m_window->chat->send({u"Where?"_s, {storedImage({400, 300})}});
        QTRY_VERIFY(m_window->chat->activity(m_window->lane(0)).state
                    == app::LaneActivity::State::Answering);
        const auto viewer = opened();
        QTRY_VERIFY(viewer->canvas().boxes().size() >= 1);
        m_window->chat->stopAll();
    }

    void walksThroughTheImagesOfThePrompt()
    {
        askAboutImages({storedImage({400, 300}), storedImage({300, 200}), storedImage({64, 48})},
                       {"None.", "None."});
        const auto viewer = opened(1);
        QCOMPARE(viewer->canvas().picture().size, QSize(300, 200));
        QSignalSpy shown(viewer.get(), &ImageViewer::shown);
        QTest::keyClick(&viewer->canvas(), Qt::Key_Right);
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(viewer->canvas().picture().size, QSize(64, 48));
        QTest::keyClick(&viewer->canvas(), Qt::Key_Right);
        QCOMPARE(viewer->current(), 2);
        QTest::keyClick(&viewer->canvas(), Qt::Key_Left);
        QTest::keyClick(&viewer->canvas(), Qt::Key_Left);
        QTRY_COMPARE(viewer->canvas().picture().size, QSize(400, 300));
        QVERIFY(viewer->windowTitle().contains(u"1 of 3"_s));
        viewer->copyImage();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(400, 300));
    }

    void whatIsAskedLaterBelongsToTheImage()
    {
        askAboutAnImage({"A cup and a pen.", "Things."});
        askAboutImages({}, {kPixelAnswer, kThousandAnswer});
        {
            const auto viewer = opened();
            QCOMPARE(viewer->canvas().boxes().size(), 3);
            QVERIFY(viewer->panes().at(0)->text().toPlainText().startsWith(u"A cup"_s));
        }
        askAboutAnImage({kPixelAnswer, kThousandAnswer}); // another image is another matter
        QCOMPARE(opened()->canvas().boxes().size(), 3);
    }

    /// Where an answer says which; else on each, and that is said.
    void boxesLieOnTheirImage()
    {
        askAboutImages({storedImage({400, 300}), storedImage({300, 200})},
                       {"Image 2: {\"bbox\": [10, 20, 110, 120]}", kPixelAnswer});
        const auto viewer = opened();
        QVERIFY(!viewer->panes().at(0)->hasBoxesAnywhere());
        QVERIFY(viewer->panes().at(1)->hasBoxesAnywhere());
        QCOMPARE(viewer->canvas().boxes().size(), 2);
        QSignalSpy shown(viewer.get(), &ImageViewer::shown);
        QTest::keyClick(&viewer->canvas(), Qt::Key_Right);
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(viewer->canvas().boxes().size(), 3);
        QCOMPARE(viewer->canvas().boxes().constFirst().place, QRectF(10, 20, 100, 100));
    }

    void aBlindRoundHidesTheNames()
    {
        m_window->chat->setBlindMode(app::BlindMode::AsWritten);
        askAboutAnImage({kPixelAnswer, kThousandAnswer});
        QVERIFY(m_window->conversation->veiledRound());
        const auto viewer = opened();
        QCOMPARE(viewer->panes().size(), 2);
        const ViewedAnswers answers(m_window->chat, prompt(), {});
        for (const ViewedAnswer &answer : answers.answers())
            QVERIFY(answer.model.isEmpty());
        QCOMPARE(answers.answers().at(0).letter, 0);
        QCOMPARE(answers.answers().at(1).letter, 1);
    }

    void saysWhatCannotBeShown()
    {
        ActivatedImage image;
        image.bytes = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
        image.name = u"drawing"_s;
        QWidget parent;
        const QPointer<ImageViewer> viewer = new ImageViewer(m_window->theme, {}, image, &parent);
        QSignalSpy shown(viewer.get(), &ImageViewer::shown);
        QTRY_COMPARE(shown.count(), 1);
        viewer->show();
        QVERIFY(viewer->canvas().picture().isNull());
        QVERIFY(viewer->panes().isEmpty());
        QTest::keyClick(viewer, Qt::Key_Escape);
        QTRY_VERIFY(!viewer);
    }

private:
    app::ImagePart storedImage(QSize size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor(240, 240, 236));
        QPainter(&image).fillRect(10, 20, 30, 20, QColor(40, 110, 190));
        const auto prepared = app::prepareImage(image);
        const auto kept = m_window->services.store->putBlob(prepared->bytes, prepared->mimeType);
        if (!QTest::qWaitFor([&] { return kept.isFinished(); }, tests::kPatienceMs))
            qWarning("the image was not kept");
        return app::imagePart(*prepared, u"%1.png"_s.arg(size.width()));
    }

    void askAboutAnImage(const QByteArrayList &answers)
    {
        askAboutImages({storedImage({400, 300})}, answers);
    }

    void askAboutImages(const QList<app::ImagePart> &images, const QByteArrayList &answers)
    {
        for (int lane = 0; lane < answers.size(); ++lane) {
            m_window->server.setScriptOf(m_window->conversation->lanes().at(lane).model,
                                         tests::stream({tests::text(answers.at(lane)),
                                                        tests::finish("stop"), tests::kDone}));
        }
        m_window->chat->send({u"What is there?"_s, images});
        QTRY_VERIFY(!m_window->chat->isBusy());
    }

    [[nodiscard]] app::MessageId prompt() const
    {
        return m_window->conversation->path(m_window->lane(0)).constFirst();
    }

    /// On the n-th image of the prompt, once that is decoded.
    std::unique_ptr<ImageViewer> opened(int number = 0)
    {
        ActivatedImage image;
        image.message = prompt();
        image.chat = m_window->chat;
        int at = 0;
        for (const app::Part &part : m_window->conversation->message(prompt())->parts) {
            const auto *each = std::get_if<app::ImagePart>(&part);
            if (each && at++ == number)
                image.sha256 = each->sha256;
        }
        auto viewer = std::make_unique<ImageViewer>(
            m_window->theme,
            [this](const QByteArray &sha256) { return m_window->services.store->blob(sha256); },
            image, m_window->view.get());
        viewer->setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy shown(viewer.get(), &ImageViewer::shown);
        viewer->show();
        if (shown.isEmpty())
            shown.wait(tests::kPatienceMs);
        return viewer;
    }

    std::unique_ptr<tests::LanesWindow> m_window;
};

QTEST_MAIN(ImageViewerTest)
#include "image_viewer_test.moc"
