// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/omission.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class OmissionTest : public QObject
{
    Q_OBJECT
private slots:
    void whatAnErrorSpeaksOf_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("param");
        QTest::addColumn<QStringList>("parameters");
        QTest::addColumn<bool>("images");
        const QStringList none;
        QTest::newRow("tools") << u"Tool calling is not supported for model: m"_s << QString()
                               << QStringList{u"tools"_s, u"tool_choice"_s} << false;
        QTest::newRow("json") << u"json_object response format is not supported for model: m"_s
                              << QString() << QStringList{u"response_format"_s} << false;
        QTest::newRow("images") << u"This model does not accept images"_s << QString() << none
                                << true;
        QTest::newRow("by its path")
            << u"too high"_s << u"body.temperature"_s << QStringList{u"temperature"_s} << false;
        QTest::newRow("by its name in the message") << u"Unknown field temperature"_s << QString()
                                                    << QStringList{u"temperature"_s} << false;
        QTest::newRow("not told") << u"405 Method Not Allowed"_s << QString() << none << false;
        QTest::newRow("not sent") << u"seed is not supported"_s << u"seed"_s << none << false;
    }
    void whatAnErrorSpeaksOf()
    {
        QFETCH(QString, message);
        QFETCH(QString, param);
        const RequestedFeatures sent{
            {u"model"_s, u"tools"_s, u"tool_choice"_s, u"response_format"_s, u"temperature"_s},
            true};
        Error error{ErrorKind::Unsupported, message, 405};
        error.param = param;
        const Omission omission = omissionFor(error, sent);
        QTEST(omission.parameters, "parameters");
        QTEST(omission.images, "images");
    }

    void tellsALackFromABadValue_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("lack");
        QTest::newRow("405") << ErrorKind::Unsupported << 405 << u"no"_s << true;
        QTest::newRow("422 that says so")
            << ErrorKind::InvalidRequest << 422
            << u"tools: Tool calling is Not Supported for model: m"_s << true;
        QTest::newRow("a field that is not known")
            << ErrorKind::InvalidRequest << 422 << u"Extra inputs are not permitted"_s << true;
        QTest::newRow("a bad value")
            << ErrorKind::InvalidRequest << 422 << u"Input should be 'low' or 'high'"_s << false;
        QTest::newRow("another refusal")
            << ErrorKind::InvalidRequest << 400 << u"tools are not supported"_s << false;
        QTest::newRow("of one picture") << ErrorKind::InvalidRequest << 422
                                        << u"Unsupported image format: image/tiff"_s << false;
        QTest::newRow("no eyes") << ErrorKind::InvalidRequest << 422
                                 << u"At most 0 image(s) may be provided"_s << true;
        QTest::newRow("busy") << ErrorKind::RateLimited << 429 << u"not supported"_s << false;
    }

    void tellsALackFromABadValue()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, status);
        QFETCH(QString, message);
        QTEST(tellsOfLack(Error{kind, message, status}), "lack");
    }

    void anyRefusalOfAnAbilityMayBeGoneWithout()
    {
        const auto may = [](int status, const QString &message) {
            return mayGoWithout(Error{ErrorKind::InvalidRequest, message, status});
        };
        QVERIFY(may(422, u"This model does not support image input"_s));
        QVERIFY(
            may(400, u"Invalid content type. image_url is only supported by certain models."_s));
        QVERIFY(may(400, u"m is not a multimodal model"_s));
        QVERIFY(!may(400, u"temperature must be at most 2"_s));
        QVERIFY(!may(400, u"Unsupported image format"_s));
        QVERIFY(!mayGoWithout(Error{ErrorKind::RateLimited, u"not supported"_s, 429}));
    }

    void theModelIsNeverLeftOut()
    {
        const Error error{ErrorKind::Unsupported, u"not supported for model: x"_s, 405};
        QVERIFY(omissionFor(error, {{u"model"_s}, false}).isEmpty());
    }

    void aRefusalTeachesWhatIsMissing()
    {
        QCOMPARE(missingAbilities({{u"tools"_s}, false}),
                 QList<Ability ModelInfo::*>{&ModelInfo::tools});
        QCOMPARE(missingAbilities({{}, true}), QList<Ability ModelInfo::*>{&ModelInfo::images});
        QVERIFY(missingAbilities({{u"seed"_s}, false}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(OmissionTest)
#include "omission_test.moc"
