// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/image_intake.h"

#include "app/attachments/image_workers.h"
#include "app/base/when_done.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "app/store/store.h"
#include "ui/composer/composer.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageReader>
#include <QPromise>
#include <QtConcurrentRun>

#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Prepared = app::Result<app::PreparedImage>;

/// What a chain of futures comes to. Dropped where the context dies first, which cancels it.
template <typename T>
class Answer
{
public:
    Answer() : m_promise(std::make_shared<QPromise<app::Result<T>>>()) { m_promise->start(); }
    [[nodiscard]] QFuture<app::Result<T>> future() const { return m_promise->future(); }
    void give(app::Result<T> result) const
    {
        m_promise->addResult(std::move(result));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<app::Result<T>>> m_promise; ///< closures that hold it are copied
};

QString nameOf(const ImageSource &source)
{
    if (const auto *file = std::get_if<ImageFile>(&source))
        return QFileInfo(file->path).fileName();
    if (const auto *page = std::get_if<PdfPage>(&source))
        return app::pdfPageName(page->file, page->page);
    return {};
}

/// The image that comes of a blob, which is read first.
QFuture<Prepared> preparedFromStore(app::Store &store, const QByteArray &sha256,
                                    const app::ImageLimits &limits, const app::ImageEdit &edit,
                                    QObject *context)
{
    const Answer<app::PreparedImage> answer;
    app::whenDone(store.blob(sha256), context,
                  [context, answer, limits, edit](const app::Result<QByteArray> &bytes) {
                      if (!bytes)
                          return answer.give(app::fail(bytes.error()));
                      app::whenDone(app::prepareImageLater(*bytes, limits, edit), context,
                                    [answer](const Prepared &image) { answer.give(image); });
                  });
    return answer.future();
}

QFuture<Prepared> preparedFrom(const ImageSource &source, app::Store &store,
                               const app::ImageLimits &limits, const app::ImageEdit &edit,
                               QObject *context)
{
    if (const auto *file = std::get_if<ImageFile>(&source))
        return app::prepareImageFile(file->path, limits, edit);
    if (const auto *bytes = std::get_if<QByteArray>(&source))
        return app::prepareImageLater(*bytes, limits, edit);
    if (const auto *page = std::get_if<PdfPage>(&source))
        return app::preparePdfPageLater(page->file, page->page, limits, edit);
    if (const auto *stored = std::get_if<StoredImage>(&source))
        return preparedFromStore(store, stored->sha256, limits, edit, context);
    return app::prepareImageLater(std::get<QImage>(source), limits, edit);
}

app::ImageLimits limitsOf(const app::Settings &settings)
{
    return {.longestSide = settings.preferences().imageLongestSide};
}

/// A file can be read again; the bytes of a clipboard are not kept beside what became of them.
ImageSource originalOf(const ImageSource &source, const app::PreparedImage &image)
{
    if (std::holds_alternative<QByteArray>(source) || std::holds_alternative<QImage>(source))
        return StoredImage{image.sha256};
    return source;
}

app::Result<PreviewedImage> withPixels(const Prepared &image)
{
    if (!image)
        return app::fail(image.error());
    return PreviewedImage{*image, QImage::fromData(image->bytes)};
}

/// A blob as it is: encoding it once more would show something else than what is sent.
app::Result<PreviewedImage> asItIs(const app::Result<QByteArray> &bytes, const QByteArray &sha256)
{
    if (!bytes)
        return app::fail(bytes.error());
    PreviewedImage previewed{{}, QImage::fromData(*bytes)};
    previewed.prepared.bytes = *bytes;
    previewed.prepared.sha256 = sha256;
    QBuffer buffer;
    buffer.setData(*bytes);
    buffer.open(QIODevice::ReadOnly);
    previewed.prepared.mimeType =
        "image/"_L1 + QString::fromLatin1(QImageReader::imageFormat(&buffer));
    previewed.prepared.width = previewed.pixels.width();
    previewed.prepared.height = previewed.pixels.height();
    previewed.prepared.original = previewed.pixels.size();
    return previewed;
}

QFuture<app::Result<PreviewedImage>> previewedBlob(app::Store &store, const QByteArray &sha256,
                                                   QObject *context)
{
    const Answer<PreviewedImage> answer;
    app::whenDone(store.blob(sha256), context,
                  [context, answer, sha256](const app::Result<QByteArray> &bytes) {
                      app::whenDone(
                          QtConcurrent::run(&app::imageWorkers(),
                                            [bytes, sha256] { return asItIs(bytes, sha256); }),
                          context, [answer](const app::Result<PreviewedImage> &previewed) {
                              answer.give(previewed);
                          });
                  });
    return answer.future();
}

} // namespace

