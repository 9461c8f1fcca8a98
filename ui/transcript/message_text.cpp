// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/message_text.h"

#include "app/markdown/code_highlighter.h"
#include "ui/transcript/transcript_words.h"

#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Runs of inlines in the order of the text of a layout, each with its start in it.
template <typename Visitor>
void visitInlines(const Slice &slice, const Visitor &visitor)
{
    int start = 0;
    const auto visit = [&](const app::Inlines &inlines) {
        for (const app::Inline &run : inlines) {
            const QString text = shownText(run);
            visitor(run, start, text);
            start += int(text.size());
        }
    };
    if (slice.kind != Slice::Kind::Table)
        return visit(slice.inlines);
    for (qsizetype row = 0; row < slice.rows.size(); ++row) {
        const app::Blocks &cells = slice.rows[row].children;
        start += row > 0;
        for (qsizetype i = 0; i < qMin(cells.size(), slice.alignments.size()); ++i) {
            start += i > 0;
            visit(cells[i].inlines);
        }
    }
}

/// The text that its layout would have.
QString layoutText(const Slice &slice)
{
    if (slice.kind == Slice::Kind::Text)
        return shownText(slice.inlines);
    if (slice.kind == Slice::Kind::Code)
        return QString::fromUtf8(slice.lines.join('\n'));
    QStringList rows;
    for (const app::Block &row : slice.rows) {
        QStringList cells;
        for (qsizetype i = 0; i < qMin(row.children.size(), slice.alignments.size()); ++i)
            cells += shownText(row.children[i].inlines);
        rows += cells.join(u'\t');
    }
    return rows.join(u'\n');
}

/// What is said before the text of a slice.
QString wordsBefore(const Slice &slice)
{
    if (slice.task != app::Block::Task::None)
        return slice.task == app::Block::Task::Done ? Transcript::tr("done: ")
                                                    : Transcript::tr("to do: ");
    if (!slice.marker.isEmpty())
        return slice.marker + u' ';
    if (slice.kind == Slice::Kind::Code && slice.isFirst)
        //: Before a block of code; %1 is its language
        return Transcript::tr("Code: %1").arg(QString::fromUtf8(app::languageLabel(slice.language)))
               + u'\n';
    return {};
}

/// What is said of a slice without text of its own.
QString wordsFor(const Slice &slice)
{
    switch (slice.kind) {
    case Slice::Kind::Reasoning:
    case Slice::Kind::Error:
    case Slice::Kind::Notice:
        return slice.text;
    case Slice::Kind::ToolCall: {
        const QString call = Transcript::tr("Tool call: %1 %2").arg(slice.text, slice.detail);
        return slice.result.isEmpty() ? call : call + u'\n' + slice.result;
    }
    case Slice::Kind::Images: {
        QStringList images;
        for (const SliceImage &image : slice.images)
            images += Transcript::tr("Image: %1").arg(image.part.fileName);
        return images.join(u'\n');
    }
    default: // the author stands in the first line, the footer in buttons and the description
        return {};
    }
}

} // namespace

MessageText::MessageText(std::vector<Slice> slices, const QString &author)
    : m_slices(std::move(slices)), m_text(author), m_bodyStart(int(author.size()))
{
    for (size_t i = 0; i < m_slices.size(); ++i)
        addRun(int(i));
}

void MessageText::addRun(int slice)
{
    const Slice &added = m_slices[size_t(slice)];
    const bool isShown = holdsText(added);
    const QString words = isShown ? wordsBefore(added) : QString();
    const QString body = isShown ? layoutText(added) : wordsFor(added);
    if (!isShown && body.isEmpty())
        return;
    m_text += u'\n';
    if (m_runs.empty())
        m_bodyStart = int(m_text.size());
    m_runs.push_back({slice, int(m_text.size()), int(words.size()), int(body.size()), isShown});
    m_text += words + body;
}

const Slice *MessageText::slice(const SliceKey &key) const
{
    const auto at = std::lower_bound(
        m_slices.begin(), m_slices.end(), key,
        [](const Slice &slice, const SliceKey &wanted) { return slice.key < wanted; });
    return at != m_slices.end() && at->key == key ? &*at : nullptr;
}

const MessageText::Run *MessageText::runAt(int offset) const
{
    const auto behind =
        std::upper_bound(m_runs.begin(), m_runs.end(), offset,
                         [](int wanted, const Run &run) { return wanted < run.start; });
    return behind == m_runs.begin() ? nullptr : &*std::prev(behind);
}

const MessageText::Run *MessageText::runOf(int slice) const
{
    const auto at = std::lower_bound(m_runs.begin(), m_runs.end(), slice,
                                     [](const Run &run, int wanted) { return run.slice < wanted; });
    return at == m_runs.end() ? nullptr : &*at;
}

