// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says in how large pieces the rest arrives. Any split must give the outline of the
// whole, every value must lie within its parent and be found by its pointer, and what is complete
// must be JSON to Qt too.
#include "app/schema/answer_json.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace {

using app::JsonOutline;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

app::AnswerJson readInPieces(const QByteArray &bytes, qsizetype piece)
{
    app::AnswerJson json;
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        json.append(bytes.mid(at, piece));
    json.finish();
    return json;
}

/// Another member of the same name stands behind it, or behind one of those that hold it.
bool isHidden(const JsonOutline &outline, quint32 number)
{
    for (; number > 0; number = outline.value(number).parent) {
        const JsonOutline::Value &value = outline.value(number);
        if (outline.value(value.parent).type != JsonOutline::Type::Object)
            continue;
        const QString key = outline.key(number);
        const auto behind = outline.children(value.parent).subspan(value.row + 1);
        if (std::any_of(behind.begin(), behind.end(),
                        [&](quint32 other) { return outline.key(other) == key; }))
            return true;
    }
    return false;
}

void checkValues(const JsonOutline &outline)
{
    constexpr qsizetype kChecked = 200;
    for (quint32 i = 0; i < qMin(outline.size(), kChecked); ++i) {
        const JsonOutline::Value &value = outline.value(i);
        require(value.start < outline.text().size());
        require(value.isOpen() || (value.end > value.start && value.end <= outline.text().size()));
        if (i > 0) {
            const JsonOutline::Value &parent = outline.value(value.parent);
            require(value.parent < i && parent.start < value.start);
            require(outline.children(value.parent)[value.row] == i);
        }
        require(isHidden(outline, i) || outline.find(outline.pointer(i)) == i);
        require(outline.shownText(i, 20).size() <= 20);
    }
}

/// JSON knows no largest number; Qt reads doubles.
bool hasNumberBeyondDouble(const JsonOutline &outline)
{
    for (quint32 i = 0; i < outline.size(); ++i) {
        const JsonOutline::Value &value = outline.value(i);
        if (value.type != JsonOutline::Type::Number)
            continue;
        const QByteArray number =
            outline.text().sliced(value.start, qsizetype(value.end) - value.start);
        if (std::isinf(std::strtod(number.constData(), nullptr)))
            return true;
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const app::AnswerJson whole = readInPieces(bytes, bytes.size() + 1);
    const app::AnswerJson pieces = readInPieces(bytes, 1 + data[0]);
    const JsonOutline &outline = whole.outline();
    require(app::jsonOutcome(whole) == app::jsonOutcome(pieces));
    require(outline.fault() == pieces.outline().fault());
    require(outline.faultPosition() == pieces.outline().faultPosition());
    require(outline.size() == pieces.outline().size());
    checkValues(outline);
    checkValues(pieces.outline());
    // Qt takes no broken UTF-8; numbers without an end are fine with both.
    const QByteArray &text = outline.text();
    if (outline.state() == JsonOutline::State::Complete && text.isValidUtf8()) {
        QJsonParseError error{};
        [[maybe_unused]] const auto document = QJsonDocument::fromJson('[' + text + ']', &error);
        require(error.error == QJsonParseError::NoError || hasNumberBeyondDouble(outline));
    }
    return 0;
}
