// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/schema_dialog.h"

#include "tests/support/patience.h"
#include "ui/parameters/json_rows.h"
#include "ui/widgets/themed_label.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

/// The schema is held against the schema of schemas, samples against the schema, while one types.
class SchemaDialogTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

    static bool isTakeable(const SchemaDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
    }
    static bool says(const SchemaDialog &dialog, const QString &words)
    {
        const auto labels = dialog.findChildren<ThemedLabel *>();
        return std::ranges::any_of(
            labels, [&](const ThemedLabel *label) { return label->text().contains(words); });
    }

private slots:
    void whatIsNoSchemaIsMarkedAtItsPlace()
    {
        SchemaDialog dialog(m_theme);
        QSignalSpy checked(&dialog, &SchemaDialog::checked);
        dialog.setText(u"{\n  \"properties\": {\n    \"a\": { \"minLength\": -1 }\n  }\n}"_s);
        QVERIFY(checked.wait(tests::kPatienceMs));
        QVERIFY(!isTakeable(dialog));
        QVERIFY(says(dialog, u"Line 3, column 25: /properties/a/minLength"_s));
        dialog.setText(u"{\"properties\":{\"a\":{\"minLength\":1}}}"_s);
        QVERIFY(checked.wait(tests::kPatienceMs));
        QVERIFY(isTakeable(dialog));
        QVERIFY(dialog.schemaProblem().isEmpty());
    }

    void whatCannotBeCheckedCanBeTaken()
    {
        SchemaDialog dialog(m_theme);
        QSignalSpy checked(&dialog, &SchemaDialog::checked);
        dialog.setText(u"{\"items\":{\"prefixItems\":[{}]}}"_s);
        QVERIFY(checked.wait(tests::kPatienceMs));
        QVERIFY(isTakeable(dialog));
        QVERIFY(says(dialog, u"“prefixItems” is not part of draft 7"_s));
    }

    void samplesAreHeldAgainstTheSchema_data()
    {
        QTest::addColumn<QString>("samples");
        QTest::addColumn<QString>("text");
        QTest::newRow("fits") << u"{\"a\":1}"_s << u"1 sample(s) fit the schema."_s;
        QTest::newRow("two fit") << u"{\"a\":1}\n{\"a\":2}"_s << u"2 sample(s) fit the schema."_s;
        QTest::newRow("out of a list") << u"{\"a\":1}, {}"_s << u"2 sample(s) fit the schema."_s;
        QTest::newRow("the second does not")
            << u"{\"a\":1}\n{\"a\":\"x\"}"_s
            << u"Sample 2, /a: The type is wrong: this is a text."_s;
        QTest::newRow("broken") << u"{\"a\":1} {"_s << u"Sample 2 is not valid JSON."_s;
        QTest::newRow("none") << QString() << QString();
    }
    void samplesAreHeldAgainstTheSchema()
    {
        QFETCH(QString, samples);
        SchemaDialog dialog(m_theme);
        QSignalSpy checked(&dialog, &SchemaDialog::checked);
        dialog.setText(u"{\"properties\":{\"a\":{\"type\":\"integer\"}}}"_s);
        dialog.setSamples(samples);
        QVERIFY(checked.wait(tests::kPatienceMs));
        QTEST(dialog.samplesText(), "text");
    }

    void aSchemaIsMadeFromSamples()
    {
        SchemaDialog dialog(m_theme);
        QSignalSpy checked(&dialog, &SchemaDialog::checked);
        dialog.setSamples(u"{\"a\":1,\"b\":\"x\"}\n{\"a\":2}"_s);
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"Make a schema from them"_s)
                button->click();
        }
        QVERIFY(checked.wait(tests::kPatienceMs));
        QVERIFY(isTakeable(dialog));
        QCOMPARE(dialog.samplesText(), u"2 sample(s) fit the schema."_s);
        QCOMPARE(dialog.check().value["required"_L1].toArray(), QJsonArray{u"a"_s});
    }

    void thePanelNamesTheSchema()
    {
        FormatRow row(u"response_format"_s, m_theme);
        row.setValue(QJsonObject{{u"type"_s, u"json_schema"_s},
                                 {u"json_schema"_s, QJsonObject{{u"name"_s, u"person"_s}}}});
        const auto labels = row.findChildren<ThemedLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const ThemedLabel *label) {
            return label->text() == u"JSON schema: person"_s;
        }));
    }
};

QTEST_MAIN(SchemaDialogTest)
#include "schema_dialog_test.moc"
