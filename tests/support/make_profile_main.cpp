// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a profile with conversations in it, for pictures and benchmarks.
#include "tests/support/sample_profile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Makes a profile with conversations in it."_s);
    parser.addHelpOption();
    const QCommandLineOption folder(u"profile"_s, u"The folder of the profile."_s, u"DIR"_s);
    const QCommandLineOption count(u"conversations"_s, u"How many (40)."_s, u"N"_s, u"40"_s);
    const QCommandLineOption longOne(u"long"_s, u"One more with that many messages."_s, u"N"_s,
                                     u"0"_s);
    parser.addOptions({folder, count, longOne});
    parser.process(application);

    QTextStream err(stderr);
    if (!parser.isSet(folder)) {
        err << parser.helpText();
        return 2;
    }
    app::Store store(app::Paths::inFolder(parser.value(folder)), app::Store::Role::Owner);
    const auto filled =
        tests::fillProfile(store, {.conversations = parser.value(count).toInt(),
                                   .nowMs = QDateTime::currentMSecsSinceEpoch(),
                                   .longConversation = parser.value(longOne).toInt()});
    if (!filled) {
        err << filled.error().message << '\n';
        return 1;
    }
    return 0;
}
