// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/request_script.h"
#include "tests/app/record/record_fixture.h"
#include "tests/support/scenarios.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// As much of the package `openai` as the scripts use: the same JSON in the same place.
const QByteArray kPackage = R"(
import json
import urllib.request

class Thing:
    def __init__(self, **members):
        self.__dict__.update(members)

class OpenAI:
    def __init__(self, base_url, api_key, default_headers=None):
        self.chat = Thing(completions=Thing(create=self.create))
        self.base_url, self.api_key, self.headers = base_url, api_key, default_headers or {}

    def create(self, model, messages, extra_body=None, **arguments):
        body = dict(arguments, model=model, messages=messages, **(extra_body or {}))
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + self.api_key}
        headers.update(self.headers)
        request = urllib.request.Request(
            self.base_url + "/chat/completions", json.dumps(body).encode(), headers)
        answer = urllib.request.urlopen(request).read().decode()
        if not arguments.get("stream"):
            answer = "data: " + answer
        texts = []
        for line in answer.splitlines():
            if line.startswith("data: {"):
                for choice in json.loads(line[6:])["choices"]:
                    said = choice.get("delta") or choice.get("message") or {}
                    texts.append(said.get("content") or "")
        if not arguments.get("stream"):
            return Thing(choices=[Thing(message=Thing(content=t)) for t in texts])
        return [Thing(choices=[Thing(delta=Thing(content=t))]) for t in texts]
)";

struct Interpreter
{
    QString program;
    QStringList arguments;
};

Interpreter interpreterOf(ScriptLanguage language)
{
    switch (language) {
    case ScriptLanguage::Curl:
        return {QStandardPaths::findExecutable(u"curl"_s).isEmpty() ? QString() : u"/bin/sh"_s, {}};
    case ScriptLanguage::Python:
        // Debian's own: another one may come with the real package.
        return {QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s}), {u"-B"_s}};
    case ScriptLanguage::JavaScript:
        return {QStandardPaths::findExecutable(u"node"_s), {}};
    }
    return {};
}

const QString kHostile = u"It's \"quoted\" `touch x` $(touch x) $HOME \\ %s %1\n'; touch x; '\u007f"
                         "\u009b31m \u202e 你好 😀 </script> ${x} {0} \"\"\" ''' \u2028"_s;

} // namespace

/// The scripts really run, and the server sees the same request.
class ScriptsTest : public QObject
{
    Q_OBJECT
private slots:
    // The server makes them at its first request, which takes a slow machine longer than a test
    // waits.
    void initTestCase() { QVERIFY(!tests::scenarios().isEmpty()); }

