// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/code_colouring.h"

#include "app/base/when_done.h"

#include <QFuture>
#include <QtConcurrentRun>

namespace ui {

namespace {
constexpr qsizetype kMostSlices = 16'000; // of 8 lines; some megabytes of colours
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

QList<app::CodeRuns> CodeColouring::colours(app::MessageId message, std::span<const Slice> above,
                                            const Slice &code)
{
    if (code.language.isEmpty())
        return {};
    const Place place{message, code.key};
    if (!m_known.contains(place) && m_known.size() >= kMostSlices) {
        m_wanted.clear();
        m_known.removeIf([](const auto &known) { return !known.value().asked; });
    }
    if (m_known[place].code != codeOf(code) && !m_known[place].asked) {
        if (!code.isFirst && !above.empty() && above.back().origin == code.origin)
            askAbove(message, above, code);
        ask(place, codeOf(code));
    }
    // Lines that are still the same keep their colours while the rest is on its way.
    const Known &known = m_known[place];
    qsizetype same = 0;
    while (same < qMin(known.code.lines.size(), code.lines.size())
           && known.code.lines[same] == code.lines[same])
        ++same;
    return known.result.lines.first(qMin(same, known.result.lines.size()));
}

void CodeColouring::link(app::MessageId message, const Slice &above, const Slice &code)
{
    m_known[{message, above.key}].below = code.key;
    m_known[{message, code.key}].above = above.key;
}

/// What stands above in the block and nobody knows yet: the first of it is asked for now, each one
/// behind it when that is known.
void CodeColouring::askAbove(app::MessageId message, std::span<const Slice> above,
                             const Slice &code)
{
    const Slice *below = &code;
    for (auto slice = above.rbegin(); slice != above.rend() && slice->origin == code.origin;
         ++slice) {
        const Place place{message, slice->key};
        link(message, *slice, *below);
        below = &*slice;
        const Known &known = m_known[place];
        if (known.asked || known.code == codeOf(*slice))
            return;
        const bool isTop = slice->isFirst || std::next(slice) == above.rend();
        const Known before = isTop ? Known() : m_known.value(Place{message, std::next(slice)->key});
        const bool isKnownAbove =
            !isTop && (before.asked || before.code == codeOf(*std::next(slice)));
        if (isTop || isKnownAbove) {
            if (isKnownAbove)
                link(message, *std::next(slice), *slice);
            return ask(place, codeOf(*slice));
        }
        m_wanted.insert(place, codeOf(*slice));
    }
}

app::CodeStatePtr CodeColouring::stateBefore(const Known &known, app::MessageId message) const
{
    return known.above ? m_known.value({message, *known.above}).result.stateAfter
                       : app::CodeStatePtr();
}

bool CodeColouring::isBehindOther(const Known &known, app::MessageId message) const
{
    return !app::isSameState(known.before, stateBefore(known, message));
}

void CodeColouring::ask(const Place &place, const Code &code)
{
    Known &known = m_known[place];
    known.asked = true;
    // Code that is being written: only its last line is another one, and new ones stand behind it.
    const qsizetype kept = isBehindOther(known, place.message) ? 0 : keptLines(known, code);
    if (kept == 0)
        known.before = stateBefore(known, place.message);
    const app::CodeStatePtr from = kept > 0 ? known.result.stateBeforeLast : known.before;
    const auto result =
        QtConcurrent::run(&m_worker, [language = code.language, lines = code.lines.sliced(kept),
                                      from] { return app::highlightCode(language, lines, from); });
    app::whenDone(result, this, [this, place, kept, code](app::HighlightedLines colours) {
        take(place, code, kept, std::move(colours));
    });
}

void CodeColouring::take(const Place &place, const Code &code, qsizetype kept,
                         app::HighlightedLines colours)
{
    Known &known = m_known[place];
    colours.lines = known.result.lines.first(kept) + colours.lines;
    m_linesColoured += code.lines.size() - kept;
    known.code = code;
    known.result = std::move(colours);
    known.asked = false;
    emit coloured(place.message, place.key);
    if (isBehindOther(m_known[place], place.message))
        return ask(place, code); // what stands above was found out meanwhile
    const std::optional<SliceKey> below = m_known[place].below;
    if (!below)
        return;
    const Place next{place.message, *below};
    if (m_wanted.contains(next))
        return ask(next, m_wanted.take(next));
    const Known &following = m_known[next];
    const bool isColoured = !following.asked && !following.code.lines.isEmpty();
    if (isColoured && isBehindOther(following, place.message))
        ask(next, Code(following.code));
}

qsizetype CodeColouring::keptLines(const Known &known, const Code &code)
{
    const QList<QByteArray> &before = known.code.lines;
    const qsizetype finished = before.size() - 1;
    const bool grew = finished > 0 && code.lines.size() > finished
                      && code.language == known.code.language
                      && known.result.lines.size() == before.size()
                      && code.lines.first(finished) == before.first(finished);
    return grew ? finished : 0;
}

} // namespace ui
