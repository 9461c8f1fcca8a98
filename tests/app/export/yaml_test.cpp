// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/yaml.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <optional>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kReadYaml = R"(
import json, sys, yaml
json.dump(yaml.safe_load(sys.stdin.buffer.read().decode("utf-8")), sys.stdout)
)";

/// What a parser of YAML makes of it; nothing where there is none.
std::optional<QJsonValue> parsedByOthers(const QByteArray &yaml)
{
    QProcess python;
    // Debian's own, which python3-yaml is for.
    python.start(QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s}),
                 {u"-c"_s, QString::fromLatin1(kReadYaml)});
    if (!python.waitForStarted(30'000))
        return {};
    python.write(yaml);
    python.closeWriteChannel();
    if (!python.waitForFinished(30'000))
        return {};
    const QByteArray errors = python.readAllStandardError();
    if (errors.contains("ModuleNotFoundError"))
        return {};
    const QJsonDocument json = QJsonDocument::fromJson(python.readAllStandardOutput());
    if (json.isNull())
        qWarning().noquote() << errors << yaml;
    return json.object();
}

QJsonObject objectOf(const YamlMembers &members)
{
    QJsonObject object;
    for (const auto &[name, value] : members)
        object.insert(name, value);
    return object;
}

YamlMembers everyText()
{
    YamlMembers members;
    const QStringList texts{u""_s,
                            u" "_s,
                            u" leading"_s,
                            u"trailing "_s,
                            u"yes"_s,
                            u"null"_s,
                            u"1.5"_s,
                            u"2026-11-30"_s,
                            u"- item"_s,
                            u"key: value # comment"_s,
                            u"'single' \"double\" \\back\\slash"_s,
                            u"{{ braces }} [a, b] {c: d} &x *y !z %t @u `v`"_s,
                            u"line\nline"_s,
                            u"line\nline\n"_s,
                            u"line\n\n\n"_s,
                            u"\nstarts empty"_s,
                            u"  starts indented\nline"_s,
                            u"line  \n\ttab\n   \nend"_s,
                            u"\n"_s,
                            u"return\r\nline\rend"_s,
                            u"\u0000\u0001\u001b[31m\u007f\u0085\u009f"_s,
                            u"\u2028\u2029\ufeff\ufffe\uffff"_s,
                            u"emoji 👩‍👩‍👧 世界 مرحبا\n𝄞"_s,
                            u"--- \n...\n%YAML"_s,
                            u"a\n---\nb"_s,
                            QString(5'000, u'x')};
    for (qsizetype i = 0; i < texts.size(); ++i)
        members.append({u"t%1"_s.arg(i), texts[i]});
    return members;
}

} // namespace

class YamlTest : public QObject
{
    Q_OBJECT
private slots:
    void isReadable()
    {
        const YamlMembers members{
            {u"name"_s, u"two words"_s},
            {u"text"_s, u"one\ntwo\n"_s},
            {u"list"_s, QJsonArray{1, u"a"_s, QJsonObject{{u"k"_s, true}, {u"l"_s, 0.5}}}},
            {u"none"_s, QJsonArray()}};
        QCOMPARE(toYaml(members), "name: \"two words\"\n"
                                  "text: |\n  one\n  two\n"
                                  "list:\n  - 1\n  - \"a\"\n  - k: true\n    l: 0.5\n"
                                  "none: []\n");
        QCOMPARE(toYaml({{u"a"_s, 1}, {u"b"_s, 2}}, 4, YamlPlace::Item), "  - a: 1\n    b: 2\n");
    }

    void anyTextComesBackAsItWas()
    {
        const YamlMembers members = everyText();
        const auto back = parsedByOthers(toYaml(members));
        if (!back)
            QSKIP("python3-yaml is not installed");
        const QJsonObject expected = objectOf(members);
        for (const auto &[name, value] : members)
            QCOMPARE(back->toObject().value(name), value);
        QCOMPARE(back->toObject().size(), expected.size());
    }

    void anyShapeComesBackAsItWas()
    {
        const QJsonObject deep{
            {u"a"_s, QJsonArray{QJsonArray{1, QJsonArray{u"x\ny"_s}}, QJsonObject(), QJsonArray(),
                                QJsonObject{{u"b c"_s, QJsonArray{QJsonObject{{u"d"_s, 1}}}}}}},
            {u"no"_s, QJsonValue::Null},
            {u"1"_s, 1e-7},
            {u"é"_s, -12},
            {u"big"_s, 1e20},
            {u"t"_s, u"a\nb"_s}};
        const YamlMembers members{{u"list"_s, QJsonArray{deep, u"end"_s}}, {u"object"_s, deep}};
        const auto back = parsedByOthers(toYaml(members));
        if (!back)
            QSKIP("python3-yaml is not installed");
        QCOMPARE(back->toObject(), objectOf(members));
    }
};

QTEST_GUILESS_MAIN(YamlTest)
#include "yaml_test.moc"
