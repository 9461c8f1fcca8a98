// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/translations/catalogue_file.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using tests::CatalogueMessage;

namespace {

QString catalogue(const QString &language)
{
    return QStringLiteral(DIPTYCH_SOURCE_DIR "/translations/diptych_%1.ts").arg(language);
}

/// What reads the same in German. Everything else that equals its source was forgotten.
const QSet<QString> kSame{
    u"&Name"_s,       u"&Proxy"_s,       u"Demo"_s,
    u"Diptych"_s,     u"JSON"_s,         u"Min p"_s,
    u"Port"_s,        u"Top k"_s,        u"Top p"_s,
    u"minimal"_s,     u" %"_s,           u" pt"_s,
    u" s"_s,          u"%1 %2"_s,        u"%1 s"_s,
    u"%1 (%2)"_s,     u"%1, %2"_s,       u"%1 · %2"_s,
    u"%1: %2"_s,      u"%1 %"_s,         u"Code: %1"_s,
    u"%1k"_s,         u"%1M"_s,          u"%1 min %2 s"_s,
    u"%1 h %2 min"_s, u"%1 — Diptych"_s, u"%1 · %2 · %3 · %4"_s,
    u"$ "_s,          u"Prompt"_s,       u"&Prompt"_s,
    u"Prompt %1"_s,   u"Median"_s,       u"%1 · %2 · %3"_s,
    u"%1 = %2"_s,     u"Prompts"_s,      u"Name"_s,
    u"Text"_s,        u"Token"_s,        u"< %1"_s,
    u"80 – 95 %"_s,   u"50 – 80 %"_s,    u"20 – 50 %"_s,
    u"%1 %: %2"_s,    u"%1 %2: %3"_s,
};

/// %1, %2, %n, %L1 … in any order.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(\\d{1,2}|n)"_s);
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    std::ranges::sort(found);
    found.removeDuplicates();
    return found;
}

qsizetype accelerators(QString text)
{
    return text.remove(u"&&"_s).count(u'&');
}

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT
private slots:
    void everythingIsTranslated_data();
    void everythingIsTranslated();
    void nothingWasForgotten();
    void placeholdersAreKept_data() { everythingIsTranslated_data(); }
    void placeholdersAreKept();
    void acceleratorsAndEndsAreKept();
    void nothingNewIsMissing_data() { everythingIsTranslated_data(); }
    void nothingNewIsMissing();
    void theProgramCarriesThem_data();
    void theProgramCarriesThem();
};

void CatalogueTest::everythingIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << u"de"_s;
    QTest::newRow("English plurals") << u"en"_s;
}

void CatalogueTest::everythingIsTranslated()
{
    QFETCH(QString, language);
    const auto messages = tests::readCatalogue(catalogue(language));
    QVERIFY(!messages.isEmpty());
    for (const CatalogueMessage &message : messages) {
        QVERIFY2(!message.unfinished, qPrintable(message.source));
        QCOMPARE(message.translations.size(), message.numerus ? 2 : 1);
        for (const QString &translation : message.translations)
            QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
    }
}

void CatalogueTest::nothingWasForgotten()
{
    const auto messages = tests::readCatalogue(catalogue(u"de"_s));
    for (const CatalogueMessage &message : messages) {
        if (!kSame.contains(message.source))
            QVERIFY2(!message.translations.contains(message.source), qPrintable(message.source));
    }
}

void CatalogueTest::placeholdersAreKept()
{
    QFETCH(QString, language);
    const auto messages = tests::readCatalogue(catalogue(language));
    for (const CatalogueMessage &message : messages) {
        for (qsizetype form = 0; form < message.translations.size(); ++form) {
            QStringList expected = placeholders(message.source);
            const QStringList kept = placeholders(message.translations[form]);
            // The singular may say "one image" instead of the number.
            const bool singular = message.numerus && form == 0;
            if (singular && !kept.contains(u"%n"_s))
                expected.removeAll(u"%n"_s);
            QVERIFY2(kept == expected, qPrintable(message.translations[form]));
        }
    }
}

void CatalogueTest::acceleratorsAndEndsAreKept()
{
    const auto messages = tests::readCatalogue(catalogue(u"de"_s));
    for (const CatalogueMessage &message : messages) {
        for (const QString &translation : message.translations) {
            QVERIFY2(accelerators(translation) == accelerators(message.source),
                     qPrintable(translation));
            const auto endsAlike = [&](QChar end) {
                return translation.endsWith(end) == message.source.endsWith(end);
            };
            QVERIFY2(endsAlike(u'…') && endsAlike(u'.') && endsAlike(u'?'),
                     qPrintable(translation));
        }
    }
}

void CatalogueTest::nothingNewIsMissing()
{
    if (!QFile::exists(QStringLiteral(DIPTYCH_LUPDATE)))
        QSKIP("lupdate is not installed");
    QFETCH(QString, language);
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(u"diptych_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(catalogue(language), fresh));
    QStringList arguments{u"@" DIPTYCH_TRANSLATED_SOURCES ""_s, u"-silent"_s, u"-I"_s,
                          QStringLiteral(DIPTYCH_SOURCE_DIR),   u"-ts"_s,     fresh};
    if (language == "en"_L1)
        arguments.prepend(u"-pluralonly"_s);
    QCOMPARE(QProcess::execute(QStringLiteral(DIPTYCH_LUPDATE), arguments), 0);
    QStringList missing;
    const auto messages = tests::readCatalogue(fresh);
    for (const CatalogueMessage &message : messages) {
        if (message.unfinished)
            missing.append(message.context + u": "_s + message.source);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void CatalogueTest::theProgramCarriesThem_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("many");
    QTest::newRow("German") << u"de"_s << u"1 Token"_s << u"5 Token"_s;
    QTest::newRow("English") << u"en"_s << u"1 token"_s << u"5 tokens"_s;
}

void CatalogueTest::theProgramCarriesThem()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/diptych_%1.qm"_s.arg(language)));
    QCoreApplication::installTranslator(&translator);
    const auto tokens = [](int count) {
        return QCoreApplication::translate("ui::NumberWording", "%Ln tokens", nullptr, count);
    };
    QTEST(tokens(1), "one");
    QTEST(tokens(5), "many");
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
