// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/conversation.h"
#include "app/library/tags.h"
#include "app/store/store.h"

#include <QFuture>
#include <QObject>

namespace app {

/// The list of conversations, and the way to open one. Holds summaries only; an open conversation
/// lives as long as somebody holds it. Writes what it changes. GUI thread.
class Library : public QObject
{
    Q_OBJECT
public:
    Library(Store &store, const Clock &clock, QObject *parent = nullptr);
    ~Library() override;

    /// Asks the store for the list; loaded() when it is there. The window works before that.
    void load();
    [[nodiscard]] bool isLoaded() const;

    /// The one changed last first; without deleted ones.
    [[nodiscard]] const QList<ConversationSummary> &conversations() const;

    /// A new conversation with these lanes (one at least). It joins the list with its first
    /// message or draft; until then it is not written.
    [[nodiscard]] ConversationPtr create(const QList<Lane> &lanes);
    /// The open one if somebody holds it, else read from the store.
    [[nodiscard]] QFuture<Result<ConversationPtr>> open(ConversationId id);

    // These change the list at once and then the store; an id that is unknown changes nothing.
    void rename(ConversationId id, const QString &title);
    void markRead(ConversationId id);
    void setPinned(ConversationId id, bool pinned);
    /// As normalisedTags() makes them.
    void setTags(ConversationId id, const QStringList &tags);
    /// What it may cost; nothing: the ceiling of the preferences holds.
    void setCeiling(ConversationId id, std::optional<double> usd);
    /// Hides it; restore() undoes that for as long as the program runs.
    void remove(ConversationId id);
    void restore(ConversationId id);
    /// Those of all conversations of the list, in the order of the alphabet.
    [[nodiscard]] QStringList tags() const;
    /// Conversations that match, in the order of the list: by title or text, and words that begin
    /// with # by a tag that begins so.
    [[nodiscard]] QFuture<Result<QList<ConversationId>>> search(const QString &typed);

    // Signals come when conversations() is as they say.
signals:
    void loaded();
    void loadFailed(const app::Error &error);
    void inserted(int row);
    void changed(int row);
    void moved(int from, int to); ///< `to` is its row now
    void removed(int row);
    void writeFailed(const app::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace app
