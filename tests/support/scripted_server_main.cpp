// SPDX-License-Identifier: GPL-3.0-or-later
// The scripted server as a program: prints its port, then a line for every request.
#include "tests/support/scenarios.h"
#include "tests/support/scripted_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Plays scenarios of an OpenAI-compatible server on the loopback interface. "
        "The model of a request, or /scenario/NAME/ in its path, chooses one."_s);
    parser.addHelpOption();
    const QCommandLineOption port(u"port"_s, u"Listen there."_s, u"N"_s, u"0"_s);
    const QCommandLineOption pace(u"pace"_s, u"Tokens per second of ordinary answers."_s, u"N"_s,
                                  u"0"_s);
    const QCommandLineOption answer(u"answer"_s, u"What the models answer-N say."_s, u"FILE"_s);
    const QCommandLineOption strict(u"strict"_s, u"Refuse what DeepInfra refuses."_s);
    const QCommandLineOption tls(u"tls"_s, u"HTTPS with a self-signed certificate."_s);
    const QCommandLineOption list(u"list"_s, u"Print the names of the scenarios and end."_s);
    parser.addOptions({port, pace, answer, strict, tls, list});
    parser.process(application);

    QTextStream out(stdout);
    if (parser.isSet(list)) {
        for (const tests::Scenario &scenario : tests::scenarios())
            out << scenario.name << '\n';
        return 0;
    }
    using Transport = tests::ScriptedServer::Transport;
    tests::ScriptedServer server(parser.isSet(tls) ? Transport::SelfSignedTls : Transport::Plain);
    server.setPace(parser.value(pace).toDouble());
    server.setStrict(parser.isSet(strict));
    if (QFile file(parser.value(answer)); parser.isSet(answer)) {
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        server.setAnswer(file.readAll());
    }
    (void)tests::scenarios(); // some are large: whoever measures the first answer shall not wait
    if (!server.listen(parser.value(port).toUShort()))
        return 1;
    out << server.port() << Qt::endl;
    QObject::connect(&server, &tests::ScriptedServer::requestSeen, &application, [&] {
        const tests::SeenRequest &request = server.requests().last();
        out << request.method << ' ' << request.path << ' ' << request.body.size() << Qt::endl;
    });
    return application.exec();
}
