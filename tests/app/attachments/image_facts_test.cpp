// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/attachment_errors.h"
#include "app/attachments/image_address.h"
#include "app/attachments/image_tokens.h"
#include "app/catalogue/model_info.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

/// What is said of images that are not sent yet: tokens, prices, addresses.
class ImageFactsTest : public QObject
{
    Q_OBJECT
private slots:
    void tokensFollowTheFamilyOfTheModel_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<qint64>("tokens");
        QTest::addColumn<bool>("known");
        const auto row = [](const char *model, QSize pixels, qint64 tokens, bool known = true) {
            QTest::addRow("%s %d", model, pixels.width())
                << QString::fromLatin1(model) << pixels << tokens << known;
        };
        row("Qwen/Qwen2.5-VL-72B-Instruct", {280, 560}, 10 * 20);
        row("Qwen/Qwen3.6-35B-A3B", {320, 640}, 10 * 20);
        row("moonshotai/Kimi-K3", {281, 560}, 11 * 20);
        row("anthropic/claude-haiku-4-5", {750, 1000}, 1000);
        row("anthropic/claude-haiku-4-5", {3136, 3136}, 3279); // as 1568 × 1568
        row("openai/gpt-4o", {512, 512}, 85 + 170);
        row("openai/gpt-4o", {2048, 2048}, 85 + 4 * 170); // as 768 × 768
        row("google/gemini-2.5-flash", {768, 769}, 2 * 258);
        row("google/gemma-3-27b-it", {4000, 3000}, 256);
        row("meta-llama/Llama-4-Scout-17B-16E-Instruct", {672, 336}, 3 * 144);
        row("meta-llama/Llama-4-Scout-17B-16E-Instruct", {4000, 4000}, 17 * 144);
        row("somebody/sees-it-all", {56, 28}, 2, false);
        row("somebody/sees-it-all", {}, 0, false);
    }

    void tokensFollowTheFamilyOfTheModel()
    {
        QFETCH(QString, model);
        QFETCH(QSize, pixels);
        const ImageEstimate estimate = estimateImage({.id = model}, pixels);
        QTEST(estimate.tokens, "tokens");
        QTEST(estimate.isKnown, "known");
        QVERIFY(!estimate.usd);
    }

    void thePriceIsThatOfInput()
    {
        ModelInfo model{.id = u"google/gemma-3-27b-it"_s};
        model.prices.input = 2.0;
        QCOMPARE(estimateImage(model, {100, 100}).usd, std::optional(256 * 2.0 / 1e6));
    }

    void addressesThatAServerCanFetch()
    {
        const auto image = imageByAddress(u"  https://example.org/a cat.png?x=1  "_s);
        QVERIFY(image);
        QCOMPARE(image->url, u"https://example.org/a%20cat.png?x=1"_s);
        QVERIFY(!image->hasBytes());
        QCOMPARE(image->sha256.size(), 64);
        QVERIFY(imageByAddress(u"http://example.org/x"_s)->sha256 != image->sha256);
    }

    void addressesThatNobodyShouldFetch()
    {
        for (const QString &address :
             {u""_s, u"cat.png"_s, u"file:///etc/passwd"_s, u"data:image/png;base64,AAAA"_s,
              u"javascript:alert(1)"_s, u"https://"_s, u"https://me:word@example.org/x.png"_s,
              u"ftp://example.org/x.png"_s, u"https://example.org/"_s + QString(3000, u'x')}) {
            const auto image = imageByAddress(address);
            QVERIFY2(!image, qPrintable(address.left(60)));
            QCOMPARE(image.error().code, QString(kAddressCode));
        }
    }
};

QTEST_GUILESS_MAIN(ImageFactsTest)
#include "image_facts_test.moc"
