// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/emoji_spans.h"

#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class EmojiSpansTest : public QObject
{
    Q_OBJECT
private slots:
    void spans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none") << u"Words, 12 # * © ™ → ✓ 世界 שלום"_s << QStringList();
        QTest::newRow("empty") << QString() << QStringList();
        QTest::newRow("keycaps") << u"1️⃣ and #️⃣, 2 or 3"_s
                                 << QStringList{u"1️⃣"_s, u"#️⃣"_s};
        QTest::newRow("keycap without selector") << u"a1\u20E3"_s << QStringList{u"1\u20E3"_s};
        QTest::newRow("family") << u"a 👩‍👩‍👧 b"_s
                                << QStringList{u"👩‍👩‍👧"_s};
        QTest::newRow("tone") << u"👍🏽!"_s << QStringList{u"👍🏽"_s};
        QTest::newRow("flags side by side") << u"🇩🇪🇫🇷"_s << QStringList{u"🇩🇪🇫🇷"_s};
        QTest::newRow("flag of tags") << u"x🏴󠁧󠁢󠁥󠁮󠁧󠁿y"_s
                                      << QStringList{u"🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s};
        QTest::newRow("selector") << u"❤️ and ❤"_s << QStringList{u"❤️"_s};
        QTest::newRow("as text") << u"✅\uFE0E and ✅"_s << QStringList{u"✅"_s};
        QTest::newRow("joined to nothing") << u"👩\u200D"_s << QStringList{u"👩\u200D"_s};
        QTest::newRow("half a pair") << QString(QChar(0xD83D)) << QStringList();
        QTest::newRow("selector alone") << u"\uFE0F x"_s << QStringList();
    }
    void spans()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QStringList found;
        const QList<std::pair<int, int>> spans = emojiSpans(text);
        for (const auto &[start, length] : spans)
            found.append(text.mid(start, length));
        QCOMPARE(found, expected);
    }
};

QTEST_GUILESS_MAIN(EmojiSpansTest)
#include "emoji_spans_test.moc"
