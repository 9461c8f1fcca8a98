// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/code_colouring.h"

#include "app/base/when_done.h"

#include <QFuture>
#include <QtConcurrentRun>

namespace ui {

namespace {
constexpr qsizetype kMostSlices = 8000; // of 16 lines; some megabytes of colours
} // namespace

CodeColouring::CodeColouring(QObject *parent) : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
}

CodeColouring::~CodeColouring()
{
    m_worker.clear();
    m_worker.waitForDone();
}

QList<app::CodeRuns> CodeColouring::colours(app::MessageId message, const Slice &code)
{
    if (code.language.isEmpty())
        return {};
    const Place place{message, code.key};
    if (!m_known.contains(place) && m_known.size() >= kMostSlices)
        m_known.removeIf([](const auto &known) { return !known.value().asked; });
    Known &known = m_known[place];
    if (known.lines != code.lines && !known.asked)
        ask(place, code);

    // Lines that are still the same keep their colours while the rest is on its way.
    qsizetype same = 0;
    while (same < qMin(known.lines.size(), code.lines.size())
           && known.lines[same] == code.lines[same])
        ++same;
    return known.result.lines.first(qMin(same, known.result.lines.size()));
}

app::CodeStatePtr CodeColouring::stateBefore(const Place &place, const Slice &code) const
{
    if (code.isFirst)
        return {};
    Place before = place;
    const bool inChild = code.key.child == code.origin.child;
    --(inChild ? before.key.leaf : before.key.child);
    return m_known.value(before).result.stateAfter;
}

void CodeColouring::ask(const Place &place, const Slice &code)
{
    Known &known = m_known[place];
    known.asked = true;
    // Code that is being written: only its last line is another one, and new ones stand behind it.
    const qsizetype kept = keptLines(known, code);
    const app::CodeStatePtr before =
        kept > 0 ? known.result.stateBeforeLast : stateBefore(place, code);
    const auto result = QtConcurrent::run(
        &m_worker, [language = code.language, lines = code.lines.sliced(kept), before] {
            return app::highlightCode(language, lines, before);
        });
    app::whenDone(result, this,
                  [this, place, kept, lines = code.lines](app::HighlightedLines colours) {
                      Known &older = m_known[place];
                      colours.lines = older.result.lines.first(kept) + colours.lines;
                      m_linesColoured += lines.size() - kept;
                      older = Known{lines, colours, false};
                      emit coloured(place.message, place.key);
                  });
}

qsizetype CodeColouring::keptLines(const Known &known, const Slice &code)
{
    const qsizetype finished = known.lines.size() - 1;
    const bool grew = finished > 0 && code.lines.size() > finished
                      && known.result.lines.size() == known.lines.size()
                      && code.lines.first(finished) == known.lines.first(finished);
    return grew ? finished : 0;
}

} // namespace ui