ImageImporter imageImporter(app::Store &store, const app::Settings &settings, QObject *context)
{
    return [&store, &settings, context](const ImageSource &source) {
        const Answer<AttachedImage> answer;
        app::whenDone(preparedFrom(source, store, limitsOf(settings), {}, context), context,
                      [&store, context, answer, source](const Prepared &image) {
                          if (!image)
                              return answer.give(app::fail(image.error()));
                          const AttachedImage attached{.part =
                                                           app::imagePart(*image, nameOf(source)),
                                                       .thumbnail = image->thumbnail,
                                                       .original = originalOf(source, *image),
                                                       .originalSize = image->original,
                                                       .frames = image->frames};
                          app::whenDone(store.putBlob(image->bytes, image->mimeType), context,
                                        [answer, attached](const app::Result<QByteArray> &hash) {
                                            if (hash)
                                                answer.give(attached);
                                            else
                                                answer.give(app::fail(hash.error()));
                                        });
                      });
        return answer.future();
    };
}

ThumbnailLoader thumbnailLoader(app::Store &store, QObject *context)
{
    return [&store, context](const QByteArray &sha256) {
        const Answer<QImage> answer;
        // As small as it is shown: a JPEG is decoded at an eighth then.
        const app::ImageLimits limits{.longestSide = app::ImageLimits().thumbnailSide};
        app::whenDone(preparedFromStore(store, sha256, limits, {}, context), context,
                      [answer](const Prepared &image) {
                          if (image)
                              answer.give(image->thumbnail);
                          else
                              answer.give(app::fail(image.error()));
                      });
        return answer.future();
    };
}

ImagePreviewer imagePreviewer(app::Store &store, const app::Settings &settings, QObject *context)
{
    return [&store, &settings, context](const ImageSource &source, const app::ImageEdit &edit) {
        const auto *stored = std::get_if<StoredImage>(&source);
        if (stored && edit == app::ImageEdit())
            return previewedBlob(store, stored->sha256, context);
        const Answer<PreviewedImage> answer;
        app::whenDone(preparedFrom(source, store, limitsOf(settings), edit, context), context,
                      [context, answer](const Prepared &image) {
                          app::whenDone(QtConcurrent::run(&app::imageWorkers(), &withPixels, image),
                                        context,
                                        [answer](const app::Result<PreviewedImage> &previewed) {
                                            answer.give(previewed);
                                        });
                      });
        return answer.future();
    };
}

ImageKeeper imageKeeper(app::Store &store, QObject *context)
{
    return [&store, context](const app::PreparedImage &image) {
        const Answer<void> answer;
        app::whenDone(store.putBlob(image.bytes, image.mimeType), context,
                      [answer](const app::Result<QByteArray> &hash) {
                          if (hash)
                              answer.give({});
                          else
                              answer.give(app::fail(hash.error()));
                      });
        return answer.future();
    };
}

void equipComposer(Composer &composer, app::Services &services)
{
    app::Store &store = *services.store;
    const app::Settings &settings = *services.settings;
    composer.setImageImporter(imageImporter(store, settings, &composer));
    composer.setThumbnailLoader(thumbnailLoader(store, &composer));
    composer.setImagePreview(imagePreviewer(store, settings, &composer),
                             imageKeeper(store, &composer),
                             [&settings] { return settings.preferences().imageLongestSide; });
}

} // namespace ui
