// SPDX-License-Identifier: GPL-3.0-or-later
// A program of its own for what cannot be tested within one process: being killed, having no right
// to write, having no space left. It prints a line of JSON for every step.

#include "app/store/store.h"

#include "tests/app/store/sample_records.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace app;
using namespace Qt::StringLiterals;
using sample::await;

namespace {
constexpr ConversationId kConversation{1};
constexpr MessageId kReply{11};

void say(const QJsonObject &line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QString codeOf(const Result<void> &result)
{
    return result ? u"ok"_s : result.error().code;
}

/// Streams a reply for ever and says what was acknowledged.
int streamUntilKilled(Store &store)
{
    Message reply = sample::message(11, 10, {}, Role::Assistant);
    reply.state = MessageState::Streaming;
    reply.parts.clear();
    if (!await(store.write(kConversation,
                           {PutConversation{sample::summary()},
                            PutMessage{sample::message(10, 0, "the prompt")}, PutMessage{reply}})))
        return 1;
    for (int i = 0;; ++i) {
        const QByteArray text = QByteArray::number(i) + ' ';
        if (!await(store.write(kConversation, {AppendText{kReply, AppendText::Kind::Text, text}})))
            return 1;
        say({{u"written"_s, i}});
    }
}

/// As a user who may read the profile and nothing else.
int lookWithoutRights(const Paths &paths)
{
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0))
        return 1;
    Store store(paths, Store::Role::Owner);
    const auto opening = await(store.opened());
    const auto list = await(store.conversations());
    const auto written = await(store.write(kConversation, {PutConversation{sample::summary()}}));
    say({{u"opened"_s, opening.has_value()},
         {u"readOnly"_s, opening && opening->readOnly},
         {u"conversations"_s, list ? int(list->size()) : -1},
         {u"write"_s, codeOf(written)}});
    return 0;
}

/// With files that must not grow any more.
int writeUntilFull(const Paths &paths)
{
    Store store(paths, Store::Role::Owner);
    if (!await(store.write(kConversation, {PutConversation{sample::summary()},
                                           PutMessage{sample::message(1, 0, "before")}})))
        return 1;
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{2'000'000, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
    Result<void> written;
    int count = 1;
    while (written && count < 1'000) {
        const QByteArray text(20'000, char('a' + count % 26));
        written =
            await(store.write(kConversation, {PutMessage{sample::message(++count, 0, text)}}));
    }
    const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &none);
    const auto again =
        await(store.write(kConversation, {PutMessage{sample::message(count, 0, "retried")}}));
    const auto read = await(store.conversation(kConversation));
    say({{u"failure"_s, codeOf(written)},
         {u"acknowledged"_s, count},
         {u"retry"_s, codeOf(again)},
         {u"found"_s, read ? int(read->messages.size()) : -1}});
    return 0;
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const Paths paths = Paths::inFolder(arguments[2]);
    if (arguments[1] == "stream"_L1) {
        Store store(paths, Store::Role::Owner);
        return streamUntilKilled(store);
    }
    if (arguments[1] == "look"_L1)
        return lookWithoutRights(paths);
    if (arguments[1] == "fill"_L1)
        return writeUntilFull(paths);
    return 2;
}
