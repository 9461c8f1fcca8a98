// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/search_backlog.h"

#include "app/markdown/plain_text.h"
#include "app/store/search_text.h"
#include "app/store/tables/message_table.h"
#include "app/store/tables/search_table.h"

namespace app {

namespace {
constexpr qsizetype kSliceBytes = 32 * 1024;
} // namespace

void SearchBacklog::startAgain()
{
    m_phase = Phase::Idle;
    m_document = {};
    m_source.clear();
    m_text.clear();
}

Result<SearchBacklog::Progress> SearchBacklog::step(Database &database)
{
    switch (m_phase) {
    case Phase::Idle:
        return choose(database);
    case Phase::Reading:
        if (m_at < m_source.size()) {
            m_document.append(QByteArrayView(m_source).sliced(
                m_at, std::min(kSliceBytes, m_source.size() - m_at)));
            m_at += kSliceBytes;
        } else {
            m_text = searchText(toPlainText(m_document.blocks()));
            m_phase = Phase::Read;
        }
        return Progress::Begun;
    case Phase::Read:
        break;
    }
    const auto stored = store(database);
    startAgain();
    if (!stored)
        return fail(stored.error());
    return Progress::Begun;
}

Result<SearchBacklog::Progress> SearchBacklog::choose(Database &database)
{
    const auto next = nextToIndex(database);
    if (!next)
        return fail(next.error());
    if (!*next)
        return Progress::Nothing;
    const auto message = readMessage(database, **next);
    if (!message)
        return fail(message.error());
    if (!isIndexedLater(*message)) {
        return database.inTransaction([&] { return indexMessage(database, *message); }).map([] {
            return Progress::Begun;
        });
    }
    m_message = **next;
    m_source = textOf(message->parts);
    m_at = 0;
    m_phase = Phase::Reading;
    return Progress::Begun;
}

Result<void> SearchBacklog::store(Database &database)
{
    return database.inTransaction([&] { return putSearchText(database, m_message, m_text); });
}

} // namespace app
