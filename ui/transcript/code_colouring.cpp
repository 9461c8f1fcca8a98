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
    m_known[place].asked = true;
    const app::CodeStatePtr before = stateBefore(place, code);
    const auto result =
        QtConcurrent::run(&m_worker, [language = code.language, lines = code.lines, before] {
            return app::highlightCode(language, lines, before);
        });
    app::whenDone(result, this,
                  [this, place, lines = code.lines](const app::HighlightedLines &colours) {
                      m_known[place] = Known{lines, colours, false};
                      emit coloured(place.message, place.key);
                  });
}

} // namespace ui
