// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/prompts.h"

#include "app/library/starter_prompts.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
T resultOf(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, tests::kPatienceMs))
        qFatal("it never came");
    QCoreApplication::processEvents(); // what follows it
    return future.result();
}

QStringList namesOf(const QList<PromptEntry> &entries)
{
    QStringList names;
    for (const PromptEntry &entry : entries) {
        if (!entry.isStarter)
            names.append(entry.name);
    }
    return names;
}

} // namespace

class PromptsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_profile;
    QLocale::Language m_language = QLocale::English;

    [[nodiscard]] Paths paths() const { return Paths::inFolder(m_profile->path()); }
    void write(const QString &name, const QByteArray &content) const
    {
        const QString folder = PromptFolder(paths()).path();
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    static void refresh(Prompts &prompts)
    {
        QSignalSpy changed(&prompts, &Prompts::changed);
        prompts.refresh();
        QTRY_VERIFY(prompts.isLoaded());
        QTRY_VERIFY(!changed.isEmpty());
    }

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_language = QLocale::English;
    }

    void aFileIsMarkdown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tags");
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("plain") << u"Say it."_s << QStringList() << QByteArray("Say it.\n");
        QTest::newRow("empty") << QString() << QStringList() << QByteArray("\n");
        QTest::newRow("lines") << u"One\n\nTwo\n"_s << QStringList()
                               << QByteArray("One\n\nTwo\n\n");
        QTest::newRow("tags") << u"Say it."_s << QStringList{u"a b"_s, u"ü"_s}
                              << QByteArray("---\ntags: a b, ü\n---\nSay it.\n");
        QTest::newRow("begins like a front matter")
            << u"---\nno: tags\n---\n"_s << QStringList()
            << QByteArray("---\n---\n---\nno: tags\n---\n\n");
    }
    void aFileIsMarkdown()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, tags);
        const SavedPrompt prompt{u"N"_s, tags, text};
        const QByteArray file = promptToMarkdown(prompt);
        QTEST(file, "file");
        const auto read = promptFromMarkdown(u"N"_s, file);
        QVERIFY(read);
        QCOMPARE(*read, prompt);
    }

    void readsWhatOthersWrote()
    {
        const QByteArray file = "\xEF\xBB\xBF---\r\ntitle: Mine\r\ntags: [\"b\", 'a']\r\n"
                                "x:\r\n  - y\r\n---\r\nOne\r\nTwo";
        const auto read = promptFromMarkdown(u"N"_s, file);
        QVERIFY(read);
        QCOMPARE(read->text, u"One\nTwo"_s);
        QCOMPARE(read->tags, QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(promptToMarkdown(*read),
                 QByteArray("---\ntags: a, b\ntitle: Mine\nx:\n  - y\n---\nOne\nTwo\n"));
        QCOMPARE(promptFromMarkdown(u"N"_s, "---\nno end")->text, u"---\nno end"_s);
    }

    void whatIsNoTextIsRefused()
    {
        QCOMPARE(promptFromMarkdown(u"N"_s, "\xFF\xFE a").error().kind, ErrorKind::InvalidRequest);
        QCOMPARE(promptFromMarkdown(u"N"_s, QByteArray("a\0b", 3)).error().kind,
                 ErrorKind::InvalidRequest);
        QCOMPARE(promptFromMarkdown(u"N"_s, QByteArray(10'000'000, 'a')).error().kind,
                 ErrorKind::InvalidRequest);
    }

    void anyNameIsAFileName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("letters") << u"Übersetzen 世界"_s << u"Übersetzen 世界.md"_s;
        QTest::newRow("slash") << u"a/b"_s << u"a%2Fb.md"_s;
        QTest::newRow("dots") << u"..secret"_s << u"%2E.secret.md"_s;
        QTest::newRow("percent") << u"50% off.md"_s << u"50%25 off.md.md"_s;
    }
    void anyNameIsAFileName()
    {
        QFETCH(QString, name);
        QTEST(promptFileName(name), "file");
        QCOMPARE(promptNameOf(promptFileName(name)), name);
        const PromptFolder folder(paths());
        const auto id = folder.save({name, {}, u"x"_s}, {});
        QVERIFY(id);
        QCOMPARE(folder.load(*id)->name, name);
    }

    void isSavedRenamedAndRemoved()
    {
        Prompts prompts(paths(), m_language);
        refresh(prompts);
        const auto id = resultOf(prompts.save({u"One"_s, {u"t"_s}, u"Text\nmore"_s}, {}));
        QVERIFY(id);
        QCOMPARE(namesOf(prompts.entries()), QStringList{u"One"_s});
        QCOMPARE(resultOf(prompts.load(*id))->text, u"Text\nmore"_s);

        QVERIFY(!resultOf(prompts.save({u"One"_s, {}, {}}, {}))); // the name is taken
        QCOMPARE(resultOf(prompts.load(*id))->text, u"Text\nmore"_s);

        const auto renamed = resultOf(prompts.save({u"Two"_s, {}, u"Text"_s}, *id));
        QVERIFY(renamed);
        QCOMPARE(namesOf(prompts.entries()), QStringList{u"Two"_s});
        QCOMPARE(QDir(prompts.folder()).entryList(QDir::Files), QStringList{u"Two.md"_s});

        const auto removed = resultOf(prompts.remove(*renamed));
        QVERIFY(removed);
        QCOMPARE(removed->text, u"Text"_s); // for undo
        QVERIFY(namesOf(prompts.entries()).isEmpty());
        QVERIFY(QDir(prompts.folder()).entryList(QDir::Files).isEmpty());
        QVERIFY(!resultOf(prompts.load(*renamed)));
    }

    void whatIsTooLargeIsNotSaved()
    {
        Prompts prompts(paths(), m_language);
        const auto saved = resultOf(prompts.save({u"Big"_s, {}, QString(10'000'000, u'a')}, {}));
        QCOMPARE(saved.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(QDir(prompts.folder()).entryList(QDir::Files).isEmpty());
    }

    void brokenFilesAreNamedAndLeftAlone()
    {
        write(u"Good.md"_s, "Say it.");
        write(u"Binary.md"_s, QByteArray("\xFF\xFE\0", 3));
        write(u"Huge.md"_s, QByteArray(10'000'000, 'a'));
        write(u"notes.txt"_s, "no prompt");
        Prompts prompts(paths(), m_language);
        refresh(prompts);
        QCOMPARE(namesOf(prompts.entries()), QStringList{u"Good"_s});
        QCOMPARE(prompts.unreadable(), QStringList({u"Binary.md"_s, u"Huge.md"_s}));
        QCOMPARE(QDir(prompts.folder()).entryList(QDir::Files).size(), 4);
    }

    void twoFilesMayHaveOneName()
    {
        write(u"a%2Fb.md"_s, "one");
        write(u"a%2fb.md"_s, "two");
        Prompts prompts(paths(), m_language);
        refresh(prompts);
        QCOMPARE(namesOf(prompts.entries()), QStringList({u"a/b"_s, u"a/b"_s}));
        QSet<QString> texts;
        for (const PromptEntry &entry : prompts.entries()) {
            if (!entry.isStarter)
                texts.insert(resultOf(prompts.load(entry.id))->text);
        }
        QCOMPARE(texts, (QSet<QString>{u"one"_s, u"two"_s}));
    }

    /// A cut in the middle of a character is no broken file.
    void onlyTheBeginningIsReadForTheList()
    {
        for (int i = 0; i < 3; ++i)
            write(u"%1.md"_s.arg(i),
                  QByteArray(i, 'a') + QByteArray("\xE4\xB8\x96").repeated(5000));
        Prompts prompts(paths(), m_language);
        refresh(prompts);
        QCOMPARE(namesOf(prompts.entries()).size(), 3);
        QVERIFY(prompts.unreadable().isEmpty());
        QVERIFY(prompts.entries().first().beginning.size() <= 160);
    }

    void aFileIsImportedUnderAFreeName()
    {
        const QString given = m_profile->filePath(u"One.md"_s);
        QFile file(given);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("theirs") == 6);
        file.close();
        Prompts prompts(paths(), m_language);
        refresh(prompts);
        QVERIFY(resultOf(prompts.save({u"One"_s, {}, u"mine"_s}, {})));
        const auto id = resultOf(prompts.import(given));
        QVERIFY(id);
        QCOMPARE(namesOf(prompts.entries()), QStringList({u"One"_s, u"One (2)"_s}));
        QCOMPARE(resultOf(prompts.load(*id))->text, u"theirs"_s);
        QCOMPARE(resultOf(prompts.import(u"/nowhere.md"_s)).error().kind, ErrorKind::NotFound);
        QCOMPARE(resultOf(prompts.import(u"/dev/zero"_s)).error().kind, ErrorKind::NotFound);
    }

    void startersCanBeHiddenAndReplaced()
    {
        const auto starters = [](const Prompts &prompts) {
            return std::ranges::count_if(prompts.entries(), &PromptEntry::isStarter);
        };
        const auto all = starterPrompts(QLocale::English).size();
        const QString first = starterPrompts(QLocale::English).first().id;
        {
            Prompts prompts(paths(), m_language);
            refresh(prompts);
            QCOMPARE(starters(prompts), all);
            QVERIFY(resultOf(prompts.remove(first)));
            QCOMPARE(starters(prompts), all - 1);
            QVERIFY(prompts.hasHiddenStarters());
            // One that is changed is a file; the starter is still there when that goes away.
            const PromptEntry second = starterPrompts(QLocale::English).at(1);
            const auto own = resultOf(prompts.save({second.name, {}, u"mine"_s}, second.id));
            QVERIFY(own);
            QCOMPARE(starters(prompts), all - 2);
            QVERIFY(resultOf(prompts.remove(*own)));
            QCOMPARE(starters(prompts), all - 1);
        }
        m_language = QLocale::German;
        Prompts prompts(paths(), m_language);
        refresh(prompts);
        QTRY_COMPARE(starters(prompts), all - 1); // remembered
        prompts.showAllStarters();
        QCOMPARE(starters(prompts), all);
        QCOMPARE(resultOf(prompts.load(first))->name, u"Zusammenfassen"_s);
    }

    void lastValuesAreRemembered()
    {
        {
            Prompts prompts(paths(), m_language);
            prompts.setLastValues(u"early"_s, {{u"a"_s, u"1"_s}});
            refresh(prompts);
            QCOMPARE(prompts.lastValues(u"early"_s).value(u"a"_s), u"1"_s);
            prompts.setLastValues(u"P"_s, {{u"a"_s, u"2"_s}, {u"long"_s, QString(100'000, u'x')}});
            for (int i = 0; i < 150; ++i)
                prompts.setLastValues(u"P%1"_s.arg(i), {{u"a"_s, u"x"_s}});
        }
        Prompts prompts(paths(), m_language);
        refresh(prompts);
        QTRY_COMPARE(prompts.lastValues(u"P"_s).value(u"a"_s), u"2"_s);
        QVERIFY(!prompts.lastValues(u"P"_s).contains(u"long"_s)); // no archive of texts
        QVERIFY(prompts.lastValues(u"nobody"_s).isEmpty());
    }

    void whatCannotBeRememberedIsSetAside()
    {
        QVERIFY(QDir().mkpath(paths().config));
        QFile file(paths().config + u"/prompts.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{ broken") > 0);
        file.close();
        Prompts prompts(paths(), m_language);
        QSignalSpy aside(&prompts, &Prompts::setAside);
        refresh(prompts);
        QTRY_COMPARE(aside.size(), 1);
        QVERIFY(QFile::exists(aside.first().first().toString()));
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        QVERIFY(QDir().mkpath(paths().config));
        QFile inTheWay(paths().config + u"/prompts"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Prompts prompts(paths(), m_language);
        QCOMPARE(resultOf(prompts.save({u"One"_s, {}, u"x"_s}, {})).error().kind,
                 ErrorKind::Storage);
    }

    void tenThousandAreListed()
    {
        constexpr int kMany = 10'000;
        for (int i = 0; i < kMany; ++i)
            write(u"Prompt %1.md"_s.arg(i), "---\ntags: many\n---\nSay it.\n");
        Prompts prompts(paths(), m_language);
        refresh(prompts);
        QCOMPARE(namesOf(prompts.entries()).size(), kMany);
        QVERIFY(!prompts.isCut());
        QVERIFY(std::ranges::is_sorted(prompts.entries(), promptComesBefore));
        // One more is put in its place; the others are not read again.
        QVERIFY(QDir(prompts.folder()).removeRecursively());
        QVERIFY(resultOf(prompts.save({u"Prompt 5000b"_s, {}, {}}, {})));
        QCOMPARE(namesOf(prompts.entries()).size(), kMany + 1);
    }
};

QTEST_GUILESS_MAIN(PromptsTest)
#include "prompts_test.moc"
