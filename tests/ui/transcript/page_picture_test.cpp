// SPDX-License-Identifier: GPL-3.0-or-later
// A page with everything that a transcript shows, compared with pictures that were looked at.
// Fonts come from fonts-dejavu-core alone, whatever else is installed.
//   DIPTYCH_UPDATE_PICTURES=1 ui_transcript_page_picture_test   writes the references anew.
#include "tests/support/patience.h"
#include "tests/support/picture_comparison.h"
#include "tests/ui/transcript/fake_source.h"
#include "ui/transcript/code_colouring.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"

#include <QApplication>
#include <QDir>
#include <QFontInfo>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const auto kFamily = u"DejaVu Sans"_s;
constexpr int kColouredBlocks = 1;
constexpr int kWidth = 600;

/// Only the fonts of one package, smoothed in one way.
constexpr auto kFontConfiguration = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <dir>/usr/share/fonts/dejavu-sans-fonts</dir>
  <selectfont><rejectfont>
    <glob>*Oblique*</glob><glob>*Condensed*</glob><glob>*ExtraLight*</glob><glob>*Serif*</glob>
  </rejectfont></selectfont>
  <alias binding="same"><family>monospace</family>
    <prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family>
    <prefer><family>DejaVu Sans</family></prefer></alias>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
)";

QByteArray page(const QString &name)
{
    QFile file(QStringLiteral(DIPTYCH_SOURCE_DIR "/tests/support/data/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<FakeSource> conversation(const QString &name)
{
    auto source = std::make_unique<FakeSource>();
    source->addPrompt("How is everything shown? <b>As it is</b>, and **this** too.");
    const MessageId reply =
        source->add(Role::Assistant,
                    {ReasoningPart{"The reader wants *everything*.", 2400}, TextPart{page(name)},
                     ToolCallPart{u"c1"_s, u"search_files"_s, R"({"pattern": "*.h"})", {}}});
    source->add(Role::Tool, {ToolResultPart{u"c1"_s, "sse_parser.h, retry_policy.h", false}});
    source->setSiblings(reply, {MessageId(101), reply});
    const MessageId failed = source->addReply("Then the line", MessageState::CutOff);
    Run broken;
    broken.id = RunId(failed.value());
    broken.providerName = u"DeepInfra"_s;
    broken.error = Error{ErrorKind::Network, u"Connection reset by peer"_s};
    source->put(broken);
    source->addPrompt("Go on");
    source->addReply("Being **written**", MessageState::Streaming);
    return source;
}

} // namespace

class PagePictureTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        Preferences preferences;
        preferences.fontFamily = kFamily;
        m_theme.apply(preferences);
        const QString code = QFontInfo(m_theme.font(TextRole::Code)).family();
        if (QFontInfo(QFont(kFamily)).family() != kFamily || code != "DejaVu Sans Mono"_L1)
            QSKIP("needs the fonts of fonts-dejavu-core");
    }

    void looksAsItDid_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("scale");
        QTest::addColumn<int>("height");
        QTest::newRow("light") << ThemeChoice::Light << u"everything.md"_s << 1 << 1720;
        QTest::newRow("dark") << ThemeChoice::Dark << u"everything.md"_s << 1 << 1720;
        QTest::newRow("right-to-left") << ThemeChoice::Light << u"right_to_left.md"_s << 1 << 1000;
        QTest::newRow("scaled") << ThemeChoice::Light << u"everything.md"_s << 2 << 560;
    }
    void looksAsItDid()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QString, page);
        QFETCH(int, scale);
        QFETCH(int, height);
        const QImage picture = pictureOf(theme, page, scale, height);
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + ".png"_L1;
        const QString path = QStringLiteral(DIPTYCH_SOURCE_DIR "/tests/golden/transcript/") + name;
        if (qEnvironmentVariableIsSet("DIPTYCH_UPDATE_PICTURES")) {
            QVERIFY(picture.save(path, nullptr, 0));
            return;
        }
        const QImage reference(path);
        QVERIFY2(!reference.isNull(), qPrintable(path));
        const QList<QRect> regions = tests::differingRegions(picture, reference);
        if (!regions.isEmpty()) {
            const QDir folder(QStringLiteral(DIPTYCH_BINARY_DIR "/pictures"));
            folder.mkpath(u"."_s);
            tests::withFrames(picture, regions).save(folder.filePath(u"transcript-"_s + name));
            QFAIL(qPrintable(u"%1 regions differ, framed in %2"_s.arg(regions.size())
                                 .arg(folder.filePath(u"transcript-"_s + name))));
        }
    }

    /// The comparison would find what it is there for.
    void aShiftIsFound_data()
    {
        QTest::addColumn<QPoint>("by");
        QTest::newRow("down") << QPoint(0, 4);
        QTest::newRow("right") << QPoint(4, 0);
    }
    void aShiftIsFound()
    {
        QFETCH(QPoint, by);
        const QImage picture = pictureOf(ThemeChoice::Light, u"everything.md"_s, 1, 900);
        QImage shifted = picture;
        shifted.fill(m_theme.colours().transcript);
        QPainter(&shifted).drawImage(by, picture);
        QVERIFY(tests::differingRegions(picture, picture).isEmpty());
        const qsizetype found = tests::differingRegions(shifted, picture).size();
        QVERIFY2(found > 40, qPrintable(QString::number(found)));
    }

    void aSwappedColourIsFound_data()
    {
        QTest::addColumn<QColor Colours::*>("one");
        QTest::addColumn<QColor Colours::*>("other");
        QTest::addColumn<int>("reach"); // of what counts as that colour: inks are smoothed
        QTest::newRow("grounds") << &Colours::promptGround << &Colours::accentGround << 10;
        QTest::newRow("links") << &Colours::accent << &Colours::danger << 120;
        QTest::newRow("keywords") << &Colours::codeKeyword << &Colours::codeString << 120;
    }
    void aSwappedColourIsFound()
    {
        QFETCH(QColor Colours::*, one);
        QFETCH(QColor Colours::*, other);
        QFETCH(int, reach);
        const QImage picture = pictureOf(ThemeChoice::Light, u"everything.md"_s, 1, 900);
        const Colours &colours = m_theme.colours();
        const QImage swapped = recoloured(picture, colours.*one, colours.*other, reach);
        QVERIFY(!tests::differingRegions(swapped, picture).isEmpty());
    }

