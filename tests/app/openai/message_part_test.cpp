// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/message_part.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class MessagePartTest : public QObject
{
    Q_OBJECT
private slots:
    void everyPartComesBackAsItWas_data()
    {
        QTest::addColumn<QSharedPointer<Part>>("part");
        const auto row = [](const char *name, Part part) {
            QTest::newRow(name) << QSharedPointer<Part>::create(std::move(part));
        };
        row("text", TextPart{"caf\xC3\xA9 \xF0\x9F\x8E\x89\n"_ba});
        row("empty text", TextPart{});
        row("reasoning", ReasoningPart{"hm"_ba, 3'210});
        row("image", ImagePart{"ab12"_ba, u"image/png"_s, 640, 480, 5'000'000'000, u"cat.png"_s});
        row("image by address", ImagePart{.sha256 = "cd34"_ba, .url = u"https://x.org/a.png"_s});
        row("tool call", ToolCallPart{u"call_1"_s, u"add"_s, "{\"a\":"_ba,
                                      QJsonObject{{u"google"_s, u"sig"_s}}});
        row("tool result", ToolResultPart{u"call_1"_s, "no such file"_ba, true});
        ToolResultPart fitting{u"call_2"_s, "21 C"_ba};
        fitting.fit = ArgumentFit::Fits;
        row("tool result that fits", fitting);
        fitting.fit = ArgumentFit::DoesNotFit;
        row("tool result that does not fit", fitting);
    }

    void everyPartComesBackAsItWas()
    {
        QFETCH(QSharedPointer<Part>, part);
        const auto back = partFromJson(partToJson(*part));
        QVERIFY(back.has_value());
        QVERIFY(*back == *part);
    }

    void imagesWithoutAnAddressAreKeptAsBefore()
    {
        const QJsonObject json = partToJson(ImagePart{"ab12"_ba, u"image/png"_s, 6, 4, 5, {}});
        QVERIFY(!json.contains("url"_L1));
        QVERIFY(std::get<ImagePart>(*partFromJson(json)).hasBytes());
    }

    void anUnknownTypeIsNoPart()
    {
        QVERIFY(!partFromJson({{u"type"_s, u"hologram"_s}}));
        QVERIFY(!partFromJson({}));
    }

    void textLeavesReasoningOut()
    {
        QCOMPARE(textOf({ReasoningPart{"hm"_ba}, TextPart{"a"_ba}, TextPart{"b"_ba}}), "ab"_ba);
    }

    void rolesHaveNamesThatLeadBack()
    {
        for (const Role role : {Role::System, Role::User, Role::Assistant, Role::Tool})
            QCOMPARE(roleFromName(QString(roleName(role))), std::optional(role));
        QCOMPARE(roleFromName(u"developer"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(MessagePartTest)
#include "message_part_test.moc"
