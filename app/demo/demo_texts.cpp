// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_texts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

namespace {

bool asksFor(const QString &question, const DemoTopic &topic)
{
    const QStringList words = QString::fromUtf16(topic.words).split(u' ');
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        const QRegularExpression start(u"\\b"_s + word,
                                       QRegularExpression::CaseInsensitiveOption
                                           | QRegularExpression::UseUnicodePropertiesOption);
        return question.contains(start);
    });
}

} // namespace

const DemoTexts &demoTexts(QLocale::Language language)
{
    return language == QLocale::German ? germanDemoTexts() : englishDemoTexts();
}

QString topicText(const QString &question, QLocale::Language language)
{
    const DemoTexts &texts = demoTexts(language);
    for (size_t i = 0; i < texts.topics.size(); ++i) {
        if (asksFor(question, texts.topics[i]) || asksFor(question, englishDemoTexts().topics[i]))
            return QString::fromUtf16(texts.topics[i].text);
    }
    return {};
}

} // namespace app
