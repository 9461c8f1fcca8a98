// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/image_preview.h"

#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "tests/support/patience.h"
#include "tests/support/picture_files.h"
#include "ui/attachments/crop_view.h"
#include "ui/lanes/image_intake.h"
#include "ui/widgets/flat_button.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests;
using namespace ui;

/// The preview over the real store and the real preparation.
class ImagePreviewTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_profile;
    Theme m_theme;
    std::unique_ptr<app::Services> m_services;
    QObject m_context;

    [[nodiscard]] QString kept(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_profile.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                   ? file.fileName()
                   : QString();
    }
    AttachedImage attached(const ImageSource &source)
    {
        const auto future =
            imageImporter(*m_services->store, *m_services->settings, &m_context)(source);
        const bool done = QTest::qWaitFor([&] { return future.isFinished(); }, tests::kPatienceMs);
        return done && future.result() ? *future.result() : AttachedImage();
    }
    [[nodiscard]] ImagePreview::Means means()
    {
        return {m_theme, imagePreviewer(*m_services->store, *m_services->settings, &m_context),
                imageKeeper(*m_services->store, &m_context), 2048};
    }
    QByteArray blob(const QByteArray &sha256)
    {
        const auto future = m_services->store->blob(sha256);
        const bool done = QTest::qWaitFor([&] { return future.isFinished(); }, tests::kPatienceMs);
        return done ? future.result().value_or(QByteArray()) : QByteArray();
    }
    static bool says(const QDialog &dialog, const QString &text)
    {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    static QAbstractButton *button(const QDialog &dialog, const QString &text)
    {
        for (auto *each : dialog.findChildren<QAbstractButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

private slots:
    void initTestCase()
    {
        m_services = std::make_unique<app::Services>(
            app::Services::Options{.paths = app::Paths::inFolder(m_profile.path()),
                                   .secrets = std::make_unique<app::MemorySecretStore>()});
    }
    void cleanupTestCase() { m_services.reset(); }

    void showsWhatIsSentAndWhatItCosts()
    {
        const AttachedImage image =
            attached(ImageFile{kept(u"photo.jpg"_s, jpegWithExif(halves(2600, 1300), 6))});
        QCOMPARE(image.part.fileName, u"photo.jpg"_s);
        app::ModelInfo claude{.id = u"anthropic/claude-haiku-4-5"_s};
        claude.prices.input = 1.0;
        ImagePreview dialog(
            means(), image,
            {{{.letter = 0, .model = claude},
              {.letter = 1, .model = {.id = u"b/text"_s}, .sight = {app::Ability::No}},
              {.letter = 2, .model = {.id = u"c/unpriced"_s}}}});
        dialog.show();
        QTRY_VERIFY(says(dialog, u"1024 × 2048 pixels"_s));
        QVERIFY(says(dialog, u"JPEG, "_s));
        QVERIFY(says(dialog, u"made from 1300 × 2600 pixels"_s));
        QVERIFY(says(dialog, u"about 1,640 tokens, $0.0016"_s)); // 784 × 1568 / 750
        QVERIFY(says(dialog, u"cannot see images"_s));
        QVERIFY(says(dialog, u"price not known"_s));
    }

    void turnsCropsUndoesAndKeeps()
    {
        const AttachedImage image =
            attached(ImageFile{kept(u"halves.png"_s, encodedAs(halves(800, 400), "png"))});
        ImagePreview dialog(means(), image, {});
        dialog.show();
        QSignalSpy changed(&dialog, &ImagePreview::changed);
        QTRY_VERIFY(says(dialog, u"800 × 400 pixels"_s));
        button(dialog, u"Turn to the right"_s)->click();
        QTRY_VERIFY(says(dialog, u"400 × 800 pixels"_s));
        button(dialog, u"Undo"_s)->click();
        QTRY_VERIFY(says(dialog, u"800 × 400 pixels"_s));
        QVERIFY(!button(dialog, u"Undo"_s)->isEnabled());

        QTest::keyClick(&dialog.view(), Qt::Key_Right); // 80 % in the middle
        QTest::keyClick(&dialog.view(), Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(&dialog.view(), Qt::Key_Return);
        QTRY_VERIFY(says(dialog, u"624 × 320 pixels"_s));
        // A crop turns with the picture.
        button(dialog, u"Turn to the left"_s)->click();
        QTRY_VERIFY(says(dialog, u"320 × 624 pixels"_s));
        QTRY_VERIFY(button(dialog, u"Use it"_s)->isEnabled());
        button(dialog, u"Use it"_s)->click();
        QTRY_COMPARE(changed.size(), 1);
        const auto used = changed.first().first().value<AttachedImage>();
        QCOMPARE(QSize(used.part.width, used.part.height), QSize(320, 624));
        QCOMPARE(used.part.fileName, u"halves.png"_s);
        const QImage kept = QImage::fromData(blob(used.part.sha256));
        QCOMPARE(kept.size(), QSize(320, 624));
        // Turned to the left, what was on the left is below.
        QVERIFY(kept.pixelColor(160, 600).red() > 150);
        QVERIFY(kept.pixelColor(160, 20).blue() > 150);

        // Opened again it goes on from the file, not from what was made of it.
        ImagePreview again(means(), used, {});
        again.show();
        QTRY_VERIFY(says(again, u"320 × 624 pixels"_s));
        button(again, u"Turn to the right"_s)->click();
        QTRY_VERIFY(says(again, u"624 × 320 pixels"_s));
        QVERIFY(again.edit().crop != QRectF(0, 0, 1, 1));
    }

    void theLongestSideIsChosenForOneImage()
    {
        const AttachedImage image =
            attached(ImageFile{kept(u"large.png"_s, encodedAs(halves(3000, 300), "png"))});
        QCOMPARE(image.part.width, 2048);
        ImagePreview dialog(means(), image, {});
        dialog.show();
        QTRY_VERIFY(says(dialog, u"2048 × 204 pixels"_s));
        auto *sides = dialog.findChild<QComboBox *>();
        const auto choose = [sides](int side) {
            sides->setCurrentIndex(sides->findData(side));
            emit sides->activated(sides->currentIndex());
        };
        choose(512);
        QTRY_VERIFY(says(dialog, u"512 × 51 pixels"_s));
        choose(0);
        QTRY_VERIFY(says(dialog, u"3000 × 300 pixels"_s));
    }

    void whatIsLeftIsEditedWhereTheFileIsGone()
    {
        const QString path = kept(u"gone.png"_s, encodedAs(halves(80, 40), "png"));
        const AttachedImage image = attached(ImageFile{path});
        QVERIFY(QFile::remove(path));
        ImagePreview dialog(means(), image, {});
        dialog.show();
        QTRY_VERIFY(says(dialog, u"80 × 40 pixels"_s));
        button(dialog, u"Turn to the right"_s)->click();
        QTRY_VERIFY(says(dialog, u"cannot be read any more"_s));
        QTRY_VERIFY(button(dialog, u"Use it"_s)->isEnabled());
        button(dialog, u"Turn to the right"_s)->click();
        QTRY_VERIFY(says(dialog, u"40 × 80 pixels"_s));
    }

    void aDraftOfAnEarlierStartIsShownAsItIs()
    {
        const AttachedImage image = attached(QByteArray(encodedAs(photo(300, 200), "jpeg")));
        AttachedImage draft;
        draft.part = image.part; // nothing else is kept
        ImagePreview dialog(means(), draft, {{}, true});
        dialog.show();
        QTRY_VERIFY(says(dialog, u"300 × 200 pixels"_s));
        QVERIFY(says(dialog, u"Tokens and prices are hidden"_s));
        QSignalSpy changed(&dialog, &ImagePreview::changed);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTRY_VERIFY(button(dialog, u"Use it"_s)->isEnabled());
        button(dialog, u"Use it"_s)->click();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(changed.size(), 0); // nothing was changed, so nothing is encoded once more
    }
};

QTEST_MAIN(ImagePreviewTest)
#include "image_preview_test.moc"
