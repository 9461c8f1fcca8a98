// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the viewer of images with the answers of two lanes into PNG files, for looking at:
//   QT_QPA_PLATFORM=offscreen ui_viewer_picture FOLDER
#include "app/attachments/image_preparation.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/image_viewer.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

/// A table with a cup, a book and a pen.
QImage scene()
{
    QImage image(1200, 900, QImage::Format_RGB32);
    image.fill(QColor(206, 190, 168));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(0, 0, 1200, 330, QColor(150, 166, 176));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(236, 236, 230));
    painter.drawRoundedRect(QRectF(220, 300, 210, 240), 24, 24);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(236, 236, 230), 26));
    painter.drawEllipse(QRectF(400, 350, 110, 120));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(58, 92, 120));
    painter.drawPolygon(QPolygonF{{620, 470}, {980, 420}, {1050, 640}, {680, 700}});
    painter.setBrush(QColor(60, 40, 36));
    painter.drawPolygon(QPolygonF{{300, 700}, {560, 640}, {566, 656}, {306, 718}});
    return image;
}

void draw(tests::LanesWindow &window, const ui::ActivatedImage &image, app::ThemeChoice choice,
          const QString &file)
{
    app::Preferences preferences;
    preferences.theme = choice;
    preferences.fontFamily = u"Inter"_s;
    window.theme.apply(preferences);
    ui::ImageViewer viewer(
        window.theme, [&](const QByteArray &sha256) { return window.services.store->blob(sha256); },
        image, window.view.get());
    viewer.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy shown(&viewer, &ui::ImageViewer::shown);
    viewer.resize(1180, 760);
    viewer.show();
    if (shown.isEmpty())
        shown.wait(5000);
    viewer.canvas().setHovered(1);
    viewer.grab().save(file);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = application.arguments().value(1, u"."_s);
    tests::LanesWindow window({u"one-model"_s, u"another-model"_s});
    const QByteArray first = "I see three things on a table.\n\n```json\n[\n"
                             "  {\"bbox_2d\": [218, 298, 520, 542], \"label\": \"cup\"},\n"
                             "  {\"bbox_2d\": [618, 418, 1052, 702], \"label\": \"book\"},\n"
                             "  {\"bbox_2d\": [298, 638, 568, 720], \"label\": \"pen\"}\n]\n```\n";
    const QByteArray second = "[{\"box_2d\": [340, 190, 620, 370], \"label\": \"white mug\"}, "
                              "{\"box_2d\": [460, 510, 790, 890], \"label\": \"notebook\"}]";
    const QByteArrayList answers{first, second};
    for (int lane = 0; lane < answers.size(); ++lane) {
        window.server.setScriptOf(
            window.conversation->lanes().at(lane).model,
            tests::stream({tests::text(answers.at(lane)), tests::finish("stop"), tests::kDone}));
    }
    const auto prepared = app::prepareImage(scene());
    const auto kept = window.services.store->putBlob(prepared->bytes, prepared->mimeType);
    (void)QTest::qWaitFor([&] { return kept.isFinished(); });
    window.chat->send(
        {u"What lies on the table? Give boxes."_s, {app::imagePart(*prepared, u"table.png"_s)}});
    (void)QTest::qWaitFor([&] { return !window.chat->isBusy(); }, tests::kPatienceMs);
    ui::ActivatedImage image;
    image.chat = window.chat;
    image.message = window.conversation->path(window.lane(0)).value(0);
    image.sha256 = prepared->sha256;
    draw(window, image, app::ThemeChoice::Light, folder + u"/viewer-light.png"_s);
    draw(window, image, app::ThemeChoice::Dark, folder + u"/viewer-dark.png"_s);
    return 0;
}
