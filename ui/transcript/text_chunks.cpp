// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/text_chunks.h"

#include "app/markdown/math_notation.h"
#include "app/openai/picture_splitter.h"
#include "ui/transcript/remote_images.h"
#include "ui/transcript/transcript_words.h"

using namespace Qt::StringLiterals;

namespace ui {

using app::Block;
using app::Inline;
using app::Inlines;

namespace {
constexpr qsizetype kPlaceholderAddress = 200;
constexpr qsizetype kImageName = 120;

/// Of one elsewhere, which does not load by itself, it names the address; of one that is here only
/// what it shows.
QString imagePlaceholder(const Inline &run)
{
    const QString name = QString::fromUtf8(run.text);
    if (app::isPictureTooLarge(run.address)) {
        const QString sentence = Transcript::tr("The picture was too large to be kept.");
        return name.isEmpty() ? sentence : name + u": "_s + sentence;
    }
    if (run.address.startsWith("data:"))
        return name.isEmpty() ? Transcript::tr("Picture") : name;
    return name + (name.isEmpty() ? u""_s : u": "_s)
           + QString::fromUtf8(run.address.first(qMin(run.address.size(), kPlaceholderAddress)));
}
} // namespace

std::optional<SliceImage> imageShownFor(const Inline &run)
{
    if (run.kind != Inline::Kind::Image)
        return {};
    SliceImage image;
    image.part.fileName = QString::fromUtf8(run.text).simplified().left(kImageName);
    image.part.sha256 = app::pictureAt(run.address);
    if (!image.part.sha256.isEmpty())
        return image;
    if (!isRemoteImage(run.address))
        return {};
    image.address = run.address;
    return image;
}

bool holdsText(const Slice &slice)
{
    return slice.kind == Slice::Kind::Text || slice.kind == Slice::Kind::Code
           || slice.kind == Slice::Kind::Table;
}

bool goesOnWith(const Slice &slice, const Slice &before)
{
    return holdsText(slice) && slice.kind == before.kind && slice.origin == before.origin;
}

QString shownText(const Inline &run)
{
    switch (run.kind) {
    case Inline::Kind::SoftBreak:
    case Inline::Kind::LineBreak:
        return u"\n"_s;
    case Inline::Kind::Image:
        return u'[' + imagePlaceholder(run) + u']';
    case Inline::Kind::Math:
    case Inline::Kind::DisplayMath:
        if (const auto formula = app::mathNotation(run.text)) {
            QString text;
            for (const app::MathRun &part : *formula)
                text += part.text;
            return text;
        }
        break;
    case Inline::Kind::Text:
    case Inline::Kind::Code:
        break;
    }
    return QString::fromUtf8(run.text);
}

QString shownText(const Inlines &inlines)
{
    QString text;
    for (const Inline &run : inlines)
        text += shownText(run);
    return text;
}

bool looksLikeCode(const Inline &run)
{
    const bool isFormula = run.kind == Inline::Kind::Math || run.kind == Inline::Kind::DisplayMath;
    return run.kind == Inline::Kind::Code || (isFormula && !app::mathNotation(run.text));
}

QString shownText(const Slice &slice)
{
    if (slice.kind == Slice::Kind::Code)
        return QString::fromUtf8(slice.lines.join('\n'));
    if (slice.kind != Slice::Kind::Table)
        return shownText(slice.inlines);
    QStringList rows;
    for (const Block &row : slice.rows) {
        QStringList cells;
        for (const Block &cell :
             row.children.first(qMin(row.children.size(), slice.alignments.size())))
            cells.append(shownText(cell.inlines));
        rows.append(cells.join(u'\t'));
    }
    return rows.join(u'\n');
}

Inlines textInlines(const Block &block)
{
    if (block.kind == Block::Kind::Math)
        return {Inline{Inline::Kind::DisplayMath, {}, block.lines.join('\n'), {}, {}}};
    if (block.kind != Block::Kind::Html)
        return block.inlines;
    Inlines inlines;
    for (const QByteArray &line : block.lines) {
        if (!inlines.isEmpty())
            inlines.append(Inline{Inline::Kind::LineBreak, {}, {}, {}, {}});
        inlines.append(Inline{Inline::Kind::Text, {}, line, {}, {}});
    }
    return inlines;
}

namespace {

/// What lies in [from, to) of a run and its text.
void appendPart(Inlines &part, const Inline &run, const QString &text, qsizetype from, qsizetype to)
{
    const qsizetype first = qBound<qsizetype>(0, from, text.size());
    const qsizetype last = qBound<qsizetype>(0, to, text.size());
    if (first >= last)
        return;
    part.append(run);
    const bool isText = run.kind == Inline::Kind::Text || run.kind == Inline::Kind::Code;
    if (isText && last - first < text.size())
        part.last().text = text.sliced(first, last - first).toUtf8();
}

} // namespace

Inlines inlinesBetween(const Inlines &inlines, qsizetype from, qsizetype to)
{
    Inlines part;
    qsizetype start = 0;
    for (const Inline &run : inlines) {
        const QString text = shownText(run);
        appendPart(part, run, text, from - start, to - start);
        start += text.size();
    }
    return part;
}

namespace {

qsizetype cutBefore(const QString &text, qsizetype from)
{
    const qsizetype most = from + slice_limits::kCharacters;
    if (text.size() <= most)
        return text.size();
    const auto behind = [&](QStringView mark) {
        const qsizetype at = text.lastIndexOf(mark, most - mark.size());
        return at < from + slice_limits::kCharacters / 2 ? -1 : at + mark.size();
    };
    for (const QStringView mark : {u"\n", u". ", u" "}) {
        if (const qsizetype at = behind(mark); at > 0)
            return at;
    }
    return text[most].isLowSurrogate() ? most - 1 : most;
}

} // namespace

QList<Inlines> textChunks(const Inlines &inlines)
{
    qsizetype bytes = 0;
    for (const Inline &run : inlines)
        bytes += run.text.size() + run.address.size() + 2;
    if (bytes <= slice_limits::kCharacters)
        return {inlines};
    QStringList texts;
    for (const Inline &run : inlines)
        texts.append(shownText(run));
    const QString text = texts.join(QString());
    QList<Inlines> chunks;
    qsizetype run = 0;
    qsizetype start = 0; // of that run
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype to = cutBefore(text, from);
        Inlines &chunk = chunks.emplace_back();
        while (run < inlines.size()) {
            appendPart(chunk, inlines[run], texts[run], from - start, to - start);
            if (start + texts[run].size() > to)
                break; // the rest of it stands in the next one
            start += texts[run++].size();
        }
        from = to;
    }
    return chunks.isEmpty() ? QList<Inlines>{inlines} : chunks;
}

int chunkCount(const Block &block)
{
    const bool isCode = block.kind == Block::Kind::Code;
    const qsizetype count = isCode ? block.lines.size() : block.children.size() - 1;
    const int most = isCode ? slice_limits::kCodeLines : slice_limits::kTableRows;
    return qMax(1, int((count + most - 1) / most));
}

app::Blocks tableChunk(const Block &table, int index)
{
    const qsizetype first = index == 0 ? 0 : 1 + index * qsizetype(slice_limits::kTableRows);
    const qsizetype end = 1 + (index + 1) * qsizetype(slice_limits::kTableRows);
    return table.children.mid(first, end - first);
}

} // namespace ui