    void theScriptSendsTheSame_data()
    {
        QTest::addColumn<ScriptLanguage>("language");
        QTest::addColumn<ScriptImages>("images");
        QTest::addColumn<bool>("isStreamed");
        const QList<std::pair<const char *, ScriptLanguage>> languages{
            {"curl", ScriptLanguage::Curl},
            {"Python", ScriptLanguage::Python},
            {"JavaScript", ScriptLanguage::JavaScript}};
        for (const auto &[name, language] : languages) {
            QTest::addRow("%s, all in one", name) << language << ScriptImages::Inline << true;
            QTest::addRow("%s, images beside it", name) << language << ScriptImages::Files << true;
            QTest::addRow("%s, not streamed", name) << language << ScriptImages::Inline << false;
        }
    }
    void theScriptSendsTheSame()
    {
        QFETCH(ScriptLanguage, language);
        QFETCH(ScriptImages, images);
        QFETCH(bool, isStreamed);
        const Interpreter interpreter = interpreterOf(language);
        if (interpreter.program.isEmpty())
            QSKIP("the interpreter is not installed");

        RecordFixture f;
        Lane lane = f.conversation->lanes().first();
        lane.systemPrompt = kHostile;
        lane.parameters.set(u"temperature", 0.1);
        lane.parameters.set(u"stream", isStreamed);
        lane.parameters.set(u"top_k", 40);
        lane.parameters.set(u"service_tier", u"default"_s);
        lane.extraJson = {{u"__proto__"_s, 1}, {u"it's"_s, QJsonArray{true, QJsonValue::Null}}};
        f.chat->updateLane(lane);
        QVERIFY(f.ask(u"First"_s));
        const ImagePart red = f.picture(qRgb(255, 0, 0));
        QVERIFY(f.askWith(kHostile, {red, f.picture(qRgb(0, 255, 0), 40), red}));
        const QByteArray sent = f.server.requests().constLast().body;
        const auto record = f.record();
        QVERIFY(record && canBeScript(*record));
        const RequestScript script = requestScript(*record, language, images);
        QCOMPARE(script.files.size(), images == ScriptImages::Files ? 2 : 0);
        QVERIFY(!script.text.contains(kTestKey.toUtf8()));

        const QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write(scriptFileName(language), script.text));
        QVERIFY(write(u"openai.py"_s, kPackage));
        for (const ScriptFile &file : script.files)
            QVERIFY(write(file.name, file.bytes));
        f.server.forgetRequests();
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.insert(record->keyVariable, u"another-key-123"_s);
        process.setProcessEnvironment(environment);
        const QTemporaryDir elsewhere; // whatever folder it is called from
        process.setWorkingDirectory(elsewhere.path());
        process.start(interpreter.program,
                      interpreter.arguments
                          + QStringList{folder.filePath(scriptFileName(language))});
        QVERIFY(
            QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kPatienceMs));
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, errors.constData());
        QCOMPARE(f.server.requests().size(), 1);
        const SeenRequest seen = f.server.requests().constFirst();
        QCOMPARE(seen.method, "POST"_ba);
        QVERIFY(seen.path.endsWith("/chat/completions"));
        QCOMPARE(seen.header("authorization"), "Bearer another-key-123"_ba);
        QCOMPARE(seen.header("content-type"), "application/json"_ba);
        if (language == ScriptLanguage::Curl)
            QCOMPARE(seen.body, sent);
        else
            QCOMPARE(seen.json(), QJsonDocument::fromJson(sent).object());
        const QByteArray output = process.readAllStandardOutput();
        QVERIFY(!output.isEmpty());
        // Nothing of it was carried out.
        QVERIFY(!QFile::exists(folder.filePath(u"x"_s)));
    }

    void aRequestThatLacksAnImageIsNotSent()
    {
        if (interpreterOf(ScriptLanguage::Curl).program.isEmpty())
            QSKIP("curl is not installed");
        RecordFixture f;
        QVERIFY(f.askWith(u"Look"_s, {f.picture(qRgb(255, 0, 0)), f.picture(qRgb(0, 255, 0))}));
        const auto record = f.record();
        QVERIFY(record);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"request.sh"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(requestScript(*record, ScriptLanguage::Curl, ScriptImages::Files).text);
        file.close();
        f.server.forgetRequests();
        QProcess process;
        process.start(u"/bin/sh"_s, {path});
        QVERIFY(
            QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kPatienceMs));
        QVERIFY(process.exitCode() != 0);
        QVERIFY(process.readAllStandardError().contains("image-1.png"));
        QVERIFY(f.server.requests().isEmpty());
    }

    void aBodyLongerThanAnArgumentMayBe()
    {
        if (interpreterOf(ScriptLanguage::Curl).program.isEmpty())
            QSKIP("curl is not installed");
        RecordFixture f;
        QVERIFY(f.ask(QString(300'000, u'\'')));
        const QByteArray sent = f.server.requests().constLast().body;
        const auto record = f.record();
        QVERIFY(record);
        f.server.forgetRequests();
        QProcess process;
        process.start(u"/bin/sh"_s, {});
        process.write(requestScript(*record, ScriptLanguage::Curl, ScriptImages::Inline).text);
        process.closeWriteChannel();
        QVERIFY(
            QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kPatienceMs));
        QCOMPARE(f.server.requests().size(), 1);
        QCOMPARE(f.server.requests().constFirst().body, sent);
    }
};

QTEST_MAIN(ScriptsTest)
#include "scripts_test.moc"
