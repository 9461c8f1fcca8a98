// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"
#include "app/store/run_queries.h"

namespace app {

/// How sure it is that the body is the one that the server received.
enum class Exactness {
    Exact, ///< its bytes have the hash that was noted when they left
    KeyHidden, ///< the same, but what is called like a key in it is hidden here
    Differs, ///< built again from its recipe, with another hash
    ImageGone, ///< an image of it is not kept any more: there is no body
    MessageGone, ///< the same of a message
    NothingSent, ///< the run ended before
};

[[nodiscard]] QLatin1StringView exactnessName(Exactness exactness); ///< "exact", "key_hidden", …

/// An image of a request, in the order in which they were sent.
struct RecordedImage
{
    QByteArray sha256;
    QString mimeType;
    int width = 0;
    int height = 0;
    QByteArray bytes; ///< empty: gone, or sent by its address
    QString url = {}; ///< sent in place of bytes, which the server fetched

    [[nodiscard]] bool isGone() const { return bytes.isEmpty() && url.isEmpty(); }

    bool operator==(const RecordedImage &) const = default;
};

/// The record of a run: what was asked, to the byte, and what came. No key is in it. A value.
struct RecordedRun
{
    StoredRun stored;
    QByteArray method;
    QString url;
    HeaderLines sent; ///< with hidden values
    bool isAddressOfNow = false; ///< method, URL and headers were not kept: they are today's
    QString keyVariable; ///< of the environment, for scripts; empty: no key was sent
    bool isDemo = false; ///< there is no server to ask

    Exactness exactness = Exactness::NothingSent;
    QByteArray body; ///< empty where there is none
    QList<RecordedImage> images;

    [[nodiscard]] const Run &run() const { return stored.run; }
};

/// `provider`: of the run, as it is today. Builds the body again: for a worker.
[[nodiscard]] RecordedRun recordedRun(const StoredRun &stored, const Provider &provider,
                                      const QHash<QByteArray, QByteArray> &images);

} // namespace app
