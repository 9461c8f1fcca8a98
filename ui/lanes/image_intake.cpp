// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/image_intake.h"

#include "app/attachments/image_preparation.h"
#include "app/base/when_done.h"
#include "app/store/store.h"

#include <QFileInfo>
#include <QPromise>

#include <memory>

namespace ui {

namespace {

QFuture<app::Result<app::PreparedImage>> prepared(const ImageSource &source)
{
    if (const auto *file = std::get_if<ImageFile>(&source))
        return app::prepareImageFile(file->path);
    if (const auto *bytes = std::get_if<QByteArray>(&source))
        return app::prepareImageLater(*bytes);
    return app::prepareImageLater(std::get<QImage>(source));
}

QString nameOf(const ImageSource &source)
{
    const auto *file = std::get_if<ImageFile>(&source);
    return file ? QFileInfo(file->path).fileName() : QString();
}

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

} // namespace

ImageImporter imageImporter(app::Store &store, QObject *context)
{
    return [&store, context](const ImageSource &source) {
        const Answer<AttachedImage> answer;
        app::whenDone(
            prepared(source), context,
            [&store, context, answer,
             name = nameOf(source)](const app::Result<app::PreparedImage> &image) {
                if (!image)
                    return answer.give(app::fail(image.error()));
                const AttachedImage attached{app::imagePart(*image, name), image->thumbnail};
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
        app::whenDone(store.blob(sha256), context,
                      [context, answer](const app::Result<QByteArray> &bytes) {
                          if (!bytes)
                              return answer.give(app::fail(bytes.error()));
                          app::whenDone(app::prepareImageLater(*bytes), context,
                                        [answer](const app::Result<app::PreparedImage> &image) {
                                            if (image)
                                                answer.give(image->thumbnail);
                                            else
                                                answer.give(app::fail(image.error()));
                                        });
                      });
        return answer.future();
    };
}

} // namespace ui