private:
    [[nodiscard]] QImage pictureOf(ThemeChoice choice, const QString &page, int scale, int height)
    {
        Preferences preferences;
        preferences.theme = choice;
        preferences.fontFamily = kFamily;
        m_theme.apply(preferences);
        FrameClock clock;
        TranscriptView view(m_theme, clock);
        const QSignalSpy coloured(view.findChild<CodeColouring *>(), &CodeColouring::coloured);
        view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view.resize(kWidth, height);
        view.setSource(conversation(page));
        view.show();
        view.verticalScrollBar()->setValue(0);
        QImage picture(view.size() * scale, QImage::Format_RGB32);
        picture.setDevicePixelRatio(scale);
        view.render(&picture); // lays out, which asks for colours
        const int blocks = page == "everything.md"_L1 ? kColouredBlocks : 0;
        [&] { QTRY_COMPARE(coloured.count(), blocks); }();
        QSignalSpy frames(&clock, &FrameClock::frameDue); // the colours come with the next one
        clock.request();
        [&] { QTRY_VERIFY(!frames.isEmpty()); }();
        view.render(&picture);
        picture.setDevicePixelRatio(1);
        return picture;
    }

    /// As if a text or a ground had been painted in another colour: smoothed edges too.
    [[nodiscard]] static QImage recoloured(QImage picture, const QColor &one, const QColor &other,
                                           int reach)
    {
        for (int y = 0; y < picture.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
            for (int x = 0; x < picture.width(); ++x) {
                const QColor was(line[x]);
                const int off = qAbs(was.red() - one.red()) + qAbs(was.green() - one.green())
                                + qAbs(was.blue() - one.blue());
                if (off < reach)
                    line[x] = other.rgb();
            }
        }
        return picture;
    }

    Theme m_theme;
};

int main(int argc, char **argv)
{
    QTemporaryFile fonts;
    if (!fonts.open() || fonts.write(kFontConfiguration) < 0 || !fonts.flush())
        return 1;
    qputenv("FONTCONFIG_FILE", fonts.fileName().toUtf8()); // read when the application starts
    qputenv("TZ", "UTC");
    QApplication application(argc, argv);
    PagePictureTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "page_picture_test.moc"
