// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody types into the real window, reads an answer that came over HTTP, loses the program in
// the middle of the next one, and finds both again.
#include "tests/end_to_end/started_program.h"
#include "tests/end_to_end/virtual_display.h"
#include "tests/support/scripted_server.h"

#include "app/settings/settings.h"
#include "app/store/store.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

// Far more than is needed: a busy machine must not fail the test, and nothing waits for all of it.
constexpr int kLongestMs = 60'000;
constexpr QSize kScreen(1480, 920);

struct Reply
{
    app::MessageState state = app::MessageState::Complete;
    QString text;
};

template <typename T>
app::Result<T> waited(QFuture<app::Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

/// What the store holds, read beside the running program: the replies of its only conversation.
QList<Reply> repliesIn(const QString &profile)
{
    app::Store store(app::Paths::inFolder(profile), app::Store::Role::Guest);
    const auto rows = waited(store.conversations());
    if (!rows)
        return {};
    QList<Reply> replies;
    for (const app::ConversationSummary &row : *rows) {
        const auto record = waited(store.conversation(row.id));
        if (!record)
            continue;
        for (const app::Message &message : record->messages) {
            if (message.role == app::Role::Assistant)
                replies.append({message.state, QString::fromUtf8(app::textOf(message.parts))});
        }
    }
    return replies;
}

/// The only conversation of the profile: its draft and its queue.
app::ConversationRecord unsentIn(const QString &profile)
{
    app::Store store(app::Paths::inFolder(profile), app::Store::Role::Guest);
    const auto rows = waited(store.conversations());
    if (!rows || rows->isEmpty())
        return {};
    return waited(store.conversation(rows->first().id)).value_or(app::ConversationRecord());
}

QString lastPromptSeen(const tests::ScriptedServer &server)
{
    for (auto it = server.requests().crbegin(); it != server.requests().crend(); ++it) {
        if (it->path.endsWith("/chat/completions"))
            return it->json()["messages"_L1].toArray().last()["content"_L1].toString();
    }
    return {};
}

} // namespace

class ConversationTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const QStringList missing = tests::VirtualDisplay::missingPrograms();
        if (!missing.isEmpty())
            QSKIP(qPrintable(u"without "_s + missing.join(u", "_s)));
        QVERIFY(m_server.listen());
        QVERIFY(QDir().mkpath(m_pictures));
    }

    void anAnswerIsFoundAgainAfterAKill()
    {
        const QTemporaryDir profile;
        const tests::VirtualDisplay display(kScreen);
        QVERIFY(display.isRunning());
        const QString first = u"What is a diptych?"_s;
        const QString wholeAnswer = u"You said: **What is a diptych?**\n\n"
                                    u"This answer came over HTTP."_s;
        qsizetype kept = 0;
        {
            tests::StartedProgram program(profile.path());
            program.start(display.name(), {u"--base-url"_s, m_server.baseUrl().toString(),
                                           u"--model"_s, u"meta/scripted"_s});
            QVERIFY(focus(display, program));
            display.type(first);
            display.press(u"Return"_s);
            QTRY_COMPARE_WITH_TIMEOUT(lastPromptSeen(m_server), first, kLongestMs);
            QTRY_COMPARE_WITH_TIMEOUT(stateOf(profile.path(), 0), app::MessageState::Complete,
                                      kLongestMs);
            QCOMPARE(repliesIn(profile.path()).first().text, wholeAnswer);
            display.savePicture(m_pictures + u"/answered.png"_s);

            m_server.setPace(2);
            display.type(m_long);
            display.press(u"Return"_s);
            QTRY_COMPARE_WITH_TIMEOUT(lastPromptSeen(m_server), m_long, kLongestMs);
            QTRY_VERIFY_WITH_TIMEOUT(textOf(profile.path(), 1).size() > 10, kLongestMs);
            QCOMPARE(stateOf(profile.path(), 1), app::MessageState::Streaming);
            kept = textOf(profile.path(), 1).size();
            display.savePicture(m_pictures + u"/streaming.png"_s);
            program.kill();
        }
        m_server.setPace(0);

        tests::StartedProgram again(profile.path());
        again.start(display.name(), {});
        QVERIFY(focus(display, again));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(profile.path(), 1), app::MessageState::Interrupted,
                                  kLongestMs);
        const QList<Reply> replies = repliesIn(profile.path());
        QCOMPARE(replies.size(), 2);
        QCOMPARE(replies[0].state, app::MessageState::Complete);
        QCOMPARE(replies[0].text, wholeAnswer);
        QVERIFY(replies[1].text.size() >= kept);
        QVERIFY((u"You said: **"_s + m_long).startsWith(replies[1].text));

        // The window is where it was: the conversation goes on with its whole history. It takes
        // typing before it shows it, and what is sent then begins another one.
        QTRY_VERIFY_WITH_TIMEOUT(
            display.titleOf(display.windowOf(again.processId())).startsWith(first), kLongestMs);
        display.type(u"And now?"_s);
        display.press(u"Return"_s);
        QTRY_COMPARE_WITH_TIMEOUT(lastPromptSeen(m_server), u"And now?"_s, kLongestMs);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(profile.path(), 2), app::MessageState::Complete,
                                  kLongestMs);
        const QJsonArray history = m_server.requests().last().json()["messages"_L1].toArray();
        QCOMPARE(history.first()["content"_L1].toString(), first);
        QCOMPARE(history.at(1)["content"_L1].toString(), wholeAnswer);
        display.savePicture(m_pictures + u"/after-the-kill.png"_s);
    }

    void aSignalEndsItInOrder()
    {
        const QTemporaryDir profile;
        const tests::VirtualDisplay display(kScreen);
        QVERIFY(display.isRunning());
        tests::StartedProgram program(profile.path());
        program.start(display.name(), {u"--base-url"_s, m_server.baseUrl().toString(), u"--model"_s,
                                       u"meta/scripted"_s});
        QVERIFY(focus(display, program));
        m_server.setPace(2);
        display.type(m_long);
        display.press(u"Return"_s);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(profile.path(), 0).size() > 10, kLongestMs);
        display.type(u"queued"_s);
        display.press(u"Return"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unsentIn(profile.path()).queue.size(), 1, kLongestMs);
        display.type(u"unsent"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unsentIn(profile.path()).draft.text, u"unsent"_s, kLongestMs);

        ::kill(pid_t(program.processId()), SIGTERM);
        QVERIFY2(program.waitForSuccess(), program.output().constData());
        m_server.setPace(0);
        QCOMPARE(stateOf(profile.path(), 0), app::MessageState::Cancelled);
        QCOMPARE(unsentIn(profile.path()).draft.text, u"queued\n\nunsent"_s);
        QVERIFY(unsentIn(profile.path()).queue.isEmpty());
        const app::Settings settings(app::Paths::inFolder(profile.path()));
        QVERIFY(!settings.preferences().windowGeometry.isEmpty());
    }

    void aNarrowScreenIsEnough()
    {
        const QTemporaryDir profile;
        const tests::VirtualDisplay display(QSize(720, 600));
        QVERIFY(display.isRunning());
        tests::StartedProgram program(profile.path());
        program.start(display.name(), {u"--base-url"_s, m_server.baseUrl().toString(), u"--model"_s,
                                       u"meta/scripted"_s});
        QVERIFY(focus(display, program));
        QVERIFY(display.sizeOf(display.windowOf(program.processId())).width() <= 720);
        display.type(u"Is there room?"_s);
        display.press(u"Return"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(profile.path(), 0), app::MessageState::Complete,
                                  kLongestMs);
        display.savePicture(m_pictures + u"/narrow.png"_s);
    }

    void aPictureHoldsTheAnswer()
    {
        const QTemporaryDir profile;
        const QString file = m_pictures + u"/screenshot.png"_s;
        QFile::remove(file);
        tests::StartedProgram program(profile.path());
        program.start({}, {u"--base-url"_s, m_server.baseUrl().toString(), u"--model"_s,
                           u"meta/scripted"_s, u"--ask"_s, u"What is a diptych?"_s,
                           u"--screenshot"_s, file});
        QVERIFY2(program.waitForSuccess(), program.output().constData());
        QCOMPARE(stateOf(profile.path(), 0), app::MessageState::Complete);
        const QImage picture(file);
        QVERIFY(picture.width() >= 720);
        QVERIFY(picture.height() >= 400);
    }

    void itTestsItself()
    {
        const QTemporaryDir profile;
        tests::StartedProgram program(profile.path());
        program.start({}, {u"--self-test"_s});
        QVERIFY2(program.waitForSuccess(), program.output().constData());
    }

private:
    static bool focus(const tests::VirtualDisplay &display, const tests::StartedProgram &program)
    {
        const bool shown = QTest::qWaitFor(
            [&] { return !display.windowOf(program.processId()).isEmpty(); }, kLongestMs);
        if (shown)
            display.focus(display.windowOf(program.processId()));
        return shown;
    }

    static std::optional<app::MessageState> stateOf(const QString &profile, qsizetype reply)
    {
        const QList<Reply> replies = repliesIn(profile);
        return reply < replies.size() ? std::optional(replies[reply].state) : std::nullopt;
    }

    static QString textOf(const QString &profile, qsizetype reply)
    {
        return repliesIn(profile).value(reply).text;
    }

    const QString m_pictures = QStringLiteral(DIPTYCH_BINARY_DIR) + u"/pictures"_s;
    const QString m_long = QStringList(60, u"word"_s).join(u' ');
    tests::ScriptedServer m_server;
};

QTEST_GUILESS_MAIN(ConversationTest)
#include "conversation_test.moc"
