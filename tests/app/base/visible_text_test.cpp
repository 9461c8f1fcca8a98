// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/visible_text.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class VisibleTextTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingHides_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("visible");
        const auto same = [](const char *name, const QString &text) {
            QTest::newRow(name) << text << text;
        };
        same("plain", u"Plain text,\n\tindented.\r\n"_s);
        same("scripts", u"مرحبا שלום नमस्ते 世界"_s);
        same("joiners and emoji", u"👩\u200D🚀 ❤\uFE0F می\u200Cخواهم"_s);
        same("empty", QString());
        QTest::newRow("escape") << u"\u001B[31mred"_s << u"␛[31mred"_s;
        QTest::newRow("zero") << QString(QChar(0)) << u"␀"_s;
        QTest::newRow("lone CR") << u"a\rb"_s << u"a␍b"_s;
        QTest::newRow("delete") << u"a\u007F"_s << u"a␡"_s;
        QTest::newRow("C1") << u"\u009B0m"_s << u"⟨U+009B⟩0m"_s;
        QTest::newRow("override") << u"txt.\u202Eexe"_s << u"txt.⟨U+202E⟩exe"_s;
        QTest::newRow("isolate") << u"\u2066a\u2069"_s << u"⟨U+2066⟩a⟨U+2069⟩"_s;
        QTest::newRow("zero width") << u"pass\u200Bword"_s << u"pass⟨U+200B⟩word"_s;
        QTest::newRow("mark") << u"\uFEFFa"_s << u"⟨U+FEFF⟩a"_s;
        QTest::newRow("tags") << u"a\U000E0061\U000E0062"_s << u"a⟨U+E0061⟩⟨U+E0062⟩"_s;
        QTest::newRow("selectors in a row")
            << u"a\uFE00\uFE01\U000E0100"_s << u"a\uFE00⟨U+FE01⟩⟨U+E0100⟩"_s;
        QTest::newRow("half a pair") << QString(QChar(0xD800)) << u"⟨U+D800⟩"_s;
    }
    void nothingHides()
    {
        QFETCH(QString, text);
        QFETCH(QString, visible);
        QCOMPARE(withVisibleCharacters(text), visible);
        QCOMPARE(hidesCharacters(text), text != visible);
        QCOMPARE(withVisibleCharacters(visible), visible);
    }
};

QTEST_GUILESS_MAIN(VisibleTextTest)
#include "visible_text_test.moc"
