// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_files.h"
#include "tests/ui/lanes/lanes_window.h"

#include "app/catalogue/catalogue.h"
#include "app/store/store.h"
#include "ui/attachments/address_dialog.h"
#include "ui/attachments/pdf_dialog.h"
#include "ui/composer/attachment_strip.h"
#include "ui/composer/composer.h"
#include "ui/composer/prompt_edit.h"

#include <QCryptographicHash>
#include <QDialogButtonBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

using namespace tests;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QJsonValue &part)
{
    const QString url = part["image_url"_L1]["url"_L1].toString();
    return QByteArray::fromBase64(url.mid(url.indexOf(u',') + 1).toLatin1());
}

} // namespace

/// From the composer to the bytes that a server receives.
class LaneImagesTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsDroppedArrivesInOrderUprightAndBare()
    {
        LanesWindow window({u"words-3"_s, u"words-3"_s});
        QTemporaryDir folder;
        QList<QUrl> urls;
        const auto drop = [&](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
            urls.append(QUrl::fromLocalFile(file.fileName()));
        };
        drop(u"large.jpg"_s, jpegWithExif(halves(3000, 1500), 6)); // takes longest
        drop(u"small.png"_s, encodedAs(halves(40, 20), "png"));
        drop(u"broken.png"_s, "\x89PNG\r\n\x1a\n");
        drop(u"inks.jpg"_s, cmykJpeg());
        QMimeData data;
        data.setUrls(urls);
        Composer &composer = window.view->composer();
        composer.attachFrom(data);
        QTRY_VERIFY(!composer.isPreparing());
        QCOMPARE(composer.draft().images.size(), 3);
        auto *edit = composer.findChild<PromptEdit *>();
        QTest::keyClicks(edit, u"What?"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(window.server.requests().size(), 2);
        QTRY_VERIFY(!window.chat->isBusy());

        for (const SeenRequest &request : window.server.requests()) {
            const QJsonArray parts =
                request.json()["messages"_L1].toArray().first()["content"_L1].toArray();
            QCOMPARE(parts.size(), 4);
            const QImage first = QImage::fromData(bytesOf(parts.at(0)));
            QCOMPARE(first.size(), QSize(1024, 2048));
            QVERIFY(first.pixelColor(500, 100).red() > 150);
            QVERIFY(first.pixelColor(500, 1900).blue() > 150);
            QCOMPARE(QImage::fromData(bytesOf(parts.at(1))).size(), QSize(40, 20));
            QCOMPARE(QImage::fromData(bytesOf(parts.at(2))).size(), QSize(16, 8));
            QCOMPARE(parts.at(3)["text"_L1].toString(), u"What?"_s);
            for (int i = 0; i < 3; ++i) {
                QVERIFY(!bytesOf(parts.at(i)).contains("Exif"));
                QVERIFY(!bytesOf(parts.at(i)).contains(kSecretPlace));
            }
        }
        // Number, order and hashes stand in the record of the run.
        const QJsonArray sent = window.server.requests()
                                    .first()
                                    .json()["messages"_L1]
                                    .toArray()
                                    .first()["content"_L1]
                                    .toArray();
        const app::Message *reply =
            window.conversation->message(window.conversation->path(window.lane(0)).last());
        const auto recipe = window.services.store->recipe(reply->run);
        QTRY_VERIFY(recipe.isFinished());
        QVERIFY(recipe.result());
        QCOMPARE(recipe.result()->images.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(
                recipe.result()->images.at(i),
                QCryptographicHash::hash(bytesOf(sent.at(i)), QCryptographicHash::Sha256).toHex());
        }
    }

    void ofADroppedPdfThePagesAreAskedFor()
    {
        LanesWindow window({u"words-3"_s});
        QTemporaryDir folder;
        QFile file(folder.filePath(u"report"_s)); // known by what is in it, not by its name
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(samplePdf(30));
        file.close();
        Composer &composer = window.view->composer();
        composer.attach({halves(20, 10), ImageFile{file.fileName()}, halves(10, 20)});
        PdfDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window.view->window()->findChild<PdfDialog *>()));
        QPushButton *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTRY_VERIFY(ok->isEnabled());
        for (auto *field : dialog->findChildren<QLineEdit *>()) {
            if (field->echoMode() == QLineEdit::Normal)
                field->setText(u"2, 1"_s);
        }
        ok->click();
        QTRY_VERIFY(!composer.isPreparing());
        const QList<app::ImagePart> images = composer.draft().images;
        QCOMPARE(images.size(), 4);
        QCOMPARE(images.at(0).width, 20);
        QCOMPARE(images.at(1).fileName, u"report, page 2"_s);
        QCOMPARE(images.at(2).fileName, u"report, page 1"_s);
        QCOMPARE(images.at(3).width, 10);
    }

    void anAddressIsSentAndNotFetched()
    {
        LanesWindow window({u"words-3"_s});
        const QString address = window.server.baseUrl().toString() + u"/cat.png"_s;
        Composer &composer = window.view->composer();
        composer.askForAddress();
        auto *dialog = composer.findChild<AddressDialog *>();
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>();
        QPushButton *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        field->setText(u"cat.png"_s);
        ok->click();
        QVERIFY(dialog->isVisible()); // no address that a server can fetch
        field->setText(address);
        ok->click();
        QCOMPARE(composer.draft().images.size(), 1);
        emit composer.sendRequested({u"What?"_s, composer.draft().images});
        QTRY_COMPARE(window.server.requests().size(), 1);
        QTRY_VERIFY(!window.chat->isBusy());
        const QJsonArray parts = window.server.requests()
                                     .first()
                                     .json()["messages"_L1]
                                     .toArray()
                                     .first()["content"_L1]
                                     .toArray();
        QCOMPARE(parts.first()["image_url"_L1]["url"_L1].toString(), address);
        QCOMPARE(window.server.requests().size(), 1); // nothing else was asked of it
    }

    void aDraftWithImagesComesBack()
    {
        LanesWindow window({u"words-3"_s});
        Composer &composer = window.view->composer();
        composer.attach({QByteArray(encodedAs(halves(40, 20), "png")), halves(20, 40)});
        QTRY_VERIFY(!composer.isPreparing());
        const app::Draft draft = composer.draft();
        QCOMPARE(draft.images.size(), 2);
        QCOMPARE(window.conversation->draft(), draft);
        const auto stored = [&]() -> app::Draft {
            const auto record = window.services.store->conversation(window.conversation->id());
            const bool done =
                QTest::qWaitFor([&] { return record.isFinished(); }, tests::kPatienceMs);
            return done && record.result() ? record.result()->draft : app::Draft();
        };
        QTRY_COMPARE(stored(), draft); // it is written behind
        // Shown again, with thumbnails from the store.
        composer.setDraft(draft);
        auto *strip = composer.findChild<AttachmentStrip *>();
        QTRY_VERIFY(!strip->images().last().thumbnail.isNull());
        QCOMPARE(strip->images().last().thumbnail.size(), QSize(20, 40));
    }

    void aModelThatRefusedOnceIsNamedBeforeTheNextPrompt()
    {
        LanesWindow window({u"blind"_s, u"seeing"_s});
        Composer &composer = window.view->composer();
        composer.attach({halves(20, 10)});
        QTRY_VERIFY(!composer.isPreparing());
        const auto warning = [&]() -> QString {
            for (const auto *label : composer.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(u"cannot see images"_s))
                    return label->text();
            }
            return {};
        };
        QVERIFY(warning().isEmpty()); // unknown is tried
        window.services.catalogue->learn(u"scripted"_s, u"blind"_s, &app::ModelInfo::images,
                                         app::Ability::No);
        QVERIFY(window.ask(u"Something else"_s)); // whatever moves the lane has it looked at again
        QTRY_VERIFY(warning().startsWith(u"A (blind)"_s));
        composer.setDraft({u"no image"_s, {}});
        QVERIFY(warning().isEmpty());
    }
};

QTEST_MAIN(LaneImagesTest)
#include "lane_images_test.moc"
