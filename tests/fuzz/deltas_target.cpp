// SPDX-License-Identifier: GPL-3.0-or-later
// A stream, or a whole answer where it begins with a brace. The first byte says how it is read: in
// how large pieces, and whether the model is known to think. What is told piece by piece must be
// what stands there in the end, in any split.
#include "app/net/sse_parser.h"
#include "app/openai/delta_reader.h"

#include <QHash>

#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Keeps what was told of every choice.
class Listener
{
public:
    void take(app::DeltaReader &reader)
    {
        for (const app::ChoiceNews &news : reader.takeNews()) {
            Told &told = m_told[news.choice];
            if (news.reclassified)
                told = {};
            told.text += news.text;
            told.isRead = told.isRead && !news.reclassified;
            told.reasoning += news.reasoning;
        }
    }
    void compare(const app::Completion &completion) const
    {
        for (const app::Choice &choice : completion.choices) {
            const Told told = m_told.value(choice.index);
            require(told.text == choice.text);
            require(!told.isRead || told.reasoning == choice.reasoning);
        }
    }

private:
    struct Told
    {
        QByteArray text;
        QByteArray reasoning;
        bool isRead = true; ///< the reasoning was told, not moved
    };
    QHash<int, Told> m_told;
};

app::Completion readStream(const QByteArray &bytes, qsizetype piece, bool modelThinks)
{
    app::Completion completion;
    app::DeltaReader reader(completion, {.modelThinks = modelThinks});
    app::SseParser parser;
    Listener listener;
    bool goesOn = true;
    const auto readEvents = [&] {
        while (goesOn) {
            const auto event = parser.next();
            if (!event)
                return;
            const auto verdict = reader.read(event->type, event->data);
            goesOn = verdict == app::DeltaReader::Verdict::Understood
                     || verdict == app::DeltaReader::Verdict::Malformed;
        }
    };
    for (qsizetype at = 0; at < bytes.size() && goesOn; at += piece) {
        parser.feed(bytes.mid(at, piece));
        readEvents();
        listener.take(reader);
    }
    parser.finish();
    readEvents();
    reader.finish();
    listener.take(reader);
    listener.compare(completion);
    return completion;
}

void readWhole(const QByteArray &bytes, bool modelThinks)
{
    app::Completion completion;
    app::DeltaReader reader(completion, {.modelThinks = modelThinks});
    (void)reader.readWhole(bytes);
    reader.finish();
    Listener listener;
    listener.take(reader);
    listener.compare(completion);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const bool modelThinks = (data[0] & 1) != 0;
    if (bytes.startsWith('{')) {
        readWhole(bytes, modelThinks);
        return 0;
    }
    const app::Completion whole = readStream(bytes, bytes.size(), modelThinks);
    require(readStream(bytes, 1 + data[0] / 2, modelThinks) == whole);
    return 0;
}