MessageText::Place MessageText::placeAt(int offset) const
{
    const Run *run = runAt(offset);
    if (!run)
        return {-1, qBound(0, offset, qMax(0, m_bodyStart - 1)), true};
    const int inBody = offset - run->start - run->words;
    if (!run->isShown)
        return {run->slice, 0, true};
    return {run->slice, qBound(0, inBody, run->length), inBody < 0};
}

int MessageText::offsetOf(const Place &place) const
{
    const Run *run = place.slice < 0 ? nullptr : runOf(place.slice);
    if (place.slice < 0)
        return 0;
    if (!run)
        return int(m_text.size());
    if (run->slice != place.slice || !run->isShown)
        return run->start;
    return run->start + run->words + qBound(0, place.offset, run->length);
}

int MessageText::offsetOf(const SlicePosition &position) const
{
    const auto at = std::lower_bound(
        m_slices.begin(), m_slices.end(), position.key,
        [](const Slice &slice, const SliceKey &wanted) { return slice.key < wanted; });
    const bool found = at != m_slices.end() && at->key == position.key;
    return offsetOf(Place{int(at - m_slices.begin()), found ? position.offset : 0, false});
}

SlicePosition MessageText::positionAt(int offset) const
{
    const Place place = placeAt(offset);
    if (place.slice < 0)
        return {SliceKey{-1, 0, 0, 0}, 0};
    return {m_slices[size_t(place.slice)].key, place.offset};
}

std::pair<int, int> MessageText::unitAround(int offset, Unit unit) const
{
    const int size = int(m_text.size());
    offset = qBound(0, offset, qMax(0, size - 1)); // behind the last one: the last one
    const int from = offset == 0 ? 0 : int(m_text.lastIndexOf(u'\n', offset - 1)) + 1;
    const qsizetype lineEnd = m_text.indexOf(u'\n', offset);
    const int to = lineEnd < 0 ? size : int(lineEnd) + 1;
    if (unit == Unit::Paragraph || from == to)
        return {from, to};
    // Boundaries are looked for in one paragraph: a message can be long.
    const QStringView paragraph = QStringView(m_text).sliced(from, to - from);
    QTextBoundaryFinder finder(unit == Unit::Character ? QTextBoundaryFinder::Grapheme
                               : unit == Unit::Word    ? QTextBoundaryFinder::Word
                                                       : QTextBoundaryFinder::Sentence,
                               paragraph);
    const auto starts = [&] {
        return unit != Unit::Word || (finder.boundaryReasons() & QTextBoundaryFinder::StartOfItem);
    };
    finder.setPosition(offset - from);
    if (!finder.isAtBoundary() || !starts()) {
        while (finder.toPreviousBoundary() > 0 && !starts()) { }
    }
    const int first = int(qMax<qsizetype>(0, finder.position()));
    finder.setPosition(first);
    while (finder.toNextBoundary() >= 0 && finder.position() < paragraph.size() && !starts()) { }
    const qsizetype last = finder.position() > first ? finder.position() : paragraph.size();
    return {from + first, from + int(last)};
}

QString MessageText::attributesAt(int offset, int *start, int *end) const
{
    const Run *run = runAt(offset);
    *start = run ? run->start : 0;
    *end = run ? run->start + run->words + run->length : qMax(0, m_bodyStart - 1);
    if (!run || !run->isShown || offset < run->start + run->words)
        return {};
    const Slice &slice = m_slices[size_t(run->slice)];
    const int body = run->start + run->words;
    *start = body;
    QStringList attributes;
    if (slice.kind == Slice::Kind::Code)
        attributes += u"font-family:monospace"_s;
    if (slice.level > 0)
        attributes += u"font-weight:bold;heading-level:%1"_s.arg(slice.level);
    visitInlines(slice, [&](const app::Inline &part, int from, const QString &text) {
        if (offset < body + from || offset >= body + from + int(text.size()))
            return;
        *start = body + from;
        *end = body + from + int(text.size());
        if (part.kind == app::Inline::Kind::Code)
            attributes += u"font-family:monospace"_s;
        if (part.styles & app::InlineStyle::Strong)
            attributes += u"font-weight:bold"_s;
        if (part.styles & app::InlineStyle::Emphasis)
            attributes += u"font-style:italic"_s;
        if (part.styles & app::InlineStyle::Strikethrough)
            attributes += u"text-line-through-type:single"_s;
        if (!part.link.isEmpty())
            attributes += u"text-underline-type:single"_s;
    });
    return attributes.isEmpty() ? QString() : attributes.join(u';') + u';';
}

QList<PressableItem> linksOf(const Slice &slice)
{
    QList<PressableItem> links;
    int behind = -1;
    visitInlines(slice, [&](const app::Inline &run, int start, const QString &text) {
        if (run.link.isEmpty())
            return;
        const bool goesOn = behind == start && links.constLast().link == run.link;
        if (!goesOn)
            links.append({slice.key, {}, run.link, start, 0, {}});
        links.last().length += int(text.size());
        links.last().name += text;
        behind = start + int(text.size());
    });
    return links;
}

} // namespace ui
