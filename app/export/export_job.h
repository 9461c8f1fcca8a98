// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/export/export_format.h"
#include "app/library/conversation.h"

#include <QObject>

#include <functional>

namespace app {

class Store;

/// Reads what an export needs besides (pictures, what was asked in the runs), one after the other
/// so that the store stays free for others, and then makes it on a worker. GUI thread. done() or
/// failed() comes exactly once and last, not before control returned to the event loop; destruction
/// is silent and is the way to cancel.
///
/// A picture that is not there any more is left out, and so are those beyond 256 MB. What was asked
/// is kept with its messages up to 64 MB of them, and without them beyond: a long history would be
/// there many times. It is also without them where one of them was answered blind.
class ExportJob : public QObject
{
    Q_OBJECT
public:
    /// What is made of it, on a worker.
    using Make = std::function<Result<QByteArray>(const Exported &)>;

    ExportJob(ConversationPtr conversation, Exported exported, ExportFormat format, Store &store,
              QObject *parent = nullptr);
    ~ExportJob() override;

    /// As bytes of the format. With `words` of another language than English.
    void start(const ExportWords &words = {});
    void start(const Make &make);

signals:
    void done(const QByteArray &bytes);
    void failed(const app::Error &error);

private:
    void readNextImage();
    void readNextRequest();
    void take(RunId run, const Recipe &recipe);
    void make();

    ConversationPtr m_conversation;
    Exported m_exported;
    ExportFormat m_format;
    Store &m_store;
    Make m_make;
    QList<ImagePart> m_missingImages;
    QList<RunId> m_missingRequests;
    qint64 m_imageBytes = 0;
    qint64 m_requestBytes = 0;
};

} // namespace app
