// SPDX-License-Identifier: GPL-3.0-or-later
// Draws transcripts with all that they can show into PNG files, for looking at:
//   QT_QPA_PLATFORM=offscreen ui_transcript_picture FOLDER [MARKDOWN-FILE]
#include "tests/app/markdown/markdown_samples.h"
#include "tests/ui/transcript/fake_source.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPromise>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app;

namespace {

QByteArray picture()
{
    QImage image(640, 480, QImage::Format_RGB32);
    QLinearGradient gradient(0, 0, 640, 480);
    gradient.setColorAt(0, QColor(120, 150, 190));
    gradient.setColorAt(0.6, QColor(220, 200, 150));
    gradient.setColorAt(1, QColor(150, 110, 90));
    QPainter(&image).fillRect(image.rect(), gradient);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

Run run(MessageId reply, qint64 reasoningTokens)
{
    Run run;
    run.id = RunId(reply.value());
    run.providerName = u"DeepInfra"_s;
    run.model = u"deepseek-ai/DeepSeek-V4-Flash"_s;
    Usage usage;
    usage.reasoningTokens = reasoningTokens;
    run.usage = usage;
    return run;
}

std::unique_ptr<ui::FakeSource> conversation()
{
    auto source = std::make_unique<ui::FakeSource>();
    ImagePart image;
    image.sha256 = "a";
    image.width = 640;
    image.height = 480;
    source->add(Role::User,
                {TextPart{"How do I split an event stream in C++ so that a chunk may end "
                          "anywhere? Here is what I have."},
                 image});
    const MessageId reply = source->add(
        Role::Assistant,
        {ReasoningPart{"The user asks about **streams**.\n\n- first\n- second", 2400},
         TextPart{
             "Keep the bytes that are not yet a whole line, and only ever decode whole lines:\n\n"
             "```cpp\nvoid Parser::feed(QByteArrayView bytes)\n{\n    m_buffer += bytes;\n"
             "    while (auto line = takeLine())   // CR, LF or CRLF\n        handle(*line);\n}\n"
             "```\n\n## What this gets right\n\n- a chunk may end inside a line, or inside a "
             "character;\n- an event ends at an **empty line**, not at a chunk;\n- comments such "
             "as `: ping` keep the connection alive.\n\n| ending | seen from |\n|---|---|\n| "
             "`\\n\\n` | most servers |\n| `\\r\\n\\r\\n` | some proxies |\n"}});
    source->put(run(reply, 310));
    source->setSiblings(reply, {MessageId(101), reply, MessageId(102)});
    source->addPrompt("And with every kind of block?\n\nSecond paragraph of the prompt.");
    QFile file(QCoreApplication::arguments().value(2));
    source->addReply(file.open(QIODevice::ReadOnly) ? file.readAll() : samples::tour());
    source->addPrompt("Which headers does the project use?");
    const MessageId calling = source->add(
        Role::Assistant,
        {TextPart{"I'll check which headers your project already uses before I suggest one."},
         ToolCallPart{u"c1"_s, u"search_files"_s, R"({"pattern": "*.h", "path": "app"})", {}}});
    source->add(Role::Tool,
                {ToolResultPart{u"c1"_s, "sse_parser.h, stream_reply.h, retry_policy.h", false}});
    Q_UNUSED(calling)
    const MessageId failed =
        source->addReply("Good: there is a `StreamReply` that", MessageState::CutOff);
    Run broken = run(failed, 0);
    broken.error = Error{ErrorKind::Network, u"Connection reset by peer"_s};
    source->put(broken);
    source->addPrompt("Go on");
    source->addReply("Let the parser own a small state machine with three states:\n\n"
                     "- **line** — collect until CR or LF;\n- **after CR** — swallow one LF, even "
                     "if it comes with the next chunk;\n- **event** — dispatch at the empty line "
                     "and",
                     MessageState::Streaming);
    return source;
}

void draw(ui::Theme &theme, ThemeChoice choice, int width, const QString &file, int zoom = 100)
{
    Preferences preferences;
    preferences.theme = choice;
    preferences.fontFamily = u"Inter"_s;
    theme.apply(preferences);
    ui::FrameClock clock;
    ui::TranscriptView view(theme, clock);
    view.setImageLoader([](const QByteArray &) {
        QPromise<Result<QByteArray>> promise;
        promise.start();
        promise.addResult(Result<QByteArray>(picture()));
        promise.finish();
        return promise.future();
    });
    view.setTextZoom(zoom);
    view.resize(width, 2600);
    view.setSource(conversation());
    view.show();
    view.grab();
    QTest::qWait(300); // thumbnails and colours come from workers
    view.grab().save(file);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = application.arguments().value(1, u"."_s);
    ui::Theme theme;
    draw(theme, ThemeChoice::Light, 960, folder + u"/transcript-light.png"_s);
    draw(theme, ThemeChoice::Dark, 960, folder + u"/transcript-dark.png"_s);
    draw(theme, ThemeChoice::Light, 454, folder + u"/transcript-narrow.png"_s);
    draw(theme, ThemeChoice::Light, 960, folder + u"/transcript-large.png"_s, 200);
    return 0;
}
