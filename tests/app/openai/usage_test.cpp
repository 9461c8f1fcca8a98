// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/usage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace app;

class UsageTest : public QObject
{
    Q_OBJECT
private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<std::optional<Usage>>("usage");
        QTest::newRow("deepinfra")
            << QByteArray(R"({"prompt_tokens":12,"total_tokens":15,"completion_tokens":3,
                   "estimated_cost":1.05e-06,
                   "prompt_tokens_details":{"cached_tokens":5,"cache_write_tokens":0}})")
            << std::optional(Usage{.promptTokens = 12,
                                   .completionTokens = 3,
                                   .totalTokens = 15,
                                   .cachedTokens = 5,
                                   .cacheWriteTokens = 0,
                                   .costUsd = 1.05e-06});
        QTest::newRow("nulls")
            << QByteArray(R"({"prompt_tokens":1,"completion_tokens":2,"total_tokens":null,
                   "prompt_tokens_details":null,"completion_tokens_details":null,"cost":null})")
            << std::optional(Usage{.promptTokens = 1, .completionTokens = 2, .totalTokens = 3});
        QTest::newRow("reasoning counted beside")
            << QByteArray(R"({"prompt_tokens":10,"completion_tokens":84,"total_tokens":94,
                   "completion_tokens_details":{"reasoning_tokens":1081}})")
            << std::optional(Usage{.promptTokens = 10,
                                   .completionTokens = 1165,
                                   .totalTokens = 1175,
                                   .reasoningTokens = 1081});
        QTest::newRow("openrouter") << QByteArray(R"({"total_tokens":3,"cost":0.5})")
                                    << std::optional(Usage{.totalTokens = 3, .costUsd = 0.5});
        QTest::newRow("strings")
            << QByteArray(R"({"prompt_tokens":"1","completion_tokens":"nan","cost":"1e-06"})")
            << std::optional(Usage{.promptTokens = 1, .totalTokens = 1, .costUsd = 1e-06});
        QTest::newRow("a cost that cannot be is told as it was said")
            << QByteArray(R"({"total_tokens":3,"estimated_cost":-0.5})")
            << std::optional(Usage{.totalTokens = 3, .costUsd = -0.5});
        QTest::newRow("the cost that can be goes before one that cannot")
            << QByteArray(R"({"total_tokens":3,"estimated_cost":-0.5,"cost":0.25})")
            << std::optional(Usage{.totalTokens = 3, .costUsd = 0.25});
        QTest::newRow("absurd") << QByteArray(R"({"prompt_tokens":1e300})")
                                << std::optional<Usage>();
        QTest::newRow("empty") << QByteArray("{}") << std::optional<Usage>();
    }
    void reads()
    {
        QFETCH(QByteArray, json);
        QFETCH(std::optional<Usage>, usage);
        const auto read = usageFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(read == usage);
        if (read)
            QVERIFY(usageFromJson(usageToJson(*read)) == read);
    }
};

QTEST_GUILESS_MAIN(UsageTest)
#include "usage_test.moc"
