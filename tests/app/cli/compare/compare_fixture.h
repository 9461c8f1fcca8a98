// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/cli/cli_process.h"
#include "tests/support/scripted_server.h"

#include <QJsonArray>

namespace tests {

/// The real program, comparing against a scripted server, in a folder of its own.
struct CompareFixture
{
    CompareFixture() { listens = server.listen(); }

    /// A file of `count` prompts "Prompt 1" …
    [[nodiscard]] QString prompts(int count) const
    {
        QByteArray lines;
        for (int i = 1; i <= count; ++i) {
            lines += QStringLiteral("{\"id\":\"p%1\",\"prompt\":\"Prompt %1\"}\n").arg(i).toUtf8();
        }
        return cli.file(QStringLiteral("prompts.jsonl"), lines);
    }
    [[nodiscard]] QString out() const
    {
        return QFileInfo(cli.profile()).dir().filePath(QStringLiteral("out"));
    }
    [[nodiscard]] QStringList arguments(const QString &promptFile, const QStringList &lanes,
                                        const QStringList &more = {}) const
    {
        QStringList list{QStringLiteral("compare"),
                         QStringLiteral("--base-url"),
                         server.baseUrl().toString(),
                         QStringLiteral("--prompt-file"),
                         promptFile,
                         QStringLiteral("--out"),
                         out()};
        for (const QString &lane : lanes)
            list += {QStringLiteral("--lane"), lane};
        return list + more;
    }
    [[nodiscard]] QByteArray bytes(const QString &name) const
    {
        QFile file(out() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QList<QJsonObject> results() const
    {
        QList<QJsonObject> lines;
        for (const QByteArray &line : bytes(QStringLiteral("results.jsonl")).split('\n')) {
            if (!line.isEmpty())
                lines.append(QJsonDocument::fromJson(line).object());
        }
        return lines;
    }
    /// "p1/A/1" of each line, sorted; a cell that stands there twice does so here.
    [[nodiscard]] QStringList cells() const
    {
        QStringList names;
        for (const QJsonObject &line : results()) {
            names.append(QStringLiteral("%1/%2/%3")
                             .arg(line[u"id"].toString(), line[u"lane"].toString())
                             .arg(line[u"repeat"].toInt()));
        }
        names.sort();
        return names;
    }
    /// The bodies that asked for an answer.
    [[nodiscard]] QList<QJsonObject> asked() const
    {
        QList<QJsonObject> bodies;
        for (const SeenRequest &request : server.requests()) {
            if (request.path.endsWith("/chat/completions"))
                bodies.append(request.json());
        }
        return bodies;
    }

    ScriptedServer server;
    CliProcess cli;
    bool listens = false;
};

} // namespace tests
