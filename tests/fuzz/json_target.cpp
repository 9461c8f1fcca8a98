// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says in how large pieces the rest arrives. Any split must give the outline of the
// whole, every value must lie within its parent and be found by its pointer, and what is complete
// must be JSON to Qt too.
#include "app/schema/answer_json.h"

#include <QJsonDocument>

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
        require(outline.find(outline.pointer(i)).has_value());
        require(outline.shownText(i, 20).size() <= 20);
    }
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
    // Qt takes no broken UTF-8 and nothing as deep; numbers without an end are fine with both.
    const QByteArray &text = outline.text();
    if (outline.state() == JsonOutline::State::Complete && text.isValidUtf8()) {
        QJsonParseError error{};
        [[maybe_unused]] const auto document = QJsonDocument::fromJson('[' + text + ']', &error);
        require(error.error == QJsonParseError::NoError);
    }
    return 0;
}
